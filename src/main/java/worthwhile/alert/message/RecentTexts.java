package worthwhile.alert.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import worthwhile.posting.Posting;

/**
 * What was written of some hundred postings last, so that one that is told to thousands at once is
 * not written for each of them anew. A posting that changed in anything is written anew.
 */
final class RecentTexts {
  private static final int MOST = 500;

  private final Function<Posting, String> writer;
  private final Cache<String, Written> recent = Caffeine.newBuilder().maximumSize(MOST).build();

  private record Written(Posting posting, String text) {}

  /**
   * @param writer what is written of a posting, of which nothing else may be part
   */
  RecentTexts(Function<Posting, String> writer) {
    this.writer = writer;
  }

  /** What is written of a posting as it is now. */
  @SuppressWarnings("ReferenceEquality") // the very same one is equal without a look at its parts
  String of(Posting posting) {
    Written known = recent.getIfPresent(posting.id());
    if (known != null && known.posting() == posting) return known.text();
    String text =
        known != null && known.posting().equals(posting) ? known.text() : writer.apply(posting);
    // Whoever is told next mostly has this very one, which is known to be equal at a glance.
    recent.put(posting.id(), new Written(posting, text));
    return text;
  }
}
