package worthwhile.site.view;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import worthwhile.account.Account;
import worthwhile.account.Accounts;
import worthwhile.crawl.Progress;
import worthwhile.flow.Condition;
import worthwhile.flow.Tail;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.search.Besides;
import worthwhile.search.Fit;
import worthwhile.search.PostingIndex;
import worthwhile.search.PostingIndex.Viewer;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.site.http.Clients;
import worthwhile.site.http.SiteSettings;
import worthwhile.source.Platform;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.store.source.SourceStates;

/**
 * The running program as pages and calls see it: settings, sources, store, index, tail and clock.
 */
public record SiteInstance(
    SiteSettings settings,
    Sources sources,
    Store store,
    PostingIndex index,
    Accounts accounts,
    Progress progress,
    Condition condition,
    Tail tail,
    Clock clock) {

  public Instant now() {
    return clock.instant();
  }

  /** Where whoever asks reaches the site, without a slash at its end. */
  public String base(Context ctx) {
    return settings.baseUrl().orElse(ctx.scheme() + "://" + ctx.host());
  }

  /** The day in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  /**
   * The floor that a call asks for; {@link Floor#NONE} where it asks for none or makes a mistake,
   * which is noted.
   *
   * @param texts values of the parameter, of which the last counts
   */
  public Floor floor(List<String> texts, List<SearchQuery.Parsed.Mistake> mistakes) {
    if (texts.isEmpty()) return Floor.NONE;
    return switch (Floor.choice(texts.getLast(), today(), this::rates)) {
      case Floor.Choice.Made(Floor floor) -> floor;
      case Floor.Choice.Mistaken(String allowed) -> {
        mistakes.add(new SearchQuery.Parsed.Mistake(Floor.NAME, texts.getLast(), allowed));
        yield Floor.NONE;
      }
    };
  }

  /** The newest rates of exchange. */
  public Rates rates() {
    return store.rateTables().rates();
  }

  /** Tells clients from each other. */
  public Clients clients() {
    return new Clients(settings.proxies());
  }

  /** The platform's name; its id where there is no card. */
  public String platformName(String id) {
    return sources.platform(id).map(Platform::name).orElse(id);
  }

  /** The posting as an account sees it: open for everybody, else as its own browser showed it. */
  public Optional<Posting> posting(String id, Optional<Account> account) {
    Optional<Posting> known = store.postings().byId(id).map(Posting::offered);
    if (known.filter(posting -> posting.state() != PostingState.CLOSED).isPresent()) return known;
    return account.flatMap(who -> store.sightings().shownTo(who.id(), id)).or(() -> known);
  }

  /** What an account finds beside what everybody finds; absent if there never was anything. */
  public Optional<Besides> besides(Optional<Account> account) {
    return account.map(Account::id).flatMap(this::besides);
  }

  private Optional<Besides> besides(String account) {
    return store
        .sightings()
        .version(account)
        .map(v -> new Besides(account + " " + v, () -> store.sightings().shownTo(account)));
  }

  /** Searches, beside the index in what the reader alone sees. */
  public SearchResult search(SearchQuery query, Optional<Besides> own) {
    return own.map(besides -> index.searchOrRelax(query, besides))
        .orElseGet(() -> index.searchOrRelax(query));
  }

  /** The same, passing over postings with these ids. */
  public SearchResult search(SearchQuery query, Optional<Besides> own, Set<String> without) {
    return without.isEmpty()
        ? search(query, own)
        : search(query, new Viewer(own, without, Fit.NONE, Optional.empty()));
  }

  /** The same for one reader. */
  public SearchResult search(SearchQuery query, Viewer viewer) {
    return index.searchFor(query, viewer);
  }

  /** Every declared source with where it stands. */
  public List<Standing> standings() {
    return standings(store.sourceStates().all(), store.pauses().all());
  }

  /** The same, of what stands in the database at most a second old. */
  public List<Standing> recentStandings() {
    return standings(store.sourceStates().lately(), store.pauses().lately());
  }

  private List<Standing> standings(List<SourceStates.State> stored, Map<String, Instant> paused) {
    Map<String, SourceStates.State> states =
        stored.stream().collect(Collectors.toMap(SourceStates.State::source, Function.identity()));
    Map<String, Progress.Running> running =
        progress.running().stream()
            .collect(Collectors.toMap(Progress.Running::source, Function.identity()));
    return sources.all().stream()
        .map(
            source ->
                standing(source, states, running.get(source.id()))
                    .pausedSince(Optional.ofNullable(paused.get(source.id()))))
        .toList();
  }

  private Standing standing(
      SourceDefinition source,
      Map<String, SourceStates.State> states,
      Progress.@Nullable Running running) {
    SourceStates.State state = states.get(source.id());
    return new Standing(
        source,
        state != null ? state : store.sourceStates().neverRun(source.id()),
        Optional.ofNullable(running),
        source.off().filter(_ -> !settings.switchedOn().contains(source.id())),
        Optional.empty());
  }

  /**
   * A source, its state, and its run if one is under way.
   *
   * @param running absent if it rests
   * @param off why it is not read until the operator switches it on; absent if it is on
   * @param paused since when the operator does not want it read; absent if it is
   */
  public record Standing(
      SourceDefinition source,
      SourceStates.State state,
      Optional<Progress.Running> running,
      Optional<String> off,
      Optional<Instant> paused) {
    private Standing pausedSince(Optional<Instant> since) {
      return new Standing(source, state, running, off, since);
    }

    /** One word: {@code reading} while a run is under way, else the stored condition. */
    public String word() {
      return running.isPresent() ? "reading" : condition();
    }

    /** {@code off} for a source that is never read or paused, else the stored condition. */
    public String condition() {
      if (source.status().isPresent() || off.isPresent() || paused.isPresent()) return "off";
      return state.condition();
    }

    private Optional<Reason> stopped() {
      return paused.map(
          since ->
              Reason.of("source-paused").with("since", LocalDate.ofInstant(since, ZoneOffset.UTC)));
    }

    /** What is to be said of a source that no worker's browser has passed on yet. */
    private Optional<Reason> unheard() {
      boolean waits = source.companion().isPresent() && state.lastSuccess().isEmpty();
      return waits ? Optional.of(Reason.of("not-forwarded-yet")) : Optional.empty();
    }

    /** When it is read again; absent if it is off, or nobody knows. */
    public Optional<Instant> nextRun() {
      return condition().equals("off") ? Optional.empty() : state.nextRun();
    }

    /** Why it is not read or not well. */
    public Optional<Reason> reason() {
      return source
          .status()
          .map(status -> status.reason())
          .or(() -> off)
          .filter(text -> !text.isBlank())
          .map(Reason::stated)
          .or(this::stopped)
          .or(state::reason)
          .or(this::unheard);
    }
  }
}
