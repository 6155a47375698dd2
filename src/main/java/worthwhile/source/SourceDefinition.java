package worthwhile.source;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One readable stream of a platform, as its YAML file declares it, family merged in.
 *
 * @param id unique; lower-case words joined by hyphens
 * @param name for people
 * @param platform id of the platform's card
 * @param emits what its rows become
 * @param homepage link for people
 * @param about why it may be read
 * @param status paused or dead, with date and reason; absent if active
 * @param off why it is not read until the operator switches it on; absent if it is on
 * @param secrets names of the operator's secrets that it needs
 * @param locale of numbers and dates on its pages
 * @param timezone of dates that carry no zone
 * @param fetch how often and how gently
 * @param listing the pages that list its rows
 * @param detail the page of one row; absent if the listing says everything
 * @param companion what a worker's own browser may forward of it; absent if nothing
 * @param retention how long what it shows may be kept without being read anew; absent if its terms
 *     set no bound
 * @param contract what a healthy answer looks like
 * @param file the file it was read from, relative to the scrapers folder
 */
@RecordBuilder
public record SourceDefinition(
    String id,
    String name,
    String platform,
    Emits emits,
    Optional<String> homepage,
    About about,
    Optional<Status> status,
    Optional<String> off,
    List<String> secrets,
    Locale locale,
    ZoneId timezone,
    FetchRules fetch,
    PageRules listing,
    Optional<PageRules> detail,
    Optional<Companion> companion,
    Optional<Duration> retention,
    Contract contract,
    String file) {
  /** Why a source is not read at all. */
  public record Status(State state, LocalDate since, String reason) {
    /** Active sources carry no status. */
    public enum State {
      PAUSED,
      DEAD,
      /** The platform closed for good; what was kept of it can still be read. */
      CLOSED
    }
  }

  public SourceDefinition {
    secrets = List.copyOf(secrets);
  }

  /**
   * One published file that is fetched as gently as a source and holds no postings.
   *
   * @param platform who publishes it, as an id
   * @param homepage link for people
   */
  public static SourceDefinition ofFile(
      String id, String name, String platform, String homepage, About about, FetchRules fetch) {
    return SourceDefinitionBuilder.builder()
        .id(id)
        .name(name)
        .platform(platform)
        .emits(Emits.JOB_POSTING)
        .homepage(Optional.of(homepage))
        .about(about)
        .secrets(List.of())
        .locale(Locale.ROOT)
        .timezone(ZoneOffset.UTC)
        .fetch(fetch)
        .listing(new PageRules())
        .contract(new Contract(1, 1, List.of(), Optional.empty(), 1))
        .file("")
        .build();
  }

  /** Whether it says how a page is read; where not, its tasks are only noted by hand. */
  public boolean isReadable() {
    return !listing.shapes().isEmpty();
  }
}
