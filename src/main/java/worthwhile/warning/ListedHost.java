package worthwhile.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import worthwhile.posting.Warning;

/**
 * A host that stands on a list of reported ones. Somebody else reported it; nobody here looked.
 *
 * @param list name of the list, as its operator calls it
 * @param source where the list is published
 * @param since when this instance saw it there first
 * @param read when the list was read last
 */
public record ListedHost(
    String host, String list, String licence, String source, Instant since, Instant read) {
  /** Code of the warning: never more than a note. */
  public static final String CODE = "on-a-list";

  Warning warning() {
    return new Warning(
        CODE,
        Warning.Severity.NOTE,
        null,
        Warning.By.LIST,
        since,
        Map.of(
            "host", host,
            "list", list,
            "licence", licence,
            "source", source,
            "listed", day(since),
            "read", day(read)));
  }

  private static String day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
  }
}
