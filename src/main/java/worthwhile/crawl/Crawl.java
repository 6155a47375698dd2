package worthwhile.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.Response;
import worthwhile.flow.Batch;
import worthwhile.flow.BatchRowsBuilder;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Stored;
import worthwhile.flow.Tail;
import worthwhile.intake.BatchJudge;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.source.PageRules;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.Store;
import worthwhile.store.source.Runs.Run;

/**
 * Reads one source and hands what it says to the tail. Safe for use by many threads, for different
 * sources.
 */
public final class Crawl {
  private final Web web;
  private final Store store;
  private final Tail tail;
  private final Progress progress;
  private final Clock clock;

  /** Tells the program and the definitions by which it reads. */
  private final String reading;

  /** A crawl that reads from this web into this tail, and knows only what it read itself. */
  public Crawl(Web web, Store store, Tail tail, Progress progress, Clock clock) {
    this(web, store, tail, progress, clock, Batch.newRun());
  }

  /**
   * A crawl that reads from this web into this tail.
   *
   * @param reading tells the program and the definitions: what others read by the same is not read
   *     again while it is the same
   */
  public Crawl(Web web, Store store, Tail tail, Progress progress, Clock clock, String reading) {
    this.web = web;
    this.store = store;
    this.tail = tail;
    this.progress = progress;
    this.clock = clock;
    this.reading = reading;
  }

  /**
   * What a run came to.
   *
   * @param run as it was stored
   * @param retryAfter how long the source wants to be left alone; absent if it did not say
   */
  public record Result(Run run, RunOutcome outcome, Optional<Duration> retryAfter) {}

  /**
   * Reads the source once.
   *
   * @param run id of the run
   * @param first what is asked first
   * @param believe whether to take the batch even if it is unlike earlier ones
   */
  public Result run(SourceDefinition source, String run, FirstRequests first, boolean believe) {
    Instant start = clock.instant();
    progress.started(source.id(), start);
    try {
      Result result = read(source, run, first, start, believe);
      if (result.outcome().isSuccess()) noteAsked(source, first.about(), start);
      return result;
    } finally {
      progress.ended(source.id());
    }
  }

  private Result read(
      SourceDefinition source, String run, FirstRequests first, Instant start, boolean believe) {
    ListingReader reader = reader(source, run, believe);
    String basis = reading + " " + store.rateTables().identity();
    Optional<Result> same =
        Optional.of(source.id())
            .filter(_ -> !believe)
            .flatMap(id -> store.knownListings().find(id, basis))
            .flatMap(KnownListing::read)
            .filter(listing -> listing.isGoodFor(first, start))
            .filter(reader::isSame)
            .flatMap(listing -> confirmed(source, listing, reader, run, start));
    if (same.isPresent()) return same.get();
    ListingResult listing = reader.read(first.requests()).because(nobody(first));
    Stored stored = take(source, listing, run, start, believe);
    Optional<KnownListing> known =
        isFollowedByItsPages(source)
            ? KnownListing.of(first, listing, reader.pages(), stored)
            : Optional.empty();
    known.ifPresentOrElse(
        each -> store.knownListings().keep(source.id(), basis, each.write()),
        () -> store.knownListings().forget(source.id()));
    return result(stored, listing);
  }

  /** Whether what is asked next follows from bodies and addresses alone. */
  private static boolean isFollowedByItsPages(SourceDefinition source) {
    return Stream.concat(
            source.listing().ask().stream(),
            source.listing().withKey().stream().map(PageRules.WithKey::ask))
        .noneMatch(ask -> ask.paging().isCountedInHeader());
  }

