package worthwhile.alert;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.Watched;
import worthwhile.search.SearchQuery.Parsed.Mistake;

/**
 * A saved search as somebody wants it.
 *
 * @param query parameters of the search
 * @param watches what is to be told of it
 * @param channels where messages are to go, in order; a webhook without secrets, and a feed or
 *     mailbox without its secret word, get new ones
 */
@RecordBuilder
public record Wanted(
    String name,
    Map<String, List<String>> query,
    Watched watches,
    Timetable timetable,
    int mostPerDay,
    boolean paused,
    List<Destination> channels) {
  public Wanted {
    query = Map.copyOf(query);
    channels = List.copyOf(channels);
  }

  /** One that is told of each posting. */
  public Wanted(
      String name,
      Map<String, List<String>> query,
      Timetable timetable,
      int mostPerDay,
      boolean paused,
      List<Destination> channels) {
    this(name, query, Watched.POSTINGS, timetable, mostPerDay, paused, channels);
  }

  /** What became of a wish. */
  public sealed interface Outcome {
    /** It stands so. */
    record Kept(SavedSearch search) implements Outcome {}

    /** It cannot be kept so, and why. */
    record Refused(List<Mistake> mistakes) implements Outcome {}

    /** There is no such saved search. */
    record Absent() implements Outcome {}
  }
}
