package worthwhile.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import worthwhile.posting.Posting;

/** What is known before a run; answered by the store. */
public interface KnownPostings {
  /** Postings with these ids, by id; an id that is not known is not in the answer. */
  Map<String, Posting> byIds(Collection<String> ids);

  /** Postings of a source that are not closed. */
  List<Posting> notClosed(String source);

  /** Postings that carry one of these fingerprints, by fingerprint, from any source. */
  Map<String, List<Posting>> byFingerprints(Collection<String> fingerprints);
}
