package worthwhile.work.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.CleanText;
import worthwhile.text.pay.SumText;
import worthwhile.text.time.DateText;
import worthwhile.text.time.DurationText;
import worthwhile.work.Formulas;
import worthwhile.work.Payment;
import worthwhile.work.Status;

/** Single cells as values, after the ways of a mapping; empty cells are absent. */
final class Cells {
  private static final Pattern CLOCK =
      Pattern.compile("(-?)(\\d{1,4}):([0-5]\\d):([0-5]\\d)(?:[.,]\\d+)?");
  private static final Pattern ISO_LOCAL =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?");
  private static final Duration LEAD = Duration.ofDays(1);
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_VALUE = 200;

  private final Mapping mapping;
  private final DateText.Context dates;

  Cells(Mapping mapping, Instant now) {
    this.mapping = mapping;
    Locale order = mapping.dayFirst() ? Locale.UK : Locale.US;
    this.dates = new DateText.Context(order, mapping.zone(), now);
  }

  /** One line of text, cleaned; a mark set by our own export against formulas is taken off. */
  Optional<String> text(String cell) {
    String line = CleanText.line(Formulas.disarmed(cell));
    if (line.length() > LONGEST_TEXT) line = line.substring(0, LONGEST_TEXT).strip();
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  /** A sum of 0 or more. */
  Optional<SumText.Sum> sum(String field, String cell) throws BadCell {
    String bare = value(field, Formulas.disarmed(cell));
    if (isNothing(bare)) return Optional.empty();
    SumText.Sum sum =
        SumText.parse(bare, mapping.decimalComma())
            .orElseThrow(() -> new BadCell(field, quoted(bare) + " is no amount of money"));
    if (sum.value().signum() < 0) throw new BadCell(field, quoted(bare) + " is below 0");
    if (sum.value().compareTo(Payment.HIGHEST) > 0)
      throw new BadCell(field, quoted(bare) + " is too much for one piece of work");
    return Optional.of(sum);
  }

  /** A moment, not in the future. */
  Optional<Instant> moment(String field, String cell) throws BadCell {
    String bare = value(field, Formulas.disarmed(cell));
    if (isNothing(bare)) return Optional.empty();
    Instant moment =
        iso(bare)
            .or(() -> DateText.parse(bare, dates))
            .orElseThrow(() -> new BadCell(field, quoted(bare) + " is no date that can be read"));
    if (moment.isAfter(dates.at().plus(LEAD)))
      throw new BadCell(field, quoted(bare) + " lies in the future");
    return Optional.of(moment);
  }

  /** The form of most files, at a fraction of the general reader's cost. */
  private Optional<Instant> iso(String text) {
    if (!ISO_LOCAL.matcher(text).matches()) return Optional.empty();
    try {
      LocalDateTime local = LocalDateTime.parse(text.replace(' ', 'T'));
      return Optional.of(local.atZone(mapping.zone()).toInstant());
    } catch (DateTimeException impossible) {
      return Optional.empty(); // 30 February: the general reader refuses it too.
    }
  }

  /**
   * A span of time: "00:12:34", "12 min", "1h 5m"; a bare number counts minutes, or what the
   * column's name says.
   */
  Optional<Duration> span(String field, String cell) throws BadCell {
    String bare = value(field, Formulas.disarmed(cell));
    if (isNothing(bare)) return Optional.empty();
    Duration span =
        clock(bare)
            .or(() -> number(bare, unit(field)))
            .or(() -> DurationText.parse(bare))
            .orElseThrow(() -> new BadCell(field, quoted(bare) + " is no length of time"));
    if (span.isNegative()) throw new BadCell(field, quoted(bare) + " is below 0");
    return span.isZero() ? Optional.empty() : Optional.of(span);
  }

  private static Optional<Duration> clock(String text) {
    Matcher found = CLOCK.matcher(text);
    if (!found.matches()) return Optional.empty();
    Duration span =
        Duration.ofHours(Long.parseLong(found.group(2)))
            .plusMinutes(Long.parseLong(found.group(3)))
            .plusSeconds(Long.parseLong(found.group(4)));
    return Optional.of(found.group(1).isEmpty() ? span : span.negated());
  }

  private static long unit(String field) {
    String name = field.toLowerCase(Locale.ROOT);
    if (name.contains("hour") || name.matches(".*\\b(hrs?|h)\\b.*")) return 3600;
    return name.contains("sec") ? 1 : 60;
  }

  private Optional<Duration> number(String text, long seconds) {
    if (!text.matches("[-−]?[\\d.,' ]+")) return Optional.empty();
    return SumText.parse(text, mapping.decimalComma())
        .filter(sum -> sum.value().abs().compareTo(Payment.HIGHEST) < 0)
        .map(sum -> Duration.ofMillis(millis(sum.value(), seconds)));
  }

  private static long millis(BigDecimal value, long seconds) {
    return value
        .multiply(BigDecimal.valueOf(seconds * 1000))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** What became of it. */
  Optional<Status> status(String field, String cell) throws BadCell {
    String bare = value(field, cell);
    if (isNothing(bare)) return Optional.empty();
    if (StatusWords.isUnderWay(bare))
      throw new BadCell(field, quoted(bare) + ": not finished yet; it comes with a later file");
    return Optional.of(
        StatusWords.of(bare)
            .orElseThrow(
                () ->
                    new BadCell(
                        field,
                        quoted(bare)
                            + " is no status that is known (approved, paid, pending, rejected,"
                            + " returned, screened out, timed out …)")));
  }

  /** An ISO code or sign. */
  static Optional<String> currency(String field, String cell) throws BadCell {
    String bare = value(field, cell);
    if (isNothing(bare)) return Optional.empty();
    if (bare.matches("[A-Za-z]{3,5}")) return Optional.of(bare.toUpperCase(Locale.ROOT));
    return Optional.of(
        SumText.parse(bare + "1", false)
            .flatMap(SumText.Sum::currency)
            .orElseThrow(() -> new BadCell(field, quoted(bare) + " is no currency")));
  }

  /** A cell that holds one value; whatever is longer than any value is none. */
  private static String value(String field, String cell) throws BadCell {
    String bare = cell.strip();
    if (bare.length() <= LONGEST_VALUE) return bare;
    throw new BadCell(field, quoted(bare) + " is too long to be one value");
  }

  static boolean isNothing(String cell) {
    return cell.isEmpty() || cell.matches("[-–—]|(?i:n/?a|null|none|nil)");
  }

  static String quoted(String cell) {
    String line = CleanText.line(cell.substring(0, Math.min(cell.length(), LONGEST_TEXT)));
    return '"' + (line.length() > 60 ? line.substring(0, 60) + "…" : line) + '"';
  }
}
