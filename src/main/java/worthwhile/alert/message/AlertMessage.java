package worthwhile.alert.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Silence;
import worthwhile.posting.Posting;

/**
 * What one recipient is told at once.
 *
 * @param delivery its id, the same in every attempt
 * @param matches what is told, at least one unless its reader is asked something or told of sources
 * @param gone how many of what was to be told are gone since
 * @param searches names of the saved searches, by id
 * @param site where people reach the site, without a slash at its end
 * @param leave address of the page by which its reader leaves
 * @param silent platforms that are not read, at least one where sources are the reason
 */
public record AlertMessage(
    String delivery,
    AlertReason reason,
    List<Match> matches,
    int gone,
    Map<String, String> searches,
    String site,
    String leave,
    Instant at,
    List<Silence> silent) {
  /**
   * One posting.
   *
   * @param searches ids of those that it was found by
   */
  public record Match(Posting posting, List<String> searches) {}

  public AlertMessage {
    matches = List.copyOf(matches);
    searches = Map.copyOf(searches);
    silent = List.copyOf(silent);
    boolean without = reason == AlertReason.CONFIRM || reason == AlertReason.SOURCES;
    if (matches.isEmpty() != without)
      throw new IllegalArgumentException(reason + " with " + matches.size() + " postings");
    if (silent.isEmpty() == (reason == AlertReason.SOURCES))
      throw new IllegalArgumentException(reason + " with " + silent.size() + " platforms");
  }

  /** A message of postings, or a question. */
  public AlertMessage(
      String delivery,
      AlertReason reason,
      List<Match> matches,
      int gone,
      Map<String, String> searches,
      String site,
      String leave,
      Instant at) {
    this(delivery, reason, matches, gone, searches, site, leave, at, List.of());
  }
}
