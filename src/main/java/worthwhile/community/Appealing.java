package worthwhile.community;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.flow.Batch.Said;
import worthwhile.flow.Batch.Said.Done;
import worthwhile.flow.Tail;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Kind;
import worthwhile.reputation.statement.ModerationCase.State;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Writing;

/** Asks others to look at a decision again, once. */
public final class Appealing {
  private static final int HARM = 6;

  private final Tail tail;
  private final Clock clock;

  public Appealing(Tail tail, Clock clock) {
    this.tail = tail;
    this.clock = clock;
  }

  /** What comes of an appeal. */
  public sealed interface Appealed {
    record Made(ModerationCase opened) implements Appealed {}

    record NoSuch() implements Appealed {}

    /** It is not decided yet, or is of a kind that is judged once only. */
    record Impossible() implements Appealed {}

    /** The decision did not go against this account. */
    record NotHers() implements Appealed {}

    record Again() implements Appealed {}
  }

  /**
   * Opens a case about a decision.
   *
   * @param id of the case that was decided
   * @throws IllegalArgumentException if there is no reason or too long a one
   */
  public Appealed appeal(Account account, String id, String words) {
    String reason =
        Wording.harmless("reason", Wording.required("reason", words, Wording.LONGEST_REASON));
    Instant now = clock.instant();
    return tail.take(
        new Said<>(now, writing -> Done.of(appeal(writing, account, id, reason, now))));
  }

  private static Appealed appeal(
      Writing writing, Account account, String id, String reason, Instant now) {
    Statements said = writing.statements();
    Optional<ModerationCase> found = said.cases().byId(id);
    if (found.isEmpty()) return new Appealed.NoSuch();
    ModerationCase before = found.get();
    boolean possible =
        switch (before.kind()) {
          case FLAG, DISPUTE, BURST -> before.isDecided();
          case APPEAL, CLAIM -> false;
        };
    if (!possible) return new Appealed.Impossible();
    Optional<Subject> about = about(writing, before, account.id());
    if (about.isEmpty()) return new Appealed.NotHers();
    boolean again =
        said.cases().about(about.get()).stream()
            .anyMatch(one -> one.ofCase().filter(id::equals).isPresent());
    return again
        ? new Appealed.Again()
        : new Appealed.Made(open(said, before, about.get(), account, reason, now));
  }

  private static ModerationCase open(
      Statements said,
      ModerationCase before,
      Subject about,
      Account account,
      String reason,
      Instant now) {
    CaseFile cases = new CaseFile(said, now);
    ModerationCase one =
        cases.open(
            new CaseFile.Question(
                Kind.APPEAL,
                about,
                before.requester(),
                Math.max(HARM, before.harm()),
                Optional.of(account.id()),
                Optional.of(reason),
                Optional.of(before.id())));
    cases.note("appealed", one, "member");
    return one;
  }

  /** What of the decision went against an account; absent if nothing. */
  private static Optional<Subject> about(Writing writing, ModerationCase before, String account) {
    Statements said = writing.statements();
    boolean upheld = before.state() == State.UPHELD;
    if (before.kind() == Kind.BURST)
      return upheld ? hidden(writing, before, account) : Optional.empty();
    boolean hers =
        upheld ? isAgainst(writing, before, account) : asked(said, before).contains(account);
    return hers ? Optional.of(before.about()) : Optional.empty();
  }

  /** The author of what was hidden, or the requester against whom flags were upheld. */
  private static boolean isAgainst(Writing writing, ModerationCase before, String account) {
    Statements said = writing.statements();
    return switch (before.about().kind()) {
      case REVIEW, REPLY -> Judging.author(said, before).filter(account::equals).isPresent();
      case POSTING, REQUESTER, PLATFORM ->
          before
              .requester()
              .filter(_ -> before.kind() != Kind.DISPUTE)
              .filter(id -> said.claims().isRequester(account, writing.members(id)))
              .isPresent();
    };
  }

  private static List<String> asked(Statements said, ModerationCase before) {
    if (before.kind() != Kind.FLAG) return before.openedBy().stream().toList();
    return said.flags().about(before.about()).stream()
        .filter(flag -> flag.state() == Flag.State.DISMISSED)
        .flatMap(flag -> flag.account().stream())
        .toList();
  }

  /** Her review that was hidden with the others of a burst. */
  private static Optional<Subject> hidden(Writing writing, ModerationCase before, String account) {
    return writing.statements().reviews().of(account).stream()
        .filter(Review::hidden)
        .filter(
            review ->
                review
                    .requester()
                    .filter(
                        id ->
                            writing
                                .members(id)
                                .equals(writing.members(before.requester().orElseThrow())))
                    .isPresent())
        .map(review -> Subject.review(review.id()))
        .findFirst();
  }
}
