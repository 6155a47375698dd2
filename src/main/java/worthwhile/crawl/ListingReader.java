package worthwhile.crawl;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.extract.Announcements;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.flow.RunOutcome;
import worthwhile.intake.BatchJudge;
import worthwhile.posting.Item;
import worthwhile.posting.Reason;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.source.Bodies;

/**
 * Walks the pages of one source's listing until the last one or the first that fails. Made for one
 * run and thrown away after it.
 *
 * <p>A page that the server says is not modified is read again from the kept body, so that the rest
 * of the run need not know the difference; without a kept body it is asked for once more.
 */
final class ListingReader {
  /** No listing is longer than this; a paging that runs in circles ends here. */
  private static final int MOST_PAGES = 200;

  /** Bodies are kept together until they come to so much. */
  private static final int KEPT_AT_ONCE = 2_000_000;

  private final SourceDefinition source;
  private final Web web;
  private final Bodies bodies;
  private final String runId;
  private final Progress progress;
  private final boolean believe;

  /** Answers that were fetched before anybody read them, by what was asked for. */
  private final Map<PageRequest, FetchOutcome> ahead = new HashMap<>();

  private final List<KnownListing.Page> pages = new ArrayList<>();

  /** Answers that are not kept yet. */
  private final List<Bodies.Page> unkept = new ArrayList<>();

  private long unkeptBytes;
  private final Set<String> seen = new HashSet<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Extraction.Rejected> rejected = new ArrayList<>();
  private final Map<String, PageRequest> details = new HashMap<>();
  private int requests;
  private int rows;
  private int mostRows;
  private boolean emptinessIsDeclared = true;
  private boolean lastPageHadRows;

  /** The first page that stops short of how it used to end; absent if none does. */
  private Optional<URI> cutOff = Optional.empty();

  private Optional<ListingResult.Seen> announced = Optional.empty();

  /**
   * A reader for one run.
   *
   * @param believe whether pages are whole even if they end otherwise than before
   */
  ListingReader(
      SourceDefinition source,
      Web web,
      Bodies bodies,
      String runId,
      Progress progress,
      boolean believe) {
    this.source = source;
    this.web = web;
    this.bodies = bodies;
    this.runId = runId;
    this.progress = progress;
    this.believe = believe;
  }

  /**
   * Whether every page of a listing is what it was; fetches them until one is not. What was fetched
   * is not asked for again by {@link #read}.
   */
  boolean isSame(KnownListing known) {
    for (KnownListing.Page page : known.pages()) {
      FetchOutcome outcome =
          fetched(page.request(), validators(page.request()).knowing(page.body()));
      if (!(outcome
              instanceof FetchOutcome.Fetched(ParsedPage now, Validators still, Duration took))
          || cutOff.isPresent()
          || !page.isAnsweredBy(now.response())) {
        ahead.put(page.request(), outcome);
        return false;
      }
      // A page that is looked at once more is parsed once more: few are, and trees are large.
      ParsedPage bare = ParsedPage.of(now.response());
      ahead.put(page.request(), new FetchOutcome.Fetched(bare, still, took));
    }
    keep();
    for (KnownListing.Page page : known.pages()) progress.page(source.id(), page.rows());
    return true;
  }

  /** Requests made so far. */
  int requests() {
    return requests;
  }

  /** The pages that were read, in their order. */
  List<KnownListing.Page> pages() {
    return pages;
  }

  /** Reads the listing from these requests on, each with what follows it; keeps all answers. */
  ListingResult read(List<PageRequest> first) {
    ListingResult result = walked(first);
    keep();
    return result;
  }

  private ListingResult walked(List<PageRequest> first) {
    Deque<PageRequest> next = new ArrayDeque<>(first);
    Set<PageRequest> asked = new HashSet<>();
    while (!next.isEmpty()) {
      PageRequest request = next.removeFirst();
      if (!asked.add(request) || asked.size() > MOST_PAGES)
        return stopped(
            new Stop(Stop.Kind.DRIFTED, "the paging runs in circles at " + request.url()),
            request.url());
      switch (page(request)) {
        case Page.Read(Optional<PageRequest> following) -> following.ifPresent(next::addFirst);
        case Page.Stopped(Stop stop) -> {
          return stopped(stop, request.url());
        }
      }
    }
    boolean empty = items.isEmpty() && rejected.isEmpty();
    if (cutOff.isPresent())
      return reading(
          empty ? new RunOutcome.Stopped(cut()) : RunOutcome.Read.PARTIAL,
          Optional.of(cut().reason()),
          Optional.empty(),
          false);
    RunOutcome outcome = empty ? RunOutcome.Read.EMPTY : RunOutcome.Read.ITEMS;
    return reading(outcome, Optional.empty(), Optional.empty(), !isCut(asked.size()));
  }

  private Stop cut() {
    Reason why = Reason.of("page-cut-off").with("url", cutOff.orElseThrow().toString());
    return new Stop(Stop.Kind.DRIFTED, why, Optional.empty());
  }

  /** Reads bodies that were fetched before; never complete, since the source may have moved on. */
  ListingResult readAgain(List<Response> kept) {
    for (Response response : kept) {
      if (extract(new PageKind.Listing(), ParsedPage.of(response))
          instanceof Page.Stopped(Stop stop)) return stopped(stop, response.url());
    }
    return reading(
        RunOutcome.Read.PARTIAL, Optional.of(Reason.of("read-again")), Optional.empty(), false);
  }

