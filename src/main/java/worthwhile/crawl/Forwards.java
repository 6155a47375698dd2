package worthwhile.crawl;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.extract.Impersonal;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.intake.BatchJudge;
import worthwhile.intake.Change;
import worthwhile.intake.Intake;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
import worthwhile.source.Companion;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.Runs.Run;
import worthwhile.store.SourceStates;
import worthwhile.store.Store;

/**
 * Takes what workers' browsers pass on through the same stages as a crawled page. Safe for use by
 * many threads.
 *
 * <p>Such a page is never all that a platform offers, so nothing is missing because it is not on
 * it. What one worker saw is marked as not confirmed until another one saw the same; what two saw
 * alike is changed only by two. A task nobody's browser has shown for a while goes missing and then
 * closes ({@link #forgetUnseen}).
 */
public final class Forwards {
  /** A queue in a browser that was offline is delivered late, but not that late. */
  private static final Duration OLDEST = Duration.ofDays(30);

  /** Sightings that found no second one are of no use after this. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** What is missing so many times as long as it counted as open is closed. */
  private static final int PATIENCE = 3;

  private final Store store;
  private final Runnable stored;
  private final Pricing pricing;
  private final Clock clock;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  /**
   * @param stored what is to happen after something changed: the index catches up
   */
  public Forwards(Store store, Runnable stored, Pricing pricing, Clock clock) {
    this.store = store;
    this.stored = stored;
    this.pricing = pricing;
    this.clock = clock;
  }

  /**
   * Takes what a worker passes on.
   *
   * @param source one with a companion
   * @param account of the worker; it is not stored
   */
  public ForwardResult take(SourceDefinition source, Forwarded what, String account) {
    Companion companion = source.companion().orElseThrow();
    Instant now = clock.instant();
    if (what.seenAt().isBefore(now.minus(OLDEST)))
      return new ForwardResult.Refused(
          "it was seen on " + what.seenAt() + ", more than 30 days ago");
    Instant at = what.seenAt().isAfter(now) ? now : what.seenAt();
    ReentrantLock lock = locks.computeIfAbsent(source.id(), id -> new ReentrantLock(true));
    lock.lock();
    try {
      Witnesses witnesses = new Witnesses(store, account);
      return switch (what) {
        case Forwarded.Page page -> page(source, companion, page, at, witnesses);
        case Forwarded.Task task -> task(source, companion, task, at, witnesses);
      };
    } finally {
      lock.unlock();
    }
  }

  // --- pages

  private ForwardResult page(
      SourceDefinition source,
      Companion companion,
      Forwarded.Page page,
      Instant at,
      Witnesses witnesses) {
    if (!companion.allows(page.url()))
      return new ForwardResult.Refused(
          "pages of this address are not forwarded: " + companion.bare(page.url()));
    Response response =
        new Response(
            companion.bare(page.url()),
            page.status(),
            Map.of("content-type", page.contentType()),
            page.body().getBytes(StandardCharsets.UTF_8),
            at);
    return switch (Impersonal.of(source, companion, response)) {
      case Impersonal.Unreadable(String reason) -> new ForwardResult.Refused(reason);
      case Impersonal.Cleaned(Response cleaned) -> read(source, companion, cleaned, at, witnesses);
    };
  }

  private ForwardResult read(
      SourceDefinition source,
      Companion companion,
      Response response,
      Instant at,
      Witnesses witnesses) {
    return switch (Extractor.extract(source, new PageKind.Listing(), ParsedPage.of(response))) {
      case Extraction.Items items -> {
        OwnRows own = OwnRows.of(companion, items);
        yield rows(source, own, items.leftOut(), at, witnesses);
      }
      case Extraction.Empty _ -> new ForwardResult.Nothing();
      case Extraction.Stopped(Stop stop) when stop.kind() == Stop.Kind.GONE ->
          gone(source, companion, response.url(), at, witnesses);
      case Extraction.Stopped(Stop stop) -> refused(stop);
    };
  }

  private static ForwardResult refused(Stop stop) {
    String what =
        switch (stop.kind()) {
          case BLOCKED, RATE_LIMITED, NOT_ALLOWED -> "is a refusal";
          case LOGIN_REQUIRED -> "asks to log in";
          case GONE, UNAVAILABLE, UNACCEPTABLE, DRIFTED, HELD_BACK ->
              "is not what the source shows";
        };
    return new ForwardResult.Refused("the page " + what + " (" + stop.reason() + ")");
  }

