package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import worthwhile.alert.Trials;
import worthwhile.alert.Wanted;
import worthwhile.alert.WantedBuilder;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.site.http.Visitor;

/** {@code /alerts/ID/channels/NUMBER/…}: what an owner does with a channel, by forms. */
record ChannelPage(AlertDesk desk) {
  void test(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    String site = desk.instance().base(ctx);
    String what =
        switch (desk.trials().send(search, AlertDesk.channel(ctx), site)) {
          case Trials.Outcome.Tried(var _, var delivery) -> "test=" + delivery.id();
          case Trials.Outcome.TooMany _ -> "done=trial-many";
          case Trials.Outcome.Unconfirmed _ -> "done=trial-unconfirmed";
          case Trials.Outcome.Fetched _, Trials.Outcome.Absent _ -> throw AlertDesk.noChannel();
        };
    back(ctx, search, what);
  }

  void rotate(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    if (desk.channels().rotate(search, AlertDesk.channel(ctx)).isEmpty())
      throw AlertDesk.noChannel();
    back(ctx, search, "done=rotated");
  }

  void confirm(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    String code = Optional.ofNullable(ctx.formParam("code")).orElse("").strip();
    String what =
        switch (desk.channels().confirm(search, AlertDesk.channel(ctx), code)) {
          case RIGHT -> "code-right";
          case WRONG -> "code-wrong";
          case SPENT -> "code-spent";
          case NOT_ASKED -> throw AlertDesk.noChannel();
        };
    back(ctx, search, "done=" + what);
  }

  /** Takes one of its channels from a search. */
  void remove(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    long number = AlertDesk.channel(ctx);
    Recipient gone =
        Optional.ofNullable(desk.searches().recipients(List.of(search)).get(number))
            .filter(each -> search.channels().contains(number))
            .orElseThrow(AlertDesk::noChannel);
    desk.change(ctx, search, before -> without(desk.searches().wanted(before), gone.destination()));
  }

  private static Wanted without(Wanted wanted, Destination gone) {
    List<Destination> left =
        wanted.channels().stream().filter(each -> !each.key().equals(gone.key())).toList();
    return WantedBuilder.builder(wanted).channels(left).build();
  }

  private static void back(Context ctx, SavedSearch search, String what) {
    ctx.redirect("/alerts/" + search.id() + "?" + what, HttpStatus.SEE_OTHER);
  }
}
