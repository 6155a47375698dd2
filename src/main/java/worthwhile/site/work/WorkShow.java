package worthwhile.site.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Show;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.earn.Goal;
import worthwhile.work.earn.Totals;
import worthwhile.work.file.Format;

/** Pieces of a worker's work as words. */
final class WorkShow {
  private WorkShow() {}

  /** A moment on the worker's own clock. */
  static String moment(Instant instant, ZoneId zone) {
    return Show.at("d MMM uuuu, HH:mm", instant.atZone(zone));
  }

  /** When the work was done, if that is known; a day without an hour is one everywhere. */
  static String at(Work work, ZoneId zone) {
    return work.times()
        .at()
        .map(at -> work.dayAlone(at).map(Show::day).orElseGet(() -> moment(at, zone)))
        .orElse(Labels.part("work.no-date"));
  }

  /** "1 h 05 min", "12 min", "45 s". */
  static String span(Duration span) {
    if (span.isZero()) return "0 min";
    long minutes = span.plusSeconds(30).toMinutes();
    if (span.compareTo(Duration.ofMinutes(1)) < 0) return Math.max(1, span.toSeconds()) + " s";
    if (minutes < 60) return minutes + " min";
    return "%d h %02d min".formatted(minutes / 60, minutes % 60);
  }

  /** Time that counts; a dash where none is known or believable. */
  static String worked(Work work) {
    return work.times().worked().map(WorkShow::span).orElse("–");
  }

  /** Reward and bonus; a dash where none is known. */
  static String pay(Work work) {
    if (!work.payment().isKnown()) return "–";
    return sum(work.payment().gross(), work.payment().currency());
  }

  /** A sum with at least two places: $7.50, £12.00, −$3.20. */
  static String sum(BigDecimal amount, @Nullable String currency) {
    if (amount.signum() < 0) return "−" + sum(amount.negate(), currency);
    String text =
        Show.money(
            amount, Objects.requireNonNull(currency, "Payment takes no sum without a currency"));
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    boolean code = text.endsWith(" " + currency);
    if (!whole) return text;
    return code ? text.replace(" " + currency, ".00 " + currency) : text + ".00";
  }

  static String status(Status status) {
    return switch (status) {
      case PENDING -> Labels.part("work.pending-2");
      case APPROVED -> Labels.part("work.approved");
      case PAID -> Labels.part("work.paid-2");
      case REJECTED -> Labels.part("work.rejected");
      case RETURNED -> Labels.part("work.returned");
      case SCREENED_OUT -> Labels.part("work.screened-out");
      case TIMED_OUT -> Labels.part("work.timed-out");
      case ABANDONED -> Labels.part("work.abandoned");
    };
  }

  /** How a format was told apart from others. */
  static String recognised(Format format) {
    return format == Format.CSV
        ? Labels.part("work.a-csv-file-of-a-form-that-is-not-known-check")
        : Labels.worded(format.label());
  }

  /** The mark between cells, by name. */
  static String delimiter(char mark) {
    return switch (mark) {
      case ',' -> Labels.part("work.commas");
      case ';' -> Labels.part("work.semicolons");
      case '\t' -> Labels.part("work.tabs");
      default -> String.valueOf(mark);
    };
  }

  static Optional<String> requester(Work work) {
    return Optional.of(work.requesterName()).filter(name -> !name.isBlank());
  }

  /** Pay per hour, or why there is none: no times, or too little of it. */
  static String hourly(Optional<BigDecimal> hourly, Totals totals, String currency) {
    return hourly
        .map(sum -> sum(sum, currency))
        .orElse(
            totals.timed() == 0
                ? Labels.part("work.no-times-known")
                : Labels.part("work.from-min-of-work-on", "n", Totals.LEAST_TIME.toMinutes()));
  }

  /** What lost work ended with: "3 rejected, 2 returned". */
  static String lost(Totals totals) {
    return totals.pieces().entrySet().stream()
        .filter(entry -> entry.getKey().isLost())
        .map(entry -> Show.number(entry.getValue()) + " " + status(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  static String goal(Goal goal) {
    return switch (goal) {
      case Goal.Money(var amount, var currency) -> sum(amount, currency);
      case Goal.Hours(var time) -> Labels.part("work.worked-3", "time", span(time));
    };
  }

  /** A goal's number as it is typed; empty without a goal. */
  static String goalNumber(Goal goal) {
    return switch (goal) {
      case null -> "";
      case Goal.Money(var amount, var _) -> amount.toPlainString();
      case Goal.Hours(var time) ->
          BigDecimal.valueOf(time.toSeconds())
              .divide(BigDecimal.valueOf(3_600), 2, RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString();
    };
  }

  /** The currency of a goal in money; else the one that may be chosen. */
  static String goalUnit(Goal goal, String otherwise) {
    return goal instanceof Goal.Money(var _, var currency) ? currency : otherwise;
  }
}
