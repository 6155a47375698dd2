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
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import worthwhile.crawl.DetailReader;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.extract.Impersonal;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.flow.Admission;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Stored;
import worthwhile.flow.Tail;
import worthwhile.intake.Change;
import worthwhile.pay.money.Rates;
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
 * it. What one worker saw is for her alone until another one saw the same; what two saw alike is
 * changed only by two ({@link TwoWitnesses}). A task nobody's browser has shown for a while goes
 * missing and then closes ({@link #forgetUnseen}).
 */
public final class Forwards {
  /** A queue in a browser that was offline is delivered late, but not that late. */
  private static final Duration OLDEST = Duration.ofDays(30);

  /** Sightings that found no second one are of no use after this. */
  private static final Duration KEPT = Duration.ofDays(30);

  /** What is missing so many times as long as it counted as open is closed. */
  private static final int PATIENCE = 3;

  /** The newest postings of a source, by which its usual pay is told. */
  private static final int SAMPLE = 1_000;

  private final Store store;
  private final Tail tail;
  private final Supplier<Rates> rates;
  private final int mostNew;
  private final Clock clock;

  /**
   * Forwards into this tail.
   *
   * @param rates by which pay is compared
   * @param mostNew postings of which one account may tell for the first time on one day
   */
  public Forwards(Store store, Tail tail, Supplier<Rates> rates, int mostNew, Clock clock) {
    this.store = store;
    this.tail = tail;
    this.rates = rates;
    this.mostNew = mostNew;
    this.clock = clock;
  }

  /** Postings of which one account may tell for the first time on one day. */
  public int mostNew() {
    return mostNew;
  }

  /** What belongs together while one body is taken. */
  private record Telling(SourceDefinition source, Companion companion, Sender sender, Instant at) {}

  /**
   * Takes what a worker passes on.
   *
   * @param source one with a companion
   */
  public ForwardResult take(SourceDefinition source, Forwarded what, Sender sender) {
    Companion companion = source.companion().orElseThrow();
    Instant now = clock.instant();
    if (what.seenAt().isBefore(now.minus(OLDEST)))
      return new ForwardResult.Refused(
          "it was seen on " + what.seenAt() + ", more than 30 days ago");
    Instant at = what.seenAt().isAfter(now) ? now : what.seenAt();
    Telling telling = new Telling(source, companion, sender, at);
    return switch (what) {
      case Forwarded.Page page -> page(telling, page);
      case Forwarded.Task task -> task(telling, task);
    };
  }

  // --- pages

  private ForwardResult page(Telling telling, Forwarded.Page page) {
    Companion companion = telling.companion();
    if (!companion.allows(page.url()))
      return new ForwardResult.Refused(
          "pages of this address are not forwarded: " + companion.bare(page.url()));
    Response response =
        new Response(
            companion.bare(page.url()),
            page.status(),
            Map.of("content-type", page.contentType()),
            page.body().getBytes(StandardCharsets.UTF_8),
            telling.at());
    return switch (Impersonal.of(telling.source(), companion, response)) {
      case Impersonal.Unreadable(String reason) -> new ForwardResult.Refused(reason);
      case Impersonal.Cleaned(Response cleaned) -> read(telling, cleaned);
    };
  }

  private ForwardResult read(Telling telling, Response response) {
    return switch (Extractor.extract(
        telling.source(), new PageKind.Listing(), ParsedPage.of(response))) {
      case Extraction.Items items ->
          rows(telling, OwnRows.of(telling.companion(), items), items.leftOut());
      case Extraction.Empty _ -> new ForwardResult.Nothing();
      case Extraction.Stopped(Stop stop) when stop.kind() == Stop.Kind.GONE ->
          gone(telling, response.url());
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

  private ForwardResult rows(Telling telling, OwnRows own, int leftOut) {
    int most = telling.source().contract().maxRows();
    int rows = own.postings().size() + own.rejected().size();
    if (rows > most)
      return new ForwardResult.Refused(
          rows + " rows where a page of this source has at most " + most);
    return rows(telling, own.postings(), own.rejected(), leftOut);
  }

  private ForwardResult rows(
      Telling telling, List<JobPosting> rows, List<Extraction.Rejected> rejected, int leftOut) {
    SourceDefinition source = telling.source();
    Stored stored =
        tail.take(
            Batch.Rows.of(source.id(), telling.at())
                .outcome(RunOutcome.Read.FORWARDED)
                .rejected(rejected.size())
                .items(List.copyOf(overKnown(rows, telling.sender())))
                .check(
                    new Batch.Check.ByContract(source.contract(), source.emits(), Optional.empty()))
                .admission(Optional.of(admission(telling)))
                .build());
    if (stored.outcome() instanceof RunOutcome.Stopped(Stop stop))
      return new ForwardResult.Refused(stop.text());
    if (stored.brings()) store.sourceStates().put(heard(source, telling.at()));
    Set<String> tooMany = stored.admitted().tooMany();
    return new ForwardResult.Rows(
        rows.stream().map(JobPosting::id).filter(id -> !tooMany.contains(id)).toList(),
        stored.added(),
        stored.changed(),
        stored.admitted().agreed(),
        stored.admitted().held(),
        rejected,
        leftOut,
        tooMany.size());
  }

  private Admission admission(Telling telling) {
    return new TwoWitnesses(
        store,
        telling.sender(),
        new Witnesses(store, telling.sender(), clock.instant()),
        new UsualPay(() -> store.postings().newest(telling.source().id(), SAMPLE), rates),
        mostNew,
        telling.at(),
        clock.instant());
  }

  /** Rows laid over what is known of them, so that a list and a task's own page go together. */
  private List<JobPosting> overKnown(List<JobPosting> rows, Sender sender) {
    List<String> ids = rows.stream().map(JobPosting::id).toList();
    Map<String, Posting> known = store.postings().byIds(ids);
    Map<String, JobPosting> own = store.sightings().seenBy(sender.account(), ids);
    return rows.stream()
        .map(row -> over(own.get(row.id()), row))
        .map(row -> over(known.containsKey(row.id()) ? known.get(row.id()).job() : null, row))
        .toList();
  }

  private static JobPosting over(@Nullable JobPosting before, JobPosting row) {
    return before == null ? row : DetailReader.over(before, row);
  }

  // --- tasks noted by hand

  private ForwardResult task(Telling telling, Forwarded.Task task) {
    if (!telling.companion().saveTask())
      return new ForwardResult.Refused("tasks of this source are not noted by hand");
    return switch (NotedTask.read(telling.source(), telling.companion(), task)) {
      case NotedTask.Wrong(String reason) -> new ForwardResult.Refused(reason);
      case NotedTask.Right(JobPosting row) -> rows(telling, List.of(row), List.of(), 0);
    };
  }

  // --- what is gone

  private ForwardResult gone(Telling telling, URI address) {
    Sender sender = telling.sender();
    Optional<String> id =
        telling
            .companion()
            .identifier(address)
            .map(identifier -> telling.source().id() + ":" + identifier)
            .filter(
                each ->
                    store.postings().byId(each).isPresent()
                        || store.sightings().shownTo(sender.account(), each).isPresent());
    if (id.isEmpty())
      return new ForwardResult.Refused(
          "the page says that something is gone, but of no task that is known");
    Gone gone =
        new Gone(
            id.get(),
            telling.source().id(),
            sender,
            new Witnesses(store, sender, clock.instant()),
            telling.at());
    int closed =
        take(
            telling.source(),
            telling.at(),
            writing -> gone.decide(store.postings().byId(id.get()), writing));
    boolean forSender = store.postings().byId(id.get()).isEmpty();
    return new ForwardResult.Gone(id.get(), closed > 0 || forSender);
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
              companion -> {
                take(source, now, writing -> unseen(source, companion.keep(), now, writing));
                Duration patience = companion.keep().multipliedBy(PATIENCE);
                store.sightings().hideUnseen(source.id(), now.minus(patience));
              });
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
        changes.add(
            new Change.Closed(
                posting.with(standing.in(PostingState.CLOSED, Reason.of("not-shown-for-long"))),
                posting));
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