  /**
   * Whether we stopped by our own limit and not at the listing's end: what was not seen may still
   * be on offer.
   */
  private boolean isCut(int pages) {
    boolean limited =
        source.listing().ask().filter(ask -> pages >= ask.paging().most()).isPresent();
    return pages > 1 && limited && lastPageHadRows;
  }

  private sealed interface Page {
    record Read(Optional<PageRequest> next) implements Page {}

    record Stopped(Stop stop) implements Page {}
  }

  private Page page(PageRequest request) {
    FetchOutcome early = ahead.remove(request);
    return switch (early == null ? fetched(request, validators(request)) : early) {
      case FetchOutcome.Fetched(ParsedPage page, Validators _, Duration _) -> {
        int before = rows;
        Page read = extract(request.page(), page);
        pages.add(KnownListing.Page.of(request, page.response(), rows - before));
        yield read;
      }
      case FetchOutcome.NotModified _ ->
          new Page.Stopped(
              new Stop(
                  Stop.Kind.UNACCEPTABLE, "answered \"not modified\" to an unconditional request"));
      case FetchOutcome.Stopped(Stop stop) -> new Page.Stopped(stop);
    };
  }

  /** The answer, kept; a page that is not modified as it was when it was last fetched. */
  private FetchOutcome fetched(PageRequest request, Validators asked) {
    FetchOutcome outcome = fetch(request, asked);
    if (outcome instanceof FetchOutcome.NotModified) {
      keep();
      Optional<Response> kept = bodies.repeat(source.id(), request.key(), runId);
      if (kept.isPresent())
        return new FetchOutcome.Fetched(ParsedPage.of(kept.get()), Validators.NONE, Duration.ZERO);
      outcome = fetch(request, Validators.NONE);
    }
    if (outcome instanceof FetchOutcome.Fetched(ParsedPage page, Validators validators, Duration _))
      keep(request, page, validators);
    return outcome;
  }

  private void keep(PageRequest request, ParsedPage page, Validators validators) {
    Optional<String> ending = page.ending();
    if (!believe && cutOff.isEmpty() && isCutOff(request, ending))
      cutOff = Optional.of(page.response().url());
    unkept.add(new Bodies.Page(request.key(), page.response(), validators, ending));
    unkeptBytes += page.response().body().length;
    if (unkeptBytes >= KEPT_AT_ONCE) keep();
  }

  private void keep() {
    bodies.keep(source.id(), runId, unkept);
    unkept.clear();
    unkeptBytes = 0;
  }

  /**
   * Whether a page stops without the end tag of its last good body: a server that breaks down in
   * the middle of a page sends what it has, and what is missing would be taken for gone.
   */
  private boolean isCutOff(PageRequest request, Optional<String> ending) {
    return ending.isPresent()
        && bodies
            .ending(source.id(), request.key())
            .filter(before -> !before.isEmpty() && !before.equals(ending.get()))
            .isPresent();
  }

  private FetchOutcome fetch(PageRequest request, Validators validators) {
    requests++;
    return web.fetch(request, source, validators);
  }

  /** A POST is never conditional: its answer depends on the body, which validators do not name. */
  private Validators validators(PageRequest request) {
    return request.body().isPresent()
        ? Validators.NONE
        : bodies.validators(source.id(), request.key());
  }

  private Page extract(PageKind kind, ParsedPage page) {
    if (announced.isEmpty())
      announced =
          Announcements.in(source, page)
              .map(found -> new ListingResult.Seen(found, page.response().url()));
    return switch (Extractor.extract(source, kind, page)) {
      case Extraction.Items found -> new Page.Read(taken(found));
      case Extraction.Empty(String _, boolean declared) -> {
        emptinessIsDeclared &= declared;
        lastPageHadRows = false;
        yield new Page.Read(Optional.empty());
      }
      case Extraction.Stopped(Stop stop) -> new Page.Stopped(stop);
    };
  }

  /** Takes the rows; a page that shows nothing but rows already seen is the last. */
  private Optional<PageRequest> taken(Extraction.Items found) {
    List<Item> unseen = found.items().stream().filter(item -> seen.add(item.id())).toList();
    items.addAll(unseen);
    rejected.addAll(found.rejected());
    details.putAll(found.details());
    int here = found.items().size() + found.rejected().size() + found.leftOut();
    rows += here;
    mostRows = Math.max(mostRows, here);
    progress.page(source.id(), unseen.size());
    lastPageHadRows = !unseen.isEmpty();
    boolean nothingNew = unseen.isEmpty() && !found.items().isEmpty();
    return nothingNew ? Optional.empty() : found.next();
  }

  /**
   * What was read before a failure is still true; only what was not seen stays unknown. The reason
   * names the page for whoever runs this, though its sentence does not.
   */
  private ListingResult stopped(Stop stop, URI page) {
    Reason why = items.isEmpty() ? Reason.of("page-failed") : Reason.of("stopped-early");
    return reading(
        items.isEmpty() ? new RunOutcome.Stopped(stop) : RunOutcome.Read.PARTIAL,
        Optional.of(
            why.with("outcome", stop.kind().word())
                .with("text", stop.text())
                .with("url", page.toString())),
        stop.retryAfter(),
        false);
  }

  private ListingResult reading(
      RunOutcome outcome, Optional<Reason> reason, Optional<Duration> retryAfter, boolean whole) {
    return new ListingResult(
        outcome,
        reason,
        List.copyOf(items),
        List.copyOf(rejected),
        Map.copyOf(details),
        requests,
        retryAfter,
        whole,
        announced,
        new BatchJudge.Listed(rows, mostRows, rows == 0 && emptinessIsDeclared));
  }
}