  /** Writes down that a listing is the same; absent if its postings are not. */
  private Optional<Result> confirmed(
      SourceDefinition source,
      KnownListing listing,
      ListingReader reader,
      String run,
      Instant start) {
    Batch.Rows rows =
        Batch.Rows.of(source.id(), start)
            .run(run)
            .outcome(RunOutcome.Read.ITEMS)
            .reason(BatchJudge.staleness(source.contract(), listing.newest(), start))
            .requests(reader.requests())
            .rejected(listing.rejected())
            .whole(true)
            .build();
    return tail.take(new Batch.Confirmed(rows, listing.taken(), listing.extent()))
        .map(each -> new Result(each.run(), each.outcome(), Optional.empty()));
  }

  private static Optional<Reason> nobody(FirstRequests first) {
    return first.requests().isEmpty()
        ? Optional.of(Reason.of("nobody-to-ask-about"))
        : Optional.empty();
  }

  /** Records that these requesters were asked about, so that the next run asks others first. */
  private void noteAsked(SourceDefinition source, List<String> about, Instant at) {
    Requests.known(source)
        .ifPresent(known -> store.ratings().asked(source.id(), known.platform(), about, at));
  }

  /** Takes these items as a complete run of the source at this time. */
  Stored believe(SourceDefinition source, List<Item> items, Instant at) {
    return tail.take(
        Batch.Rows.of(source.id(), at)
            .outcome(RunOutcome.Read.ITEMS)
            .began(Optional.of(clock.instant()))
            .requests(1)
            .items(items)
            .whole(true)
            .build());
  }

  /** Writes down that a source was not asked at all, and why. */
  Result refuse(SourceDefinition source, String run, Reason reason) {
    return stopped(source, run, new Stop(Stop.Kind.NOT_ALLOWED, reason, Optional.empty()));
  }

  /** Writes down that a run broke down on our own side. */
  Result broken(SourceDefinition source, String run, Throwable failure) {
    Reason reason = Reason.of("run-broke-down").with("failure", Stop.failed(failure));
    return stopped(source, run, new Stop(Stop.Kind.BROKEN, reason, Optional.empty()));
  }

  private Result stopped(SourceDefinition source, String run, Stop stop) {
    Stored stored =
        tail.take(
            Batch.Rows.of(source.id(), clock.instant())
                .run(run)
                .outcome(new RunOutcome.Stopped(stop))
                .reason(Optional.of(stop.reason()))
                .build());
    return new Result(stored.run(), stored.outcome(), Optional.empty());
  }

  /**
   * Reads the kept bodies of a source's newest run again, without a request: after its definition
   * was mended. What is not in them stays as it is. Absent if no body is kept.
   */
  public Optional<Result> again(SourceDefinition source) {
    List<Response> kept = store.bodies().newest(source.id());
    if (kept.isEmpty()) return Optional.empty();
    String run = Batch.newRun();
    Instant start = clock.instant();
    ListingResult listing = reader(source, run, false).readAgain(kept);
    return Optional.of(result(take(source, listing, run, start, false), listing));
  }

  /** What a run that was held back would bring in, by its kept pages; nothing is stored. */
  HeldBatch held(SourceDefinition source, Run run) {
    List<Response> kept = store.bodies().ofRun(run.id());
    ListingResult listing = reader(source, run.id(), true).readAgain(kept);
    boolean stopped = listing.outcome() instanceof RunOutcome.Stopped;
    Stored meant = tail.preview(batch(source, listing).run(run.id()).build());
    return new HeldBatch(
        run,
        kept.stream().map(Response::url).toList(),
        listing.items(),
        meant.run().added(),
        meant.run().changed(),
        listing.rejected(),
        stopped ? listing.reason() : Optional.empty());
  }

  /** Whether the pages of a run that was held back are still there and can be read. */
  boolean isReadable(SourceDefinition source, Run run) {
    List<Response> kept = store.bodies().ofRun(run.id());
    return !kept.isEmpty()
        && !(reader(source, run.id(), true).readAgain(kept).outcome()
            instanceof RunOutcome.Stopped);
  }

