package worthwhile.site.moderation;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.Ballot;
import worthwhile.community.Judging;
import worthwhile.community.ModerationRules;
import worthwhile.community.Topics;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.ModerationCase.Choice;
import worthwhile.reputation.statement.ModerationCase.State;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Visitor;
import worthwhile.text.FailureText;
import worthwhile.warning.JudgedWords;

/** {@code /moderation}: the public log, what waits, and each case. */
final class CasePages {
  static final int LOG_SIZE = 50;
  private static final int MOST_WAITING = 200;
  private static final List<String> DONE =
      List.of("flagged", "again", "voted", "disputed", "appealed");

  private final ModerationDesk desk;

  CasePages(ModerationDesk desk) {
    this.desk = desk;
  }

  /**
   * The log.
   *
   * @param next the number before which the next page begins; absent on the last one
   * @param waiting how many cases wait
   */
  record LogView(
      List<LogLine> lines, Optional<Long> next, int waiting, boolean member, boolean alone) {}

  /** Cases that wait, those that hurt most first. */
  record QueueView(List<QueueLine> lines, boolean moderator, boolean alone) {}

  record QueueLine(ModerationCase one, AboutLine about, String kind, String state) {}

  void log(Context ctx) {
    long before = before(ctx);
    List<LogLine> lines = lines(before, LOG_SIZE + 1);
    Optional<Long> next =
        lines.size() > LOG_SIZE
            ? Optional.of(lines.get(LOG_SIZE - 1).entry().id())
            : Optional.empty();
    int waiting = desk.statements(said -> said.cases().queue(MOST_WAITING)).size();
    boolean member = desk.visitors().of(ctx).isPresent();
    List<LogLine> shown = lines.stream().limit(LOG_SIZE).toList();
    LogView view = new LogView(shown, next, waiting, member, desk.moderators() <= 1);
    desk.page(ctx, 200, "log", ModerationWords.of("log"), view);
  }

  List<LogLine> lines(long before, int most) {
    return desk.statements(said -> said.log().page(before, most)).stream()
        .map(entry -> LogLine.of(entry, desk))
        .toList();
  }

  static long before(Context ctx) {
    String text = ctx.queryParam("before");
    if (text == null) return Long.MAX_VALUE;
    if (text.matches("\\d{1,18}")) return Long.parseLong(text);
    throw new HttpRefusal(400, "Bad parameters", "before must be a number of a line of the log.");
  }

  void queue(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    List<QueueLine> lines =
        waitingFor(account).stream()
            .map(
                one ->
                    new QueueLine(
                        one,
                        AboutLine.of(one.about(), desk),
                        ModerationWords.of("kind", one.kind()),
                        ModerationWords.of("state", one.state())))
            .toList();
    QueueView view = new QueueView(lines, Topics.isModerator(account), desk.moderators() <= 1);
    desk.page(ctx, 200, "queue", ModerationWords.of("queue"), view);
  }

  /** All that waits for a moderator; for others what needs a second person and is not hers. */
  List<ModerationCase> waitingFor(Account account) {
    return desk.statements(
        said ->
            said.cases().queue(MOST_WAITING).stream()
                .filter(
                    one ->
                        Topics.isModerator(account)
                            || (one.state() == State.WAITING_FOR_SECOND
                                && !Judging.isConcerned(
                                    said, desk.topics()::members, one, account.id())))
                .toList());
  }

  void rules(Context ctx) {
    desk.page(ctx, 200, "rules", ModerationWords.of("rules"), ModerationRules.CURRENT);
  }

  ModerationCase named(Context ctx) {
    String id = ctx.pathParam("id");
    return desk.statements(said -> said.cases().byId(id))
        .orElseThrow(() -> new Missing(Reason.of("no-such-case")));
  }

  void show(Context ctx) {
    show(ctx, named(ctx), 200, Optional.empty());
  }

  private void show(Context ctx, ModerationCase one, int status, Optional<String> error) {
    Optional<String> done =
        Optional.ofNullable(ctx.queryParam("done"))
            .filter(DONE::contains)
            .map(word -> ModerationWords.of("done." + word));
    CaseView.Typed typed =
        new CaseView.Typed(
            done,
            error,
            ModerationDesk.field(ctx, "vote"),
            ModerationDesk.field(ctx, "rule"),
            ModerationDesk.field(ctx, "reason"));
    CaseView view = CaseView.of(desk, one, desk.visitors().of(ctx), typed);
    desk.page(ctx, status, "case", ModerationWords.of("kind", one.kind()), view);
  }

  void vote(Context ctx, Visitor visitor) {
    ModerationCase one = named(ctx);
    desk.count(ctx, visitor.account());
    Ballot ballot;
    Optional<JudgedWords> read;
    try {
      read = Optional.ofNullable(ctx.formParam("words")).map(JudgedWords::read);
      ballot =
          ballot(
              ModerationDesk.field(ctx, "vote"),
              ModerationDesk.field(ctx, "rule"),
              ModerationDesk.field(ctx, "reason"));
    } catch (IllegalArgumentException e) {
      show(ctx, one, 400, Optional.of(FailureText.said(e)));
      return;
    }
    switch (desk.judging().vote(visitor.account(), one.id(), ballot, read)) {
      case Judging.Judged.Noted _ ->
          ModerationDesk.goTo(ctx, "/moderation/" + one.id() + "?done=voted");
      case Judging.Judged.NoSuch _ -> throw new Missing(Reason.of("no-such-case"));
      case Judging.Judged.Over _ -> show(ctx, one, 409, word("over"));
      case Judging.Judged.Twice _ -> show(ctx, one, 409, word("twice"));
      case Judging.Judged.Concerned _ -> show(ctx, one, 403, word("concerned"));
      case Judging.Judged.Changed _ -> show(ctx, one, 409, word("changed"));
    }
  }

  private static Optional<String> word(String key) {
    return Optional.of(ModerationWords.of(key));
  }

  private static final Map<String, Choice> OTHER_WORDS =
      Map.of("hide", Choice.UPHOLD, "keep", Choice.DISMISS);

  /**
   * What somebody says, from the words of a form or a call.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  static Ballot ballot(String vote, String rule, String reason) {
    Choice choice =
        Worded.of(Choice.class, vote)
            .or(() -> Optional.ofNullable(OTHER_WORDS.get(vote)))
            .orElseThrow(
                () -> new IllegalArgumentException("vote: one of uphold, dismiss, hide, keep"));
    return new Ballot(choice, rule, reason);
  }

  /** The image that goes with a flag, for who may judge the flag's case. */
  void image(Context ctx, Visitor visitor) {
    String id = ctx.pathParam("id");
    Missing none = new Missing("There is no such image.");
    if (!Topics.isModerator(visitor.account())) throw none;
    Flag.Image image = desk.statements(said -> said.flags().image(id)).orElseThrow(() -> none);
    ctx.contentType(image.mediaType())
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "inline; filename=evidence")
        .result(image.content());
  }
}
