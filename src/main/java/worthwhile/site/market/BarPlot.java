package worthwhile.site.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import worthwhile.text.Shortened;

/**
 * Median pay of the groups as bars that lie below each other, drawn without any script. Groups of
 * too few have none.
 */
record BarPlot(List<Bar> bars) {
  static final int WIDTH = 340;
  static final int LABELS = 120;
  static final int STEP = 22;
  private static final int VALUES = 56;
  private static final int MOST = 24;
  private static final int LONGEST = 18;

  /** One bar with its place; sizes in units of the drawing. */
  record Bar(String label, String value, int y, int width) {}

  static BarPlot of(MarketTable table) {
    List<MarketTable.Line> enough =
        table.lines().stream().filter(line -> line.sample().isEnough()).limit(MOST).toList();
    BigDecimal highest =
        enough.stream()
            .map(BarPlot::median)
            .max(Comparator.naturalOrder())
            .filter(most -> most.signum() > 0)
            .orElse(BigDecimal.ONE);
    List<Bar> bars = new ArrayList<>();
    for (MarketTable.Line line : enough)
      bars.add(
          new Bar(
              Shortened.to(LONGEST, line.name()),
              MarketWords.money(median(line)),
              bars.size() * STEP,
              width(median(line), highest)));
    return new BarPlot(bars);
  }

  int height() {
    return bars.size() * STEP;
  }

  private static BigDecimal median(MarketTable.Line line) {
    return line.sample().median().orElseThrow();
  }

  private static int width(BigDecimal median, BigDecimal highest) {
    return median
        .max(BigDecimal.ZERO)
        .multiply(BigDecimal.valueOf(WIDTH - LABELS - VALUES))
        .divide(highest, 0, RoundingMode.HALF_UP)
        .intValue();
  }
}
