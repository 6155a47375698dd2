package worthwhile.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import worthwhile.work.Format;
import worthwhile.work.Status;
import worthwhile.work.Work;

/** Pieces of a worker's work as words. */
final class WorkShow {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private WorkShow() {}

  /** A moment on the worker's own clock. */
  static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }

  /** When the work was done, if that is known. */
  static String at(Work work, ZoneId zone) {
    return work.times().at().map(at -> moment(at, zone)).orElse("no date");
  }

  /** "1 h 05 min", "12 min", "45 s". */
  static String span(Duration span) {
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

  /** A sum with at least two places: $7.50, £12.00. */
  static String sum(BigDecimal amount, String currency) {
    String text = Show.money(amount, currency);
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    boolean code = text.endsWith(" " + currency);
    if (!whole) return text;
    return code ? text.replace(" " + currency, ".00 " + currency) : text + ".00";
  }

  static String status(Status status) {
    return switch (status) {
      case PENDING -> "pending";
      case APPROVED -> "approved";
      case PAID -> "paid";
      case REJECTED -> "rejected";
      case RETURNED -> "returned";
      case SCREENED_OUT -> "screened out";
      case TIMED_OUT -> "timed out";
      case ABANDONED -> "abandoned";
    };
  }

  /** How a format was told apart from others. */
  static String recognised(Format format) {
    return format == Format.CSV
        ? "a CSV file of a form that is not known: check how its columns are read"
        : format.label();
  }

  /** The mark between cells, by name. */
  static String delimiter(char mark) {
    return switch (mark) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      default -> String.valueOf(mark);
    };
  }

  static Optional<String> requester(Work work) {
    return Optional.of(work.requesterName()).filter(name -> !name.isBlank());
  }
}
