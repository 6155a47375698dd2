package worthwhile.site.alert;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.account.RandomSecret;
import worthwhile.alert.CanaryTask;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChangeNote;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Urls;
import worthwhile.site.view.AtomXml;
import worthwhile.site.view.FeedJson;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.Store;

/** What a saved search found, as a feed under an address that only its owner knows. */
final class AlertFeed {
  private static final int MOST = 100;

  private final SiteInstance instance;

  AlertFeed(SiteInstance instance) {
    this.instance = instance;
  }

  /**
   * One entry.
   *
   * @param id of the delivery and what it tells, so that each telling is an entry of its own
   * @param path of the page that says more
   * @param author whose it is
   * @param posting absent where it tells of none
   */
  private record Entry(
      String id,
      Delivery delivery,
      String title,
      String text,
      String path,
      String author,
      Optional<Posting> posting) {
    static Entry of(Delivery delivery, Posting posting) {
      String gravest =
          posting.assessment().gravest().map(warning -> " ⚠ " + warning.text()).orElse("");
      String reason =
          delivery.reason() == AlertReason.NEW
              ? ""
              : AlertWords.of("reason." + delivery.reason().word()) + ": ";
      String description = posting.job().description();
      return new Entry(
          "urn:worthwhile:" + delivery.id() + ":" + posting.id(),
          delivery,
          reason + posting.job().title() + gravest,
          description == null ? "" : description,
          Urls.task(posting.id()),
          posting.job().platform(),
          Optional.of(posting));
    }

    static Entry of(Delivery delivery, ChangeNote change) {
      return new Entry(
          "urn:worthwhile:" + delivery.id() + ":" + change.id(),
          delivery,
          change.title() + ": " + change.text(),
          change.text(),
          change.url(),
          change.title(),
          Optional.empty());
    }
  }

  void handle(Context ctx) throws XMLStreamException {
    String name = ctx.pathParam("name");
    boolean atom = name.endsWith(".atom");
    if (!atom && !name.endsWith(".json")) throw absent();
    String hash = RandomSecret.hash(name.substring(0, name.length() - 5));
    Store store = instance.store();
    Recipient recipient =
        store
            .alerts(alerts -> alerts.recipients().byHash(hash))
            .filter(found -> found.type() == ChannelType.FEED)
            .orElseThrow(AlertFeed::absent);
    SavedSearch search =
        store
            .alerts(alerts -> alerts.searches().byId(recipient.savedSearch().orElseThrow()))
            .orElseThrow(AlertFeed::absent);
    List<Entry> entries =
        entries(store.alerts(alerts -> alerts.deliveries().sentTo(recipient.number(), MOST)));
    ctx.header("X-Robots-Tag", "noindex");
    String base = instance.base(ctx);
    if (atom) atom(ctx, search, entries, base);
    else json(ctx, search, entries, base);
  }

  private static HttpRefusal absent() {
    return new HttpRefusal(404, "Not found", "There is no such feed, or it was taken back.");
  }

  private List<Entry> entries(List<Delivery> deliveries) {
    Set<String> ids = new LinkedHashSet<>();
    deliveries.forEach(each -> each.items().forEach(item -> ids.add(item.posting())));
    Map<String, Posting> postings = CanaryTask.and(instance.store().postings().byIds(ids), ids);
    List<Entry> entries = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      for (Delivery.Item item : delivery.items())
        if (postings.containsKey(item.posting()))
          entries.add(Entry.of(delivery, postings.get(item.posting()).offered()));
      for (ChangeNote change : changes(delivery)) entries.add(Entry.of(delivery, change));
    }
    return entries.subList(0, Math.min(MOST, entries.size()));
  }

  private List<ChangeNote> changes(Delivery delivery) {
    return delivery.reason() == AlertReason.PLATFORM_CHANGES
        ? instance
            .store()
            .alerts(alerts -> alerts.changes().told(delivery.recipient(), delivery.created()))
        : List.of();
  }

  private static void atom(Context ctx, SavedSearch search, List<Entry> entries, String base)
      throws XMLStreamException {
    Instant updated =
        entries.isEmpty() ? search.changed() : entries.getFirst().delivery().created();
    AtomXml xml =
        new AtomXml(
            "urn:worthwhile:saved-search:" + search.id(),
            search.name(),
            updated,
            base + ctx.path(),
            base + "/alerts/" + search.id());
    for (Entry entry : entries) {
      xml.entry(entry.id(), entry.title(), entry.delivery().created());
      xml.text("published", entry.delivery().created().toString());
      xml.link("alternate", base + entry.path());
      xml.author(entry.author());
      xml.text("content", entry.text());
      xml.end();
    }
    xml.send(ctx);
  }

  private static void json(Context ctx, SavedSearch search, List<Entry> entries, String base) {
    FeedJson body = new FeedJson(search.name(), base + ctx.path(), base + "/alerts/" + search.id());
    for (Entry entry : entries) {
      ObjectNode item = body.entry(entry.id(), base + entry.path(), entry.title(), entry.text());
      item.put("date_published", entry.delivery().created().toString());
      item.putArray("tags").add(entry.delivery().reason().word());
      entry.posting().ifPresent(task -> item.set("_worthwhile", PostingJson.tree(task)));
    }
    body.send(ctx, Answer.REVALIDATE);
  }
}
