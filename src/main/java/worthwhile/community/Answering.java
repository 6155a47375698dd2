package worthwhile.community;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.account.Account;
import worthwhile.flow.Batch.Said;
import worthwhile.flow.Batch.Said.Done;
import worthwhile.flow.Tail;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Kind;
import worthwhile.reputation.statement.ModerationCase.State;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Writing;
import worthwhile.warning.JudgedWords;

/**
 * What requesters who proved to be ones may do: answer, and say that a review is not true. That a
 * warning is wrong everybody may say.
 */
public final class Answering {
  private static final int DISPUTE_HARM = 4;

  private final Tail tail;
  private final Topics topics;
  private final Clock clock;

  public Answering(Tail tail, Topics topics, Clock clock) {
    this.tail = tail;
    this.topics = topics;
    this.clock = clock;
  }

  /** What comes of a reply or a dispute. */
  public sealed interface Answered {
    record Replied(Reply reply) implements Answered {}

    record Disputed(ModerationCase opened) implements Answered {}

    /** She has answered or disputed it before. */
    record Again() implements Answered {}

    record NoSuch() implements Answered {}

    /** The account has not proved to be the requester concerned. */
    record NotRequester() implements Answered {}

    /** Two people took it out of sight before. */
    record Hidden() implements Answered {}

    /** The task carries no warning that could be wrong. */
    record NotWarned() implements Answered {}
  }

  /**
   * Publishes an answer to a review, or to everybody on the requester's page.
   *
   * @throws IllegalArgumentException if there are no words or too many
   */
  public Answered reply(Account account, Subject about, String words) {
    String text = Wording.harmless("text", Wording.required("text", words, Reply.LONGEST_TEXT));
    Optional<Topic> topic =
        topics
            .find(about, Optional.of(account))
            .filter(
                each ->
                    each.subject().kind() == Subject.Kind.REVIEW
                        || each.subject().kind() == Subject.Kind.REQUESTER);
    if (topic.isEmpty()) return new Answered.NoSuch();
    Instant now = clock.instant();
    String id = UUID.randomUUID().toString();
    return tail.take(
        new Said<>(
            now,
            writing ->
                Done.of(
                    as(account, writing, topic.get())
                        .<Answered>map(
                            members -> add(writing, account, topic.get(), id, text, now, members))
                        .orElseGet(Answered.NotRequester::new))));
  }

  /** All ids of the requester concerned, if the account proved to be her. */
  private static Optional<List<RequesterId>> as(Account account, Writing writing, Topic topic) {
    return topic
        .requester()
        .map(writing::members)
        .filter(members -> writing.statements().claims().isRequester(account.id(), members));
  }

  private static Answered add(
      Writing writing,
      Account account,
      Topic topic,
      String id,
      String text,
      Instant now,
      List<RequesterId> members) {
    Statements said = writing.statements();
    boolean again =
        said.replies().about(List.of(topic.subject())).stream()
            .anyMatch(each -> each.account().equals(account.id()));
    if (again) return new Answered.Again();
    Subject about = topic.subject();
    Optional<String> before = said.hiddenWords().sayAgain(Subject.Kind.REPLY, account.id(), about);
    Reply reply =
        new Reply(
            before.orElse(id),
            account.id(),
            members.getFirst(),
            about,
            text,
            before.isPresent(),
            now,
            now);
    said.replies().add(reply);
    new CaseFile(said, now).note("replied", topic.subject(), "requester");
    topic
        .author()
        .ifPresent(author -> new DecisionNotices(said, now).answered(author, topic.subject()));
    return new Answered.Replied(reply);
  }

  /**
   * Deletes an account's own reply; false if it has no such. One that is out of sight is so again
   * if it is given anew.
   */
  public boolean delete(Account account, String id) {
    Instant now = clock.instant();
    return tail.take(
        new Said<>(
            now,
            writing -> {
              Statements said = writing.statements();
              Optional<Reply> reply = said.replies().byId(id);
              Optional<Reply> own = reply.filter(each -> each.account().equals(account.id()));
              own.ifPresent(mine -> delete(said, mine, now));
              return Done.of(own.isPresent());
            }));
  }

  private static void delete(Statements said, Reply reply, Instant now) {
    if (reply.hidden())
      said.hiddenWords().keep(Subject.reply(reply.id()), reply.account(), reply.about());
    said.replies().delete(reply.account(), reply.id());
    new CaseFile(said, now).note("reply-deleted", reply.about(), "requester");
  }

