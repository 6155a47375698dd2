package worthwhile.alert.saved;

import java.time.Instant;

/**
 * Something that changed at a platform, or will, as people are told of it.
 *
 * @param id the same as long as platform, kind, day and source are
 * @param platform id of its card
 * @param title the platform's name
 * @param text when and what
 * @param url path of the page that says more, from the site's root
 * @param seen when it was first seen here
 */
public record ChangeNote(
    String id, String platform, String title, String text, String url, Instant seen) {
  public ChangeNote {
    if (!url.startsWith("/")) throw new IllegalArgumentException("no path of this site: " + url);
  }
}
