package worthwhile.alert;

import java.util.Collection;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.search.PostingFacts;

/**
 * Which saved searches a happening concerns.
 *
 * @param now ids of those that find the posting as it is
 * @param before ids of those that found it as it was, as far as its numbers tell
 * @param otherNumbers ids of postings whose place it took
 */
record Concern(
    Happening happening,
    Posting posting,
    PostingFacts facts,
    Collection<String> now,
    Set<String> before,
    Set<String> otherNumbers) {
  /** How grave a danger is, among severities. */
  static final long DANGER = 3;

  static final long CAUTION = 2;

  /** Whether it can be told; else nobody hears more of it than that something warns of it. */
  boolean isOffered() {
    return PostingState.isOffered(posting.state());
  }

  boolean isDanger() {
    return facts.severity() >= DANGER;
  }

  /** Whether it was a danger already, so that its being held back was told. */
  boolean isStillDangerous() {
    return isDanger() && happening.earlier().filter(was -> was.severity() >= DANGER).isPresent();
  }

  /** Whether something that warns of it was found since. */
  boolean isWarnedOf() {
    return happening.isWarning(facts.severity());
  }

  /** Whether it was full and is not any more. */
  boolean hasPlacesAgain() {
    return happening.earlier().filter(was -> full(was.job())).isPresent() && !facts.full();
  }

  private static boolean full(JsonNode job) {
    return job.has("totalJobOpenings") && job.get("totalJobOpenings").asInt() == 0;
  }
}
