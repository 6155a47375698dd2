package worthwhile.site;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.crawl.Progress;
import worthwhile.search.SearchIndex;
import worthwhile.source.Platform;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Sources;
import worthwhile.store.SourceStates;
import worthwhile.store.Store;

/** The running program as the pages see it. */
record Instance(
    SiteSettings settings,
    Sources sources,
    Store store,
    SearchIndex index,
    Progress progress,
    Clock clock) {

  Instant now() {
    return clock.instant();
  }

  /** The platform's name; its id where there is no card. */
  String platformName(String id) {
    return sources.platform(id).map(Platform::name).orElse(id);
  }

  /** Every declared source with where it stands. */
  List<Standing> standings() {
    List<Progress.Running> running = progress.running();
    return sources.all().stream().map(source -> standing(source, running)).toList();
  }

  private Standing standing(SourceDefinition source, List<Progress.Running> running) {
    return new Standing(
        source,
        store.sourceStates().of(source.id()),
        running.stream().filter(run -> run.source().equals(source.id())).findFirst());
  }

  /**
   * A source, its state, and its run if one is under way.
   *
   * @param running absent if it rests
   */
  record Standing(
      SourceDefinition source, SourceStates.State state, Optional<Progress.Running> running) {
    /** One word: {@code reading} while a run is under way, else the stored condition. */
    String word() {
      return running.isPresent() ? "reading" : condition();
    }

    /** What the definition says of a source that is never read, else the stored condition. */
    String condition() {
      if (source.status().isPresent() || source.off().isPresent()) return "off";
      return state.condition();
    }

    /** Why it is not read or not well. */
    Optional<String> reason() {
      return source
          .status()
          .map(status -> status.reason())
          .or(source::off)
          .or(state::reason)
          .filter(text -> !text.isBlank());
    }
  }
}
