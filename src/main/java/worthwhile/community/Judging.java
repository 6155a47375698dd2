package worthwhile.community;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import worthwhile.account.Account;
import worthwhile.flow.Batch.Said;
import worthwhile.flow.Batch.Said.Done;
import worthwhile.flow.Tail;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Choice;
import worthwhile.reputation.statement.ModerationCase.State;
import worthwhile.reputation.statement.ModerationCase.Vote;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Writing;

/**
 * Decides cases: two people must say the same, one of them a moderator, and nobody judges what
 * concerns herself.
 */
public final class Judging {
  private static final int PEOPLE = 2;

  private final Tail tail;
  private final Clock clock;

  public Judging(Tail tail, Clock clock) {
    this.tail = tail;
    this.clock = clock;
  }

  /** What comes of a vote. */
  public sealed interface Judged {
    /** It is stored; the case stands so now. */
    record Noted(ModerationCase now) implements Judged {}

    record NoSuch() implements Judged {}

    /** It was decided before. */
    record Over(ModerationCase decided) implements Judged {}

    /** The account has said something to it before. */
    record Twice() implements Judged {}

    /** It concerns the account herself, or what she decided before. */
    record Concerned() implements Judged {}
  }

  /** Stores what somebody says to a case and, if that is the second voice, carries it out. */
  public Judged vote(Account account, String id, Ballot ballot) {
    Instant now = clock.instant();
    return tail.take(new Said<>(now, writing -> vote(writing, account, id, ballot, now)));
  }

  private static Done<Judged> vote(
      Writing writing, Account account, String id, Ballot ballot, Instant now) {
    Statements said = writing.statements();
    Optional<ModerationCase> found = said.cases().byId(id);
    if (found.isEmpty()) return Done.of(new Judged.NoSuch());
    ModerationCase one = found.get();
    if (one.isDecided()) return Done.of(new Judged.Over(one));
    if (isConcerned(said, writing::members, one, account.id()))
      return Done.of(new Judged.Concerned());
    Vote vote =
        new Vote(
            id,
            account.id(),
            ballot.choice(),
            ballot.rule(),
            ballot.reason(),
            Topics.isModerator(account),
            now);
    return said.cases().vote(vote)
        ? counted(writing, one, account, ballot, now)
        : Done.of(new Judged.Twice());
  }

  private static Done<Judged> counted(
      Writing writing, ModerationCase one, Account by, Ballot last, Instant now) {
    Statements said = writing.statements();
    State state = state(said.cases().votes(one.id()), last.choice());
    boolean isOver = state == State.UPHELD || state == State.DISMISSED;
    said.cases().set(one.id(), state, Optional.of(now).filter(_ -> isOver));
    Set<RequesterId> concerned = Set.of();
    if (isOver) concerned = new Decision(writing, one, by, last, now).carryOut();
    else new CaseFile(said, now).note("voted-to-" + last.choice().word(), one, by, last);
    return new Done<>(new Judged.Noted(said.cases().byId(one.id()).orElseThrow()), concerned);
  }

  /** How a case stands after somebody said this. */
  private static State state(List<Vote> votes, Choice last) {
    List<Vote> alike = votes.stream().filter(vote -> vote.choice() == last).toList();
    if (alike.size() >= PEOPLE && alike.stream().anyMatch(Vote::moderator))
      return last == Choice.UPHOLD ? State.UPHELD : State.DISMISSED;
    return votes.stream().anyMatch(Vote::moderator) ? State.WAITING_FOR_SECOND : State.OPEN;
  }

  /**
   * Whether an account must not judge a case: she wrote what it is about, asked for it, is the
   * requester concerned, or decided before what is appealed. Who flagged something may judge it, as
   * one of two.
   */
  public static boolean isConcerned(
      Statements said,
      Function<RequesterId, List<RequesterId>> members,
      ModerationCase one,
      String account) {
    boolean asked = one.openedBy().filter(account::equals).isPresent();
    boolean hasJudged =
        one.ofCase().stream()
            .flatMap(id -> said.cases().votes(id).stream())
            .anyMatch(vote -> vote.account().equals(account));
    return hasJudged
        || (asked && one.kind() != ModerationCase.Kind.FLAG)
        || author(said, one).filter(account::equals).isPresent()
        || one.requester()
            .filter(id -> said.claims().isRequester(account, members.apply(id)))
            .isPresent();
  }

  /** Who wrote what a case is about; absent if nobody here did, or it is gone. */
  static Optional<String> author(Statements said, ModerationCase one) {
    return switch (one.about().kind()) {
      case REVIEW -> said.reviews().byId(one.about().id()).map(review -> review.account());
      case REPLY -> said.replies().byId(one.about().id()).map(reply -> reply.account());
      case POSTING, REQUESTER, PLATFORM -> Optional.empty();
    };
  }
}
