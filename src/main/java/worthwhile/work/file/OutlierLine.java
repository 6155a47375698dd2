package worthwhile.work.file;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.pay.SumText;
import worthwhile.work.Formulas;
import worthwhile.work.Status;

/**
 * One line of Outlier's earnings: a part of what one item came to.
 *
 * @param line where it stands in the file
 * @param item the platform's id; absent where the cell holds a dash
 * @param day the work date; of a day alone its start
 * @param time as stated, to the second; zero if none is
 * @param payout in US dollars; below 0 where money was taken back
 * @param type what is paid for, as the file spells it
 * @param kind the same as far as it is known
 * @param project empty if none is named
 */
record OutlierLine(
    long line,
    Optional<String> item,
    Instant day,
    Duration time,
    BigDecimal payout,
    String type,
    Kind kind,
    String project,
    Status status) {
  private static final Pattern SPAN =
      Pattern.compile("(?:(\\d{1,4})h)?\\s*(?:(\\d{1,4})m)?\\s*(?:(\\d{1,5})s)?");
  private static final Pattern TOGETHER = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[_-]+");
  private static final Pattern WORK =
      Pattern.compile("(?:pre|overtime|task|hourly|base|regular|review)[ -]?(?:pay|rate)?");
  private static final Pattern ADJUSTMENT =
      Pattern.compile(".*(?:adjust|correct|clawback|reversal|deduct).*");
  private static final Pattern EXTRA =
      Pattern.compile(".*(?:reward|bonus|incentive|mission|referral|promo|quest|boost).*");

  /** What a line pays for. */
  enum Kind {
    /** Time worked, also beyond what an item allows. */
    WORK,
    /** Paid on top, for no time of its own. */
    BONUS,
    /** An earlier sum put right. */
    ADJUSTMENT,
    /** A word that is not known. */
    UNKNOWN
  }

  /**
   * Reads a line.
   *
   * @param columns name and cell of each meaning
   */
  static OutlierLine of(long line, Map<OutlierColumn, Cell> columns, Cells cells) throws BadCell {
    Cell type = cell(columns, OutlierColumn.PAY_TYPE);
    Cell payout = cell(columns, OutlierColumn.PAYOUT);
    Cell day = cell(columns, OutlierColumn.WORK_DATE);
    Cell status = cell(columns, OutlierColumn.STATUS);
    String kind = words(type.text());
    return new OutlierLine(
        line,
        cells.text(cell(columns, OutlierColumn.ITEM_ID).text()).filter(id -> !Cells.isNothing(id)),
        cells
            .moment(day.name(), day.text())
            .orElseThrow(() -> day.bad("it says not when the work was done: write 2026-11-02")),
        time(cell(columns, OutlierColumn.DURATION)),
        payout(payout, cells),
        kind,
        kind(kind),
        cells
            .text(cell(columns, OutlierColumn.PROJECT).text())
            .filter(name -> !Cells.isNothing(name))
            .orElse(""),
        cells
            .status(status.name(), status.text())
            .orElseThrow(() -> status.bad("it is empty: write pending or paid")));
  }

  /** A cell with the name of its column. */
  record Cell(String name, String text) {
    BadCell bad(String reason) {
      return new BadCell(name, reason);
    }
  }

  private static Cell cell(Map<OutlierColumn, Cell> columns, OutlierColumn column) {
    return Objects.requireNonNull(columns.get(column), "each meaning has its cell");
  }

  /** Exact to the second: 1h 2m 3s. */
  private static Duration time(Cell cell) throws BadCell {
    String bare = Formulas.disarmed(cell.text()).strip();
    if (Cells.isNothing(bare)) return Duration.ZERO;
    Matcher span = SPAN.matcher(bare.toLowerCase(Locale.ROOT));
    if (!span.matches())
      throw cell.bad(Cells.quoted(bare) + " is no length of time: write it as 1h 2m 3s");
    return Duration.ofHours(number(span.group(1)))
        .plusMinutes(number(span.group(2)))
        .plusSeconds(number(span.group(3)));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static BigDecimal payout(Cell cell, Cells cells) throws BadCell {
    SumText.Sum sum =
        cells
            .signedSum(cell.name(), cell.text(), Optional.of(OutlierRows.CURRENCY))
            .orElseThrow(() -> cell.bad("it says not what was paid: write $4.50"));
    if (sum.currency().filter(code -> !code.equals(OutlierRows.CURRENCY)).isPresent())
      throw cell.bad(Cells.quoted(cell.text()) + " is not in US dollars, in which Outlier pays");
    return sum.value();
  }

  /** "missionReward" as "mission reward". */
  private static String words(String type) {
    return TOGETHER.matcher(type.strip()).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
  }

  private static Kind kind(String words) {
    if (WORK.matcher(words).matches()) return Kind.WORK;
    if (ADJUSTMENT.matcher(words).matches()) return Kind.ADJUSTMENT;
    return EXTRA.matcher(words).matches() ? Kind.BONUS : Kind.UNKNOWN;
  }

  /** Whether it is paid on top: a bonus, or a word that is not known, for no time. */
  boolean isBonus() {
    return switch (kind) {
      case BONUS -> true;
      case UNKNOWN -> time.isZero();
      case WORK, ADJUSTMENT -> false;
    };
  }

  /** Time worked; that of bonuses and adjustments is none of its own. */
  Duration worked() {
    boolean own = kind == Kind.WORK || kind == Kind.UNKNOWN;
    return own ? time : Duration.ZERO;
  }
}
