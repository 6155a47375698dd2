package worthwhile.site.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import worthwhile.market.BestHour;
import worthwhile.market.Market;
import worthwhile.market.Sample;
import worthwhile.posting.Reason;
import worthwhile.site.view.Show;

/** Figures of the market in words. */
public final class MarketWords {
  private static final String DOLLARS = "USD";

  private MarketWords() {}

  /** An amount an hour: $9.80. */
  public static String money(BigDecimal usd) {
    return Show.money(usd, DOLLARS);
  }

  /** What they pay, and on how many that rests: median $9.80/h net from 34 tasks of 30 days, … */
  public static String pay(Sample sample) {
    if (!sample.isEnough()) return tooFew(sample.n());
    return Reason.of("market-pay")
        .with("median", money(sample.median().orElseThrow()))
        .with("n", sample.n())
        .with("days", Market.DAYS)
        .with("low", money(sample.lowerQuartile().orElseThrow()))
        .with("high", money(sample.upperQuartile().orElseThrow()))
        .said();
  }

  /** The middle half: $6–$14. */
  static String middleHalf(Sample sample) {
    return money(sample.lowerQuartile().orElseThrow())
        + "–"
        + money(sample.upperQuartile().orElseThrow());
  }

  /** That so many say nothing. */
  static String tooFew(int n) {
    return Reason.of("market-too-few").with("n", n).said();
  }

  /** An hour of the day: 18:00–19:00. */
  static String hour(int hour) {
    return String.format(Locale.ROOT, "%02d:00–%02d:00", hour, (hour + 1) % 24);
  }

  /** When to look, and on what that rests. */
  static String best(BestHour best, ZoneId zone, Instant now) {
    return Reason.of("market-best-hour")
        .with("hour", hour(best.hour()))
        .with("zone", zone.getId())
        .with("when", when(best, now.atZone(zone)))
        .with("good", best.good())
        .with("n", best.n())
        .with("days", Market.DAYS)
        .with("amount", money(best.least()))
        .said();
  }

  private static String when(BestHour best, ZonedDateTime now) {
    if (best.hoursAhead() == 0) return "now";
    LocalDate day = now.truncatedTo(ChronoUnit.HOURS).plusHours(best.hoursAhead()).toLocalDate();
    return day.equals(now.toLocalDate()) ? "today" : "tomorrow";
  }

  /** A span in whole minutes. */
  static long minutes(Duration span) {
    return Math.round(span.toSeconds() / 60.0);
  }
}
