package worthwhile.text;

import java.time.Duration;
import java.util.Optional;

/** Spans of time as people and interfaces write them. */
public final class DurationText {
  private DurationText() {}

  /** "about 3 min", "45 minutes", "1h 30", "PT10M", "4:30"; the mean of a range; else absent. */
  public static Optional<Duration> parse(String text) {
    throw new UnsupportedOperationException();
  }
}
