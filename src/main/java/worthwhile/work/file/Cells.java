package worthwhile.work.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import worthwhile.text.CleanText;
import worthwhile.text.Shortened;
import worthwhile.text.pay.SumText;
import worthwhile.text.time.DateText;
import worthwhile.work.Formulas;
import worthwhile.work.Payment;
import worthwhile.work.Status;
import worthwhile.work.file.word.Booked;

/** Single cells as values, after the ways of a mapping; empty cells are absent. */
final class Cells {
  private static final Pattern ISO_LOCAL =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?");
  private static final Pattern ZONED =
      Pattern.compile("Z$|[+−-]\\d{2}:?\\d{2}$|\\b(?!AM|PM)[A-Z]{2,4}$|\\d{9}");
  private static final Pattern YEAR = Pattern.compile("\\d{4}|\\d[/.]\\d{1,2}[/.]\\d{2}");
  private static final Pattern HOUR = Pattern.compile("\\d:\\d\\d");
  private static final Pattern OWN_CODE = Pattern.compile("[A-Za-z]{2,10}");
  private static final Duration LEAD = Duration.ofDays(1);

  /** A day without a year is the one nearest to half a year ago: the last one that has been. */
  private static final Duration HALF_A_YEAR = Duration.ofDays(182);

  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_VALUE = 200;

  private final Mapping mapping;
  private final Instant now;

  Cells(Mapping mapping, Instant now) {
    this.mapping = mapping;
    this.now = now;
  }

  private DateText.Context dates(ZoneId zone) {
    Locale order = mapping.dayFirst() ? Locale.UK : Locale.US;
    return new DateText.Context(order, zone, now.minus(HALF_A_YEAR));
  }

  /** One line of text, cleaned; a mark set by our own export against formulas is taken off. */
  Optional<String> text(String cell) {
    String line = CleanText.line(Formulas.disarmed(cell));
    if (line.length() > LONGEST_TEXT) line = line.substring(0, LONGEST_TEXT).strip();
    return line.isEmpty() ? Optional.empty() : Optional.of(line);
  }

  /**
   * A sum of 0 or more.
   *
   * @param told currency that stands beside it; absent if none does
   */
  Optional<SumText.Sum> sum(String field, String cell, Optional<String> told) throws BadCell {
    Optional<SumText.Sum> sum = signedSum(field, cell, told);
    if (sum.isEmpty()) return sum;
    if (sum.get().value().signum() < 0)
      throw new BadCell(
          field,
          quoted(cell)
              + " is below 0: what was taken back or paid out is no pay; correct the piece that it"
              + " concerns on the earnings page");
    return sum;
  }

  /** The same, below 0 where money was taken back. */
  Optional<SumText.Sum> signedSum(String field, String cell, Optional<String> told) throws BadCell {
    String bare = value(field, Formulas.disarmed(cell));
    if (isNothing(bare)) return Optional.empty();
    SumText.Sum sum =
        Booked.parse(bare, mapping.decimalComma(), told)
            .orElseThrow(() -> new BadCell(field, quoted(bare) + noSum(bare, told)));
    boolean whole = sum.currency().or(() -> told).filter(SumText::isWithoutCents).isPresent();
    if (!mapping.certain() && !whole && DecimalMark.isEither(bare))
      throw new BadCell(
          field,
          quoted(bare)
              + " may be thousands or thousandths: say which mark parts decimals (point or comma)");
    if (sum.value().abs().compareTo(Payment.HIGHEST) > 0)
      throw new BadCell(field, quoted(bare) + " is too much for one piece of work");
    return Optional.of(sum);
  }

  private static String noSum(String cell, Optional<String> told) {
    List<String> open = SumText.open(cell, told);
    if (open.isEmpty()) return " is no amount of money";
    return " does not say which currency it is (%s): write its code beside it, or choose it for the file"
        .formatted(String.join(", ", open));
  }

  /** A moment, not in the future; of a day alone its start. */
  Optional<Instant> moment(String field, String cell) throws BadCell {
    return moment(field, cell, Optional.empty());
  }

