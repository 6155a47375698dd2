package worthwhile.source.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day, a month or a year.
 *
 * @param first its first day
 * @param precision {@code day}, {@code month} or {@code year}
 */
record Day(LocalDate first, String precision) {
  /** The day that a text names; if it names none, that is told of the key. */
  static Optional<Day> of(String text, Block block, String key) {
    try {
      if (text.matches("[0-9]{4}"))
        return Optional.of(new Day(LocalDate.parse(text + "-01-01"), "year"));
      if (text.matches("[0-9]{4}-[0-9]{2}"))
        return Optional.of(new Day(LocalDate.parse(text + "-01"), "month"));
      return Optional.of(new Day(LocalDate.parse(text), "day"));
    } catch (DateTimeException e) {
      block.wrong(key, "must hold a day such as 2026-09-30, 2026-09 or 2026, not '" + text + "'");
      return Optional.empty();
    }
  }
}
