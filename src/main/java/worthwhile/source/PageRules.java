package worthwhile.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /**
   * Whether an answer means that this page lies past the listing's last one.
   *
   * @param page where it stands; the first page is never past the end
   */
  public boolean isPastEnd(PageKind page, int status) {
    return page instanceof PageKind.Listing(int number)
        && number > 1
        && Stream.concat(ask.stream(), withKey.stream().map(WithKey::ask))
            .anyMatch(way -> way.paging().endStatuses().contains(status));
  }

  /** A way of asking that needs secrets. */
  public record WithKey(List<String> secrets, Ask ask) {
    public WithKey {
      secrets = List.copyOf(secrets);
    }
  }
}
