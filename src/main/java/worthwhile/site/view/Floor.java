package worthwhile.site.view;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.pay.money.MinimumWage;
import worthwhile.pay.money.MinimumWages;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.WageFloor;
import worthwhile.posting.Pay;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;

/**
 * What a reader wants to see pay against: {@code floor=US-CA} or {@code floor=150 KES} in the
 * address, {@code none} for none, which the browser remembers; and the money that she reckons in.
 *
 * @param chosen what the reader chose; absent by default
 * @param usd the same in US dollars; absent if there is nothing to compare with
 * @param own the money that figures are told in as well; absent for none
 * @param day on which it is looked at
 */
public record Floor(
    Optional<WageFloor> chosen, Optional<BigDecimal> usd, Optional<OwnMoney> own, LocalDate day) {
  public static final String NAME = "floor";
  public static final Floor NONE =
      new Floor(Optional.empty(), Optional.empty(), Optional.empty(), LocalDate.EPOCH);

  private static final String NO_FLOOR = "none";

  /** What a text means: a floor, that there is none, or a mistake. */
  public sealed interface Choice {
    /**
     * @param floor {@link Floor#NONE} for none
     */
    record Made(Floor floor) implements Choice {}

    /**
     * @param allowed what would have been right
     */
    record Mistaken(String allowed) implements Choice {}
  }

  /** Reads what an address or a cookie carries. */
  public static Choice choice(String text, LocalDate day, Supplier<Rates> rates) {
    if (text.strip().equalsIgnoreCase(NO_FLOOR)) return new Choice.Made(NONE);
    return switch (WageFloor.parse(text, day, rates.get())) {
      case WageFloor.Parsed.Valid(WageFloor floor) ->
          new Choice.Made(made(floor, day, rates.get()));
      case WageFloor.Parsed.Invalid(String allowed) -> new Choice.Mistaken(allowed);
    };
  }

  private static Floor made(WageFloor floor, LocalDate day, Rates rates) {
    Optional<OwnMoney> own =
        floor.perHour().flatMap(hourly -> OwnMoney.of(hourly.currency(), rates));
    return new Floor(Optional.of(floor), usd(floor, rates), own, day);
  }

  private static Optional<BigDecimal> usd(WageFloor floor, Rates rates) {
    return floor
        .perHour()
        .flatMap(hourly -> rates.convert(hourly.amount(), hourly.currency(), "USD"));
  }

  /** What the address says, else what the browser remembers. */
  public static Floor of(Context ctx, LocalDate day, Supplier<Rates> rates) {
    Remembered remembered = Remembered.of(ctx);
    Floor floor =
        said(ctx, NAME, remembered.floor())
            .map(text -> choice(text, day, rates))
            .map(choice -> choice instanceof Choice.Made(Floor made) ? made : NONE)
            .orElse(NONE);
    return said(ctx, Remembered.CURRENCY, remembered.currency())
        .flatMap(code -> OwnMoney.of(code, rates.get()))
        .map(money -> new Floor(floor.chosen, floor.usd, Optional.of(money), day))
        .orElse(floor);
  }

  private static Optional<String> said(Context ctx, String name, Optional<String> remembered) {
    return Optional.ofNullable(ctx.queryParam(name))
        .or(() -> remembered)
        .filter(text -> !text.isBlank());
  }

  /** What is left of an hour in the reader's own money; absent without one. */
  public Optional<String> inOwnMoney(Pay pay) {
    return own.filter(_ -> pay.currency().equals("USD")).map(money -> money.of(pay.net()));
  }

  /** Every area that can be chosen. */
  public static List<MinimumWage> choices(LocalDate day) {
    return MinimumWages.shipped().all(day);
  }

  /** As the address carries it; empty for none. */
  public String text() {
    return chosen.map(WageFloor::text).orElse("");
  }

  /** What pay is seen against, in a few words: floor KSh 150/h; absent for none. */
  public Optional<String> brief() {
    return chosen.map(floor -> hourly(floor, sum -> Labels.part("pay.floor-h", "amount", sum)));
  }

  /** The same as a sign: ≥ KSh 150/h; absent for none. */
  public Optional<String> atLeast() {
    return chosen.map(floor -> hourly(floor, sum -> "≥ " + sum + "/h"));
  }

  private static String hourly(WageFloor floor, UnaryOperator<String> words) {
    return floor
        .perHour()
        .map(hourly -> words.apply(Show.money(hourly.amount(), hourly.currency())))
        .orElseGet(() -> Labels.part("pay.floor-of-not-known", "what", floor.text()));
  }

  /** What it is, since when and by whom; absent for none. */
  public Optional<String> note() {
    return chosen.map(floor -> floor.reason(day).said());
  }

  /** Whether the reader has to know that it is nothing to go by: it is old, or there is none. */
  public boolean isDoubtful() {
    return chosen
        .map(WageFloor::kind)
        .filter(kind -> !kind.equals("official") && !kind.equals("own"))
        .isPresent();
  }

  /**
   * Above, below or around, by the whole interval after what is certain to be taken off; absent
   * where there is nothing to compare.
   */
  public Optional<String> side(Pay pay) {
    return usd.filter(_ -> pay.currency().equals("USD")).map(floor -> side(pay, floor));
  }

  private static String side(Pay pay, BigDecimal floor) {
    if (pay.netLow().compareTo(floor) >= 0) return "above";
    return pay.netHigh().compareTo(floor) < 0 ? "below" : "around";
  }

  /** The same in words; absent without a floor. */
  public Optional<String> against(Pay pay) {
    return side(pay)
        .map(
            side ->
                Reason.of("pay-against-floor")
                    .with("side", side)
                    .with("kind", chosen.orElseThrow().kind())
                    .with("amount", amount())
                    .said());
  }

  /** The same in two or three words; absent without a floor. */
  public Optional<String> sideBriefly(Pay pay) {
    return side(pay)
        .map(
            side ->
                Reason.of("pay-side")
                    .with("side", side)
                    .with("kind", chosen.orElseThrow().kind())
                    .said());
  }

  private String amount() {
    WageFloor.Hourly own = chosen.flatMap(WageFloor::perHour).orElseThrow();
    String stated = Show.money(own.amount(), own.currency());
    boolean same = own.currency().equals("USD");
    return same ? stated : stated + " (" + Show.money(usd.orElseThrow(), "USD") + ")";
  }

  /** The picture beside the words; absent without a floor. */
  Optional<Band> band(Pay pay) {
    return usd.filter(_ -> pay.currency().equals("USD")).map(floor -> Band.of(pay, floor));
  }

  /** As the API tells it. */
  public ObjectNode json() {
    WageFloor floor = chosen.orElseThrow();
    ObjectNode json = PostingJson.MAPPER.createObjectNode();
    json.put("value", floor.text()).put("kind", floor.kind());
    floor
        .perHour()
        .ifPresent(
            hourly -> json.put("perHour", hourly.amount()).put("currency", hourly.currency()));
    usd.ifPresent(dollars -> json.put("usd", dollars));
    return json.set("reason", PostingJson.MAPPER.valueToTree(floor.reason(day)));
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
