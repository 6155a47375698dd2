package worthwhile.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import worthwhile.alert.OutboxWriter.Written;
import worthwhile.alert.saved.Canary;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingIndex;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;
import worthwhile.store.posting.Changes;

/**
 * The follower of the change log that finds out whom a change concerns, and puts what is to be said
 * into the outbox.
 *
 * <p>There is one for a store, however many processes: what a step finds is stored in one
 * transaction with the revision that it has come to, if nobody else came further and no saved
 * search changed meanwhile; else it is found anew. So each change is looked at exactly once, also
 * what happened while no process ran.
 */
public final class AlertFollower {
  /** Its name among the followers of the change log. */
  public static final String NAME = "alerts";

  private static final int BATCH = 1_000;

  private final Store store;
  private final PostingIndex index;
  private final Watches watches;
  private final DailyCounts counts = new DailyCounts();
  private final UnaryOperator<String> names;
  private final Clock clock;

  /** A follower that calls platforms by their ids. */
  public AlertFollower(Store store, PostingIndex index, Clock clock) {
    this(store, index, UnaryOperator.identity(), clock);
  }

  /**
   * A follower.
   *
   * @param names of platforms for people, by id
   */
  public AlertFollower(Store store, PostingIndex index, UnaryOperator<String> names, Clock clock) {
    this.names = names;
    this.store = store;
    this.index = index;
    this.watches = new Watches(store, index);
    this.clock = clock;
  }

  /** Looks at everything that happened since the last time; how many deliveries came of it. */
  public int catchUp() {
    return catchUp(Optional.empty());
  }

  /** The same, and gives what is due to an outbox of this process, which need not look for it. */
  int catchUp(Outbox outbox) {
    return catchUp(Optional.of(outbox));
  }

  private synchronized int catchUp(Optional<Outbox> outbox) {
    int made = 0;
    for (Step step = step(outbox); step.moved(); step = step(outbox)) {
      made += step.made();
      if (step.made() > 0) outbox.ifPresent(Outbox::soon);
    }
    for (Canary canary : store.alerts(alerts -> alerts.canaries().unmatched()))
      made += look(canary);
    return made;
  }

  private record Step(boolean moved, Written written) {
    static final Step NONE = new Step(false, Written.NOTHING);

    int made() {
      return written.made();
    }
  }

  private Step step(Optional<Outbox> outbox) {
    long now = store.postings().revision();
    Optional<Long> known = store.followers().revision(NAME);
    if (known.filter(revision -> revision <= now).isEmpty()) return begin(now);
    long from = known.get();
    if (from == now) return Step.NONE;
    List<Changes.Entry> entries = store.changes().after(from, BATCH);
    long to = reached(entries, now);
    watches.catchUp();
    Instant at = clock.instant();
    List<Concern> concerns = concerns(entries, at);
    Optional<InHand.Lease> lease = outbox.flatMap(Outbox::lease);
    Stored stored = store.changeAlerts(alerts -> write(alerts, from, to, concerns, lease, at));
    Step step = stored.step();
    stored.counts().ifPresent(all -> all.keep(to));
    outbox.ifPresent(one -> lease.ifPresent(by -> one.take(by, step.written().taken())));
    return step;
  }

  private static long reached(List<Changes.Entry> entries, long now) {
    if (entries.isEmpty()) return now;
    long last = entries.getLast().revision();
    return entries.size() < BATCH ? Math.max(now, last) : last;
  }

  /** An invented happening goes the same way, but for the change log, which others read too. */
  private int look(Canary canary) {
    watches.catchUp();
    Instant at = clock.instant();
    Concern concern = CanaryTask.concern(canary, store.postings().revision(), watches, index, at);
    return store.changeAlerts(
        alerts -> {
          boolean overtaken =
              alerts.followed(NAME).isEmpty() || alerts.searches().revision() != watches.revision();
          if (overtaken) return 0;
          if (concern.now().isEmpty()) {
            Reason lost = Reason.of("canary-not-found");
            alerts.canaries().end(canary.number(), at, Optional.of(lost));
            return 0;
          }
          return alerts.canaries().matched(canary.number(), at)
              ? new OutboxWriter(alerts, watches, DailyCounts.asStored(), names, at)
                  .write(List.of(concern), Optional.empty())
                  .made()
              : 0;
        });
  }

