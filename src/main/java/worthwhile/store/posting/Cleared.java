package worthwhile.store.posting;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.posting.Warning;
import worthwhile.posting.word.Worded;

/**
 * That a warning is said no more, or less gravely, as the history of its posting tells it.
 *
 * @param by who had said so
 * @param since when it was said first; absent if that was not noted
 * @param why in English
 */
public record Cleared(
    Warning.Severity severity, String code, Warning.By by, Optional<Instant> since, String why) {
  /** The step of the history. */
  static final String STEP = "cleared";

  private static final Pattern TEXT =
      Pattern.compile("([a-z]+) ([a-z0-9-]+) by ([a-z]+)(?: since (\\S+))?: (.*)");

  static Cleared of(Warning warning, String why) {
    return new Cleared(
        warning.severity(),
        warning.code(),
        warning.by(),
        Optional.ofNullable(warning.since()),
        why);
  }

  /** Reads what {@link #text} writes; absent if it is no such text. */
  static Optional<Cleared> read(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) return Optional.empty();
    return Optional.of(
        new Cleared(
            Warning.Severity.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
            parts.group(2),
            Warning.By.valueOf(parts.group(3).toUpperCase(Locale.ROOT)),
            Optional.ofNullable(parts.group(4)).map(Instant::parse),
            parts.group(5)));
  }

  /** "danger upfront-fee by rule since 2026-11-20T12:00:00Z: the rules changed". */
  String text() {
    String began = since.map(at -> " since " + at).orElse("");
    return Worded.wordOf(severity) + " " + code + " by " + Worded.wordOf(by) + began + ": " + why;
  }
}
