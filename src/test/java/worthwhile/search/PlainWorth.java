package worthwhile.search;

import java.util.List;
import java.util.Set;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;

/** The order "best", said again from the posting alone. */
final class PlainWorth {
  private static final Set<String> MACHINES = Set.of("phone", "tablet", "desktop");

  private PlainWorth() {}

  /** Millionths of a dollar per hour; -1 where its pay is not known. */
  static long of(Posting p, Fit fit) {
    if (p.pay() == null) return -1;
    long net = p.pay().net().movePointRight(6).longValueExact();
    long worth = (long) (net * (0.75 * honest(p) * said(p) * places(p) * there(p)));
    return (long) (worth * (language(p, fit) * platform(p, fit) * device(p, fit) * time(p, fit)));
  }

  private static double honest(Posting p) {
    double share = p.assessment().risk() == null ? 0.9 : 1 - p.assessment().risk().doubleValue();
    return switch (p.assessment().severity()) {
      case 3 -> share * 0.1;
      case 2 -> share * 0.7;
      default -> share;
    };
  }

  private static double said(Posting p) {
    boolean known = p.reputation() != null && p.reputation().isKnown();
    return known ? 0.5 + p.reputation().score().doubleValue() * 0.5 : 0.75;
  }

  private static double places(Posting p) {
    Integer left = p.job().totalJobOpenings();
    return left == null ? 0.9 : left / (left + 1.0);
  }

  private static double there(Posting p) {
    return p.state() == PostingState.OPEN ? 1 : 0.6;
  }

  private static double language(Posting p, Fit fit) {
    if (fit.languages().isEmpty()) return 1;
    if (p.job().language() == null) return 0.9;
    return fit.languages().contains(p.job().language()) ? 1 : 0.1;
  }

  private static double platform(Posting p, Fit fit) {
    return fit.platforms().isEmpty() || fit.platforms().contains(p.job().platform()) ? 1 : 0.5;
  }

  private static double device(Posting p, Fit fit) {
    List<String> needed = p.offered().job().devices();
    boolean chooses =
        needed.stream().anyMatch(one -> MACHINES.contains(one) && fit.devices().contains(one));
    boolean has =
        needed.stream()
            .allMatch(one -> fit.devices().contains(one) || (MACHINES.contains(one) && chooses));
    return fit.devices().isEmpty() || has ? 1 : 0.2;
  }

  private static double time(Posting p, Fit fit) {
    if (fit.time().isEmpty()) return 1;
    return PlainFilter.minutes(p)
        .map(needed -> needed.compareTo(fit.time().get()) <= 0 ? 1.0 : 0.5)
        .orElse(0.8);
  }
}
