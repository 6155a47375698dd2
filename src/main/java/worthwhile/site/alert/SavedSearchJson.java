package worthwhile.site.alert;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.Backtest;
import worthwhile.alert.note.SourceNotes;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Silence;
import worthwhile.alert.saved.Timetable;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;

/** Saved searches, what they came to and what they would have, as the API sends them. */
final class SavedSearchJson {
  private SavedSearchJson() {}

  /**
   * A saved search.
   *
   * @param silences of all platforms; those that it has to do with are told
   */
  static ObjectNode of(
      SavedSearch search, Map<Long, Recipient> recipients, List<Silence> silences, String site) {
    ObjectNode json = object();
    json.put("id", search.id());
    json.put("name", search.name());
    json.set("query", query(search.query()));
    json.put("watches", search.watches().word());
    timetable(json, search.timetable());
    json.put("mostPerDay", search.mostPerDay());
    json.put("paused", search.paused());
    search.trouble().ifPresent(trouble -> json.put("trouble", trouble));
    ArrayNode channels = json.putArray("channels");
    search.channels().stream()
        .filter(recipients::containsKey)
        .forEach(
            number ->
                channels.add(
                    channel(
                        Objects.requireNonNull(recipients.get(number), "others were passed over"),
                        site)));
    sources(search, silences, json.putArray("sources"));
    json.put("created", search.created().toString());
    json.put("changed", search.changed().toString());
    return json;
  }

  private static void sources(SavedSearch search, List<Silence> silences, ArrayNode sources) {
    for (Silence each : SourceNotes.of(search, silences)) {
      ObjectNode source = sources.addObject();
      source.put("platform", each.platform());
      source.put("name", each.name());
      source.put("lastRead", each.since().toString());
      each.ended().ifPresent(at -> source.put("back", at.toString()));
      source.put("text", SourceNotes.words(each).text());
    }
  }

  private static ObjectNode query(Map<String, List<String>> query) {
    ObjectNode json = object();
    query.forEach(
        (name, values) -> {
          if (values.size() == 1) json.put(name, values.getFirst());
          else values.forEach(json.withArray(name)::add);
        });
    return json;
  }

  private static void timetable(ObjectNode json, Timetable timetable) {
    switch (timetable.rhythm()) {
      case Rhythm.Instantly _ -> json.put("rhythm", "instant");
      case Rhythm.Digest(List<LocalTime> at) -> {
        json.put("rhythm", "digest");
        ArrayNode times = json.putArray("digestAt");
        at.forEach(time -> times.add(time.toString()));
      }
    }
    json.put("timeZone", timetable.zone().getId());
    timetable
        .quiet()
        .ifPresent(
            quiet ->
                json.putObject("quietHours")
                    .put("from", quiet.from().toString())
                    .put("until", quiet.until().toString()));
  }

  private static ObjectNode channel(Recipient recipient, String site) {
    ObjectNode json = object();
    json.put("id", recipient.number());
    json.put("type", recipient.type().word());
    switch (recipient.destination()) {
      case Destination.Mail(String mailbox, var _) -> json.put("address", mailbox);
      case Destination.Webhook webhook -> {
        json.put("url", webhook.url().toString());
        json.put("secret", webhook.secrets().getFirst());
        webhook.until().ifPresent(end -> json.put("olderUntil", end.toString()));
      }
      case Destination.Push(var endpoint, String p256dh, var _) -> {
        json.put("endpoint", endpoint.toString());
        json.put("p256dh", p256dh);
      }
      case Destination.Feed(String secret) -> {
        json.put("url", site + "/alerts/feeds/" + secret + ".atom");
        json.put("jsonUrl", site + "/alerts/feeds/" + secret + ".json");
      }
      case Destination.Telegram(String chat, var _) -> json.put("chat", chat);
      case Destination.Ntfy _, Destination.Discord _ ->
          json.put("address", recipient.destination().visible());
    }
    json.put("state", recipient.state().word());
    json.put("expectedDelay", recipient.type().delay().toString());
    json.put("mostPerDay", recipient.type().mostPerDay());
    recipient.error().ifPresent(error -> json.put("error", error));
    return json;
  }

  /** What became of one posting of a delivery. */
  static ObjectNode entry(Ledger.Entry entry) {
    ObjectNode json = object();
    Delivery delivery = entry.delivery();
    Fate fate = entry.fate();
    Optional<Reason> why = fate.why();
    json.put("posting", entry.item().posting());
    json.put("at", delivery.done().orElse(delivery.created()).toString());
    json.put("state", shown(fate.state()).word());
    json.put("channel", entry.recipient().map(to -> to.type().word()).orElse("removed"));
    json.put("reason", why.map(SavedSearchJson::word).orElse(delivery.reason().word()));
    json.put("event", delivery.reason().word());
    json.put("delivery", delivery.id());
    json.put("attempts", delivery.attempts());
    why.ifPresent(reason -> json.put("text", reason.text()));
    return json;
  }

  /** What waits is held for the time being. */
  private static Delivery.State shown(Delivery.State state) {
    return state == Delivery.State.DUE ? Delivery.State.HELD : state;
  }

  private static String word(Reason reason) {
    return reason.code().replaceFirst("^alert-", "");
  }

  static ObjectNode backtest(Backtest.Result result) {
    ObjectNode json = object();
    json.put("days", result.days());
    json.put("fired", result.fired());
    result.best().ifPresent(best -> json.put("best", best));
    result.median().ifPresent(median -> json.put("median", median));
    result.goneWithin().ifPresent(gone -> json.put("goneWithinMinutes", gone.toMinutes()));
    json.put("advice", Worded.wordOf(result.advice()));
    return json;
  }

  /** What it came to in the last 30 days. */
  static ObjectNode figures(SearchFigures figures) {
    ObjectNode json = object();
    json.put("days", SearchFigures.DAYS);
    json.put("fired", figures.fired());
    json.put("reached", figures.reached());
    json.put("goneBefore", figures.goneBefore());
    figures.goneWithin().ifPresent(within -> json.put("goneWithinSeconds", within.toSeconds()));
    figures.advice().ifPresent(advice -> json.put("advice", Worded.wordOf(advice)));
    return json;
  }

  static ObjectNode object() {
    return PostingJson.MAPPER.createObjectNode();
  }
}
