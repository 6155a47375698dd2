package worthwhile.site.moderation;

import io.javalin.http.Context;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.Answering.Answered;
import worthwhile.community.Appealing;
import worthwhile.community.Topic;
import worthwhile.posting.Reason;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.Reply;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.text.FailureText;

/** Forms with one field of words: replies, disputes and appeals. */
final class AnswerPages {
  private static final String ABOUT = "about";
  private static final String REASON = "reason";
  private static final int LONGEST_REASON = 1_000;

  private final ModerationDesk desk;

  AnswerPages(ModerationDesk desk) {
    this.desk = desk;
  }

  /**
   * The form.
   *
   * @param form which: reply, dispute or appeal
   * @param action where it is sent
   * @param name of the field that says what it is about, with its value
   * @param field name of the field with the words
   */
  record View(
      String form,
      String action,
      String name,
      String value,
      String field,
      int longest,
      AboutLine about,
      Optional<String> quoted,
      String words,
      Optional<String> error) {}

  /** What a requester can say to something: the words of its page, where it goes, its field. */
  private enum Form {
    REPLY("reply", "/replies", "text", Reply.LONGEST_TEXT),
    DISPUTE("dispute", "/disputes", REASON, LONGEST_REASON);

    private final String word;
    private final String action;
    private final String field;
    private final int longest;

    Form(String word, String action, String field, int longest) {
      this.word = word;
      this.action = action;
      this.field = field;
      this.longest = longest;
    }
  }

  void replyForm(Context ctx, Visitor visitor) {
    show(ctx, Form.REPLY, topic(visitor, parameter(ctx, ABOUT)), 200, Optional.empty());
  }

  void reply(Context ctx, Visitor visitor) {
    take(ctx, visitor.account(), Form.REPLY, topic(visitor, ModerationDesk.field(ctx, ABOUT)));
  }

  void disputeForm(Context ctx, Visitor visitor) {
    show(ctx, Form.DISPUTE, topic(visitor, parameter(ctx, ABOUT)), 200, Optional.empty());
  }

  void dispute(Context ctx, Visitor visitor) {
    take(ctx, visitor.account(), Form.DISPUTE, topic(visitor, ModerationDesk.field(ctx, ABOUT)));
  }

  private void show(Context ctx, Form form, Topic topic, int status, Optional<String> error) {
    show(
        ctx,
        status,
        new View(
            form.word,
            form.action,
            ABOUT,
            topic.subject().toString(),
            form.field,
            form.longest,
            AboutLine.of(topic, desk),
            topic.text(),
            ModerationDesk.field(ctx, form.field),
            error));
  }

  private void take(Context ctx, Account account, Form form, Topic topic) {
    desk.count(ctx, account);
    Answered answered;
    try {
      answered = answered(form, account, topic, ModerationDesk.field(ctx, form.field));
    } catch (IllegalArgumentException e) {
      show(ctx, form, topic, 400, Optional.of(FailureText.said(e)));
      return;
    }
    switch (answered) {
      case Answered.Replied _ ->
          ModerationDesk.goTo(ctx, topic.requester().map(Urls::requester).orElse("/moderation"));
      case Answered.Disputed(ModerationCase opened) ->
          ModerationDesk.goTo(ctx, "/moderation/" + opened.id() + "?done=disputed");
      case Answered.NoSuch _,
          Answered.NotRequester _,
          Answered.Again _,
          Answered.Hidden _,
          Answered.NotWarned _ ->
          show(ctx, form, topic, status(answered), Optional.of(why(answered)));
    }
  }

  private Answered answered(Form form, Account account, Topic topic, String words) {
    return switch (form) {
      case REPLY -> desk.answering().reply(account, topic.subject(), words);
      case DISPUTE -> desk.answering().dispute(account, topic.subject(), words);
    };
  }

  void appealForm(Context ctx, Visitor visitor) {
    appeal(ctx, visitor.account(), parameter(ctx, "case"), 200, Optional.empty());
  }

