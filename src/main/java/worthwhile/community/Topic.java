package worthwhile.community;

import java.util.Optional;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Subject;

/**
 * What somebody speaks about, as a viewer may see it.
 *
 * @param requester whom it concerns; absent if nobody is named
 * @param author account that wrote it; absent for what nobody here wrote
 * @param title of a posting, name of a requester; empty for words
 * @param text the words of a review or a reply; absent if there are none
 * @param hidden whether two people took it out of sight
 */
public record Topic(
    Subject subject,
    Optional<RequesterId> requester,
    Optional<String> author,
    String title,
    Optional<String> text,
    boolean hidden) {
  /** Whether somebody here said it, so that it can be taken out of sight. */
  public boolean isSaid() {
    return author.isPresent();
  }

  boolean isBy(String account) {
    return author.filter(account::equals).isPresent();
  }
}
