package worthwhile.site.alert;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.Trials;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.JsonFields;

/** {@code /api/v1/saved-searches/ID/channels/NUMBER/…}: what an owner does with a channel. */
record ChannelCall(AlertDesk desk) {
  /** The hour in which test messages are counted. */
  private static final Duration COUNTED_IN = Duration.ofHours(1);

  void test(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    String site = desk.instance().base(ctx);
    switch (desk.trials().send(search, AlertDesk.channel(ctx), site)) {
      case Trials.Outcome.Tried(Recipient to, Delivery delivery) ->
          Answer.send(ctx, 200, Answer.JSON, "no-store", json(to, delivery).toString());
      case Trials.Outcome.TooMany _ ->
          throw HttpRefusal.forNow(429, "Too many", AlertWords.of("done.trial-many"), COUNTED_IN);
      case Trials.Outcome.Unconfirmed _ ->
          throw JsonFields.wrong(AlertWords.of("done.trial-unconfirmed"));
      case Trials.Outcome.Fetched _ -> throw JsonFields.wrong(AlertWords.of("done.trial-feed"));
      case Trials.Outcome.Absent _ -> throw AlertDesk.noChannel();
    }
  }

  private static ObjectNode json(Recipient to, Delivery delivery) {
    ObjectNode json = SavedSearchJson.object();
    json.put("taken", delivery.state() == Delivery.State.SENT);
    json.put("delivery", delivery.id());
    delivery.why().ifPresent(why -> json.put("reason", why.code().replaceFirst("^alert-", "")));
    json.put("text", AlertWords.trial(to, delivery));
    return json;
  }

  void rotate(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    if (desk.channels().rotate(search, AlertDesk.channel(ctx)).isEmpty())
      throw AlertDesk.noChannel();
    answer(ctx, search);
  }

  void confirm(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    String code = JsonFields.of(ctx, List.of("code")).required("code").strip();
    switch (desk.channels().confirm(search, AlertDesk.channel(ctx), code)) {
      case RIGHT -> answer(ctx, search);
      case WRONG -> throw JsonFields.wrong(AlertWords.of("done.code-wrong"));
      case SPENT -> throw JsonFields.wrong(AlertWords.of("done.code-spent"));
      case NOT_ASKED -> throw AlertDesk.noChannel();
    }
  }

  private void answer(Context ctx, SavedSearch search) {
    String json =
        SavedSearchJson.of(
                search,
                desk.searches().recipients(List.of(search)),
                desk.silences(),
                desk.instance().base(ctx))
            .toString();
    Answer.send(ctx, 200, Answer.JSON, "no-store", json);
  }
}