  private void appeal(Context ctx, Account account, String id, int status, Optional<String> error) {
    ModerationCase one =
        desk.statements(said -> said.cases().byId(id))
            .orElseThrow(() -> new Missing(Reason.of("no-such-case")));
    Optional<Topic> topic = desk.topics().find(one.about(), Optional.of(account));
    show(
        ctx,
        status,
        new View(
            "appeal",
            "/appeals",
            "case",
            id,
            REASON,
            LONGEST_REASON,
            AboutLine.of(one.about(), desk),
            topic.flatMap(Topic::text),
            ModerationDesk.field(ctx, REASON),
            error));
  }

  void appeal(Context ctx, Visitor visitor) {
    String id = ModerationDesk.field(ctx, "case");
    Account account = visitor.account();
    desk.count(ctx, account);
    Appealing.Appealed appealed;
    try {
      appealed = desk.appealing().appeal(account, id, ModerationDesk.field(ctx, REASON));
    } catch (IllegalArgumentException e) {
      appeal(ctx, account, id, 400, Optional.of(FailureText.said(e)));
      return;
    }
    switch (appealed) {
      case Appealing.Appealed.Made(ModerationCase opened) ->
          ModerationDesk.goTo(ctx, "/moderation/" + opened.id() + "?done=appealed");
      case Appealing.Appealed.NoSuch _ -> throw new Missing(Reason.of("no-such-case"));
      case Appealing.Appealed.Impossible _,
          Appealing.Appealed.NotHers _,
          Appealing.Appealed.Again _ ->
          appeal(ctx, account, id, status(appealed), Optional.of(why(appealed)));
    }
  }

  static int status(Appealing.Appealed appealed) {
    return switch (appealed) {
      case Appealing.Appealed.Made _ -> 201;
      case Appealing.Appealed.NoSuch _ -> 404;
      case Appealing.Appealed.NotHers _ -> 403;
      case Appealing.Appealed.Impossible _, Appealing.Appealed.Again _ -> 409;
    };
  }

  static String why(Appealing.Appealed appealed) {
    return switch (appealed) {
      case Appealing.Appealed.Made _ -> "";
      case Appealing.Appealed.NoSuch _ -> ModerationWords.of("no-such");
      case Appealing.Appealed.NotHers _ -> ModerationWords.of("not-hers");
      case Appealing.Appealed.Impossible _ -> ModerationWords.of("no-appeal");
      case Appealing.Appealed.Again _ -> ModerationWords.of("appealed-before");
    };
  }

  static int status(Answered answered) {
    return switch (answered) {
      case Answered.Replied _, Answered.Disputed _ -> 201;
      case Answered.NoSuch _ -> 404;
      case Answered.NotRequester _ -> 403;
      case Answered.Again _, Answered.Hidden _, Answered.NotWarned _ -> 409;
    };
  }

  static String why(Answered answered) {
    return switch (answered) {
      case Answered.Replied _, Answered.Disputed _ -> "";
      case Answered.NoSuch _ -> ModerationWords.of("no-such");
      case Answered.NotRequester _ -> ModerationWords.of("not-requester");
      case Answered.Again _ -> ModerationWords.of("answered-before");
      case Answered.Hidden _ -> ModerationWords.of("hidden-before");
      case Answered.NotWarned _ -> ModerationWords.of("not-warned");
    };
  }

  private void show(Context ctx, int status, View view) {
    desk.page(ctx, status, "say", ModerationWords.of(view.form()), view);
  }

  private static String parameter(Context ctx, String name) {
    return Optional.ofNullable(ctx.queryParam(name)).orElse("");
  }

  private Topic topic(Visitor visitor, String about) {
    return desk.topic(about, Optional.of(visitor.account()))
        .orElseThrow(() -> new Missing(ModerationWords.of("no-such")));
  }
}
