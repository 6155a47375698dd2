package worthwhile.site.alert;

import io.javalin.http.Context;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.Wanted;
import worthwhile.alert.WantedBuilder;
import worthwhile.alert.channel.PushIdentity;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Visitor;

/** Browsers as channels: what the script asks the browser for arrives here as a form. */
final class DevicePage {
  private static final Destination ANY =
      new Destination.Push(URI.create("https://push.example.org/"), "", "");

  private final AlertDesk desk;
  private final PushIdentity identity;

  DevicePage(AlertDesk desk) {
    this.desk = desk;
    this.identity = new PushIdentity(desk.instance().store());
  }

  /** The key that a browser subscribes with; absent if this instance tells no browsers. */
  Optional<String> key() {
    return desk.limits().refusal(ANY).isEmpty()
        ? Optional.of(identity.publicKey())
        : Optional.empty();
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
    desk.change(ctx, search, before -> with(desk.searches().wanted(before), device.getFirst()));
  }

  private static Wanted with(Wanted wanted, Destination device) {
    List<Destination> all = new ArrayList<>(wanted.channels());
    all.removeIf(each -> each.key().equals(device.key()));
    all.add(device);
    return WantedBuilder.builder(wanted).channels(all).build();
  }
}
