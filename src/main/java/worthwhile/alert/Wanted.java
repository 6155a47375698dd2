package worthwhile.alert;

import java.util.List;
import java.util.Map;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.WatchKind;
import worthwhile.search.SearchQuery.Parsed.Mistake;

/**
 * A saved search as somebody wants it.
 *
 * @param query parameters of the search
 * @param channels where messages are to go, in order
 */
public record Wanted(
    String name,
    WatchKind kind,
    Map<String, List<String>> query,
    Timetable timetable,
    int mostPerDay,
    boolean paused,
    List<Channel> channels) {
  /**
   * One channel.
   *
   * @param destination a webhook without secrets, and a feed without its secret word, get new ones
   * @param backup whether it is used only while others fail
   */
  public record Channel(Destination destination, boolean backup) {}

  public Wanted {
    query = Map.copyOf(query);
    channels = List.copyOf(channels);
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
