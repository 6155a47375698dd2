package worthwhile.site.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Reason;
import worthwhile.source.card.Sum;
import worthwhile.work.Work;
import worthwhile.work.earn.CountedWork;

/**
 * Approved money that lies with a platform below the least sum that it pays out.
 *
 * @param platform id
 * @param lies what is approved and not marked as paid
 * @param least that is paid out
 * @param more pieces like hers until it is; absent if too few are known
 */
record PayoutLine(String platform, BigDecimal lies, Sum least, Optional<Integer> more) {
  /** Pieces that a usual one is reckoned from. */
  private static final int FEWEST = 3;

  /**
   * Of each platform whose card names a least sum.
   *
   * @param approved pieces approved and not paid
   * @param done pieces approved or paid lately
   */
  static List<PayoutLine> of(
      List<Work> approved,
      List<Work> done,
      Function<String, Optional<Sum>> least,
      Rates rates,
      ZoneId zone) {
    Map<String, List<Work>> platforms =
        approved.stream()
            .collect(Collectors.groupingBy(Work::platform, TreeMap::new, Collectors.toList()));
    List<PayoutLine> lines = new ArrayList<>();
    platforms.forEach(
        (platform, pieces) ->
            least
                .apply(platform)
                .flatMap(sum -> line(platform, pieces, done, sum, rates, zone))
                .ifPresent(lines::add));
    return lines;
  }

  private static Optional<PayoutLine> line(
      String platform, List<Work> pieces, List<Work> done, Sum least, Rates rates, ZoneId zone) {
    BigDecimal lies =
        nets(pieces, least.currency(), rates, zone).stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (lies.signum() <= 0 || lies.compareTo(least.amount()) >= 0) return Optional.empty();
    List<Work> there = done.stream().filter(each -> each.platform().equals(platform)).toList();
    List<BigDecimal> usual =
        nets(there, least.currency(), rates, zone).stream()
            .filter(sum -> sum.signum() > 0)
            .sorted(Comparator.naturalOrder())
            .toList();
    Optional<Integer> more =
        usual.size() < FEWEST
            ? Optional.empty()
            : Optional.of(
                least
                    .amount()
                    .subtract(lies)
                    .divide(usual.get(usual.size() / 2), 0, RoundingMode.CEILING)
                    .intValue());
    return Optional.of(new PayoutLine(platform, lies, least, more));
  }

  private static List<BigDecimal> nets(
      List<Work> pieces, String currency, Rates rates, ZoneId zone) {
    return pieces.stream().map(work -> CountedWork.of(work, currency, rates, zone).net()).toList();
  }

  String text(String name) {
    return Reason.of("below-payout")
        .with("lies", WorkShow.sum(lies.setScale(2, RoundingMode.DOWN), least.currency()))
        .with("least", WorkShow.sum(least.amount(), least.currency()))
        .with("platform", name)
        .with("more", more.orElse(0))
        .said();
  }
}
