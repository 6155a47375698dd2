package worthwhile.site.platform;

import java.math.BigDecimal;
import java.util.Optional;
import worthwhile.market.MarketFigures;
import worthwhile.market.Sample;
import worthwhile.pay.money.Rates;
import worthwhile.site.view.Show;
import worthwhile.source.Platform;

/**
 * One platform, how many tasks it has open here and what they pay.
 *
 * @param minimumUsd the smallest payout in US dollars; absent if not known or paid in a token
 * @param sample what its tasks of the last 30 days pay per hour
 */
record PlatformLine(Platform platform, long open, Optional<BigDecimal> minimumUsd, Sample sample) {
  static PlatformLine of(Platform platform, long open, Rates rates, MarketFigures figures) {
    return new PlatformLine(
        platform,
        open,
        platform
            .minimumPayout()
            .flatMap(
                sum ->
                    sum.amount().signum() == 0
                        ? Optional.of(BigDecimal.ZERO)
                        : rates.convert(sum.amount(), sum.currency(), "USD")),
        figures.platform(platform.id()));
  }

  /** What and in which currency it pays, in a few words. */
  Optional<String> pay() {
    Optional<String> unit = platform.payLine("unit");
    Optional<String> currency = platform.payLine("currency");
    if (unit.isPresent() && currency.isPresent())
      return Optional.of(unit.get() + ", " + currency.get());
    return unit.or(() -> currency);
  }

  /** The smallest payout in a few words. */
  Optional<String> minimum() {
    return platform
        .payoutLine("minimum")
        .or(() -> platform.minimumPayout().map(sum -> Show.money(sum.amount(), sum.currency())));
  }

  /** How long until work is paid, in a few words. */
  Optional<String> delay() {
    return platform
        .payoutLine("delay")
        .or(() -> platform.paidAfterDays().map(days -> Show.count(days, "days")));
  }
}
