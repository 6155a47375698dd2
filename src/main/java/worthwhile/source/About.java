package worthwhile.source;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a source may be read, and how that is known.
 *
 * @param operator who runs the platform
 * @param terms link to the terms that were read
 * @param access how it may be read
 * @param officialApi link to the interface's documentation; absent if it has none
 * @param governedBy whether robots.txt or the interface's own terms decide what may be fetched
 * @param checked day on which terms and interface were last looked at
 * @param attribution what the terms oblige every page to show; absent if nothing
 * @param notes for the operator; absent if none
 */
@RecordBuilder
public record About(
    Optional<String> operator,
    Optional<String> terms,
    Access access,
    Optional<String> officialApi,
    GovernedBy governedBy,
    Optional<LocalDate> checked,
    Optional<String> attribution,
    Optional<String> notes) {
  /** What decides whether a request is allowed. */
  public enum GovernedBy {
    ROBOTS,
    TERMS
  }
}
