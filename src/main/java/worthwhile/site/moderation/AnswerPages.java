package worthwhile.site.moderation;

import io.javalin.http.Context;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.community.Answering.Answered;
import worthwhile.community.Appealing;
import worthwhile.community.Topic;
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;

/** Forms with one field of words: replies, disputes and appeals. */
final class AnswerPages {
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

  void replyForm(Context ctx, Visitor visitor) {
    reply(ctx, topic(visitor, parameter(ctx, "about")), 200, Optional.empty());
  }

  private void reply(Context ctx, Topic topic, int status, Optional<String> error) {
    show(
        ctx,
        status,
        new View(
            "reply",
            "/replies",
            "about",
            topic.subject().toString(),
            "text",
            4_000,
            AboutLine.of(topic, desk),
            topic.text(),
            ModerationDesk.field(ctx, "text"),
            error));
  }

  void reply(Context ctx, Visitor visitor) {
    Topic topic = topic(visitor, ModerationDesk.field(ctx, "about"));
    desk.count(ctx, visitor.account());
    Answered answered;
    try {
      answered =
          desk.answering()
              .reply(visitor.account(), topic.subject(), ModerationDesk.field(ctx, "text"));
    } catch (IllegalArgumentException e) {
      reply(ctx, topic, 400, Optional.of(e.getMessage()));
      return;
    }
    if (answered instanceof Answered.Replied)
      ModerationDesk.goTo(ctx, topic.requester().map(Urls::requester).orElse("/moderation"));
    else reply(ctx, topic, status(answered), Optional.of(why(answered)));
  }

  void disputeForm(Context ctx, Visitor visitor) {
    dispute(ctx, topic(visitor, parameter(ctx, "about")), 200, Optional.empty());
  }

  private void dispute(Context ctx, Topic topic, int status, Optional<String> error) {
    show(
        ctx,
        status,
        new View(
            "dispute",
            "/disputes",
            "about",
            topic.subject().toString(),
            "reason",
            1_000,
            AboutLine.of(topic, desk),
            topic.text(),
            ModerationDesk.field(ctx, "reason"),
            error));
  }

  void dispute(Context ctx, Visitor visitor) {
    Topic topic = topic(visitor, ModerationDesk.field(ctx, "about"));
    desk.count(ctx, visitor.account());
    Answered answered;
    try {
      answered =
          desk.answering()
              .dispute(visitor.account(), topic.subject(), ModerationDesk.field(ctx, "reason"));
    } catch (IllegalArgumentException e) {
      dispute(ctx, topic, 400, Optional.of(e.getMessage()));
      return;
    }
    if (answered instanceof Answered.Disputed(ModerationCase opened))
      ModerationDesk.goTo(ctx, "/moderation/" + opened.id() + "?done=disputed");
    else dispute(ctx, topic, status(answered), Optional.of(why(answered)));
  }

  void appealForm(Context ctx, Visitor visitor) {
    appeal(ctx, visitor.account(), parameter(ctx, "case"), 200, Optional.empty());
  }

  private void appeal(Context ctx, Account account, String id, int status, Optional<String> error) {
    ModerationCase one =
        desk.statements(said -> said.cases().byId(id))
            .orElseThrow(() -> new Missing("There is no such case."));
    Optional<Topic> topic = desk.topics().find(one.about(), Optional.of(account));
    show(
        ctx,
        status,
        new View(
            "appeal",
            "/appeals",
            "case",
            id,
            "reason",
            1_000,
            AboutLine.of(one.about(), desk),
            topic.flatMap(Topic::text),
            ModerationDesk.field(ctx, "reason"),
            error));
  }

  void appeal(Context ctx, Visitor visitor) {
    String id = ModerationDesk.field(ctx, "case");
    Account account = visitor.account();
    desk.count(ctx, account);
    Appealing.Appealed appealed;
    try {
      appealed = desk.appealing().appeal(account, id, ModerationDesk.field(ctx, "reason"));
    } catch (IllegalArgumentException e) {
      appeal(ctx, account, id, 400, Optional.of(e.getMessage()));
      return;
    }
    switch (appealed) {
      case Appealing.Appealed.Made(ModerationCase opened) ->
          ModerationDesk.goTo(ctx, "/moderation/" + opened.id() + "?done=appealed");
      case Appealing.Appealed.NoSuch _ -> throw new Missing("There is no such case.");
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
      case Answered.Again _, Answered.Hidden _ -> 409;
    };
  }

  static String why(Answered answered) {
    return switch (answered) {
      case Answered.Replied _, Answered.Disputed _ -> "";
      case Answered.NoSuch _ -> ModerationWords.of("no-such");
      case Answered.NotRequester _ -> ModerationWords.of("not-requester");
      case Answered.Again _ -> ModerationWords.of("answered-before");
      case Answered.Hidden _ -> ModerationWords.of("hidden-before");
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
