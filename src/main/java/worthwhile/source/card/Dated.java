package worthwhile.source.card;

import java.util.List;

/** What stands on a card with its day and source. */
public sealed interface Dated
    permits PlatformReport,
        PersonalData,
        PayoutMethod,
        ScreenOutReward,
        FairworkScore,
        Deadline,
        Recourse {
  Citation citation();

  /** What still is so, as far as is known. */
  static <T extends Dated> List<T> current(List<T> all) {
    return all.stream().filter(dated -> !dated.citation().superseded()).toList();
  }

  /** What something else has taken the place of. */
  static <T extends Dated> List<T> former(List<T> all) {
    return all.stream().filter(dated -> dated.citation().superseded()).toList();
  }
}
