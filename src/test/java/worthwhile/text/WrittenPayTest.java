package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.MonetaryAmount;
import worthwhile.text.pay.PayText;
import worthwhile.text.pay.SumText;
import worthwhile.text.pay.TaskTimeText;

/** Pay as people write it in sentences, titles, fields and cells, with what each of them means. */
class WrittenPayTest {
  private static final Optional<String> DOLLARS = Optional.of("USD");

  @TestFactory
  Stream<DynamicTest> proseIsReadAsItIsMeant() {
    return table("written.txt", WrittenPayTest::prose);
  }

  @TestFactory
  Stream<DynamicTest> sumsInProseAreReadAsTheyAreMeant() {
    return table("prose-sums.txt", WrittenPayTest::sum);
  }

  @TestFactory
  Stream<DynamicTest> fieldsAreReadAsTheyAreMeant() {
    return table("sums.txt", WrittenPayTest::field);
  }

  private static Stream<DynamicTest> table(String file, UnaryOperator<String> read) {
    return lines(file).stream()
        .map(
            line -> {
              int cut = line.lastIndexOf(" | ");
              String text = line.substring(0, cut);
              return DynamicTest.dynamicTest(
                  line, () -> assertThat(read.apply(text)).isEqualTo(line.substring(cut + 3)));
            });
  }

  private static List<String> lines(String file) {
    try (InputStream in = WrittenPayTest.class.getResourceAsStream("/pay/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<PayText.Found> found(String text) {
    return PayText.find(text, new PayText.Context(Locale.US, DOLLARS, Optional.empty()));
  }

  /** The sum alone, whatever time the text tells. */
  private static String sum(String text) {
    return found(text)
        .map(PayText.Found::amount)
        .map(pay -> range(pay) + (pay.unitText() == null ? " -" : " " + pay.unitText()))
        .orElse("-");
  }

  private static String prose(String text) {
    return found(text)
        .map(found -> found.withTimeOf(text))
        .map(
            found ->
                range(found.amount())
                    + (found.amount().unitText() == null ? " -" : " " + found.amount().unitText())
                    + found.minutes().map(time -> " " + time).orElse(""))
        .orElseGet(() -> "-" + TaskTimeText.of(text).map(time -> " " + time).orElse(""));
  }

  private static String field(String text) {
    return PayText.find(text, PayText.Context.field(Locale.US, DOLLARS, Optional.empty()))
        .map(found -> range(found.amount()))
        .orElse("-");
  }

  private static String range(MonetaryAmount amount) {
    return amount.currency() + " " + plain(amount.minValue()) + ".." + plain(amount.maxValue());
  }

  private static String plain(BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,125 € | false | EUR 0.125",
        "1,50 | false | - 1.50",
        "1.50 | true | - 1.50",
        "1.234 | true | - 1234",
        "1,234 | true | - 1.234",
        "1,234 | false | - 1234",
        "+$2.50 | false | USD 2.50",
        "$+1.25 | false | USD 1.25",
        "$2.50 CAD | false | CAD 2.50",
        "(3.00) | false | - -3.00",
        "4.00- | false | - -4.00",
        "20.- | false | - 20",
        "Rp 50.000 | false | IDR 50000",
        "50p | false | GBP 0.50"
      })
  void cellsAreReadByTheirMarks(String cell, boolean comma, String expected) {
    SumText.Sum sum = SumText.parse(cell, comma).orElseThrow();
    assertThat(sum.currency().orElse("-") + " " + sum.value().toPlainString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.3", "1,23,45", "12:30", "€2.50 USD", "(3.00", "2026-11-20", "5 min"})
  void whatIsNoSumIsRefused(String cell) {
    assertThat(SumText.parse(cell, false)).isEmpty();
  }

  @Test
  void whatStandsBesideACellSaysWhichDollarItMeans() {
    Optional<String> canadian = Optional.of("CAD");
    assertThat(SumText.parse("$2.50", false, canadian).flatMap(SumText.Sum::currency))
        .contains("CAD");
    assertThat(SumText.parse("£2.50", false, canadian).flatMap(SumText.Sum::currency))
        .contains("GBP");
    assertThat(SumText.parse("¥250", false, Optional.of("CNY")).flatMap(SumText.Sum::currency))
        .contains("CNY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Euro | EUR",
        "EURO | EUR",
        "euros | EUR",
        "eur | EUR",
        "EUR (€) | EUR",
        "US Dollar - USD | USD",
        "US Dollars | USD",
        "Canadian dollars | CAD",
        "Pound Sterling | GBP",
        "British Pounds | GBP",
        "Indian Rupee | INR",
        "Schweizer Franken | CHF",
        "dollar canadien | CAD",
        "Philippine Peso | PHP",
        "C$ | CAD",
        "$ | USD",
        "£ | GBP",
        "RMB | CNY"
      })
  void namesOfCurrenciesBecomeCodes(String name, String code) {
    assertThat(SumText.currency(name)).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "peso", "local", "ABC", "N/A", "money", "USD or EUR", "points", "hour"})
  void whatNamesNoCurrencyIsNone(String name) {
    assertThat(SumText.currency(name)).isEmpty();
  }
}
