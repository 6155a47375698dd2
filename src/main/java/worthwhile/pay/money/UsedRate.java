package worthwhile.pay.money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;

/**
 * The rate of exchange that a figure rests on; the oldest, if there are several.
 *
 * @param currency that was converted
 * @param day on which the rate was published
 */
public record UsedRate(String currency, LocalDate day) {
  /** Older rates are told beside the figure. */
  private static final int DAYS = 30;

  /** A figure is worked out anew when there is a rate that is newer by more than this. */
  private static final int OVERTAKEN = 7;

  /** What the evidence of pay names; absent if nothing was converted. */
  public static Optional<UsedRate> of(Pay pay) {
    return pay.evidence().stream().flatMap(UsedRate::in).min(Comparator.comparing(UsedRate::day));
  }

  private static Stream<UsedRate> in(Reason reason) {
    if (!PayReasons.isConversion(reason)) return Stream.empty();
    Object currency = reason.parameters().get("from");
    Object day = reason.parameters().get("day");
    return currency == null || day == null
        ? Stream.empty()
        : Stream.of(new UsedRate(currency.toString(), LocalDate.parse(day.toString())));
  }

  /** Whether it is more than 30 days old. */
  public boolean isOld(LocalDate today) {
    return age(today) > DAYS;
  }

  /** Whether there is a rate that is newer by more than a week. */
  public boolean isOvertaken(Rates rates) {
    return rates.date(currency).isAfter(day.plusDays(OVERTAKEN));
  }

  private long age(LocalDate today) {
    return ChronoUnit.DAYS.between(day, today);
  }

  /** Adds to pay as JSON which rate it rests on, and whether that is old. */
  public void tell(ObjectNode pay, LocalDate today) {
    ObjectNode rate = pay.putObject("rate");
    rate.put("currency", currency).put("day", day.toString()).put("old", isOld(today));
    if (isOld(today)) rate.put("text", reason(today).text());
  }

  /** That it is old, as a sentence. */
  public Reason reason(LocalDate today) {
    return Reason.of("rate-old")
        .with("currency", currency)
        .with("day", day)
        .with("days", age(today));
  }
}
