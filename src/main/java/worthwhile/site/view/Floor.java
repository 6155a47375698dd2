package worthwhile.site.view;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import worthwhile.pay.money.MinimumWage;
import worthwhile.pay.money.MinimumWages;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Pay;

/**
 * The minimum wage that a reader wants to see pay against: {@code floor=US-CA} in the address,
 * which is remembered in a cookie of the same name, {@code none} for none.
 *
 * @param wage what the reader chose; absent by default
 * @param usd the same in US dollars; absent if there is no rate
 */
public record Floor(Optional<MinimumWage> wage, Optional<BigDecimal> usd) {
  public static final String NAME = "floor";
  public static final Floor NONE = new Floor(Optional.empty(), Optional.empty());

  private static final String NO_FLOOR = "none";
  private static final int YEAR = (int) Duration.ofDays(365).toSeconds();

  /** What the address says, else what the cookie says. */
  static Floor of(Context ctx, LocalDate day, Supplier<Rates> rates) {
    String chosen = Optional.ofNullable(ctx.queryParam(NAME)).orElseGet(() -> ctx.cookie(NAME));
    return chosen == null ? NONE : of(chosen, day, rates);
  }

  private static Floor of(String area, LocalDate day, Supplier<Rates> rates) {
    Optional<MinimumWage> wage = MinimumWages.shipped().of(area, day);
    return new Floor(
        wage, wage.flatMap(floor -> rates.get().convert(floor.perHour(), floor.currency(), "USD")));
  }

  public static boolean isKnown(String area, LocalDate day) {
    return area.equals(NO_FLOOR) || MinimumWages.shipped().of(area, day).isPresent();
  }

  /** Remembers what the address says. */
  public static void remember(Context ctx, String area) {
    Cookie cookie = new Cookie(NAME, area, "/");
    cookie.setMaxAge(area.equals(NO_FLOOR) ? 0 : YEAR);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    ctx.cookie(cookie);
  }

  /** Every area that can be chosen. */
  public static List<MinimumWage> choices(LocalDate day) {
    return MinimumWages.shipped().all(day);
  }

  public boolean is(String area) {
    return wage.filter(own -> own.area().equals(area)).isPresent();
  }

  /**
   * Above, below or around the reader's minimum wage, by the whole interval; absent without one.
   */
  Optional<String> against(Pay pay) {
    if (usd.isEmpty() || !pay.currency().equals("USD")) return Optional.empty();
    return Optional.of(side(pay) + " your minimum wage of " + amount());
  }

  private String side(Pay pay) {
    if (pay.netLow().compareTo(usd.orElseThrow()) >= 0) return "above";
    return pay.netHigh().compareTo(usd.orElseThrow()) < 0 ? "below" : "around";
  }

  private String amount() {
    MinimumWage own = wage.orElseThrow();
    String stated = Show.money(own.perHour(), own.currency());
    boolean same = own.currency().equals("USD");
    return same ? stated : stated + " (" + Show.money(usd.orElseThrow(), "USD") + ")";
  }

  /** The picture beside the words; absent without a floor. */
  Optional<Band> band(Pay pay) {
    return usd.filter(_ -> pay.currency().equals("USD")).map(floor -> Band.of(pay, floor));
  }

  /**
   * The interval, its middle and the floor on a scale from half a dollar to 64 dollars, each
   * doubling as wide as the next.
   *
   * @param from left end, of a width of 140; others likewise
   */
  record Band(int from, int width, int middle, int floor) {
    private static final double LEAST = 0.5;
    private static final double DOUBLING = 20;
    private static final int WIDTH = 140;

    static Band of(Pay pay, BigDecimal floor) {
      int from = at(pay.netLow());
      int to = at(pay.netHigh());
      return new Band(from, Math.max(3, to - from), at(pay.net()), at(floor));
    }

    private static int at(BigDecimal amount) {
      double doublings = Math.log(Math.max(amount.doubleValue(), LEAST) / LEAST) / Math.log(2);
      return (int) Math.clamp(Math.round(doublings * DOUBLING), 0, WIDTH);
    }
  }
}
