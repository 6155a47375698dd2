package worthwhile.source;

import java.util.List;
import java.util.Optional;

/**
 * How one kind of page is asked for and read: the rules that extraction follows.
 *
 * @param ask how it is asked for; absent if it only comes from a file or a worker's browser
 * @param withKey used instead of {@code ask} when the operator has all its secrets
 * @param shapes forms in which it answers; the first that fits reads it
 */
public record PageRules(Optional<Ask> ask, Optional<WithKey> withKey, List<Shape> shapes) {
  public PageRules {
    shapes = List.copyOf(shapes);
  }

  /** Rules that read nothing. */
  public PageRules() {
    this(Optional.empty(), Optional.empty(), List.of());
  }

  /** A way of asking that needs secrets. */
  public record WithKey(List<String> secrets, Ask ask) {
    public WithKey {
      secrets = List.copyOf(secrets);
    }
  }
}
