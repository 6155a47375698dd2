package worthwhile.site.work;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import worthwhile.text.pay.SumText;
import worthwhile.work.earn.Goal;
import worthwhile.work.earn.WorkSettings;
import worthwhile.work.file.Corrections;

/** A worker's settings as a form sends them. */
final class SettingWords {
  private SettingWords() {}

  /**
   * Reads all of them; a field left empty goes back to what is usual.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  static WorkSettings read(TimingWords.GivenValues words, WorkSettings before, Instant now) {
    Optional<ZoneId> zone = words.said("zone").map(Corrections::zone);
    Optional<String> currency = words.said("currency").map(SettingWords::currency);
    Optional<Instant> contributes =
        words.said("contributes").map(_ -> before.contributes().orElse(now));
    return new WorkSettings(zone, currency, contributes, goal(words, "day"), goal(words, "week"));
  }

  private static String currency(String code) {
    return Optional.of(code.toUpperCase(Locale.ROOT))
        .filter(upper -> upper.matches("[A-Z]{3}"))
        .flatMap(SumText::currency)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The currency is a code of three letters that is in use: EUR, GBP, USD."));
  }

  private static Optional<Goal> goal(TimingWords.GivenValues words, String name) {
    return words
        .said(name + "Goal")
        .map(number -> Goal.of(number, words.said(name + "Unit").orElse("hours")));
  }
}
