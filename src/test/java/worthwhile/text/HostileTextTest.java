package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.text.pay.PayText;
import worthwhile.text.time.DateText;
import worthwhile.text.time.DurationText;

/** No text, however broken or long, makes a parser throw, hang or overflow its stack. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTextTest {
  private static final List<String> PIECES =
      List.of(
          "$",
          "€",
          "£",
          "¢",
          "₹",
          ".",
          ",",
          " ",
          "\u00A0",
          "-",
          "–",
          "/",
          "~",
          "<",
          ">",
          "(",
          ")",
          "+",
          "%",
          ":",
          "&",
          ";",
          "\n",
          "0",
          "1",
          "5",
          "25",
          "100",
          "1,234.50",
          "1.234,50",
          "99999999999",
          "k",
          "M",
          "lakh",
          "USD",
          "EUR",
          "PHP",
          "kr",
          "min",
          "hour",
          "per",
          "up to",
          "from",
          "bonus",
          "plus",
          "word",
          "audio minute",
          "for",
          "a",
          "10 minutes",
          "4:30",
          "Today",
          "ago",
          "3 hours",
          "2026",
          "02-30",
          "T25:61:61Z",
          "Sep",
          "März",
          "GMT",
          "+99:99",
          "AM",
          "Canada",
          "US",
          "CA",
          "<b>",
          "</p",
          "<br>",
          "&amp;",
          "&#x110000;",
          "&#0;",
          "&lt;",
          "Ã¡",
          "Ã\u00AD",
          "â€™",
          "\uD83D",
          "\uDE00",
          "\u0000",
          "\u200B",
          "é",
          "PT",
          "P1Y",
          "PT9999999999H",
          "1/2",
          "½",
          "two",
          "and a half",
          "x 3",
          "sessions of",
          "left",
          "in",
          "not",
          "remote",
          "excl. ",
          "time zones");

  private static final DateText.Context DATES =
      new DateText.Context(
          Locale.forLanguageTag("tr"), ZoneOffset.UTC, Instant.parse("2026-09-20T12:00:00Z"));

  private static void parseAll(String text) {
    for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY}) {
      for (Optional<String> currency : List.of(Optional.<String>empty(), Optional.of("USD"))) {
        PayText.Context context = new PayText.Context(locale, currency, Optional.empty());
        for (PayText.Found found : PayText.all(text, context))
          assertThat(found.amount().stated()).isNotBlank();
        PayText.find(text, context);
      }
    }
    DurationText.parse(text).ifPresent(span -> assertThat(span).isPositive());
    DateText.parse(text, DATES);
    DateText.parseDeadline(text, DATES);
    Workplace.isRemote(text);
    Places.countries(text);
    assertThat(CleanText.line(text)).doesNotContain("\n");
    assertThat(CleanText.plain(text)).doesNotContain("\n\n");
    CleanText.repaired(text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void texts(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      int pieces = 1 + random.nextInt(24);
      for (int j = 0; j < pieces; j++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
        if (random.nextInt(6) == 0) text.append((char) random.nextInt(0x10000));
      }
      parseAll(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "1",
        "1,",
        "$",
        "$1 ",
        "$1-",
        "1 - ",
        "1 for ",
        "&",
        "&amp;",
        "<",
        "<b>",
        "<div>",
        "</p>",
        "US, ",
        "US ",
        "a ",
        "A",
        "+ ",
        "(",
        "Ã",
        "Ã¡",
        "\u00AD",
        "up to ",
        "per ",
        "1:30 ",
        "\n",
        "<br>",
        "$5 a word for a ",
        "two ",
        "1 and ",
        "1/2 ",
        "an hour and ",
        "2 x ",
        "1 day ",
        "not ",
        "all but ",
        "not remote or ",
        "Lebanon, ",
        "EST "
      })
  void longRepetitions(String piece) {
    parseAll(piece.repeat(60_000 / piece.length()));
  }

  @Test
  void nullIsUnderstoodAsNothing() {
    assertThat(PayText.find(null, PayText.Context.of(Locale.US))).isEmpty();
    assertThat(DateText.parse(null, DATES)).isEmpty();
    assertThat(Places.countries(null)).isEmpty();
    assertThat(Languages.of(null)).isEmpty();
    assertThat(CleanText.plain(null)).isEmpty();
    assertThat(CleanText.repaired(null)).isEmpty();
  }
}