  /**
   * Asks others to look whether a review is true, as the requester concerned, or whether what a
   * task is warned of is wrong, as anybody.
   *
   * @throws IllegalArgumentException if there is no reason or too long a one
   */
  public Answered dispute(Account account, Subject about, String words) {
    String reason =
        Wording.harmless("reason", Wording.required("reason", words, Wording.LONGEST_REASON));
    Optional<Topic> topic =
        topics
            .find(about, Optional.of(account))
            .filter(
                each ->
                    each.subject().kind() == Subject.Kind.REVIEW
                        || each.subject().kind() == Subject.Kind.POSTING);
    if (topic.isEmpty()) return new Answered.NoSuch();
    if (topic.get().hidden()) return new Answered.Hidden();
    Instant now = clock.instant();
    boolean isReview = topic.get().subject().kind() == Subject.Kind.REVIEW;
    return tail.take(
        new Said<>(
            now,
            writing ->
                Done.of(
                    isReview
                        ? as(account, writing, topic.get())
                            .map(_ -> dispute(writing, account, topic.get(), reason, now))
                            .orElseGet(Answered.NotRequester::new)
                        : disputeWarning(writing, account, topic.get(), reason, now))));
  }

  /** What rules, the model and lists say can be wrong; what people decided is appealed. */
  private static Answered disputeWarning(
      Writing writing, Account account, Topic topic, String reason, Instant now) {
    Optional<Posting> warned =
        writing
            .posting(topic.subject().id())
            .filter(posting -> Decision.disputed(posting).findAny().isPresent());
    if (warned.isEmpty()) return new Answered.NotWarned();
    Statements said = writing.statements();
    JudgedWords words = JudgedWords.of(warned.get().job());
    List<ModerationCase> cases = said.cases().about(topic.subject());
    boolean again =
        cases.stream()
            .filter(one -> one.kind() == Kind.DISPUTE)
            .filter(one -> one.openedBy().filter(account.id()::equals).isPresent())
            .anyMatch(one -> isStill(said, one, cases, words));
    if (again) return new Answered.Again();
    CaseFile file = new CaseFile(said, now);
    ModerationCase one = file.openOrJoin(question(account, topic, reason));
    if (said.cases().judged(one.id()).isEmpty()) said.cases().judged(one.id(), words);
    boolean isRequester = as(account, writing, topic).isPresent();
    file.note("warning-disputed", one, isRequester ? "requester" : "member");
    return new Answered.Disputed(one);
  }

  /**
   * Whether a dispute is not decided, or was lost over these words. One that was won withdrew what
   * was warned of then: what is warned of now is something else.
   */
  private static boolean isStill(
      Statements said, ModerationCase one, List<ModerationCase> cases, JudgedWords words) {
    if (!one.isDecided()) return true;
    boolean reversed =
        cases.stream()
            .filter(appeal -> appeal.kind() == Kind.APPEAL && appeal.state() == State.UPHELD)
            .anyMatch(appeal -> appeal.ofCase().filter(one.id()::equals).isPresent());
    boolean won = (one.state() == State.UPHELD) != reversed;
    return !won && said.cases().judged(one.id()).filter(words::equals).isPresent();
  }

  private static CaseFile.Question question(Account account, Topic topic, String reason) {
    return new CaseFile.Question(
        Kind.DISPUTE,
        topic.subject(),
        topic.requester(),
        DISPUTE_HARM,
        Optional.of(account.id()),
        Optional.of(reason),
        Optional.empty());
  }

  /** What a review says became of the work, and its words. */
  static JudgedWords words(Review review) {
    Optional<String> cause = Optional.ofNullable(review.facts().rejectedFor()).map(Worded::word);
    return JudgedWords.of(
        Stream.of(Optional.of(review.facts().outcome().word()), cause, review.text())
            .flatMap(Optional::stream)
            .collect(Collectors.joining("\n\n")));
  }

  /** Nobody disputes the same words twice. */
  private static Answered dispute(
      Writing writing, Account account, Topic topic, String reason, Instant now) {
    Statements said = writing.statements();
    Optional<JudgedWords> words = said.reviews().byId(topic.subject().id()).map(Answering::words);
    if (words.isEmpty()) return new Answered.NoSuch();
    boolean again =
        said.cases().about(topic.subject()).stream()
            .filter(one -> one.kind() == Kind.DISPUTE)
            .anyMatch(one -> !one.isDecided() || said.cases().judged(one.id()).equals(words));
    if (again) return new Answered.Again();
    CaseFile cases = new CaseFile(said, now);
    ModerationCase one = cases.open(question(account, topic, reason));
    said.cases().judged(one.id(), words.get());
    cases.note("disputed", one, "requester");
    topic.author().ifPresent(author -> new DecisionNotices(said, now).disputed(author, one));
    return new Answered.Disputed(one);
  }
}
