package worthwhile.community;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import worthwhile.account.Account;
import worthwhile.flow.Batch.Said;
import worthwhile.flow.Batch.Said.Done;
import worthwhile.flow.Tail;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.FlagKind;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.store.posting.Writing;
import worthwhile.warning.JudgedWords;

/** Takes what people say is wrong with postings, requesters, reviews and replies. */
public final class Flagging {
  /** The day in which the flags of a visitor without an account are counted. */
  public static final Duration COUNTED_IN = Duration.ofDays(1);

  /** So many flags a day come from one visitor without an account. */
  static final int MOST_OF_VISITOR = 10;

  private final Tail tail;
  private final Topics topics;
  private final Pseudonyms pseudonyms;
  private final Clock clock;

  public Flagging(Tail tail, Topics topics, Pseudonyms pseudonyms, Clock clock) {
    this.tail = tail;
    this.topics = topics;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
  }

  /** Who flags. */
  public sealed interface Reporter {
    record Member(Account account) implements Reporter {}

    /**
     * Somebody without an account.
     *
     * @param client address; only a keyed hash of it and the day is kept
     */
    record Passer(String client) implements Reporter {}
  }

  /**
   * What somebody reports.
   *
   * @param link an address of the web; never opened here
   */
  public record Report(
      Subject about,
      FlagKind kind,
      Optional<String> text,
      Optional<String> link,
      Optional<Flag.Image> image) {
    private static final int LONGEST_LINK = 500;

    public Report {
      text = Wording.optional("text", text, Flag.LONGEST_TEXT);
      link = Wording.optional("link", link, LONGEST_LINK);
      if (link.filter(url -> !url.matches("https?://[^\\s@]+")).isPresent())
        throw new IllegalArgumentException(
            "link: the address of a page, beginning with https:// or http://");
      if (kind == FlagKind.OTHER && text.isEmpty())
        throw new IllegalArgumentException("text: say in your own words what is wrong");
    }
  }

  /** What comes of it. */
  public sealed interface Flagged {
    record Made(Flag flag, ModerationCase opened) implements Flagged {}

    /** The same reporter has flagged it before, as it is. */
    record Again(Flag before) implements Flagged {}

    record NoSuch() implements Flagged {}

    /** The reporter wrote it herself. */
    record Own() implements Flagged {}

    /** The visitor has flagged so much today that she needs an account. */
    record TooMany() implements Flagged {}
  }

  /** Stores a flag; it counts at once as what it is, an unverified report. */
  public Flagged flag(Reporter reporter, Report report) {
    Optional<Account> viewer =
        reporter instanceof Reporter.Member(Account account)
            ? Optional.of(account)
            : Optional.empty();
    Optional<Topic> topic = topics.find(report.about(), viewer);
    if (topic.isEmpty()) return new Flagged.NoSuch();
    if (viewer.filter(account -> topic.get().isBy(account.id())).isPresent())
      return new Flagged.Own();
    Instant now = clock.instant();
    Flag flag = flag(reporter, topic.get(), report, now);
    return tail.take(new Said<>(now, writing -> store(writing, flag, topic.get(), report, now)));
  }

  private Flag flag(Reporter reporter, Topic topic, Report report, Instant now) {
    Optional<String> account = Optional.empty();
    Optional<String> visitor = Optional.empty();
    switch (reporter) {
      case Reporter.Member(Account who) -> account = Optional.of(who.id());
      case Reporter.Passer(String client) -> visitor = Optional.of(visitor(client, now));
    }
    return new Flag(
        UUID.randomUUID().toString(),
        account,
        visitor,
        topic.subject(),
        report.kind(),
        report.text(),
        report.link(),
        Flag.State.OPEN,
        now);
  }

  private String visitor(String client, Instant now) {
    return pseudonyms.of("visitor of " + LocalDate.ofInstant(now, ZoneOffset.UTC), client);
  }

  private static Done<Flagged> store(
      Writing writing, Flag flag, Topic topic, Report report, Instant now) {
    Statements said = writing.statements();
    List<Flag> before =
        flag.account()
            .map(said.flags()::of)
            .orElseGet(() -> said.flags().ofVisitor(flag.visitor().orElseThrow()));
    Optional<JudgedWords> words = words(writing, flag.about());
    Optional<Flag> same = same(said, before, flag.about(), words);
    if (same.isPresent()) return Done.of(new Flagged.Again(same.get()));
    if (flag.account().isEmpty() && before.size() >= MOST_OF_VISITOR)
      return Done.of(new Flagged.TooMany());
    said.flags().add(flag, report.image());
    if (flag.about().kind() == Subject.Kind.POSTING)
      writing.assessLater(List.of(flag.about().id()));
    else if (!topic.isSaid()) topic.requester().ifPresent(one -> Merging.assessLater(writing, one));
    ModerationCase opened = open(said, flag, topic, now);
    if (said.cases().judged(opened.id()).isEmpty())
      words.ifPresent(each -> said.cases().judged(opened.id(), each));
    return new Done<>(new Flagged.Made(flag, opened), concerned(topic));
  }

  /** What somebody flagged before, unless that was dismissed and something else is said since. */
  private static Optional<Flag> same(
      Statements said, List<Flag> before, Subject about, Optional<JudgedWords> words) {
    List<Flag> all = before.stream().filter(each -> each.about().equals(about)).toList();
    boolean isOver = all.stream().allMatch(each -> each.state() == Flag.State.DISMISSED);
    return isOver && saysElse(said, about, words) ? Optional.empty() : all.stream().findFirst();
  }

  /** Whether no flag was decided over these words; if it is not known over which, one was. */
  private static boolean saysElse(Statements said, Subject about, Optional<JudgedWords> words) {
    return words.isPresent()
        && said.cases().about(about).stream()
            .filter(one -> one.kind() == ModerationCase.Kind.FLAG && one.isDecided())
            .map(one -> said.cases().judged(one.id()))
            .allMatch(judged -> judged.isPresent() && !judged.equals(words));
  }

  /** What it says now; absent where it is nobody's words, or gone. */
  private static Optional<JudgedWords> words(Writing writing, Subject about) {
    Statements said = writing.statements();
    return switch (about.kind()) {
      case POSTING -> writing.posting(about.id()).map(posting -> JudgedWords.of(posting.job()));
      case REVIEW -> said.reviews().byId(about.id()).map(Answering::words);
      case REPLY -> said.replies().byId(about.id()).map(reply -> JudgedWords.of(reply.text()));
      case REQUESTER, PLATFORM -> Optional.empty();
    };
  }

  private static ModerationCase open(Statements said, Flag flag, Topic topic, Instant now) {
    CaseFile cases = new CaseFile(said, now);
    boolean isFirst = said.cases().open(ModerationCase.Kind.FLAG, flag.about()).isEmpty();
    ModerationCase one =
        cases.openOrJoin(
            new CaseFile.Question(
                ModerationCase.Kind.FLAG,
                flag.about(),
                topic.requester(),
                flag.kind().harm(),
                flag.account(),
                Optional.of(flag.kind().word()),
                Optional.empty()));
    cases.note("flagged", one, flag.account().isPresent() ? "member" : "visitor");
    if (isFirst)
      topic.author().ifPresent(author -> new DecisionNotices(said, now).flagged(author, one));
    return one;
  }

  /** A flagged review counts until it is hidden; what is said of a requester changes at once. */
  private static Set<RequesterId> concerned(Topic topic) {
    return topic.isSaid() ? Set.of() : topic.requester().map(Set::of).orElse(Set.of());
  }
}
