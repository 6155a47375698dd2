package worthwhile.alert.saved;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to hear of, and how.
 *
 * @param query parameters of the search, as its address has them
 * @param watches what it is told of
 * @param channels numbers of the recipients where messages go, in order
 * @param mostPerDay postings that she is told of on one day of hers, 1 to 100,000
 * @param since revision of the change log after which it hears
 * @param revision of its own last change
 * @param trouble why it cannot be asked; absent if it can
 */
@RecordBuilder
public record SavedSearch(
    String id,
    String account,
    String name,
    Map<String, List<String>> query,
    Watched watches,
    Timetable timetable,
    List<Long> channels,
    int mostPerDay,
    boolean paused,
    long since,
    long revision,
    Optional<String> trouble,
    Instant created,
    Instant changed) {
  /** Postings a day unless the reader asks otherwise. */
  public static final int USUAL_PER_DAY = 50;

  public static final int MOST_PER_DAY = 100_000;

  /** Saved searches of one account. */
  public static final int MOST = 1_000;

  public static final int MOST_CHANNELS = 10;
  public static final int LONGEST_NAME = 100;

  public SavedSearch {
    query = Map.copyOf(query);
    channels = List.copyOf(channels);
    if (name.isBlank() || name.length() > LONGEST_NAME)
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    if (mostPerDay < 1 || mostPerDay > MOST_PER_DAY)
      throw new IllegalArgumentException("postings a day: 1 to " + MOST_PER_DAY);
  }
}