  /** Who never looked before, or looked at another database, begins with what comes next. */
  private Step begin(long now) {
    Instant at = clock.instant();
    store.changeAlerts(
        alerts -> {
          if (alerts.followed(NAME).filter(revision -> revision <= now).isEmpty())
            alerts.follow(NAME, now, at);
          return now;
        });
    return Step.NONE;
  }

  /** A step and, unless somebody else came first, what was counted in it. */
  private record Stored(Step step, Optional<DailyCounts.Sitting> counts) {}

  private Stored write(
      Alerts alerts,
      long from,
      long to,
      List<Concern> concerns,
      Optional<InHand.Lease> lease,
      Instant at) {
    boolean overtaken =
        alerts.followed(NAME).filter(revision -> revision == from).isEmpty()
            || alerts.searches().revision() != watches.revision();
    if (overtaken) return new Stored(new Step(true, Written.NOTHING), Optional.empty());
    DailyCounts.Sitting sitting = counts.from(from);
    Written written =
        concerns.isEmpty()
            ? Written.NOTHING
            : new OutboxWriter(alerts, watches, sitting, names, at).write(concerns, lease);
    alerts.follow(NAME, to, at);
    return new Stored(new Step(true, written), Optional.of(sitting));
  }

  private List<Concern> concerns(List<Changes.Entry> entries, Instant at) {
    if (watches.size() == 0) return List.of();
    Map<String, Happening> happenings = Happening.of(entries);
    Set<String> ids = new LinkedHashSet<>(happenings.keySet());
    happenings.values().forEach(each -> each.otherNumber().ifPresent(ids::add));
    Map<String, Posting> postings = store.postings().byIds(ids);
    List<Concern> concerns = new ArrayList<>();
    for (Happening happening : happenings.values()) {
      Posting posting = postings.get(happening.posting());
      if (posting != null && isOfInterest(happening, posting))
        concerns.add(
            concern(happening, posting, otherNumbers(happening, happenings, postings), at));
    }
    return concerns;
  }

  /** Whoever was told hears that something warns of it now, also where it is gone meanwhile. */
  private static boolean isOfInterest(Happening happening, Posting posting) {
    return PostingState.isOffered(posting.state())
        || happening.isWarning(posting.assessment().severity());
  }

  /** The postings whose place one took, one after the other, as far as these happenings tell. */
  private static Set<String> otherNumbers(
      Happening happening, Map<String, Happening> all, Map<String, Posting> postings) {
    Set<String> found = new LinkedHashSet<>();
    Happening last = happening;
    while (last != null && last.otherNumber().isPresent()) {
      String id = last.otherNumber().get();
      if (!isReplaced(postings.get(id)) || !found.add(id)) break;
      last = all.get(id);
    }
    return found;
  }

  /** What had ended before it came again was put up anew, and did not change its number alone. */
  private static boolean isReplaced(@Nullable Posting posting) {
    Reason why = posting == null ? null : posting.standing().stateReason();
    return why != null && why.code().equals("replaced");
  }

  private Concern concern(
      Happening happening, Posting posting, Set<String> otherNumbers, Instant at) {
    PostingFacts facts = index.facts(posting);
    Collection<String> now = watches.finding(facts, at);
    Set<String> before = before(happening, posting, facts, at);
    return new Concern(happening, posting, facts, now, before, otherNumbers);
  }

  /** A posting that was dangerous was told to nobody: for them it did not match. */
  private Set<String> before(Happening happening, Posting posting, PostingFacts facts, Instant at) {
    boolean asked =
        happening.kind() == Happening.Kind.ALTERED
            && !happening.reworded()
            && happening.earlier().filter(was -> was.severity() < Concern.DANGER).isPresent();
    return asked
        ? Set.copyOf(
            watches.finding(EarlierFacts.of(posting, facts, happening.earlier().get(), index), at))
        : Set.of();
  }
}
