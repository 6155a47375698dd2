package worthwhile.pay.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.posting.Reason;
import worthwhile.source.Fee;
import worthwhile.source.Platform;
import worthwhile.source.card.Dated;
import worthwhile.source.card.ScreenOutReward;

/**
 * What a platform takes off a worker's money, by the dated fees of its card.
 *
 * <p>Fees on earnings are taken from each payment, fees on withdrawal from what those leave. A fee
 * with a fixed sum on withdrawal spreads over the smallest withdrawal that there is, which is what
 * it costs at most; without a known smallest one its fixed sum is told, not counted. Of several
 * ways of paying out the cheapest counts.
 */
public final class Fees {
  /** Nothing is taken off, as far as is known. */
  public static final Fees NONE = new Fees(List.of(), List.of(), List.of());

  private final List<Fee> fees;
  private final List<Platform.Spell> unpaid;
  private final List<ScreenOutReward> screenOuts;

  private Fees(List<Fee> fees, List<Platform.Spell> unpaid, List<ScreenOutReward> screenOuts) {
    this.fees = fees;
    this.unpaid = unpaid;
    this.screenOuts = screenOuts;
  }

  /** The fees of a platform's card. */
  public static Fees of(Platform platform) {
    return new Fees(
        platform.fees().stream().map(fee -> withPayout(fee, platform)).toList(),
        platform.unpaid(),
        Dated.current(platform.particulars().screenOutRewards()));
  }

  /** What a withdrawal costs is spread over the smallest one that the card knows. */
  private static Fee withPayout(Fee fee, Platform platform) {
    if (fee.on() != Fee.On.WITHDRAWAL || fee.payout().isPresent()) return fee;
    return platform
        .minimumPayout()
        .filter(least -> least.amount().signum() > 0 && least.currency().equals(fee.currency()))
        .map(least -> fee.withPayout(least.amount()))
        .orElse(fee);
  }

  /** What is asked for without pay there. */
  public List<Platform.Spell> unpaid() {
    return unpaid;
  }

  /** What somebody gets there who is sent away after a start. */
  public List<ScreenOutReward> screenOuts() {
    return screenOuts;
  }

  /** The fees of each of these platforms by its id; none for others. */
  public static Function<String, Fees> byPlatform(Collection<Platform> platforms) {
    Map<String, Fees> all =
        platforms.stream().collect(Collectors.toMap(Platform::id, Fees::of, (first, _) -> first));
    return platform -> all.getOrDefault(platform, NONE);
  }

  /** These fees. */
  public static Fees of(List<Fee> fees) {
    return new Fees(List.copyOf(fees), List.of(), List.of());
  }

  /** Whether nothing is known to be taken off. */
  public boolean isEmpty() {
    return fees.isEmpty();
  }

  /**
   * What is left of one payment.
   *
   * @param amount more than 0 or 0; never negative
   * @param lines what was taken off; with {@code amount} they add up to the payment
   */
  public record Net(BigDecimal amount, List<Line> lines) {
    /**
     * One fee.
     *
     * @param code of the line that it is: on each payment or on paying out
     * @param amount taken off, in the payment's currency; 0 if it could not be counted
     * @param evidence how much, as of when and where that was read
     */
    public record Line(String code, BigDecimal amount, Reason evidence) {}
  }

  /**
   * What is left of a payment for one task or project, before rounding.
   *
   * @param day on which it is paid: the newest fee not after it counts, else the oldest
   * @param rates for sums of a fee in another currency; without a rate they are told, not counted
   */
  public Net net(BigDecimal amount, String currency, LocalDate day, Rates rates) {
    List<Net.Line> lines = new ArrayList<>();
    BigDecimal left = amount;
    for (Fee.On kind : List.of(Fee.On.EARNINGS, Fee.On.WITHHOLDING))
      for (Fee fee : on(day, kind)) {
        Net.Line line = new Charge(fee, left, currency, rates.on(day)).line();
        lines.add(line);
        left = left.subtract(line.amount());
      }
    Optional<Net.Line> withdrawal = withdrawal(left, currency, day, rates.on(day));
    withdrawal.ifPresent(lines::add);
    return new Net(withdrawal.map(Net.Line::amount).map(left::subtract).orElse(left), lines);
  }

  /** The cheapest way to get the money out. */
  private Optional<Net.Line> withdrawal(
      BigDecimal left, String currency, LocalDate day, Rates rates) {
    return on(day, Fee.On.WITHDRAWAL).stream()
        .map(fee -> new Charge(fee, left, currency, rates).line())
        .min(Comparator.comparing(Net.Line::amount));
  }

  /** Of each name and way of paying out the fee that holds on a day. */
  private List<Fee> on(LocalDate day, Fee.On on) {
    Comparator<Fee> byDay = Comparator.comparing(Fee::asOf);
    Map<List<Object>, List<Fee>> histories =
        fees.stream()
            .filter(fee -> fee.on() == on)
            .collect(
                Collectors.groupingBy(
                    fee -> List.of(fee.name(), fee.method()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return histories.values().stream()
        .map(
            history ->
                history.stream()
                    .filter(fee -> !fee.asOf().isAfter(day))
                    .max(byDay)
                    .orElseGet(() -> history.stream().min(byDay).orElseThrow()))
        .toList();
  }
}
