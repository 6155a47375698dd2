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
 * @param matches what is told, at least one where the reason is of postings
 * @param gone how many of what was to be told are gone since
 * @param searches names of the saved searches, by id
 * @param site where people reach the site, without a slash at its end
 * @param leave address of the page by which its reader leaves
 * @param urgent whether it is worth waking a sleeping device for
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
    boolean urgent,
    List<Silence> silent) {
  /**
   * One posting.
   *
   * @param searches ids of those that it was found by
   */
  public record Match(Posting posting, List<String> searches) {}

  /** One that is urgent. */
  public AlertMessage(
      String delivery,
      AlertReason reason,
      List<Match> matches,
      int gone,
      Map<String, String> searches,
      String site,
      String leave,
      Instant at) {
    this(delivery, reason, matches, gone, searches, site, leave, at, true, List.of());
  }

  public AlertMessage {
    matches = List.copyOf(matches);
    searches = Map.copyOf(searches);
    silent = List.copyOf(silent);
    if (matches.isEmpty() == reason.tellsOfPostings())
      throw new IllegalArgumentException(reason + " with " + matches.size() + " postings");
    if (silent.isEmpty() == (reason == AlertReason.SOURCES))
      throw new IllegalArgumentException(reason + " with " + silent.size() + " platforms");
  }
}
