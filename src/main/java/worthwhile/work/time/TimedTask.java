package worthwhile.work.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.work.Payment;

/**
 * What is being timed.
 *
 * @param posting its id; null if it is no posting that is known here
 * @param platform id of the platform
 * @param title never blank
 * @param requester null if not known
 * @param currency of the reward; null if there is none
 * @param reward for one piece; null if not known
 * @param usual how long it usually takes, as far as is known; null if not
 * @param allowed the time limit; null if there is none or it is not known
 */
public record TimedTask(
    @Nullable String posting,
    String platform,
    @Nullable String title,
    @Nullable Organization requester,
    @Nullable String currency,
    @Nullable BigDecimal reward,
    @Nullable Duration usual,
    @Nullable Duration allowed) {
  private static final BigDecimal MILLIS = BigDecimal.valueOf(60_000);

  public TimedTask {
    Objects.requireNonNull(platform, "platform");
    if (title == null || title.isBlank())
      throw new IllegalArgumentException("Say what is being timed: a title is missing.");
    if (reward != null && (reward.signum() < 0 || reward.compareTo(Payment.HIGHEST) > 0))
      throw new IllegalArgumentException("The reward must be 0 or more, at most 1000000.");
    if (reward != null && currency == null)
      throw new IllegalArgumentException("The reward needs a currency: USD, GBP, EUR …");
  }

  /** A posting; its reward counts only where one amount is paid for the one task. */
  public static TimedTask of(JobPosting posting) {
    Optional<MonetaryAmount> fixed =
        Optional.ofNullable(posting.baseSalary()).filter(TimedTask::isFixed);
    return new TimedTask(
        posting.id(),
        posting.platform() == null ? posting.source() : posting.platform(),
        posting.title(),
        posting.hiringOrganization(),
        fixed.map(MonetaryAmount::currency).orElse(null),
        fixed.map(MonetaryAmount::minValue).orElse(null),
        usual(posting),
        posting.timeAllowed());
  }

  private static boolean isFixed(MonetaryAmount salary) {
    BigDecimal min = salary.minValue();
    BigDecimal max = salary.maxValue();
    return salary.unitText() == UnitText.TASK
        && min != null
        && max != null
        && min.compareTo(max) == 0;
  }

  /** As the platform measured it, else as people report it, else as the requester states it. */
  private static @Nullable Duration usual(JobPosting posting) {
    if (posting.timeMeasured() != null) return posting.timeMeasured();
    BigDecimal[] minutes =
        posting.reports().stream()
            .map(WorkReport::minutes)
            .filter(Objects::nonNull)
            .sorted()
            .toArray(BigDecimal[]::new);
    if (minutes.length == 0) return posting.timeRequired();
    BigDecimal middle = Arrays.asList(minutes).get(minutes.length / 2);
    return Duration.ofMillis(middle.multiply(MILLIS).longValue());
  }
}
