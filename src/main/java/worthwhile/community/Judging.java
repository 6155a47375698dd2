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
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Choice;
import worthwhile.reputation.statement.ModerationCase.State;
import worthwhile.reputation.statement.ModerationCase.Vote;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Writing;
import worthwhile.warning.JudgedWords;

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

    /** The task says something else than what she read. */
    record Changed() implements Judged {}
  }

  /**
   * Stores what somebody says to a case and, if that is the second voice, carries it out.
   *
   * @param read the words of the task that she judged; absent if nobody knows
   */
  public Judged vote(Account account, String id, Ballot ballot, Optional<JudgedWords> read) {
    Instant now = clock.instant();
    return tail.take(new Said<>(now, writing -> vote(writing, account, id, ballot, read, now)));
  }

  private static Done<Judged> vote(
      Writing writing,
      Account account,
      String id,
      Ballot ballot,
      Optional<JudgedWords> read,
      Instant now) {
    Statements said = writing.statements();
    Optional<ModerationCase> found = said.cases().byId(id);
    if (found.isEmpty()) return Done.of(new Judged.NoSuch());
    ModerationCase one = found.get();
    if (one.isDecided()) return Done.of(new Judged.Over(one));
    if (isConcerned(said, writing::members, one, account.id()))
      return Done.of(new Judged.Concerned());
    Optional<JudgedWords> words = words(one, writing::posting);
    if (read.isPresent() && !read.equals(words)) return Done.of(new Judged.Changed());
    words.ifPresent(each -> judgeOnly(said, one, each, now));
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

  /**
   * The words of the task whose warnings are in question; absent if none are, or it is not known
   * any more.
   */
  public static Optional<JudgedWords> words(
      ModerationCase one, Function<String, Optional<Posting>> postings) {
    boolean areWords =
        one.about().kind() == Subject.Kind.POSTING
            && switch (one.kind()) {
              case DISPUTE, APPEAL -> true;
              case FLAG, CLAIM, BURST -> false;
            };
    return Optional.of(one.about().id())
        .filter(_ -> areWords)
        .flatMap(postings)
        .map(Posting::job)
        .map(JudgedWords::of);
  }

  /** Two people judge the same words: what was said of others before is over. */
  private static void judgeOnly(
      Statements said, ModerationCase one, JudgedWords words, Instant now) {
    boolean others = said.cases().judged(one.id()).filter(each -> !each.equals(words)).isPresent();
    if (others && said.cases().forgetVotes(one.id()) > 0)
      new CaseFile(said, now).note("words-changed", one, "instance");
    said.cases().judged(one.id(), words);
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
   * requester concerned (or took that claim back), or decided before what is appealed. Who flagged
   * something may judge it, as one of two.
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
            .filter(id -> said.claims().proved(members.apply(id)).contains(account))
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