  private ForwardResult rows(
      SourceDefinition source, OwnRows own, int leftOut, Instant at, Witnesses witnesses) {
    int most = source.contract().maxRows();
    int rows = own.postings().size() + own.rejected().size();
    if (rows > most)
      return new ForwardResult.Refused(
          rows + " rows where a page of this source has at most " + most);
    Map<String, JobPosting> known =
        store.postings().byIds(own.postings().stream().map(JobPosting::id).toList());
    List<JobPosting> merged =
        own.postings().stream().map(row -> over(known.get(row.id()), row)).toList();
    if (BatchJudge.judge(
            source.contract(), merged, own.rejected().size(), false, List.of(), store.postings())
        instanceof BatchJudge.Verdict.HoldBack(String reason))
      return new ForwardResult.Refused(reason);
    return store(source, new Seen(merged, known, at), own.rejected(), leftOut, witnesses);
  }

  private static JobPosting over(JobPosting before, JobPosting row) {
    return before == null ? row : DetailReader.over(before, row);
  }

  // --- what one worker saw, and what two

  /**
   * Rows that a worker saw.
   *
   * @param known what was known of them before, by id
   */
  private record Seen(List<JobPosting> rows, Map<String, JobPosting> known, Instant at) {
    /** Whether it says what two workers saw, or what was read from the source itself. */
    boolean isCertain(JobPosting row) {
      JobPosting before = known.get(row.id());
      return before != null
          && !Boolean.FALSE.equals(before.confirmed())
          && Witnesses.print(before).equals(Witnesses.print(row));
    }

    /** Whether it contradicts what two workers saw and what is still on offer. */
    boolean contradicts(JobPosting row) {
      JobPosting before = known.get(row.id());
      return before != null
          && Boolean.TRUE.equals(before.confirmed())
          && before.state() == PostingState.OPEN
          && !isCertain(row);
    }

    /** Whether something newer is known: a queue was delivered late. */
    boolean isLate(JobPosting row) {
      JobPosting before = known.get(row.id());
      return before != null && before.lastSeen() != null && before.lastSeen().isAfter(at);
    }

    /** The row as it is to be stored if it is. */
    JobPosting marked(JobPosting row, boolean agreed) {
      Boolean confirmed = isCertain(row) ? known.get(row.id()).confirmed() : (Boolean) agreed;
      return row.toBuilder().confirmed(confirmed).build();
    }
  }

  private ForwardResult store(
      SourceDefinition source,
      Seen seen,
      List<Extraction.Rejected> rejected,
      int leftOut,
      Witnesses witnesses) {
    List<JobPosting> unsure = seen.rows().stream().filter(row -> !seen.isCertain(row)).toList();
    Set<String> agreed = witnesses.saw(unsure, seen.at());
    List<JobPosting> held =
        unsure.stream().filter(row -> seen.contradicts(row) && !agreed.contains(row.id())).toList();
    List<JobPosting> there = seen.rows().stream().filter(row -> !held.contains(row)).toList();
    List<JobPosting> taken =
        there.stream()
            .filter(row -> !seen.isLate(row) || agreed.contains(row.id()))
            .map(row -> seen.marked(row, agreed.contains(row.id())))
            .toList();
    List<Change> changes = merge(source, taken, seen.at());
    apply(source, changes, rejected.size(), seen.at());
    List<String> ids = there.stream().map(JobPosting::id).toList();
    store.sightings().seen(ids, seen.at());
    witnesses.areThere(ids);
    return new ForwardResult.Rows(
        seen.rows().stream().map(JobPosting::id).toList(),
        count(changes, Change.New.class) + count(changes, Change.Duplicate.class),
        count(changes, Change.Changed.class) + count(changes, Change.Reposted.class),
        agreed.size(),
        held.size(),
        rejected,
        leftOut);
  }

  private List<Change> merge(SourceDefinition source, List<JobPosting> rows, Instant at) {
    List<JobPosting> priced = pricing.alone(rows);
    List<Change> changes = Intake.merge(source.id(), priced, store.postings(), false, at);
    return pricing.withEvidence(changes, List.of(), at);
  }

  // --- tasks noted by hand