  /**
   * Takes what a run that was held back found, from its kept pages and without a request: details
   * that are on other pages follow with the next run.
   *
   * @param run id of the run that brings it in
   */
  Result release(SourceDefinition source, Run held, String run) {
    ListingResult listing = reader(source, run, true).readAgain(store.bodies().ofRun(held.id()));
    Stored stored = tail.take(batch(source, listing).run(run).build());
    return new Result(stored.run(), stored.outcome(), Optional.empty());
  }

  /** What is not in a batch that was held back may still be on offer: it is never whole. */
  private BatchRowsBuilder batch(SourceDefinition source, ListingResult listing) {
    RunOutcome outcome = listing.items().isEmpty() ? RunOutcome.Read.EMPTY : RunOutcome.Read.ITEMS;
    return Batch.Rows.of(source.id(), clock.instant())
        .outcome(outcome)
        .reason(Optional.of(Reason.of("released")))
        .rejected(listing.rejected().size())
        .unread(listing.unread())
        .items(
            completed(
                listing,
                new DetailReader(
                    source,
                    (_, _, _) ->
                        new FetchOutcome.Stopped(
                            new Stop(Stop.Kind.NOT_ALLOWED, "details follow with the next run")))));
  }

  private ListingReader reader(SourceDefinition source, String run, boolean believe) {
    return new ListingReader(source, web, store.bodies(), run, progress, believe);
  }

  private static Result result(Stored stored, ListingResult listing) {
    return new Result(stored.run(), stored.outcome(), listing.retryAfter());
  }

  private Stored take(
      SourceDefinition source, ListingResult listing, String run, Instant at, boolean believe) {
    listing.announced().ifPresent(seen -> keep(source, seen, at));
    DetailReader details = new DetailReader(source, web);
    List<Item> items = completed(listing, details);
    BatchRowsBuilder batch =
        Batch.Rows.of(source.id(), at)
            .run(run)
            .outcome(listing.outcome())
            .reason(told(source, listing, items, at, believe))
            .requests(listing.requests() + details.requests())
            .rejected(listing.rejected().size())
            .unread(listing.unread())
            .items(items)
            .whole(listing.whole());
    if (!believe) batch.check(Batch.Check.ByContract.of(source, listing.listed()));
    return tail.take(batch.build());
  }

  private void keep(SourceDefinition source, ListingResult.Seen seen, Instant at) {
    store
        .announced()
        .keep(source.platform(), seen.announcement(), source.id(), seen.url().toString(), at);
  }

  /** The items, those whose listing says too little completed. */
  private List<Item> completed(ListingResult listing, DetailReader details) {
    List<JobPosting> rows = postings(listing.items());
    if (rows.isEmpty()) return listing.items();
    Map<String, JobPosting> known =
        store.postings().byIds(rows.stream().map(JobPosting::id).toList()).values().stream()
            .map(Posting::job)
            .collect(Collectors.toMap(JobPosting::id, job -> job));
    List<Item> all = new ArrayList<>(details.complete(rows, listing.details(), known));
    listing.items().stream().filter(item -> !(item instanceof JobPosting)).forEach(all::add);
    return all;
  }

  /** The reason, else what whoever runs this should know although nothing went wrong. */
  private static Optional<Reason> told(
      SourceDefinition source,
      ListingResult listing,
      List<Item> items,
      Instant at,
      boolean believe) {
    return listing
        .reason()
        .or(() -> believe ? Optional.of(Reason.of("taken-on-word")) : Optional.empty())
        .or(
            () ->
                listing
                    .announced()
                    .map(
                        seen ->
                            Reason.of("end-announced").with("quote", seen.announcement().quote())))
        .or(() -> BatchJudge.staleness(source.contract(), BatchJudge.newest(postings(items)), at));
  }

  private static List<JobPosting> postings(List<Item> items) {
    return items.stream().filter(JobPosting.class::isInstance).map(JobPosting.class::cast).toList();
  }
}
