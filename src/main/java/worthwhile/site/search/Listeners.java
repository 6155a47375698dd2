package worthwhile.site.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingMatcher;
import worthwhile.search.SearchQuery;
import worthwhile.site.http.Controls;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.Store;
import worthwhile.store.posting.Changes;

/**
 * Everyone who listens for new postings. One thread looks what the store has got and hands it to
 * whom it concerns; a listener that cannot keep up is let go and may come back where it was.
 */
public final class Listeners implements AutoCloseable {
  /** How soon one whose place is taken may ask again. */
  private static final Duration FULL = Duration.ofMinutes(1);

  static final int MOST = 200;
  public static final int MOST_FROM_ONE_ADDRESS = 20;

  /** As many as one page of a search holds, so that one search decides about a whole batch. */
  private static final int BATCH = 100;

  private static final int WAITING = 500;
  private static final long LOOK_MILLIS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final SiteInstance instance;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("listeners").factory());

  public Listeners(SiteInstance instance) {
    this.instance = instance;
    var _ =
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** One event as it goes over the line; the last one of a line has no text. */
  record Event(String text) {
    static final Event LAST = new Event("");

    boolean isLast() {
      return text.isEmpty();
    }

    static Event of(long revision, Posting posting) {
      return new Event(
          "id: "
              + revision
              + "\nevent: posting\ndata: "
              + Controls.without(PostingJson.write(posting.offered()))
              + "\n\n");
    }
  }

  /** A posting that can be told, as it goes over the line and as searches see it. */
  private record News(Event event, PostingFacts facts) {}

  /** Somebody who listens to one search. */
  static final class Listener {
    private final PostingMatcher matcher;
    private final String address;
    private final long from;
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean open = true;
    private long revision;

    private Listener(PostingMatcher matcher, String address, long from) {
      this.matcher = matcher;
      this.address = address;
      this.from = from;
      this.revision = from;
    }

    long from() {
      return from;
    }

    boolean isOpen() {
      return open || !waiting.isEmpty();
    }

    /** The next event; null if none came in that time. */
    Event next(long time, TimeUnit unit) throws InterruptedException {
      return waiting.poll(time, unit);
    }

    private void tell(News news, Instant now) {
      if (open && matcher.accepts(news.facts(), now) && !waiting.offer(news.event())) open = false;
    }

    private void end() {
      open = false;
      var unused = waiting.offer(Event.LAST);
    }
  }

  /**
   * Begins to listen.
   *
   * @param after revision after which to begin; absent: from now on
   */
  Listener join(SearchQuery query, String address, Optional<Long> after) {
    if (listeners.size() >= MOST)
      throw HttpRefusal.forNow(
          503, "Too many listeners", "All " + MOST + " places are taken. Try later.", FULL);
    if (listeners.stream().filter(one -> one.address.equals(address)).count()
        >= MOST_FROM_ONE_ADDRESS)
      throw HttpRefusal.forNow(
          429,
          "Too many streams",
          "At most "
              + MOST_FROM_ONE_ADDRESS
              + " streams from one address. Close one, or try again in a minute.",
          FULL);
    PostingMatcher matcher = query.matcher(instance.index().vocabulary());
    long now = instance.store().postings().revision();
    Listener listener = new Listener(matcher, address, Math.min(now, after.orElse(now)));
    listeners.add(listener);
    return listener;
  }

  void leave(Listener listener) {
    listener.end();
    listeners.remove(listener);
  }

  private void look() {
    try {
      for (var behind = behind(); !behind.isEmpty(); behind = behind())
        behind.forEach(this::catchUp);
    } catch (RuntimeException e) {
      // The thread must go on: the next look may succeed, and nobody has lost their place.
      LOG.warn("Could not tell listeners what is new; trying again", e);
    }
  }

  /** Those who have not heard everything yet, by the revision up to which they have. */
  private Map<Long, List<Listener>> behind() {
    long now = instance.store().postings().revision();
    return listeners.stream()
        .filter(listener -> listener.open && listener.revision < now)
        .collect(Collectors.groupingBy(listener -> listener.revision));
  }

  private void catchUp(long from, List<Listener> behind) {
    Store store = instance.store();
    long now = store.postings().revision();
    List<Changes.Entry> changes = store.changes().after(from, BATCH);
    if (changes.isEmpty()) {
      // Revisions that stand for nothing any more: there is nothing to tell about them.
      behind.forEach(listener -> listener.revision = now);
      return;
    }
    List<News> live = news(changes);
    Instant at = instance.now();
    for (Listener listener : behind) {
      live.forEach(news -> listener.tell(news, at));
      listener.revision = changes.getLast().revision();
    }
  }

  /** What can be told of the changes, in their order. */
  private List<News> news(List<Changes.Entry> changes) {
    Map<String, Posting> postings =
        instance.store().postings().byIds(changes.stream().map(Changes.Entry::posting).toList());
    List<News> news = new ArrayList<>();
    for (Changes.Entry change : changes) {
      Posting posting = postings.get(change.posting());
      if (posting != null && PostingState.isOffered(posting.state()))
        news.add(new News(Event.of(change.revision(), posting), instance.index().facts(posting)));
    }
    return news;
  }

  @Override
  public void close() {
    looking.shutdownNow();
    listeners.forEach(Listener::end);
  }
}
