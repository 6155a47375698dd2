package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

/** Numbers and units in the spellings of interfaces. */
class AmountsTest {
  private static Optional<BigDecimal> decimal(@Nullable String text) {
    return Optional.ofNullable(text).map(BigDecimal::new);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'1,204.50', 1204.50",
        "15.0, 15",
        "15.0000, 15",
        "15.00, 15.00",
        "1500, 1500",
        "0.01, 0.01",
        "0, -",
        "0.00, -",
        "99999, 99999",
        "999999, -",
        "9999999.99, -",
        "999999.00, -",
        "2147483647, -",
        "2147483648, 2147483648",
        "$5, -",
        "five, -",
        "'', -"
      })
  void aNumberIsMoreThanNothingAndNoSignForNoLimit(String raw, @Nullable String number) {
    assertThat(Amounts.number(raw)).isEqualTo(decimal(number));
  }

  private static String amount(@Nullable String min, @Nullable String max) {
    return Amounts.amount(
            Optional.of("USD"), decimal(min), decimal(max), Optional.empty(), null, null, null)
        .map(amount -> amount.minValue() + " to " + amount.maxValue())
        .orElse("none");
  }

  @Test
  void theGreaterPartIsTheMostWhicheverWayRound() {
    assertThat(amount("5", "9")).isEqualTo("5 to 9");
    assertThat(amount("9", "5")).isEqualTo("5 to 9");
    assertThat(amount("5", "5.0")).isEqualTo("5 to 5.0");
    assertThat(amount("5", null)).isEqualTo("5 to null");
    assertThat(amount(null, "9")).isEqualTo("null to 9");
    assertThat(amount(null, null)).isEqualTo("none");
    Optional<BigDecimal> five = decimal("5");
    assertThat(Amounts.amount(Optional.empty(), five, five, Optional.empty(), null, null, null))
        .isEmpty();
    assertThat(
            Amounts.amount(
                Optional.of("EUR"), five, five, Optional.of(UnitText.DAY), true, "5 Euro", true))
        .contains(
            new MonetaryAmount("EUR", five.get(), five.get(), UnitText.DAY, true, "5 Euro", true));
  }

  @ParameterizedTest
  @CsvSource({
    "HOUR, hour|per hour|/hr|HOURLY_RATE|an hour|1 hour| Hourly pay |schema.org/HUR|h",
    "DAY, day|daily salary|pd",
    "WEEK, week|Weekly|wk|each week",
    "MONTH, month|per-month|mo|pm",
    "YEAR, year|PER_YEAR|annum|annually|yr",
    "TASK, task|per submission|one-time|HIT|session",
    "PROJECT, project|Fixed Price|total|contract",
    "WORD, word|per word",
    "AUDIO_MINUTE, audio minute|per audio-minute|audiominute",
    "PIECE, piece|item|per image|article",
    "POINTS, point|points"
  })
  void aUnitIsKnownByItsUsualWords(UnitText unit, String words) {
    assertThat(Arrays.stream(words.split("\\|")).map(Amounts::unit))
        .allMatch(found -> found.equals(Optional.of(unit)));
  }

  @Test
  void otherWordsAreNoUnitAndTooLongOnesAreNotRead() {
    for (String word : new String[] {"", "fortnight", "hour or so", "2 hour"})
      assertThat(Amounts.unit(word)).as(word).isEmpty();
    assertThat(Amounts.unit("hour" + " ".repeat(96))).contains(UnitText.HOUR);
    assertThat(Amounts.unit("hour" + " ".repeat(97))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bw, true",
    "2 weeks, true",
    "2_week, true",
    " Bi-Weekly , true",
    "biweekly, true",
    "fortnight, true",
    "weekly, false",
    "12 weeks, false",
    "bwx, false"
  })
  void twoWeeksHaveManyNames(String word, boolean twoWeeks) {
    assertThat(Amounts.isTwoWeeks(word)).isEqualTo(twoWeeks);
  }

  /** Nobody is paid 251 an hour without its being said, nor 9,999 a year. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "200, 250, HOUR",
        "200, 251, -",
        "250, -, HOUR",
        "-, 251, -",
        "10000, 20000, YEAR",
        "9999, 20000, -",
        "-, 10000, YEAR",
        "9999, -, -",
        "-, -, -"
      })
  void theSizeOfAnAmountMayTellItsUnit(
      @Nullable String min, @Nullable String max, @Nullable UnitText unit) {
    assertThat(Amounts.unitBySize(decimal(min), decimal(max))).isEqualTo(Optional.ofNullable(unit));
  }
}
