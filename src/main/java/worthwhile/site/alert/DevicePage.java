package worthwhile.site.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.Wanted;
import worthwhile.alert.WantedBuilder;
import worthwhile.alert.channel.PushIdentity;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Assets;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;

/** Browsers as channels: what the script asks the browser for arrives here as a form. */
final class DevicePage {
  private static final Destination ANY =
      new Destination.Push(URI.create("https://push.example.org/"), "", "");
  private static final String WORKER = Assets.read("/static/sw.js");

  private final AlertDesk desk;
  private final PushIdentity identity;

  DevicePage(AlertDesk desk) {
    this.desk = desk;
    this.identity = new PushIdentity(desk.instance().store());
  }

  /** The script that browsers keep for showing messages; it stands above all that it opens. */
  static void worker(Context ctx) {
    Answer.send(ctx, 200, "text/javascript; charset=utf-8", "no-cache", WORKER);
  }

  /** The key that a browser subscribes with; absent if this instance tells no browsers. */
  Optional<String> key() {
    return desk.limits().refusal(ANY).isEmpty()
        ? Optional.of(identity.publicKey())
        : Optional.empty();
  }

  static List<Recipient> devices(List<Recipient> channels) {
    return channels.stream().filter(each -> each.type() == ChannelType.PUSH).toList();
  }

  /** What the fields of a form say of the browser that sends it, as a program would write it. */
  static void channel(Context ctx, ArrayNode channels) {
    if (field(ctx, "endpoint").isEmpty()) return;
    ObjectNode push = channels.addObject().put("type", "push");
    for (String name : List.of("endpoint", "p256dh", "auth")) push.put(name, field(ctx, name));
  }

  private static String field(Context ctx, String name) {
    return Objects.requireNonNullElse(ctx.formParam("push_" + name), "").strip();
  }

  /** Adds the browser to the channels of a search. */
  void add(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    ArrayNode given = SavedSearchJson.object().putArray("channels");
    channel(ctx, given);
    List<Destination> device = SavedSearchReader.channels(given);
    if (device.isEmpty())
      throw new HttpRefusal(400, "Not changed", AlertWords.of("push.incomplete"));
    Wanted wanted = desk.searches().wanted(search);
    List<Destination> all = new ArrayList<>(wanted.channels());
    all.removeIf(each -> each.key().equals(device.getFirst().key()));
    all.addAll(device);
    keep(ctx, search, WantedBuilder.builder(wanted).channels(all).build());
  }

  /** Takes one of its channels from a search. */
  void remove(Context ctx, Visitor visitor) {
    SavedSearch search = desk.own(ctx, visitor);
    Map<Long, Recipient> recipients = desk.searches().recipients(List.of(search));
    String number = ctx.pathParam("number");
    Recipient gone =
        recipients.values().stream()
            .filter(each -> Long.toString(each.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> new HttpRefusal(404, "Not found", AlertWords.of("channel.absent")));
    Wanted wanted = desk.searches().wanted(search);
    List<Destination> left =
        wanted.channels().stream()
            .filter(each -> !each.key().equals(gone.destination().key()))
            .toList();
    keep(ctx, search, WantedBuilder.builder(wanted).channels(left).build());
  }

  private void keep(Context ctx, SavedSearch search, Wanted wanted) {
    switch (desk.searches().change(search.account(), search.id(), wanted)) {
      case Wanted.Outcome.Kept _ ->
          ctx.redirect("/alerts/" + search.id() + "?done=changed", HttpStatus.SEE_OTHER);
      case Wanted.Outcome.Refused(List<Mistake> mistakes) ->
          throw new HttpRefusal(400, "Not changed", AlertDesk.words(mistakes.getFirst()));
      case Wanted.Outcome.Absent _ -> throw AlertDesk.absent();
    }
  }
}