  /**
   * A moment, not in the future, that may be told in another zone than the mapping's.
   *
   * @param told zone of its hour where the cell names none; absent: that of the mapping
   */
  Optional<Instant> moment(String field, String cell, Optional<ZoneId> told) throws BadCell {
    String bare = value(field, Formulas.disarmed(cell));
    if (isNothing(bare)) return Optional.empty();
    ZoneId zone = told.filter(_ -> HOUR.matcher(bare).find()).orElse(mapping.zone());
    DateText.Context context = dates(zone);
    if (isRelative(bare, context))
      throw new BadCell(
          field,
          quoted(bare)
              + " counts from the day on which the file was made, which it does not tell: write the"
              + " date itself");
    Instant moment =
        iso(bare, zone)
            .or(() -> DateText.parse(ordered(bare), context))
            .orElseThrow(() -> new BadCell(field, quoted(bare) + " is no date that can be read"));
    if (moment.isAfter(now.plus(LEAD)))
      throw new BadCell(field, quoted(bare) + " lies in the future");
    return Optional.of(moment);
  }

  /** "Yesterday", "2 days ago": of a file nobody knows when. */
  private static boolean isRelative(String cell, DateText.Context context) {
    return !YEAR.matcher(cell).find() && DateText.parse(cell, "relative", context).isPresent();
  }

  /** A date of numbers with its year first; of one that the file's order forbids nothing. */
  private String ordered(String cell) {
    if (!DayOrder.isNumbers(cell)) return cell;
    return (mapping.dayFirst() ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST).iso(cell).orElse("");
  }

  /** What a clock of the mapping's zone showed; absent if the cell names a zone or no hour. */
  Optional<LocalDateTime> shown(String cell) {
    String bare = Formulas.disarmed(cell.strip()).strip();
    if (ZONED.matcher(bare).find() || !HOUR.matcher(bare).find()) return Optional.empty();
    return iso(bare, ZoneOffset.UTC)
        .or(() -> DateText.parse(ordered(bare), dates(ZoneOffset.UTC)))
        .map(at -> LocalDateTime.ofInstant(at, ZoneOffset.UTC));
  }

  /** The form of most files, at a fraction of the general reader's cost. */
  private static Optional<Instant> iso(String text, ZoneId zone) {
    if (!ISO_LOCAL.matcher(text).matches()) return Optional.empty();
    try {
      LocalDateTime local = LocalDateTime.parse(text.replace(' ', 'T'));
      return Optional.of(local.atZone(zone).toInstant());
    } catch (DateTimeException impossible) {
      return Optional.empty(); // 30 February: the general reader refuses it too.
    }
  }

  /** A span of time of more than 0. */
  Optional<Duration> span(String field, String cell, Lengths lengths) throws BadCell {
    String bare = value(field, Formulas.disarmed(cell));
    if (isNothing(bare)) return Optional.empty();
    Optional<String> doubt = lengths.doubt(bare);
    if (doubt.isPresent()) throw new BadCell(field, quoted(bare) + doubt.get());
    Duration span =
        lengths
            .read(bare)
            .orElseThrow(() -> new BadCell(field, quoted(bare) + " is no length of time"));
    if (span.isNegative()) throw new BadCell(field, quoted(bare) + " is below 0");
    return span.isZero() ? Optional.empty() : Optional.of(span);
  }

  /** What became of it. */
  Optional<Status> status(String field, String cell) throws BadCell {
    String bare = value(field, cell);
    if (isNothing(bare)) return Optional.empty();
    Optional<Status> marked = StatusWords.marked(field, bare);
    if (marked.isPresent()) return marked;
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

  /** The ISO code of a code, sign or name; of our own export also what platforms call points. */
  Optional<String> currency(String field, String cell) throws BadCell {
    String bare = value(field, Formulas.disarmed(cell));
    if (isNothing(bare)) return Optional.empty();
    if (mapping.has(Column.FINGERPRINT) && OWN_CODE.matcher(bare).matches())
      return Optional.of(bare);
    return Optional.of(
        SumText.currency(bare)
            .orElseThrow(
                () ->
                    new BadCell(
                        field,
                        quoted(bare)
                            + " is no currency that is known: give a code such as USD, GBP, EUR")));
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
    return '"' + Shortened.to(60, line) + '"';
  }
}
