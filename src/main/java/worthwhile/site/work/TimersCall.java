package worthwhile.site.work;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.Account;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.SiteInstance;
import worthwhile.work.Work;
import worthwhile.work.WorkExport;
import worthwhile.work.time.TimedTask;
import worthwhile.work.time.Timer;

/** {@code /api/v1/timers}: Start and Done for programs, the companion first of all. */
final class TimersCall {
  private static final List<String> START =
      List.of(
          "posting",
          "title",
          "platform",
          "requester",
          "reward",
          "currency",
          "usualMinutes",
          "allowedMinutes",
          "focus",
          "rest",
          "earlier");
  private static final List<String> DONE =
      List.of("outcome", "minutes", "uncounted", "reward", "currency", "sure");

  private final SiteInstance instance;
  private final Timing timing;

  TimersCall(SiteInstance instance, Timing timing) {
    this.instance = instance;
    this.timing = timing;
  }

  void list(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    Account account = visitor.account();
    ArrayNode items = PostingJson.MAPPER.createArrayNode();
    for (Timer timer : instance.store().timers().of(account.id())) items.add(json(account, timer));
    Answer.own(ctx, PostingJson.MAPPER.createObjectNode().set("items", items).toString());
  }

  void start(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    TimingWords.GivenValues words = body(ctx, START);
    TimedTask task = timing.task(account, words);
    switch (timing.start(account, task, TimingWords.focus(words), TimerPage.earlier(words))) {
      case Timing.Started.Running(Timer timer) -> answer(ctx, 201, json(account, timer));
      case Timing.Started.Other(Timer other) ->
          throw new HttpRefusal(
              409,
              "Another timer runs",
              "The timer "
                  + other.id()
                  + " runs for \""
                  + other.task().title()
                  + "\". Finish it, or say what is to become of it: earlier=finish or"
                  + " earlier=discard.");
    }
  }

  void pause(Context ctx, Visitor visitor) {
    change(ctx, visitor, timer -> timer.pause(instance.now()));
  }

  void resume(Context ctx, Visitor visitor) {
    change(ctx, visitor, timer -> timer.resume(instance.now()));
  }

  private void change(Context ctx, Visitor visitor, UnaryOperator<Timer> to) {
    Account account = visitor.account();
    Timer timer = to.apply(timing.named(ctx, account));
    instance.store().timers().replace(timer);
    answer(ctx, 200, json(account, timer));
  }

  void done(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    Timer timer = timing.named(ctx, account);
    TimingWords.GivenValues words = body(ctx, DONE);
    boolean sure = words.said("sure").isPresent();
    ObjectNode answer = PostingJson.MAPPER.createObjectNode();
    switch (timing.end(account, timer, TimingWords.report(words), sure)) {
      case Timing.Ended.Done(Work work) -> {
        answer.put("state", "done");
        answer.set("work", PostingJson.MAPPER.valueToTree(WorkExport.Row.of(work)));
      }
      case Timing.Ended.Asked(Timer stopped, var _) -> {
        answer.put("state", "asked");
        answer.set("timer", json(account, stopped));
      }
    }
    answer(ctx, 200, answer);
  }

  void discard(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    Timer timer = timing.named(ctx, account);
    timing.discard(account, timer);
    ctx.status(204);
  }

  void restore(Context ctx, Visitor visitor) {
    Account account = visitor.account();
    answer(ctx, 200, json(account, timing.restore(ctx, account)));
  }

  private ObjectNode json(Account account, Timer timer) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    String state = !timer.isRunning() ? "waiting" : timer.isInBreak() ? "break" : "running";
    node.put("id", timer.id().toString()).put("state", state);
    node.put("title", timer.task().title()).put("platform", timer.task().platform());
    if (timer.task().posting() != null) node.put("posting", timer.task().posting());
    node.put("started", timer.started().toString());
    if (timer.stopped() != null) node.put("stopped", timer.stopped().toString());
    node.put("activeSeconds", timer.active(instance.now()).toSeconds());
    node.put("elapsedSeconds", timer.elapsed(instance.now()).toSeconds());
    timer.left(instance.now()).ifPresent(left -> node.put("secondsLeft", left.toSeconds()));
    ArrayNode doubts = node.putArray("doubts");
    timing.doubts(account, timer).forEach(doubt -> doubts.add(doubt.text()));
    return node;
  }

  private static void answer(Context ctx, int status, ObjectNode body) {
    Answer.send(ctx, status, Answer.JSON, "no-store", body.toString());
  }

  /** A JSON object with these names only; none at all says nothing. */
  static TimingWords.GivenValues body(Context ctx, List<String> allowed) {
    if (ctx.body().isBlank()) return _ -> null;
    JsonNode root;
    try {
      root = PostingJson.MAPPER.readTree(ctx.body());
    } catch (JacksonException e) {
      throw TimingWords.wrong("The body is no whole JSON. Send an object.");
    } catch (NumberFormatException e) {
      throw TimingWords.wrong("The body holds a number that is none: " + e.getMessage());
    }
    if (!root.isObject()) throw TimingWords.wrong("The body must be a JSON object.");
    for (String name : root.propertyNames())
      if (!allowed.contains(name))
        throw TimingWords.wrong(
            "Unknown name " + name + ": allowed are " + String.join(", ", allowed) + ".");
    return name ->
        Optional.of(root.path(name))
            .filter(node -> node.isValueNode() && !node.isNull())
            .map(TimersCall::text)
            .orElse(null);
  }

  /** No is the same as nothing said. */
  private static @Nullable String text(JsonNode node) {
    if (node.isBoolean()) return node.asBoolean() ? "true" : null;
    return node.asString();
  }
}
