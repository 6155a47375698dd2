package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import worthwhile.posting.MonetaryAmount;
import worthwhile.text.pay.PayText;

/**
 * Invented lines that state pay in every spelling, and lines that speak of money and state none.
 */
class PayTableTest {
  private static final PayText.Context CONTEXT =
      new PayText.Context(Locale.US, Optional.of("USD"), Optional.empty());

  private static List<String> lines(String file) {
    try (InputStream in = PayTableTest.class.getResourceAsStream("/pay/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsStatedIsRead() {
    return lines("stated.txt").stream()
        .map(
            line -> {
              int cut = line.lastIndexOf(" | ");
              String text = line.substring(0, cut);
              return DynamicTest.dynamicTest(
                  line, () -> assertThat(told(text)).isEqualTo(line.substring(cut + 3)));
            });
  }

  @TestFactory
  Stream<DynamicTest> nothingIsInvented() {
    return lines("unstated.txt").stream()
        .map(text -> DynamicTest.dynamicTest(text, () -> assertThat(told(text)).isEqualTo("-")));
  }

  private static String told(String text) {
    return PayText.find(text, CONTEXT).map(PayTableTest::told).orElse("-");
  }

  private static String told(PayText.Found found) {
    MonetaryAmount amount = found.amount();
    return amount.currency()
        + " "
        + (amount.minValue() == null ? "" : amount.minValue().toPlainString())
        + ".."
        + (amount.maxValue() == null ? "" : amount.maxValue().toPlainString())
        + " "
        + (amount.unitText() == null ? "-" : amount.unitText())
        + found.minutes().map(minutes -> " " + minutes).orElse("")
        + found.bonus().map(bonus -> " +" + bonus.maxValue().toPlainString()).orElse("");
  }
}
