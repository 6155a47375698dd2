package worthwhile.site.review;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.time.Timer;

/** What stands in the fields of the form: as it was sent, as it was said, or as it is known. */
record FormValues(Map<String, String> values) {
  private static final List<String> SUM = List.of("paid.value", "paid.currency");

  FormValues {
    values = Map.copyOf(values);
  }

  /** The value of a field; empty without one. */
  String of(String name) {
    return values.getOrDefault(name, "");
  }

  boolean has(String name, String value) {
    return of(name).equals(value);
  }

  /** What the link to the form has chosen. */
  static FormValues chosen(Context ctx) {
    Map<String, String> values = new HashMap<>();
    Worded.of(Outcome.class, ctx.queryParam("outcome"))
        .ifPresent(outcome -> put(values, "outcome", outcome.word()));
    return new FormValues(values);
  }

  /** As somebody sent it, mistakes and all. */
  static FormValues sent(Context ctx) {
    Map<String, String> values = new HashMap<>();
    for (String name : ReviewFields.NAMES) put(values, name, ctx.formParam(name));
    for (String name : SUM) put(values, name, ctx.formParam(name));
    return new FormValues(values);
  }

  /** What a review says. */
  static FormValues of(Review review) {
    Review.Facts facts = review.facts();
    Map<String, String> values = new HashMap<>();
    put(values, "outcome", facts.outcome().word());
    put(values, "minutes", facts.minutes());
    put(values, "unpaidMinutes", facts.unpaidMinutes());
    put(values, "paid.currency", facts.currency());
    put(values, "paid.value", facts.paid() == null ? null : facts.paid().toPlainString());
    put(values, "paidAfterDays", facts.paidAfterDays());
    put(values, "rejectedFor", facts.rejectedFor() == null ? null : facts.rejectedFor().word());
    put(values, "overturned", facts.overturned());
    put(values, "screenedOutPaid", facts.screenedOutPaid());
    put(values, "answered", facts.answered());
    put(values, "again", facts.again());
    put(values, "deactivated", facts.deactivated());
    put(values, "text", review.text().orElse(null));
    return new FormValues(values);
  }

  /** What a task promises for one piece. */
  static FormValues of(JobPosting job) {
    Map<String, String> values = new HashMap<>();
    MonetaryAmount pay = job.baseSalary();
    if (pay != null && pay.unitText() == UnitText.TASK && isOneSum(pay))
      paid(values, pay.currency(), pay.minValue());
    return new FormValues(values);
  }

  private static boolean isOneSum(MonetaryAmount pay) {
    return pay.minValue() != null
        && pay.maxValue() != null
        && pay.minValue().compareTo(pay.maxValue()) == 0;
  }

  /** What a timer that is not done shows. */
  static FormValues of(Timer timer, Instant now) {
    Map<String, String> values = new HashMap<>();
    put(values, "minutes", minutes(timer.active(now)));
    if (timer.task().reward() != null) paid(values, timer.task().currency(), timer.task().reward());
    return new FormValues(values);
  }

  /** What a worker's own list has of it. */
  static FormValues of(Work work) {
    Map<String, String> values = new HashMap<>();
    put(values, "outcome", outcome(work.status()).word());
    work.times().worked().ifPresent(time -> put(values, "minutes", minutes(time)));
    if (work.status().isPaid() && work.payment().isKnown())
      paid(values, work.payment().currency(), work.payment().gross());
    Instant paid = work.payment().paid();
    Instant submitted = work.times().submitted();
    if (paid != null && submitted != null && !paid.isBefore(submitted))
      put(values, "paidAfterDays", Duration.between(submitted, paid).toDays());
    return new FormValues(values);
  }

  private static Outcome outcome(Status status) {
    return switch (status) {
      case PENDING -> Outcome.PENDING;
      case APPROVED, PAID -> Outcome.PAID;
      case REJECTED -> Outcome.REJECTED;
      case RETURNED, ABANDONED -> Outcome.RETURNED;
      case SCREENED_OUT -> Outcome.SCREENED_OUT;
      case TIMED_OUT -> Outcome.TIMED_OUT;
    };
  }

  /** These, filled up with what only others say. */
  FormValues or(FormValues others) {
    Map<String, String> all = new HashMap<>(others.values);
    all.putAll(values);
    return new FormValues(all);
  }

  private static long minutes(Duration time) {
    return time.plusSeconds(30).toMinutes();
  }

  private static void paid(
      Map<String, String> values, @Nullable String currency, @Nullable BigDecimal value) {
    put(values, "paid.currency", currency);
    put(values, "paid.value", value == null ? null : value.toPlainString());
  }

  private static void put(Map<String, String> values, String name, @Nullable Object value) {
    if (value != null) values.put(name, value.toString());
  }
}
