package worthwhile.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path WARNINGS = Path.of("src/main/resources/worthwhile/warnings");
  private static final Pattern REASON = Pattern.compile("Reason\\.of\\(\\s*\"([a-z0-9-]+)\"\\)");
  private static final Pattern PARAMETER = Pattern.compile("\\.with\\(\\s*\"(\\w+)\"");

  /** Codes of lines, which are no reasons of their own, and the one that wraps foreign words. */
  private static final Set<String> OTHERS =
      Set.of(
          "on-a-list",
          "reported",
          "report-upheld",
          "alert-danger",
          "alert-unconfirmed",
          "alert-left",
          "alert-told-before",
          "alert-daily-cap",
          "alert-channel-cap",
          "alert-gone",
          "alert-unsubscribed",
          "alert-sources-back",
          "alert-blocked",
          "requester-blocked",
          "requester-blocked-alerts",
          "no-usual-kind",
          "worded-like-frauds",
          "stated",
          "kept-long-enough",
          "platform-fee",
          "payout-fee",
          "withholding",
          "screen-out-reward",
          "unpaid-onboarding",
          "unpaid-assessment",
          "unpaid-training",
          "rejections",
          "screen-outs",
          "returns",
          "search");

  /** Each code that a class makes a reason of, with the parameters that this class ever gives. */
  private static Map<String, Set<String>> made() throws IOException {
    Map<String, Set<String>> made = new TreeMap<>();
    try (var files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        Set<String> parameters =
            PARAMETER.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
        Matcher reason = REASON.matcher(text);
        while (reason.find())
          made.computeIfAbsent(reason.group(1), _ -> new HashSet<>()).addAll(parameters);
      }
    }
    return made;
  }

  /** Codes of warnings: a file each. */
  private static List<String> families() throws IOException {
    try (var files = Files.list(WARNINGS)) {
      return files
          .map(file -> file.getFileName().toString().replace(".toml", ""))
          .filter(name -> !Set.of("families", "words", "signs", "broad").contains(name))
          .toList();
    }
  }

  @Test
  void everyCodeHasASentenceAndEverySentenceACode() throws IOException {
    Set<String> codes = new TreeSet<>(made().keySet());
    codes.addAll(OTHERS);
    codes.addAll(families());
    assertThat(Sentences.english().keys().stream().filter(key -> !key.contains(".")))
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void whatASentenceNamesIsGivenWhereItsReasonIsMade() throws IOException {
    made()
        .forEach(
            (code, parameters) ->
                assertThat(parameters).as(code).containsAll(Sentences.english().arguments(code)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.4 | 0 seconds",
        "59.9 | 59 seconds",
        "60 | 1 minute",
        "90 | 1.5 minutes",
        "600 | 10 minutes",
        "7200 | 120 minutes"
      })
  void timesAreInSecondsBelowAMinute(BigDecimal seconds, String said) {
    Duration time = Duration.ofMillis(seconds.movePointRight(3).longValue());
    assertThat(Reason.of("platform-measured").with("time", time).text())
        .isEqualTo("The platform measured " + said + ".");
  }

  @Test
  void numbersAgreeWithTheirNouns() {
    Reason others =
        Reason.of("other-tasks")
            .with("least", Duration.ofMinutes(2))
            .with("most", Duration.ofMinutes(3));
    assertThat(others.with("tasks", 1).with("workers", 1).text())
        .isEqualTo(
            "One other task of this requester has a known time, from 1 worker;"
                + " typically 2 minutes.");
    assertThat(others.with("tasks", 4).with("workers", 9).text())
        .isEqualTo(
            "4 other tasks of this requester have a known time, from 9 workers;"
                + " typically 2 minutes to 3 minutes.");
  }

  @Test
  void amountsAreSaidAsTheyAreWritten() {
    Reason stated =
        Reason.of("pay-stated")
            .with("form", "range")
            .with("min", new BigDecimal("1234.50"))
            .with("max", 2000)
            .with("currency", "USD")
            .with("unit", "TASK");
    assertThat(stated.text()).isEqualTo("The posting states 1234.50 to 2000 USD per task.");
    assertThat(stated.with("quoted", "$1234.50+ {sic}").with("inferred", true).text())
        .isEqualTo(
            "The posting states 1234.50 to 2000 USD per task (\"$1234.50+ {sic}\"),"
                + " partly inferred.");
  }

  @Test
  void daysAreWrittenOut() {
    assertThat(
            Reason.of("converted")
                .with("from", "EUR")
                .with("to", "USD")
                .with("day", LocalDate.of(2026, 9, 2))
                .text())
        .endsWith("reference rates of 2 September 2026.");
  }

  @ParameterizedTest
  @CsvSource({
    "of-a-later-version, of a later version",
    "converted, converted",
    "reports-left-out, reports left out"
  })
  void aReasonThatCannotBeSaidIsItsCodeInWords(String code, String said) {
    Reason imported = Reason.of(code).with("day", "2026-02-31").with("reports", "many");
    assertThat(imported.text()).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"fr, 1.5, 1.5 jour", "fr, 2, 2 jours", "pl, 1, 1 dzień", "pl, 3, 3 dni"})
  void otherLanguagesHaveTheirOwnPlurals(String language, BigDecimal number, String said) {
    Map<String, String> patterns =
        Map.of(
            "fr", "{n, plural, one{# jour} other{# jours}}",
            "pl", "{n, plural, one{# dzień} few{# dni} many{# dni} other{# dnia}}");
    Message message =
        new Message(patterns.get(language), Locale.forLanguageTag(language), Duration::toString);
    assertThat(message.fill(Map.of("n", number))).isEqualTo(said);
  }
}
