package worthwhile.site.moderation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.account.Role;
import worthwhile.community.Judging;
import worthwhile.community.ModerationRules;
import worthwhile.community.Topic;
import worthwhile.community.Topics;
import worthwhile.posting.PostingJson;
import worthwhile.reputation.statement.Claim;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Kind;
import worthwhile.reputation.statement.ModerationCase.State;
import worthwhile.reputation.statement.Reply;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.community.Statements;
import worthwhile.warning.JudgedWords;

/**
 * A case as a viewer may see it.
 *
 * @param words in question; absent if there are none, or not for her
 * @param flags what was reported; empty if there is nothing, or not for her
 * @param images ids of flags with an image that she may see
 * @param claims what waits to be judged; empty unless it is a claim and she may judge it
 * @param reason what was said when it was opened; absent if nothing, or not for her
 * @param mayVote whether she can say something to it
 * @param mayAppeal whether she may ask others to look at it again
 * @param appeals cases that ask to look at it again
 * @param judged the words of the task that are in question, as {@link JudgedWords} are written
 */
record CaseView(
    ModerationCase one,
    AboutLine about,
    Optional<Topic> topic,
    Optional<String> words,
    List<Flag> flags,
    Set<String> images,
    List<Claim> claims,
    Optional<String> reason,
    List<ModerationCase.Vote> votes,
    List<String> voters,
    boolean mayVote,
    boolean mayAppeal,
    List<ModerationCase> appeals,
    long moderators,
    Optional<String> judged,
    Typed typed,
    Instant now) {
  /**
   * What the page says of the last try, and what was typed in it.
   *
   * @param done absent if nothing was done
   * @param error absent if nothing went wrong
   */
  record Typed(
      Optional<String> done, Optional<String> error, String vote, String rule, String reason) {
    static final Typed NOTHING = new Typed(Optional.empty(), Optional.empty(), "", "", "");
  }

  static CaseView of(
      ModerationDesk desk, ModerationCase one, Optional<Account> viewer, Typed typed) {
    return desk.statements(said -> of(desk, said, one, viewer, typed));
  }

  private static CaseView of(
      ModerationDesk desk,
      Statements said,
      ModerationCase one,
      Optional<Account> viewer,
      Typed typed) {
    Optional<Topic> topic = desk.topics().find(one.about(), viewer);
    List<ModerationCase.Vote> votes = said.cases().votes(one.id());
    boolean mayJudge =
        viewer
            .filter(who -> !Judging.isConcerned(said, desk.topics()::members, one, who.id()))
            .isPresent();
    boolean moderates = viewer.filter(Topics::isModerator).isPresent();
    // A moderator who has spoken lets a second person read what she is to judge.
    boolean mayRead = mayJudge && (moderates || one.state() == State.WAITING_FOR_SECOND);
    boolean hasVoted =
        viewer
            .filter(who -> votes.stream().anyMatch(v -> v.account().equals(who.id())))
            .isPresent();
    return new CaseView(
        one,
        topic
            .map(each -> AboutLine.of(each, desk))
            .orElseGet(() -> AboutLine.of(one.about(), desk)),
        topic,
        mayRead ? words(said, one.about()) : topic.flatMap(Topic::text),
        mayRead ? said.flags().about(one.about()) : List.of(),
        mayRead && moderates ? images(said, one.about()) : Set.of(),
        mayRead ? claims(said, one) : List.of(),
        one.reason().filter(_ -> one.kind() != Kind.FLAG && (mayRead || viewer.isPresent())),
        votes,
        votes.stream().map(vote -> voter(vote, desk)).toList(),
        mayJudge && !hasVoted && !one.isDecided(),
        mayAppeal(said, desk, one, viewer),
        said.cases().about(one.about()).stream()
            .filter(each -> each.ofCase().filter(one.id()::equals).isPresent())
            .toList(),
        desk.moderators(),
        Judging.words(one, desk.instance().store().postings()::byId).map(JudgedWords::write),
        typed,
        desk.instance().now());
  }

  private static Set<String> images(Statements said, Subject about) {
    return said.flags().about(about).stream()
        .map(Flag::id)
        .filter(id -> said.flags().image(id).isPresent())
        .collect(Collectors.toSet());
  }

  private static Optional<String> words(Statements said, Subject about) {
    return switch (about.kind()) {
      case REVIEW -> said.reviews().byId(about.id()).flatMap(Review::text);
      case REPLY -> said.replies().byId(about.id()).map(Reply::text);
      case POSTING, REQUESTER, PLATFORM -> Optional.empty();
    };
  }

  private static List<Claim> claims(Statements said, ModerationCase one) {
    if (one.kind() != Kind.CLAIM) return List.of();
    return one.openedBy().stream()
        .flatMap(account -> said.claims().of(account).stream())
        .filter(claim -> one.requester().filter(claim.requester()::equals).isPresent())
        .limit(1)
        .toList();
  }

  private static String voter(ModerationCase.Vote vote, ModerationDesk desk) {
    String role = vote.moderator() ? Role.MODERATOR.word() : "member";
    return LogLine.name(role, Optional.of(vote.account()), desk);
  }

  /** Whether the form is worth showing: the act itself looks closer. */
  private static boolean mayAppeal(
      Statements said, ModerationDesk desk, ModerationCase one, Optional<Account> viewer) {
    boolean possible = one.isDecided() && one.kind() != Kind.APPEAL && one.kind() != Kind.CLAIM;
    if (!possible || viewer.isEmpty()) return false;
    String account = viewer.get().id();
    boolean asked =
        one.openedBy().filter(account::equals).isPresent()
            || said.flags().about(one.about()).stream()
                .anyMatch(flag -> flag.account().filter(account::equals).isPresent());
    boolean concerned = Judging.isConcerned(said, desk.topics()::members, one, account);
    return one.state() == State.UPHELD ? concerned : asked;
  }

  /** Whether what it is about is out of sight. */
  boolean hidden() {
    return topic.map(Topic::hidden).orElse(false);
  }

  List<ModerationRules.Rule> rules() {
    return ModerationRules.CURRENT.rules();
  }

  String state() {
    return ModerationWords.of("state", one.state());
  }

  boolean isAlone() {
    return moderators <= 1;
  }

  ObjectNode json() {
    ObjectNode node = json(one);
    words.ifPresent(text -> node.put("words", text));
    reason.ifPresent(text -> node.put("reason", text));
    node.put("hidden", hidden()).put("mayVote", mayVote);
    ArrayNode all = node.putArray("votes");
    for (int i = 0; i < votes.size(); i++) {
      ModerationCase.Vote vote = votes.get(i);
      all.addObject()
          .put("vote", vote.choice().word())
          .put("rule", vote.rule())
          .put("reason", vote.reason())
          .put("by", voters.get(i))
          .put("at", vote.at().toString());
    }
    if (flags.isEmpty()) return node;
    ArrayNode reports = node.putArray("flags");
    for (Flag flag : flags) {
      ObjectNode report = reports.addObject().put("id", flag.id()).put("kind", flag.kind().word());
      flag.text().ifPresent(text -> report.put("text", text));
      flag.link().ifPresent(link -> report.put("link", link));
      report.put("state", flag.state().word());
    }
    return node;
  }

  /** What a list of cases tells of each. */
  static ObjectNode json(ModerationCase one) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("id", one.id()).put("kind", one.kind().word()).put("about", one.about().toString());
    one.requester().ifPresent(requester -> node.put("requester", requester.toString()));
    node.put("harm", one.harm()).put("state", one.state().word());
    one.ofCase().ifPresent(before -> node.put("ofCase", before));
    node.put("rules", one.rules()).put("opened", day(one)).put("url", "/moderation/" + one.id());
    one.decided().ifPresent(at -> node.put("decided", at.toString()));
    return node;
  }

  /** The day on which it was opened: an hour could tell who asked. */
  private static String day(ModerationCase one) {
    return LocalDate.ofInstant(one.opened(), ZoneOffset.UTC).toString();
  }
}
