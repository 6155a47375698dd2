package worthwhile.site.alert;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.Findings;
import worthwhile.alert.Findings.Finding;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Controls;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.EventLine;

/**
 * What a saved search finds, as server-sent events: the same rows that its feed has, so that caps,
 * dangers and what was told before count here too. The id of an event is the revision of the change
 * log; who was cut off goes on after it.
 */
final class AlertStream {
  /** How soon one whose place is taken may ask again. */
  private static final Duration FULL = Duration.ofMinutes(1);

  static final int MOST = 200;
  static final int MOST_OF_ONE_ACCOUNT = 10;
  private static final long LOOK_MILLIS = 500;
  private static final long ROUNDS_OF_SILENCE = EventLine.KEEP_ALIVE.toMillis() / LOOK_MILLIS;

  /** After half an hour the client comes anew, and is asked again who she is. */
  private static final long ROUNDS = 30 * 60_000 / LOOK_MILLIS;

  private final AlertDesk desk;
  private final Findings findings;
  private final BooleanSupplier stopping;
  private final Map<String, Integer> places = new ConcurrentHashMap<>();

  AlertStream(AlertDesk desk, BooleanSupplier stopping) {
    this.desk = desk;
    this.findings = new Findings(desk.instance().store());
    this.stopping = stopping;
  }

  /** Stays on its (virtual) thread for as long as the client listens. */
  void handle(Context ctx, Visitor visitor) throws InterruptedException {
    List<Mistake> mistakes = ApiQuery.mistakes(ctx, List.of("after"));
    if (!mistakes.isEmpty()) {
      Problem.badParameters(mistakes).send(ctx);
      return;
    }
    SavedSearch search = desk.own(ctx, visitor);
    Recipient feed = feed(search).orElseThrow(AlertStream::noFeed);
    long now = findings.revision();
    long from = Math.min(now, EventLine.lastRevision(ctx).or(() -> after(ctx)).orElse(now));
    take(search.account());
    try {
      speak(EventLine.open(ctx, from), feed, from);
    } catch (IOException gone) {
      // The client left: the usual end of a stream.
    } finally {
      places.computeIfPresent(search.account(), (_, held) -> held == 1 ? null : held - 1);
    }
  }

  /** Where the page of a search listens for what comes after it was made; absent without a feed. */
  Optional<String> address(SavedSearch search) {
    return feed(search).map(_ -> "/alerts/" + search.id() + "/stream?after=" + findings.revision());
  }

  private Optional<Recipient> feed(SavedSearch search) {
    return desk.searches().recipients(List.of(search)).values().stream()
        .filter(each -> each.type() == ChannelType.FEED)
        .findFirst();
  }

  private static HttpRefusal noFeed() {
    return new HttpRefusal(
        409,
        "No feed",
        "The stream tells what the feed holds: give the saved search the channel"
            + " {\"type\": \"feed\"} first.");
  }

  private static Optional<Long> after(Context ctx) {
    String after = ctx.queryParam("after");
    if (after == null) return Optional.empty();
    if (!after.matches("[0-9]{1,18}"))
      throw new HttpRefusal(
          400, "Bad after", "after must be the id of an earlier event, a number.");
    return Optional.of(Long.valueOf(after));
  }

  private void take(String account) {
    if (places.values().stream().mapToInt(Integer::intValue).sum() >= MOST)
      throw HttpRefusal.forNow(
          503, "Too many listeners", "All " + MOST + " places are taken. Try later.", FULL);
    if (places.merge(account, 1, Integer::sum) <= MOST_OF_ONE_ACCOUNT) return;
    places.merge(account, -1, Integer::sum);
    throw HttpRefusal.forNow(
        429,
        "Too many streams",
        "At most "
            + MOST_OF_ONE_ACCOUNT
            + " streams of one account's saved searches. Close one, or try again in a minute.",
        FULL);
  }

  private void speak(EventLine line, Recipient feed, long from)
      throws IOException, InterruptedException {
    long heard = from;
    long silent = 0;
    for (long round = 0; round < ROUNDS && !stopping.getAsBoolean(); round++) {
      long now = findings.revision();
      String events = heard < now ? events(findings.between(feed.number(), heard, now)) : "";
      heard = now;
      silent = events.isEmpty() ? silent + 1 : 0;
      if (!events.isEmpty()) line.say(events);
      else if (silent % ROUNDS_OF_SILENCE == 0) line.stay();
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  /** The last event of a revision has its id: who goes on after it lacks none of the others. */
  private String events(List<Finding> found) {
    Map<String, Posting> postings =
        desk.instance()
            .store()
            .postings()
            .byIds(found.stream().map(Finding::posting).collect(Collectors.toSet()));
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < found.size(); i++) {
      Finding each = found.get(i);
      Posting posting = postings.get(each.posting());
      if (posting == null) continue;
      boolean last = i + 1 == found.size() || found.get(i + 1).revision() > each.revision();
      if (last) events.append("id: ").append(each.revision()).append('\n');
      events.append("event: posting\ndata: ").append(data(each, posting)).append("\n\n");
    }
    return events.toString();
  }

  private static String data(Finding found, Posting posting) {
    ObjectNode json = SavedSearchJson.object();
    json.put("delivery", found.delivery());
    json.put("reason", found.reason().word());
    json.put("page", Urls.task(found.posting()));
    json.put("text", AlertWords.told(found.reason(), posting));
    json.set("posting", PostingJson.tree(posting.offered()));
    return Controls.without(json.toString());
  }
}
