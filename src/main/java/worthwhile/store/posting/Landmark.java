package worthwhile.store.posting;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment in the life of one database, by which its copy that went another way can be told from
 * it, although both have the same name and count on from the same number.
 *
 * @param generation of the database
 * @param revision the last one then
 * @param event what happened at that revision, as a short code; empty where that is not told
 */
public record Landmark(String generation, long revision, String event) {
  private static final Pattern TEXT = Pattern.compile("(\\S+) ([0-9]{1,18}) (\\S*)");

  /** Reads what {@link #toString} wrote; absent for anything else. */
  public static Optional<Landmark> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(new Landmark(parts.group(1), Long.parseLong(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }

  /** Whether both may be the same moment: what is no longer told contradicts nothing. */
  public boolean agreesWith(Landmark other) {
    return generation.equals(other.generation)
        && revision == other.revision
        && (event.isEmpty() || other.event.isEmpty() || event.equals(other.event));
  }

  @Override
  public String toString() {
    return generation + " " + revision + " " + event;
  }
}
