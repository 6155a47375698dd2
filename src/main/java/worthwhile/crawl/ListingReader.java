package worthwhile.crawl;

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
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.flow.RunOutcome;
import worthwhile.posting.Item;
import worthwhile.posting.Reason;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.store.Bodies;

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

  private final SourceDefinition source;
  private final Web web;
  private final Bodies bodies;
  private final String runId;
  private final Progress progress;

  private final Set<String> seen = new HashSet<>();
  private final List<Item> items = new ArrayList<>();
  private final List<Extraction.Rejected> rejected = new ArrayList<>();
  private final Map<String, PageRequest> details = new HashMap<>();
  private int requests;
  private boolean lastPageHadRows;
  private Optional<Reading.Seen> announced = Optional.empty();

  ListingReader(SourceDefinition source, Web web, Bodies bodies, String runId, Progress progress) {
    this.source = source;
    this.web = web;
    this.bodies = bodies;
    this.runId = runId;
    this.progress = progress;
  }

  /** Reads the listing from these requests on, each with what follows it. */
  Reading read(List<PageRequest> first) {
    Deque<PageRequest> next = new ArrayDeque<>(first);
    Set<PageRequest> asked = new HashSet<>();
    while (!next.isEmpty()) {
      PageRequest request = next.removeFirst();
      if (!asked.add(request) || asked.size() > MOST_PAGES)
        return stopped(RunOutcome.DRIFTED, "the paging runs in circles at " + request.url());
      switch (page(request)) {
        case Page.Read(Optional<PageRequest> following) -> following.ifPresent(next::addFirst);
        case Page.Stopped(RunOutcome outcome, String reason, Optional<Duration> retryAfter) -> {
          return stopped(outcome, reason, retryAfter);
        }
      }
    }
    RunOutcome outcome =
        items.isEmpty() && rejected.isEmpty() ? RunOutcome.EMPTY : RunOutcome.ITEMS;
    return reading(outcome, Optional.empty(), Optional.empty(), !isCut(asked.size()));
  }

  /** Reads bodies that were fetched before; never complete, since the source may have moved on. */
  Reading readAgain(List<Response> kept) {
    for (Response response : kept) {
      if (extract(PageRequest.get(response.url()), response)
          instanceof Page.Stopped(RunOutcome outcome, String reason, Optional<Duration> retryAfter))
        return stopped(outcome, reason, retryAfter);
    }
    return reading(Outcome.PARTIAL, Optional.of(Reason.of("read-again")), Optional.empty(), false);
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

    record Stopped(RunOutcome outcome, String reason, Optional<Duration> retryAfter)
        implements Page {
      Stopped(RunOutcome outcome, String reason) {
        this(outcome, reason, Optional.empty());
      }
    }
  }

  private Page page(PageRequest request) {
    Validators known = validators(request);
    FetchOutcome outcome = fetch(request, known);
    if (outcome instanceof FetchOutcome.NotModified) {
      Optional<Response> kept = bodies.repeat(source.id(), key(request), runId);
      if (kept.isPresent()) return extract(request, kept.get());
      outcome = fetch(request, Validators.NONE);
    }
    return switch (outcome) {
      case FetchOutcome.Fetched(Response response, Validators validators, Duration _) -> {
        bodies.keep(source.id(), key(request), runId, response, validators);
        yield extract(request, response);
      }
      case FetchOutcome.NotModified _ ->
          new Page.Stopped(
              RunOutcome.UNACCEPTABLE, "answered \"not modified\" to an unconditional request");
      case FetchOutcome.Blocked(String reason, int _) ->
          new Page.Stopped(RunOutcome.BLOCKED, reason);
      case FetchOutcome.LoginRequired(String reason) ->
          new Page.Stopped(RunOutcome.LOGIN_REQUIRED, reason);
      case FetchOutcome.RateLimited(Duration retryAfter, int status) ->
          new Page.Stopped(
              RunOutcome.RATE_LIMITED,
              "asked to wait " + retryAfter.toSeconds() + " s (status " + status + ")",
              Optional.of(retryAfter));
      case FetchOutcome.Gone(String reason, int _) -> new Page.Stopped(RunOutcome.GONE, reason);
      case FetchOutcome.NotAllowed(String reason) ->
          new Page.Stopped(RunOutcome.NOT_ALLOWED, reason);
      case FetchOutcome.Unavailable(String reason, Optional<Duration> retryAfter) ->
          new Page.Stopped(RunOutcome.UNAVAILABLE, reason, retryAfter);
      case FetchOutcome.Unacceptable(String reason) ->
          new Page.Stopped(RunOutcome.UNACCEPTABLE, reason);
    };
  }

  private FetchOutcome fetch(PageRequest request, Validators validators) {
    requests++;
    return web.fetch(request, source, validators);
  }

  /** A POST is never conditional: its answer depends on the body, which validators do not name. */
  private Validators validators(PageRequest request) {
    return request.body().isPresent()
        ? Validators.NONE
        : bodies.validators(source.id(), key(request));
  }

  /** A page is known by what was asked for. */
  private static String key(PageRequest request) {
    return request.url() + request.body().map(body -> "#" + body).orElse("");
  }

  private Page extract(PageRequest request, Response response) {
    if (announced.isEmpty())
      announced =
          Announcements.in(source, response)
              .map(announcement -> new Reading.Seen(announcement, response.url()));
    return switch (Extractor.extract(source, request.page(), response)) {
      case Extraction.Items found -> new Page.Read(taken(found));
      case Extraction.Empty _ -> {
        lastPageHadRows = false;
        yield new Page.Read(Optional.empty());
      }
      case Extraction.Blocked(String reason) -> new Page.Stopped(RunOutcome.BLOCKED, reason);
      case Extraction.Gone(String reason) -> new Page.Stopped(RunOutcome.GONE, reason);
      case Extraction.LoginRequired(String reason) ->
          new Page.Stopped(RunOutcome.LOGIN_REQUIRED, reason);
      case Extraction.RateLimited(Optional<Duration> retryAfter) ->
          new Page.Stopped(RunOutcome.RATE_LIMITED, "too many requests", retryAfter);
      case Extraction.Drifted(String reason) -> new Page.Stopped(RunOutcome.DRIFTED, reason);
    };
  }

  /** Takes the rows; a page that shows nothing but rows already seen is the last. */
  private Optional<PageRequest> taken(Extraction.Items found) {
    List<Item> unseen = found.items().stream().filter(item -> seen.add(item.id())).toList();
    items.addAll(unseen);
    rejected.addAll(found.rejected());
    details.putAll(found.details());
    progress.page(source.id(), unseen.size());
    lastPageHadRows = !unseen.isEmpty();
    boolean nothingNew = unseen.isEmpty() && !found.items().isEmpty();
    return nothingNew ? Optional.empty() : found.next();
  }

  private Reading stopped(RunOutcome outcome, String reason) {
    return stopped(outcome, reason, Optional.empty());
  }

  /** What was read before a failure is still true; only what was not seen stays unknown. */
  private Reading stopped(Outcome outcome, String reason, Optional<Duration> retryAfter) {
    Reason why = items.isEmpty() ? Reason.of("page-failed") : Reason.of("stopped-early");
    return reading(
        items.isEmpty() ? outcome : Outcome.PARTIAL,
        Optional.of(why.with("outcome", outcome.word()).with("text", reason)),
        retryAfter,
        false);
  }

  private Reading reading(
      Outcome outcome, Optional<Reason> reason, Optional<Duration> retryAfter, boolean whole) {
    return new Reading(
        outcome,
        reason,
        List.copyOf(items),
        List.copyOf(rejected),
        Map.copyOf(details),
        requests,
        retryAfter,
        whole,
        announced);
  }
}
