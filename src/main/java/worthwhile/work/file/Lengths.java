package worthwhile.work.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.pay.SumText;
import worthwhile.text.time.DurationText;
import worthwhile.work.Payment;
import worthwhile.work.Times;

/**
 * How the lengths of one column are read where they name no unit: by its name, else as start and
 * end of the rows show. Where nothing shows what 1:30 is it stays unread: sixty times too much or
 * too little would be believed.
 *
 * @param unit milliseconds that a bare number counts; absent if nothing shows which
 * @param hoursFirst whether 1:30 is an hour and a half, else a minute and a half; absent if nothing
 *     shows which
 * @param decimalComma whether 1,500 is one and a half
 */
record Lengths(Optional<Long> unit, Optional<Boolean> hoursFirst, boolean decimalComma) {
  /** Hours at which nobody's piece of work begins: 13:05 is minutes. */
  private static final int LONG_DAY = 13;

  private static final long MINUTE = 60_000;
  private static final List<Long> UNITS = List.of(MINUTE, 3_600_000L, 1_000L, 1L);

  private static final Pattern LONG_CLOCK =
      Pattern.compile("(-?)(\\d{1,4}):([0-5]\\d):([0-5]\\d)(?:[.,]\\d+)?");
  private static final Pattern SHORT_CLOCK = Pattern.compile("(\\d{1,4}):([0-5]\\d)");
  private static final Pattern NUMBER = Pattern.compile("[-−]?[\\d.,' ]+");

  /**
   * A length as a cell has it, and the time that passed from start to end of its row.
   *
   * @param passed more than 0
   */
  record Sample(String cell, Duration passed) {}

  /**
   * Concludes it.
   *
   * @param cells all of the column
   * @param samples those of rows that tell start and end too
   */
  static Lengths of(
      ColumnName name, boolean decimalComma, List<String> cells, List<Sample> samples) {
    List<Sample> clocks = new ArrayList<>(samples);
    clocks.removeIf(sample -> !SHORT_CLOCK.matcher(sample.cell).matches());
    List<Sample> numbers = new ArrayList<>(samples);
    numbers.removeIf(sample -> !NUMBER.matcher(sample.cell).matches());
    Optional<Boolean> hours =
        name.isHoursFirst()
            .or(() -> clocks.isEmpty() ? isHoursFirst(cells) : shown(clocks, decimalComma));
    Optional<Long> unit =
        name.unit()
            .or(
                () ->
                    numbers.isEmpty()
                        ? plainUnit(cells, decimalComma)
                        : Optional.of(nearest(UNITS, numbers, u -> of(u, false, decimalComma))));
    return new Lengths(unit, hours, decimalComma);
  }

  private static Optional<Boolean> shown(List<Sample> clocks, boolean decimalComma) {
    return Optional.of(
        nearest(List.of(false, true), clocks, first -> of(MINUTE, first, decimalComma)));
  }

  private static Lengths of(long unit, boolean hoursFirst, boolean decimalComma) {
    return new Lengths(Optional.of(unit), Optional.of(hoursFirst), decimalComma);
  }

  /** Minutes if one of them would be too long a day as hours; else they do not tell. */
  private static Optional<Boolean> isHoursFirst(List<String> cells) {
    boolean minutes =
        cells.stream()
            .map(SHORT_CLOCK::matcher)
            .anyMatch(cell -> cell.matches() && Integer.parseInt(cell.group(1)) >= LONG_DAY);
    return minutes ? Optional.of(false) : Optional.empty();
  }

  /** Minutes, unless one of them would be too long a day: then all may be seconds. */
  private static Optional<Long> plainUnit(List<String> cells, boolean decimalComma) {
    Lengths minutes = of(MINUTE, false, decimalComma);
    boolean tooLong =
        cells.stream()
            .flatMap(cell -> minutes.number(cell).stream())
            .anyMatch(length -> length.compareTo(Times.LONGEST) > 0);
    return tooLong ? Optional.empty() : Optional.of(MINUTE);
  }

  /**
   * The choice by which the lengths are nearest to the times that passed; the first without any.
   */
  private static <T> T nearest(
      List<T> choices, List<Sample> samples, Function<T, Lengths> reading) {
    return choices.stream()
        .min(Comparator.comparingDouble(choice -> reading.apply(choice).distance(samples)))
        .orElseThrow();
  }

  /** By how many orders of magnitude the lengths miss; one that cannot be true misses by more. */
  private double distance(List<Sample> samples) {
    double all = 0;
    for (Sample sample : samples) {
      Duration length = read(sample.cell).orElse(Duration.ZERO);
      if (!length.isPositive()) continue;
      double ratio = (double) length.toMillis() / sample.passed.toMillis();
      all += Math.abs(Math.log(ratio)) + (ratio > 1.1 ? 1 : 0);
    }
    return all;
  }

  /** What else a text may be, with the mend, where nothing shows which; absent if it is clear. */
  Optional<String> doubt(String text) {
    if (hoursFirst.isEmpty() && SHORT_CLOCK.matcher(text).matches())
      return Optional.of(
          " may be hours and minutes or minutes and seconds: write the unit behind the"
              + " column's name, (h:mm) or (mm:ss)");
    if (unit.isEmpty() && NUMBER.matcher(text).matches())
      return Optional.of(
          " may be minutes or seconds: as minutes some of the column are longer than "
              + Times.LONGEST.toHours()
              + " hours; write the unit behind the column's name, (min) or (s)");
    return Optional.empty();
  }

  /** "00:12:34", "12:34", "12 min", "1h 5m", or a bare number; absent if it is no length. */
  Optional<Duration> read(String text) {
    return clock(text).or(() -> number(text)).or(() -> DurationText.parse(text));
  }

  private Optional<Duration> clock(String text) {
    Matcher found = SHORT_CLOCK.matcher(text);
    if (found.matches()) {
      if (hoursFirst.isEmpty()) return Optional.empty();
      long first = Long.parseLong(found.group(1)) * 60 + Long.parseLong(found.group(2));
      return Optional.of(hoursFirst.get() ? Duration.ofMinutes(first) : Duration.ofSeconds(first));
    }
    Matcher whole = LONG_CLOCK.matcher(text);
    if (!whole.matches()) return Optional.empty();
    Duration span =
        Duration.ofHours(Long.parseLong(whole.group(2)))
            .plusMinutes(Long.parseLong(whole.group(3)))
            .plusSeconds(Long.parseLong(whole.group(4)));
    return Optional.of(whole.group(1).isEmpty() ? span : span.negated());
  }

  private Optional<Duration> number(String text) {
    if (unit.isEmpty() || !NUMBER.matcher(text).matches()) return Optional.empty();
    return SumText.parse(text, decimalComma)
        .filter(
            sum ->
                sum.value().abs().compareTo(Payment.HIGHEST.multiply(BigDecimal.valueOf(100))) < 0)
        .map(sum -> Duration.ofMillis(millis(sum.value(), unit.get())));
  }

  private static long millis(BigDecimal value, long unit) {
    return value
        .multiply(BigDecimal.valueOf(unit))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
