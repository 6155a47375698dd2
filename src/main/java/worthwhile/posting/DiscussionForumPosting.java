package worthwhile.posting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One post of a forum thread: talk about work, evidence for later stages, never itself a task.
 *
 * @param id see {@link Item#id()}
 * @param source see {@link Item#source()}
 * @param platform see {@link Item#platform()}
 * @param identifier the post's id within its source
 * @param url permanent link to the post; null if not known
 * @param headline title of the thread or post; null if it has none
 * @param author public name of who wrote it; null if not known
 * @param datePublished when it was written; null if not known
 * @param text what it says, plain, without quoted posts
 * @param mentions requesters named in it
 * @param baseSalary pay stated in it; null if none
 * @param reports times and outcomes told in it
 */
public record DiscussionForumPosting(
    String id,
    String source,
    String platform,
    String identifier,
    @Nullable String url,
    @Nullable String headline,
    @Nullable String author,
    @Nullable Instant datePublished,
    @Nullable String text,
    List<String> mentions,
    @Nullable MonetaryAmount baseSalary,
    List<WorkReport> reports)
    implements Item {
  public DiscussionForumPosting {
    url = WebLink.honest(url);
    mentions = mentions == null ? List.of() : List.copyOf(mentions);
    reports = reports == null ? List.of() : List.copyOf(reports);
  }
}
