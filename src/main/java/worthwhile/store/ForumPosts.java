package worthwhile.store;

import java.util.List;
import worthwhile.posting.DiscussionForumPosting;

/** Posts of forum threads. */
public interface ForumPosts {
  /** Adds or replaces; answers how many were new. */
  int put(List<DiscussionForumPosting> posts);

  /** Newest posts of a source. */
  List<DiscussionForumPosting> newest(String source, int limit);
}
