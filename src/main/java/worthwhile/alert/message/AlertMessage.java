package worthwhile.alert.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.saved.AlertReason;
import worthwhile.posting.Posting;

/**
 * What one recipient is told at once.
 *
 * @param delivery id of the first of its deliveries, by which the others are found
 * @param matches what is told, at least one where the reason is of postings
 * @param gone how many of what was to be told are gone since
 * @param searches names of the saved searches, by id
 * @param site where people reach the site, without a slash at its end
 * @param leave address of the page by which its reader leaves
 * @param urgent whether it is worth waking a sleeping device for
 * @param lines what is told before the postings or instead of them, see {@link
 *     AlertReason#tellsInLines}
 * @param id its own, the same in every attempt to tell the same deliveries
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
    List<Line> lines,
    String id) {
  /**
   * One posting.
   *
   * @param searches ids of those that it was found by
   */
  public record Match(Posting posting, List<String> searches) {}

  /**
   * One thing that is told in words.
   *
   * @param title what it is about, one line
   * @param text what is said of it
   * @param link where more can be read; absent if nowhere
   * @param facts the same for programs, by name
   */
  public record Line(String title, String text, Optional<String> link, Map<String, String> facts) {
    public Line {
      facts = Map.copyOf(facts);
    }
  }

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

  /** One of a single delivery. */
  public AlertMessage(
      String delivery,
      AlertReason reason,
      List<Match> matches,
      int gone,
      Map<String, String> searches,
      String site,
      String leave,
      Instant at,
      boolean urgent,
      List<Line> lines) {
    this(delivery, reason, matches, gone, searches, site, leave, at, urgent, lines, delivery);
  }

  public AlertMessage {
    matches = List.copyOf(matches);
    searches = Map.copyOf(searches);
    lines = List.copyOf(lines);
    if (matches.isEmpty() == reason.tellsOfPostings())
      throw new IllegalArgumentException(reason + " with " + matches.size() + " postings");
    if (lines.isEmpty() == reason.tellsInLines())
      throw new IllegalArgumentException(reason + " with " + lines.size() + " lines");
  }

  /** The one address where more of its lines can be read; absent where there are several. */
  Optional<String> linkOfLines() {
    List<String> links = lines.stream().flatMap(line -> line.link().stream()).distinct().toList();
    return links.size() == 1 ? Optional.of(links.getFirst()) : Optional.empty();
  }
}
