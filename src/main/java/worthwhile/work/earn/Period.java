package worthwhile.work.earn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Optional;
import worthwhile.posting.word.Worded;

/** Spans of days that earnings are told for; all end today. A week begins on Monday. */
public enum Period implements Worded {
  TODAY("Today"),
  WEEK("This week"),
  MONTH("This month"),
  YEAR("This year"),
  ALL("All time");

  private final String label;

  Period(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /** Its first day; absent for all time. */
  public Optional<LocalDate> from(LocalDate today) {
    return switch (this) {
      case TODAY -> Optional.of(today);
      case WEEK -> Optional.of(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case MONTH -> Optional.of(today.withDayOfMonth(1));
      case YEAR -> Optional.of(today.withDayOfYear(1));
      case ALL -> Optional.empty();
    };
  }

  /** The first day of the longest of these; absent if one of them is all time. */
  public static Optional<LocalDate> earliest(Collection<Period> periods, LocalDate today) {
    if (periods.contains(ALL)) return Optional.empty();
    return periods.stream()
        .flatMap(period -> period.from(today).stream())
        .min(LocalDate::compareTo);
  }

  /** Whether a day lies in it; work without a date belongs to all time alone. */
  public boolean holds(Optional<LocalDate> day, LocalDate today) {
    return from(today)
        .map(from -> day.filter(d -> !d.isBefore(from) && !d.isAfter(today)).isPresent())
        .orElse(true);
  }
}
