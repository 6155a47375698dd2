package worthwhile.site.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.posting.Reason;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Show;

/**
 * A platform that a reader has not joined, though it takes workers from her country and its tasks
 * here pay more than she needs.
 *
 * @param median of what it pays, in US dollars an hour after fees
 * @param n of how many tasks
 * @param least that it is held against: her floor, else what half of all tasks here pay
 * @param isFloor whether that is her floor
 */
record WorthJoining(
    PlatformLine line, BigDecimal median, int n, BigDecimal least, boolean isFloor) {
  private static final int MOST = 3;

  /**
   * The best paid of them, at most three; none where her country or nothing to compare is known.
   */
  static List<WorthJoining> of(
      Collection<PlatformLine> lines,
      Collection<String> countries,
      Set<String> joined,
      Floor floor,
      Optional<BigDecimal> usual) {
    Optional<BigDecimal> least = floor.usd().or(() -> usual);
    if (least.isEmpty()) return List.of();
    return lines.stream()
        .filter(
            line ->
                !joined.contains(line.platform().id()) && line.platform().status().equals("open"))
        .filter(line -> takes(line, countries))
        .flatMap(line -> of(line, least.get(), floor.usd().isPresent()).stream())
        .filter(each -> each.median.compareTo(each.least) > 0)
        .sorted(Comparator.comparing(WorthJoining::median).reversed())
        .limit(MOST)
        .toList();
  }

  private static boolean takes(PlatformLine line, Collection<String> countries) {
    return Joining.of(line.platform(), countries)
        .filter(joining -> joining.answer() == Joining.Answer.YES)
        .isPresent();
  }

  private static Optional<WorthJoining> of(PlatformLine line, BigDecimal least, boolean isFloor) {
    return line.sample()
        .median()
        .map(median -> new WorthJoining(line, median, line.sample().n(), least, isFloor));
  }

  /** Why, in a sentence. */
  String text() {
    return Reason.of("worth-joining")
        .with("median", sum(median))
        .with("tasks", n)
        .with("least", sum(least))
        .with("floor", isFloor ? "yes" : "no")
        .said();
  }

  private static String sum(BigDecimal usd) {
    return Show.money(usd.setScale(2, RoundingMode.HALF_EVEN), "USD");
  }
}
