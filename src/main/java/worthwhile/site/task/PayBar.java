package worthwhile.site.task;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import worthwhile.posting.Pay;
import worthwhile.posting.Pay.Line;
import worthwhile.posting.Reason;
import worthwhile.site.view.Show;

/**
 * Where an hour's pay goes, as pieces of one bar: what is left of it, fees, unpaid time.
 *
 * @param pieces from left to right, as wide together as the bar; at least two
 * @param said the same in a sentence
 */
public record PayBar(List<Piece> pieces, String said) {
  static final int WIDTH = 300;

  /**
   * One piece; sizes in units of the drawing.
   *
   * @param part {@code left}, {@code fees} or {@code unpaid}
   */
  record Piece(String part, int x, int width) {}

  public PayBar {
    pieces = List.copyOf(pieces);
  }

  /** The bar; absent where nothing is known to be taken off, or nothing would be left. */
  public static Optional<PayBar> of(Pay pay) {
    BigDecimal left = pay.effective();
    if (left == null || left.signum() < 0) return Optional.empty();
    BigDecimal fees = taken(pay, Line::certain);
    BigDecimal unpaid = taken(pay, line -> !line.certain());
    BigDecimal whole = left.add(fees).add(unpaid);
    if (whole.compareTo(left) == 0) return Optional.empty();
    List<Piece> pieces = new ArrayList<>();
    add(pieces, "left", left, whole);
    add(pieces, "fees", fees, whole);
    add(pieces, "unpaid", unpaid, whole);
    return Optional.of(new PayBar(pieces, sentence(pay, whole, fees, unpaid)));
  }

  /** What is taken off, as an amount above 0; what is paid beside the work is none. */
  private static BigDecimal taken(Pay pay, Predicate<Line> which) {
    return pay.lines().stream()
        .filter(which)
        .map(Line::amount)
        .filter(amount -> amount.signum() < 0)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .negate();
  }

  private static void add(List<Piece> pieces, String part, BigDecimal amount, BigDecimal whole) {
    if (amount.signum() == 0) return;
    int x = pieces.isEmpty() ? 0 : pieces.getLast().x() + pieces.getLast().width();
    int width =
        amount
            .multiply(BigDecimal.valueOf(WIDTH))
            .divide(whole, 0, RoundingMode.HALF_UP)
            .intValue();
    pieces.add(new Piece(part, x, Math.clamp(width, 1, Math.max(1, WIDTH - x))));
  }

  private static String sentence(Pay pay, BigDecimal whole, BigDecimal fees, BigDecimal unpaid) {
    return Reason.of("pay-goes")
        .with("gross", Show.money(whole, pay.currency()))
        .with("fees", fees.signum() == 0 ? null : Show.money(fees, pay.currency()))
        .with("unpaid", unpaid.signum() == 0 ? null : Show.money(unpaid, pay.currency()))
        .with("general", general(pay))
        .with("left", Show.money(whole.subtract(fees).subtract(unpaid), pay.currency()))
        .said();
  }

  /** Whether what is only likely rests on general figures: all of it, some, or none. */
  private static String general(Pay pay) {
    List<Line> likely = pay.lines().stream().filter(line -> !line.certain()).toList();
    if (likely.stream().noneMatch(Line::assumed)) return "none";
    return likely.stream().allMatch(Line::assumed) ? "all" : "some";
  }
}
