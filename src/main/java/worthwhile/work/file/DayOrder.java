package worthwhile.work.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of 03/04/2026 is the day; one file is read in one order. */
enum DayOrder {
  DAY_FIRST,
  MONTH_FIRST;

  /** With any words before it, and anything behind. */
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<before>[^\\d]{0,20})(?<a>\\d{1,2})(?<mark>[/.-])(?<b>\\d{1,2})\\k<mark>(?<y>\\d{4}|\\d{2})(?!\\d|[/.-]\\d)(?<rest>.*)");

  /**
   * The order that the dates prove: by a day that cannot be a month, or a date that would lie in
   * the future. Absent if none proves one; where they contradict each other, that of most.
   */
  static Optional<DayOrder> proven(Stream<String> cells, LocalDate today) {
    int[] proofs = new int[2];
    cells.forEach(
        cell -> {
          Matcher found = NUMBERS.matcher(cell);
          if (!found.matches() || found.group("mark").equals(".")) return;
          boolean dayFirst = DAY_FIRST.past(found, today);
          boolean monthFirst = MONTH_FIRST.past(found, today);
          if (dayFirst != monthFirst) proofs[dayFirst ? 0 : 1]++;
        });
    if (proofs[0] == 0 && proofs[1] == 0) return Optional.empty();
    return Optional.of(proofs[0] >= proofs[1] ? DAY_FIRST : MONTH_FIRST);
  }

  private boolean past(Matcher found, LocalDate today) {
    return day(found).filter(day -> !day.isAfter(today.plusDays(1))).isPresent();
  }

  /**
   * The date in a cell with its year first, and what else the cell says behind it; absent if it
   * holds no date of numbers, or one that this order cannot be.
   */
  Optional<String> iso(String cell) {
    Matcher found = NUMBERS.matcher(cell);
    if (!found.matches()) return Optional.empty();
    DayOrder order = found.group("mark").equals(".") ? DAY_FIRST : this;
    return order.day(found).map(day -> found.group("before") + day + found.group("rest"));
  }

  /** Whether a cell holds a date of numbers, whatever their order. */
  static boolean isNumbers(String cell) {
    return NUMBERS.matcher(cell).matches();
  }

  private Optional<LocalDate> day(Matcher found) {
    int a = Integer.parseInt(found.group("a"));
    int b = Integer.parseInt(found.group("b"));
    int year = Integer.parseInt(found.group("y"));
    try {
      return Optional.of(
          LocalDate.of(
              year < 100 ? 2000 + year : year,
              this == DAY_FIRST ? b : a,
              this == DAY_FIRST ? a : b));
    } catch (DateTimeException impossible) {
      return Optional.empty(); // There is no such day in this order.
    }
  }
}
