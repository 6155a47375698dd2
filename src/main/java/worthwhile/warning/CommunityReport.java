package worthwhile.warning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.posting.Warning;
import worthwhile.posting.Warning.Severity;
import worthwhile.reputation.statement.FlagKind;

/**
 * What people reported of a posting or its requester, of one kind.
 *
 * @param members accounts of some age that say so
 * @param others accounts that are young, and visitors without one, all of them together as one
 * @param upheld whether two people looked and agreed
 * @param since when it was reported first
 */
public record CommunityReport(
    FlagKind kind, int members, int others, boolean upheld, Instant since) {
  static final String OPEN = "reported";
  static final String UPHELD = "report-upheld";

  /** So many members who do not know of each other's votes are believed before anybody looked. */
  private static final int BELIEVED = 3;

  private static final int HARMFUL = 6;

  private static final Comparator<CommunityReport> GRAVEST =
      Comparator.comparing(CommunityReport::severity)
          .thenComparing(report -> report.kind().harm())
          .thenComparing(CommunityReport::members);

  /** One warning for what was agreed with and one for what waits, each by its gravest kind. */
  static List<Warning> warnings(List<CommunityReport> reports) {
    return Stream.of(gravest(reports, true), gravest(reports, false))
        .flatMap(Optional::stream)
        .map(CommunityReport::warning)
        .toList();
  }

  private static Optional<CommunityReport> gravest(List<CommunityReport> reports, boolean upheld) {
    return reports.stream()
        .filter(report -> report.upheld() == upheld && report.kind() != FlagKind.AGAINST_RULES)
        .max(GRAVEST);
  }

  /**
   * What two people agreed with is a danger where it harms, else a caution; what waits is a note,
   * and a caution where several members say the same.
   */
  private Severity severity() {
    if (upheld) return kind.harm() >= HARMFUL ? Severity.DANGER : Severity.CAUTION;
    boolean isBelieved = members >= BELIEVED && kind != FlagKind.OTHER;
    return isBelieved ? Severity.CAUTION : Severity.NOTE;
  }

  private Warning warning() {
    return new Warning(
        upheld ? UPHELD : OPEN,
        severity(),
        null,
        Warning.By.COMMUNITY,
        since,
        Map.of(
            "kind",
            kind.word().replace('-', '_'),
            "people",
            (long) members + others,
            "members",
            (long) members));
  }
}