  private ForwardResult task(
      SourceDefinition source,
      Companion companion,
      Forwarded.Task task,
      Instant at,
      Witnesses witnesses) {
    if (!companion.saveTask())
      return new ForwardResult.Refused("tasks of this source are not noted by hand");
    return switch (NotedTask.read(source, companion, task)) {
      case NotedTask.Wrong(String reason) -> new ForwardResult.Refused(reason);
      case NotedTask.Right(JobPosting row) -> {
        Map<String, JobPosting> known = store.postings().byIds(List.of(row.id()));
        JobPosting merged = over(known.get(row.id()), row);
        yield store(source, new Seen(List.of(merged), known, at), List.of(), 0, witnesses);
      }
    };
  }

  // --- what is gone

  private ForwardResult gone(
      SourceDefinition source, Companion companion, URI address, Instant at, Witnesses witnesses) {
    Optional<JobPosting> known =
        companion
            .identifier(address)
            .flatMap(identifier -> store.postings().byId(source.id() + ":" + identifier));
    if (known.isEmpty())
      return new ForwardResult.Refused(
          "the page says that something is gone, but of no task that is known");
    JobPosting posting = known.get();
    boolean late = posting.lastSeen() != null && posting.lastSeen().isAfter(at);
    if (late || posting.state() == PostingState.CLOSED)
      return new ForwardResult.Gone(posting.id(), false);
    boolean closes = witnesses.sawGone(posting, at);
    if (closes) apply(source, List.of(closed(posting, "its own page says that it is gone")), 0, at);
    return new ForwardResult.Gone(posting.id(), closes);
  }

  private static Change closed(JobPosting posting, String reason) {
    return new Change.Closed(
        posting.toBuilder().state(PostingState.CLOSED).stateReason(reason).build());
  }

  /**
   * Marks tasks as missing that no browser has shown for as long as the source's companion says,
   * closes them after three times that, and forgets sightings of long ago.
   */
  public void forgetUnseen(List<SourceDefinition> sources) {
    Instant now = clock.instant();
    for (SourceDefinition source : sources)
      source.companion().ifPresent(companion -> forgetUnseen(source, companion.keep(), now));
    store.sightings().deleteBefore(now.minus(KEPT));
  }

  private void forgetUnseen(SourceDefinition source, Duration keep, Instant now) {
    List<Change> changes = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    for (JobPosting posting : store.postings().notClosed(source.id())) {
      if (posting.confirmed() == null || posting.lastSeen() == null) continue;
      Duration unseen = Duration.between(posting.lastSeen(), now);
      if (unseen.compareTo(keep.multipliedBy(PATIENCE)) > 0) {
        changes.add(closed(posting, "no worker's browser has shown it for long"));
        closed.add(posting.id());
      } else if (unseen.compareTo(keep) > 0 && posting.state() != PostingState.MISSING) {
        changes.add(
            new Change.Missing(
                posting.toBuilder()
                    .state(PostingState.MISSING)
                    .stateReason("no worker's browser has shown it lately")
                    .build()));
      }
    }
    apply(source, changes, 0, now);
    store.sightings().forget(closed);
  }

  // --- storing

  private void apply(SourceDefinition source, List<Change> all, int rejected, Instant at) {
    List<Change> changes = all.stream().filter(c -> !(c instanceof Change.Unchanged)).toList();
    if (changes.isEmpty()) return;
    Instant now = clock.instant();
    store.postings().apply(changes, run(source, all.size(), changes, rejected, now));
    store.sourceStates().put(heard(source, at));
    stored.run();
  }

  private static Run run(
      SourceDefinition source, int items, List<Change> changes, int rejected, Instant at) {
    return new Run(
        UUID.randomUUID().toString(),
        source.id(),
        at,
        Outcome.Read.FORWARDED.word(),
        Optional.empty(),
        0,
        items,
        count(changes, Change.New.class) + count(changes, Change.Duplicate.class),
        count(changes, Change.Changed.class) + count(changes, Change.Reposted.class),
        count(changes, Change.Missing.class) + count(changes, Change.Closed.class),
        rejected,
        Duration.ZERO);
  }

  /** When the source was last heard of, for the status page; it is never due. */
  private SourceStates.State heard(SourceDefinition source, Instant at) {
    SourceStates.State before = store.sourceStates().of(source.id());
    Instant last = before.lastSuccess().filter(at::isBefore).orElse(at);
    return new SourceStates.State(
        source.id(),
        "ok",
        Optional.empty(),
        before.lastSuccess().isPresent() ? before.since() : at,
        Optional.of(last),
        Optional.of(last),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  private static int count(List<Change> changes, Class<? extends Change> kind) {
    return (int) changes.stream().filter(kind::isInstance).count();
  }
}
