package worthwhile.community.published;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.flow.Priors;
import worthwhile.posting.Conduct;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.Conducts;
import worthwhile.reputation.OutcomeCounts;
import worthwhile.reputation.Prior;
import worthwhile.reputation.ReviewerVoice;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.community.Statements;

/**
 * What everybody may read of a requester's reviews in figures.
 *
 * @param conduct absent if nobody says anything
 * @param allTime absent as long as fewer than three workers count
 * @param recent of the last {@link #RECENT}; absent with {@code allTime}
 * @param prior what is assumed of a requester of the platform
 * @param replies what she says to everybody
 */
public record RequesterRecord(
    Optional<Conduct> conduct,
    Optional<OutcomeCounts> allTime,
    Optional<OutcomeCounts> recent,
    Prior prior,
    List<Reply> replies) {
  /** What happened longer ago is not recent. */
  public static final Duration RECENT = Duration.ofDays(90);

  public RequesterRecord {
    replies = List.copyOf(replies);
  }

  /**
   * Looks it up.
   *
   * @param members all ids of the requester, the one that stands for all first
   */
  public static RequesterRecord of(Store store, List<RequesterId> members, Instant now) {
    Prior prior = Priors.of(store, members.getFirst().platform());
    return store.statements(statements -> of(statements, members, prior, now));
  }

  private static RequesterRecord of(
      Statements statements, List<RequesterId> members, Prior prior, Instant now) {
    Optional<Conduct> conduct = statements.conducts().of(members.getFirst());
    List<Reply> replies =
        statements
            .replies()
            .about(members.stream().map(each -> Subject.requester(each.toString())).toList())
            .stream()
            .filter(reply -> !reply.hidden())
            .toList();
    if (conduct.filter(Conduct::isKnown).isEmpty())
      return new RequesterRecord(conduct, Optional.empty(), Optional.empty(), prior, replies);
    List<Review> counted = counted(statements, members, prior, now);
    List<Review> late =
        counted.stream().filter(each -> each.at().isAfter(now.minus(RECENT))).toList();
    return new RequesterRecord(
        conduct,
        Optional.of(OutcomeCounts.of(counted)),
        Optional.of(OutcomeCounts.of(late)),
        prior,
        replies);
  }

  private static List<Review> counted(
      Statements statements, List<RequesterId> members, Prior prior, Instant now) {
    List<Review> all = statements.reviews().counting(members);
    Set<String> accounts = all.stream().map(Review::account).collect(Collectors.toSet());
    Map<String, ReviewerVoice> voices = statements.voices().of(accounts);
    Optional<Instant> honestUntil = statements.cases().honestUntil(members);
    return Conducts.counted(members.getFirst().toString(), all, voices, honestUntil, prior, now);
  }
}
