package worthwhile.work.earn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.work.Status;
import worthwhile.work.Work;

/**
 * What some pieces of work came to, in one currency.
 *
 * @param pieces how many by status
 * @param paid after fees, of approved and paid work, and bonuses for lost work
 * @param pending after fees, not decided yet
 * @param lost what was promised for work that ended without its pay
 * @param fees of paid and pending work
 * @param hours of all pieces
 * @param lostTime time worked on what was lost
 * @param timed how many pieces the pay per hour rests on: those whose time is known, and whose pay
 *     is known or lost
 * @param timedFor time worked on those
 * @param timedClock time by the clock of those
 * @param hourlyActive paid and pending of those, for an hour worked; absent if that rests on less
 *     than {@link #LEAST_TIME}, of which no hour can be told
 * @param hourlyClock the same for an hour by the clock
 * @param unknownPay pieces not lost whose pay is not known or cannot be converted
 */
public record Totals(
    Map<Status, Integer> pieces,
    BigDecimal paid,
    BigDecimal pending,
    BigDecimal lost,
    BigDecimal fees,
    Hours hours,
    Duration lostTime,
    int timed,
    Duration timedFor,
    Duration timedClock,
    Optional<BigDecimal> hourlyActive,
    Optional<BigDecimal> hourlyClock,
    int unknownPay) {
  /** Time worked from which on there is a pay per hour: of 21 seconds it would be any figure. */
  public static final Duration LEAST_TIME = Duration.ofMinutes(15);

  private static final BigDecimal MILLIS = BigDecimal.valueOf(3_600_000);

  /** Adds up. */
  public static Totals of(Collection<CountedWork> work) {
    Sums sums = new Sums();
    for (CountedWork piece : work) sums.add(piece);
    return sums.totals();
  }

  /** How many pieces. */
  public int count() {
    return pieces.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many pieces are lost. */
  public int lostCount() {
    return pieces.entrySet().stream()
        .filter(entry -> entry.getKey().isLost())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** How many pieces are approved or paid. */
  public int paidCount() {
    return pieces.getOrDefault(Status.APPROVED, 0) + pieces.getOrDefault(Status.PAID, 0);
  }

  /** How many pieces are pending. */
  public int pendingCount() {
    return pieces.getOrDefault(Status.PENDING, 0);
  }

  /** Paid and pending together. */
  public BigDecimal earned() {
    return paid.add(pending);
  }

  /** Pay for an hour by the clock, less what was spent; absent where there is none. */
  public Optional<BigDecimal> hourlyClockLess(BigDecimal spent) {
    return hourlyClock.flatMap(
        hour -> hourly(spent, timedClock).map(costs -> hour.subtract(costs)));
  }

  private static final class Sums {
    private final Map<Status, Integer> pieces = new EnumMap<>(Status.class);
    private final List<Work> all = new ArrayList<>();
    private final List<Work> lostWork = new ArrayList<>();
    private final List<Work> timed = new ArrayList<>();
    private BigDecimal paid = BigDecimal.ZERO;
    private BigDecimal pending = BigDecimal.ZERO;
    private BigDecimal lost = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal timedMoney = BigDecimal.ZERO;
    private int unknownPay;

    void add(CountedWork piece) {
      Work work = piece.work();
      Status status = work.status();
      pieces.merge(status, 1, Integer::sum);
      all.add(work);
      if (status.isLost()) {
        lost = lost.add(piece.lost());
        paid = paid.add(piece.net());
        lostWork.add(work);
        count(piece);
      } else if (piece.gross().isEmpty()) {
        unknownPay++;
      } else {
        if (status.isPaid()) paid = paid.add(piece.net());
        else pending = pending.add(piece.net());
        fees = fees.add(piece.fee());
        count(piece);
      }
    }

    private void count(CountedWork piece) {
      if (piece.work().times().worked().isEmpty()) return;
      timed.add(piece.work());
      timedMoney = timedMoney.add(piece.net());
    }

    Totals totals() {
      Hours counted = Hours.of(timed);
      boolean isLong = counted.active().compareTo(LEAST_TIME) >= 0;
      return new Totals(
          pieces,
          paid,
          pending,
          lost,
          fees,
          Hours.of(all),
          Hours.of(lostWork).active(),
          timed.size(),
          counted.active(),
          counted.clock(),
          isLong ? hourly(timedMoney, counted.active()) : Optional.empty(),
          isLong ? hourly(timedMoney, counted.clock()) : Optional.empty(),
          unknownPay);
    }
  }

  private static Optional<BigDecimal> hourly(BigDecimal money, Duration time) {
    return Optional.of(
        money
            .multiply(MILLIS)
            .divide(BigDecimal.valueOf(time.toMillis()), 2, RoundingMode.HALF_UP));
  }
}
