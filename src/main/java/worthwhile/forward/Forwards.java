package worthwhile.forward;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.crawl.DetailReader;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.extract.Impersonal;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Stored;
import worthwhile.flow.Tail;
import worthwhile.intake.Change;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.Standing;
import worthwhile.source.Companion;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.Store;
import worthwhile.store.posting.Writing;
import worthwhile.store.source.SourceStates;
import worthwhile.store.source.SourceStatesStateBuilder;

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
  private final Tail tail;
  private final Clock clock;

  /** Forwards into this tail. */
  public Forwards(Store store, Tail tail, Clock clock) {
    this.store = store;
    this.tail = tail;
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
    Witnesses witnesses = new Witnesses(store, account);
    return switch (what) {
      case Forwarded.Page page -> page(source, companion, page, at, witnesses);
      case Forwarded.Task task -> task(source, companion, task, at, witnesses);
    };
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
          case GONE, UNAVAILABLE, UNACCEPTABLE, DRIFTED, HELD_BACK, BROKEN ->
              "is not what the source shows";
        };
    return new ForwardResult.Refused("the page " + what + " (" + stop.text() + ")");
  }

  private ForwardResult rows(
      SourceDefinition source, OwnRows own, int leftOut, Instant at, Witnesses witnesses) {
    int most = source.contract().maxRows();
    int rows = own.postings().size() + own.rejected().size();
    if (rows > most)
      return new ForwardResult.Refused(
          rows + " rows where a page of this source has at most " + most);
    return rows(source, own.postings(), own.rejected(), leftOut, at, witnesses);
  }

  private ForwardResult rows(
      SourceDefinition source,
      List<JobPosting> rows,
      List<Extraction.Rejected> rejected,
      int leftOut,
      Instant at,
      Witnesses witnesses) {
    Map<String, Posting> known = store.postings().byIds(rows.stream().map(JobPosting::id).toList());
    List<JobPosting> merged = rows.stream().map(row -> over(known.get(row.id()), row)).toList();
    Stored stored =
        tail.take(
            Batch.Rows.of(source.id(), at)
                .outcome(RunOutcome.Read.FORWARDED)
                .rejected(rejected.size())
                .items(List.copyOf(merged))
                .check(
                    new Batch.Check.ByContract(source.contract(), source.emits(), Optional.empty()))
                .admission(Optional.of(new TwoWitnesses(store, witnesses, at)))
                .build());
    if (stored.outcome() instanceof RunOutcome.Stopped(Stop stop))
      return new ForwardResult.Refused(stop.text());
    if (stored.brings()) store.sourceStates().put(heard(source, at));
    return new ForwardResult.Rows(
        rows.stream().map(JobPosting::id).toList(),
        stored.added(),
        stored.changed(),
        stored.admitted().agreed(),
        stored.admitted().held(),
        rejected,
        leftOut);
  }

  private static JobPosting over(Posting before, JobPosting row) {
    return before == null ? row : DetailReader.over(before.job(), row);
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
      case NotedTask.Right(JobPosting row) ->
          rows(source, List.of(row), List.of(), 0, at, witnesses);
    };
  }

  // --- what is gone

  private ForwardResult gone(
      SourceDefinition source, Companion companion, URI address, Instant at, Witnesses witnesses) {
    Optional<String> id =
        companion
            .identifier(address)
            .map(identifier -> source.id() + ":" + identifier)
            .filter(each -> store.postings().byId(each).isPresent());
    if (id.isEmpty())
      return new ForwardResult.Refused(
          "the page says that something is gone, but of no task that is known");
    int closed =
        take(source, at, writing -> gone(store.postings().byId(id.get()), at, witnesses, writing));
    return new ForwardResult.Gone(id.get(), closed > 0);
  }

  private static List<Change> gone(
      Optional<Posting> known, Instant at, Witnesses witnesses, Writing writing) {
    return known
        .filter(posting -> posting.state() != PostingState.CLOSED && !isLate(posting, at))
        .filter(posting -> witnesses.sawGone(posting, at, writing))
        .map(posting -> closed(posting, Reason.of("gone-by-own-page")))
        .stream()
        .toList();
  }

  private static boolean isLate(Posting posting, Instant at) {
    Instant last = posting.standing().lastSeen();
    return last != null && last.isAfter(at);
  }

  private static Change closed(Posting posting, Reason reason) {
    return new Change.Closed(
        posting.with(posting.standing().in(PostingState.CLOSED, reason)), posting);
  }

  /**
   * Marks tasks as missing that no browser has shown for as long as the source's companion says,
   * closes them after three times that, and forgets sightings of long ago.
   */
  public void forgetUnseen(List<SourceDefinition> sources) {
    Instant now = clock.instant();
    for (SourceDefinition source : sources)
      source
          .companion()
          .ifPresent(
              companion ->
                  take(source, now, writing -> unseen(source, companion.keep(), now, writing)));
    store.sightings().deleteBefore(now.minus(KEPT));
  }

  private List<Change> unseen(
      SourceDefinition source, Duration keep, Instant now, Writing writing) {
    List<Change> changes = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    for (Posting posting : store.postings().notClosed(source.id())) {
      Standing standing = posting.standing();
      if (standing.confirmed() == null || standing.lastSeen() == null) continue;
      Duration unseen = Duration.between(standing.lastSeen(), now);
      if (unseen.compareTo(keep.multipliedBy(PATIENCE)) > 0) {
        changes.add(closed(posting, Reason.of("not-shown-for-long")));
        closed.add(posting.id());
      } else if (unseen.compareTo(keep) > 0 && posting.state() != PostingState.MISSING) {
        changes.add(
            new Change.Missing(
                posting.with(standing.in(PostingState.MISSING, Reason.of("not-shown-lately")))));
      }
    }
    writing.forgetSightings(closed);
    return changes;
  }

  private int take(SourceDefinition source, Instant at, Batch.Gone.Decision decision) {
    int gone = tail.take(new Batch.Gone(source.id(), at, decision));
    if (gone > 0) store.sourceStates().put(heard(source, at));
    return gone;
  }

  /** When the source was last heard of, for the status page; it is never due. */
  private SourceStates.State heard(SourceDefinition source, Instant at) {
    SourceStates.State before = store.sourceStates().of(source.id());
    Instant last = before.lastSuccess().filter(at::isBefore).orElse(at);
    return SourceStatesStateBuilder.builder()
        .source(source.id())
        .condition("ok")
        .since(before.lastSuccess().isPresent() ? before.since() : at)
        .lastSuccess(Optional.of(last))
        .lastRun(Optional.of(last))
        .build();
  }
}
