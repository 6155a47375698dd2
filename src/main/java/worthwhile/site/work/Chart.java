package worthwhile.site.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import worthwhile.site.view.Show;
import worthwhile.work.earn.Earnings;
import worthwhile.work.earn.Period;

/**
 * Bars as a drawing of fixed size: paid below, pending above it, lost on top.
 *
 * @param bars in their order
 * @param highest sum that the scale holds
 */
record Chart(List<Drawn> bars, BigDecimal highest) {
  static final int WIDTH = 640;
  static final int HEIGHT = 160;

  /** One bar with its place; sizes in units of the drawing. */
  record Drawn(Earnings.Bar bar, String label, int x, int width, int paid, int pending, int lost) {
    int top() {
      return HEIGHT - paid - pending - lost;
    }
  }

  static Chart of(Earnings earnings, Period period) {
    List<Earnings.Bar> bars = earnings.bars(period);
    BigDecimal highest =
        bars.stream().map(Earnings.Bar::all).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
    List<Drawn> drawn = new ArrayList<>();
    if (highest.signum() > 0)
      for (int i = 0; i < bars.size(); i++) drawn.add(drawn(bars.get(i), i, bars.size(), highest));
    return new Chart(drawn, highest);
  }

  private static Drawn drawn(Earnings.Bar bar, int i, int of, BigDecimal highest) {
    int from = i * WIDTH / of;
    int to = (i + 1) * WIDTH / of;
    int gap = Math.min(4, (to - from) / 4);
    return new Drawn(
        bar,
        Show.at(bar.byMonth() ? "MMM uuuu" : "d MMM", bar.from()),
        from,
        Math.max(1, Math.min(60, to - from - gap)),
        height(bar.paid(), highest),
        height(bar.pending(), highest),
        height(bar.lost(), highest));
  }

  /** A day on which more was taken back than paid has no bar; the table tells it. */
  private static int height(BigDecimal sum, BigDecimal highest) {
    return sum.max(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(HEIGHT))
        .divide(highest, 0, RoundingMode.HALF_UP)
        .intValue();
  }

  /** Bars that hold anything, for the table beside the drawing. */
  List<Drawn> filled() {
    return bars.stream().filter(drawn -> drawn.bar().all().signum() != 0).toList();
  }
}
