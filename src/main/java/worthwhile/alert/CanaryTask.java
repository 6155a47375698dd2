package worthwhile.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.alert.saved.Canary;
import worthwhile.posting.Assessment;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Standing;
import worthwhile.posting.UnitText;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingIndex;

/**
 * The invented task by which is proved that alerts work.
 *
 * <p>It is made anew from its id wherever it is asked for and stored nowhere, so that nobody can
 * find it. Its source and platform have names that no real one can have.
 */
public final class CanaryTask {
  /** How the ids of its postings begin. */
  public static final String PREFIX = "~canary:";

  static final String SOURCE = "~canary";

  private CanaryTask() {}

  /** Id of the task of a proof. */
  public static String id(long number) {
    return PREFIX + number;
  }

  /** The number of the proof that an id belongs to; absent if it belongs to none. */
  public static Optional<Long> number(String posting) {
    return posting.matches("~canary:[0-9]{1,18}")
        ? Optional.of(Long.valueOf(posting.substring(PREFIX.length())))
        : Optional.empty();
  }

  /** The task with an id; absent if the id is that of a real one. */
  static Optional<Posting> posting(String id) {
    return number(id).map(CanaryTask::posting);
  }

  private static Posting posting(long number) {
    JobPosting job =
        JobPosting.builder(SOURCE, SOURCE, Long.toString(number))
            .title("Canary " + number)
            .timeRequired(Duration.ofMinutes(6))
            .baseSalary(MonetaryAmount.of("USD", BigDecimal.ONE, UnitText.TASK))
            .build();
    return new Posting(job, Standing.UNKNOWN.in(PostingState.OPEN, null), Assessment.NONE);
  }

  /** Postings as alerts are made of them: those of some ids that are stored, and invented ones. */
  public static Map<String, Posting> and(Map<String, Posting> stored, Collection<String> ids) {
    Map<String, Posting> all = new HashMap<>(stored);
    for (String id : ids) posting(id).ifPresent(found -> all.put(id, found));
    return all;
  }

  /**
   * That it came in. All saved searches are asked about it; only its own is told, since a search
   * for everything finds it too.
   */
  static Concern concern(
      Canary canary, long revision, Watches watches, PostingIndex index, Instant at) {
    Posting posting = posting(canary.number());
    PostingFacts facts = index.facts(posting);
    boolean found = watches.finding(facts, at).contains(CanarySearch.ID);
    Happening came =
        new Happening(
            posting.id(),
            revision,
            revision,
            Happening.Kind.CAME,
            Optional.empty(),
            false,
            Optional.empty());
    return new Concern(
        came, posting, facts, found ? List.of(CanarySearch.ID) : List.of(), Set.of(), Set.of());
  }
}
