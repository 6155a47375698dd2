package worthwhile.alert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.store.posting.Changes;
import worthwhile.store.posting.Earlier;

/**
 * What happened to one posting between two looks at the change log.
 *
 * @param revision of the last of it
 * @param first revision of the first of it
 * @param kind what it comes to
 * @param earlier the posting's numbers before all of it, else before the first of it that tells
 *     them; absent if it was not there, or that is not known
 * @param reworded whether its words changed, so that its numbers do not tell what found it before
 * @param otherNumber id under which the same work was put up before, where it came as that
 */
record Happening(
    String posting,
    long first,
    long revision,
    Kind kind,
    Optional<Earlier> earlier,
    boolean reworded,
    Optional<String> otherNumber) {
  /** Fields whose change the numbers before it tell of, or that no search asks for. */
  private static final Set<String> TOLD =
      Stream.concat(
              Earlier.FIELDS.stream(),
              Stream.of(
                  "pay",
                  "reputation",
                  "warnings",
                  "confirmed",
                  "state",
                  "url",
                  "timeAllowed",
                  "timeMeasured",
                  "copies"))
          .collect(Collectors.toUnmodifiableSet());

  /** What it comes to. */
  enum Kind {
    CAME,
    RETURNED,
    ALTERED,
    WENT
  }

  /** What happened to each posting, in the order of the first that happened to it. */
  static Map<String, Happening> of(List<Changes.Entry> entries) {
    Map<String, Happening> all = new LinkedHashMap<>();
    for (Changes.Entry entry : entries)
      all.merge(entry.posting(), of(entry), (before, now) -> before.then(now));
    return all;
  }

  private static Happening of(Changes.Entry entry) {
    return new Happening(
        entry.posting(),
        entry.revision(),
        entry.revision(),
        kind(entry),
        entry.earlier(),
        entry.what().equals("changed") && !TOLD.containsAll(fields(entry)),
        Optional.of(entry.detail()).filter(id -> entry.what().equals("reposted") && !id.isEmpty()));
  }

  private static List<String> fields(Changes.Entry entry) {
    return List.of(entry.detail().split(", ", -1));
  }

  private static Kind kind(Changes.Entry entry) {
    return switch (entry.what()) {
      case "new" -> Kind.CAME;
      case "duplicate" -> entry.was().isPresent() ? Kind.ALTERED : Kind.CAME;
      case "reposted" -> entry.detail().isEmpty() ? Kind.RETURNED : Kind.CAME;
      case "reopened" -> Kind.RETURNED;
      case "missing", "closed", "forgotten" -> Kind.WENT;
      default -> Kind.ALTERED;
    };
  }

  private Happening then(Happening next) {
    Kind both =
        switch (next.kind) {
          case CAME, RETURNED, WENT -> kind == Kind.CAME ? Kind.CAME : next.kind;
          case ALTERED -> kind == Kind.WENT ? Kind.ALTERED : kind;
        };
    Optional<Earlier> before = kind == Kind.CAME ? earlier : earlier.or(next::earlier);
    return new Happening(
        posting,
        first,
        next.revision,
        both,
        before,
        reworded || next.reworded,
        otherNumber.or(next::otherNumber));
  }

  /** Whether something that warns of it was found since. */
  boolean isWarning(long severity) {
    return severity >= Concern.CAUTION
        && earlier.filter(was -> was.severity() < severity).isPresent();
  }
}
