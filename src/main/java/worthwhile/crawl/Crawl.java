package worthwhile.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import worthwhile.extract.Announcement;
import worthwhile.fetch.Response;
import worthwhile.intake.BatchJudge;
import worthwhile.intake.Change;
import worthwhile.intake.Intake;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.source.Emits;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.Runs.Run;
import worthwhile.store.Store;

/**
 * Runs one source through all stages. Safe for use by many threads, for different sources.
 *
 * <p>The run and everything it changed are stored in one transaction, after that the index catches
 * up: a process killed anywhere in between has either stored the whole run or nothing of it.
 */
public final class Crawl {
  /** How many earlier runs a batch is judged against. */
  private static final int HISTORY = 20;

  private final Web web;
  private final Store store;
  private final Runnable stored;
  private final Pricing pricing;
  private final Progress progress;
  private final Clock clock;

  /**
   * A crawl that reads from this web into this store.
   *
   * @param stored what is to happen after a run was stored: the index catches up
   * @param pricing puts pay per hour on what is read
   */
  public Crawl(
      Web web, Store store, Runnable stored, Pricing pricing, Progress progress, Clock clock) {
    this.web = web;
    this.store = store;
    this.stored = stored;
    this.pricing = pricing;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * What a run came to.
   *
   * @param run as it was stored
   * @param retryAfter how long the source wants to be left alone; absent if it did not say
   * @param announced that the platform ends, as one of its pages says; absent if none does
   */
  public record Result(
      Run run, Outcome outcome, Optional<Duration> retryAfter, Optional<Announcement> announced) {}

  /**
   * Reads the source once.
   *
   * @param first what is asked first
   * @param believe whether to take the batch even if it is unlike earlier ones
   */
  public Result run(SourceDefinition source, FirstRequests first, boolean believe) {
    Instant start = clock.instant();
    progress.started(source.id(), start);
    try {
      Begun begun = new Begun(runId(), start);
      ListingResult reading = reader(source, begun).read(first.requests()).because(nobody(first));
      Result result = take(source, reading, begun, believe);
      if (result.outcome().isSuccess()) noteAsked(source, first.about(), start);
      stored.run();
      return result;
    } finally {
      progress.ended(source.id());
    }
  }

  private static Optional<String> nobody(FirstRequests first) {
    return first.requests().isEmpty()
        ? Optional.of("nobody was asked about: no requester with an id is known here yet")
        : Optional.empty();
  }

  /** Whoever was asked about comes last next time, known to the site or not. */
  private void noteAsked(SourceDefinition source, List<String> about, Instant at) {
    Requests.known(source)
        .ifPresent(known -> store.ratings().asked(source.id(), known.platform(), about, at));
  }

  /** Takes these items as a complete run of the source at this time. */
  Result believe(SourceDefinition source, List<Item> items, Instant at) {
    ListingResult reading =
        new ListingResult(
            Outcome.Read.ITEMS,
            Optional.empty(),
            items,
            List.of(),
            Map.of(),
            1,
            Optional.empty(),
            true,
            Optional.empty());
    Result result = take(source, reading, new Begun(runId(), at), true);
    stored.run();
    return result;
  }

  /** Writes down that a source was not asked at all, and why. */
  public Result refuse(SourceDefinition source, String reason) {
    ListingResult nothing =
        new ListingResult(
            new Outcome.Stopped(new Stop(Stop.Kind.NOT_ALLOWED, reason)),
            Optional.of(reason),
            List.of(),
            List.of(),
            Map.of(),
            0,
            Optional.empty(),
            true,
            Optional.empty());
    return note(source, nothing, new Begun(runId(), clock.instant()));
  }

  /**
   * Reads the kept bodies of a source's newest run again, without a request: after its definition
   * was mended. What is not in them stays as it is. Absent if no body is kept.
   */
  public Optional<Result> again(SourceDefinition source) {
    List<Response> kept = store.bodies().newest(source.id());
    if (kept.isEmpty()) return Optional.empty();
    Begun begun = new Begun(runId(), clock.instant());
    Result result = take(source, reader(source, begun).readAgain(kept), begun, false);
    stored.run();
    return Optional.of(result);
  }

  private ListingReader reader(SourceDefinition source, Begun begun) {
    return new ListingReader(source, web, store.bodies(), begun.runId(), progress);
  }

  private record Begun(String runId, Instant at) {}

  private static String runId() {
    return UUID.randomUUID().toString();
  }

  private Result take(
      SourceDefinition source, ListingResult reading, Begun begun, boolean believe) {
    reading
        .announced()
        .ifPresent(
            seen ->
                store
                    .announced()
                    .keep(
                        source.platform(),
                        seen.announcement(),
                        source.id(),
                        seen.url().toString(),
                        begun.at()));
    if (reading.items().isEmpty() && !reading.isComplete()) return note(source, reading, begun);
    List<JobPosting> rows = of(reading, JobPosting.class);
    DetailReader details = new DetailReader(source, web);
    Map<String, JobPosting> known =
        store.postings().byIds(rows.stream().map(JobPosting::id).toList());
    List<JobPosting> completed = pricing.alone(details.complete(rows, reading.details(), known));
    if (!believe) {
      BatchJudge.Verdict verdict = judge(source, reading, completed);
      if (verdict instanceof BatchJudge.Verdict.HoldBack(String reason))
        return note(
            source,
            reading,
            begun,
            new Outcome.Stopped(new Stop(Stop.Kind.HELD_BACK, reason)),
            reason);
    }
    List<Change> changes =
        Intake.merge(source.id(), completed, store.postings(), reading.whole(), begun.at());
    List<DiscussionForumPosting> posts = of(reading, DiscussionForumPosting.class);
    int newPosts =
        store.forumPosts().put(posts) + store.ratings().put(of(reading, AggregateRating.class));
    Optional<String> stale = BatchJudge.staleness(source.contract(), completed, begun.at());
    List<Change> priced = pricing.withEvidence(changes, posts, begun.at());
    return apply(source, reading.because(stale), begun, priced, newPosts, details.requests());
  }

  private BatchJudge.Verdict judge(
      SourceDefinition source, ListingResult reading, List<JobPosting> rows) {
    List<Integer> earlier =
        store.runs().ofSource(source.id(), HISTORY).stream()
            .filter(run -> run.outcome().equals("items") || run.outcome().equals("unchanged"))
            .map(Run::items)
            .toList();
    if (source.emits() != Emits.JOB_POSTING) {
      // How many ratings there are follows from whom we asked about, not from the site's health.
      boolean comparable = reading.whole() && source.emits() != Emits.AGGREGATE_RATING;
      return BatchJudge.judge(
          reading.items().size(), reading.rejected().size(), comparable, earlier);
    }
    return BatchJudge.judge(
        source.contract(),
        rows,
        reading.rejected().size(),
        reading.whole(),
        earlier,
        store.postings());
  }

  private Result apply(
      SourceDefinition source,
      ListingResult reading,
      Begun begun,
      List<Change> changes,
      int newPosts,
      int detailRequests) {
    List<Change> real =
        changes.stream()
            .filter(c -> !(c instanceof Change.Unchanged || c instanceof Change.Repriced))
            .toList();
    boolean quiet = real.isEmpty() && newPosts == 0 && !reading.items().isEmpty();
    Outcome outcome = quiet && reading.isComplete() ? Outcome.Read.UNCHANGED : reading.outcome();
    Run run =
        new Run(
            begun.runId(),
            source.id(),
            begun.at(),
            outcome.word(),
            told(reading, reading.reason()),
            reading.requests() + detailRequests,
            reading.items().size(),
            count(real, Change.New.class) + count(real, Change.Duplicate.class) + newPosts,
            count(real, Change.Changed.class) + count(real, Change.Reposted.class),
            gone(real),
            reading.rejected().size(),
            Duration.between(begun.at(), clock.instant()));
    store.postings().apply(changes, run, reading.whole());
    return new Result(
        run,
        outcome,
        reading.retryAfter(),
        reading.announced().map(ListingResult.Seen::announcement));
  }

  /** What a run does not find is gone once, though it closes only when it is absent again. */
  private static int gone(List<Change> changes) {
    return (int)
        changes.stream()
            .filter(
                change ->
                    change instanceof Change.Missing
                        || change instanceof Change.Closed closed && !Intake.wasMissing(closed))
            .count();
  }

  private static int count(List<Change> changes, Class<? extends Change> kind) {
    return (int) changes.stream().filter(kind::isInstance).count();
  }

  private Result note(SourceDefinition source, ListingResult reading, Begun begun) {
    return note(source, reading, begun, reading.outcome(), reading.reason().orElse(""));
  }

  /** A run that changes nothing is written down all the same. */
  private Result note(
      SourceDefinition source, ListingResult reading, Begun begun, Outcome outcome, String reason) {
    Run run =
        new Run(
            begun.runId(),
            source.id(),
            begun.at(),
            outcome.word(),
            told(reading, Optional.of(reason)),
            reading.requests(),
            reading.items().size(),
            0,
            0,
            0,
            reading.rejected().size(),
            Duration.between(begun.at(), clock.instant()));
    store.runs().add(run);
    return new Result(
        run,
        outcome,
        reading.retryAfter(),
        reading.announced().map(ListingResult.Seen::announcement));
  }

  /** The reason, and what whoever runs this should know although nothing went wrong. */
  private static Optional<String> told(ListingResult reading, Optional<String> reason) {
    Optional<String> announced =
        reading
            .announced()
            .map(seen -> "the platform announces its end: “" + seen.announcement().quote() + "”");
    return announced
        .map(
            told ->
                reason.filter(text -> !text.isBlank()).map(text -> text + "; " + told).orElse(told))
        .or(() -> reason);
  }

  private static <T extends Item> List<T> of(ListingResult reading, Class<T> kind) {
    return reading.items().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
