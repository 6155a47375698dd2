package worthwhile.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import worthwhile.search.SearchQuery;
import worthwhile.store.Changes;
import worthwhile.store.Store;

/**
 * Everyone who listens for new postings. One thread looks what the store has got and hands it to
 * whom it concerns; a listener that cannot keep up is let go and may come back where it was.
 */
final class Listeners implements AutoCloseable {
  static final int MOST = 200;
  static final int MOST_FROM_ONE_ADDRESS = 20;

  /** As many as one page of a search holds, so that one search decides about a whole batch. */
  private static final int BATCH = 100;

  private static final int WAITING = 500;
  private static final long LOOK_MILLIS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final SiteInstance instance;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("listeners").factory());

  Listeners(SiteInstance instance) {
    this.instance = instance;
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
          "id: " + revision + "\nevent: posting\ndata: " + PostingJson.write(posting) + "\n\n");
    }
  }

  /** Somebody who listens to one search. */
  static final class Listener {
    private final SearchQuery query;
    private final String address;
    private final long from;
    private final BlockingQueue<Event> waiting = new ArrayBlockingQueue<>(WAITING);
    private volatile boolean open = true;
    private long revision;

    private Listener(SearchQuery query, String address, long from) {
      this.query = query.withPage(1).withSize(BATCH);
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

    private void tell(Event event) {
      if (open && !waiting.offer(event)) open = false;
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
      throw new HttpRefusal(
          503, "Too many listeners", "All " + MOST + " places are taken. Try later.");
    if (listeners.stream().filter(one -> one.address.equals(address)).count()
        >= MOST_FROM_ONE_ADDRESS)
      throw new HttpRefusal(
          429,
          "Too many streams",
          "At most " + MOST_FROM_ONE_ADDRESS + " streams from one address.");
    long now = instance.store().postings().revision();
    Listener listener = new Listener(query, address, Math.min(now, after.orElse(now)));
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
    Map<String, Posting> postings =
        store.postings().byIds(changes.stream().map(Changes.Entry::posting).toList());
    List<Posting> live = postings.values().stream().filter(Listeners::isLive).toList();
    try (Batch batch = new Batch(live, instance.index())) {
      for (Listener listener : behind) {
        Set<String> matching = batch.matching(listener.query);
        for (Changes.Entry change : changes)
          if (matching.contains(change.posting()))
            listener.tell(Event.of(change.revision(), postings.get(change.posting())));
        listener.revision = changes.getLast().revision();
      }
    }
  }

  /** Whether it is work that can be done now, as far as is known. */
  private static boolean isLive(Posting posting) {
    return posting.state() == null || posting.state() == PostingState.OPEN;
  }

  /** For tests: how many listen. */
  int size() {
    return listeners.size();
  }

  @Override
  public void close() {
    looking.shutdownNow();
    listeners.forEach(Listener::end);
  }
}
