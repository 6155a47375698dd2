package worthwhile.crawl;

import java.util.Optional;
import java.util.Set;
import worthwhile.posting.word.Worded;
import worthwhile.source.SourceDefinition;

/** Whether a source is one that this instance reads by itself. */
public final class Crawlable {
  private Crawlable() {}

  /**
   * Why the source is not crawled; absent if it is.
   *
   * @param switchedOn ids of sources that are off by default and that the operator switched on
   */
  public static Optional<String> whyNot(SourceDefinition source, Set<String> switchedOn) {
    return status(source).or(() -> access(source)).or(() -> off(source, switchedOn));
  }

  private static Optional<String> status(SourceDefinition source) {
    return source
        .status()
        .map(
            status ->
                "%s since %s: %s"
                    .formatted(Worded.wordOf(status.state()), status.since(), status.reason()));
  }

  private static Optional<String> access(SourceDefinition source) {
    return switch (source.about().access()) {
      case PUBLIC, KEY -> Optional.empty();
      case SESSION -> Optional.of("only inside a worker's login: your own browser forwards it");
      case EXPORT -> Optional.of("only as the worker's own file: import it");
      case APP -> Optional.of("only in the platform's own app");
      case CLOSED -> Optional.of("closed");
    };
  }

  private static Optional<String> off(SourceDefinition source, Set<String> switchedOn) {
    return source
        .off()
        .filter(_ -> !switchedOn.contains(source.id()))
        .map(why -> "off until switched on (setting \"on\"): " + why);
  }
}
