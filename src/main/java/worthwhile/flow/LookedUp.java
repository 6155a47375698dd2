package worthwhile.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Conduct;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.warning.Circumstances;
import worthwhile.warning.CircumstancesBuilder;
import worthwhile.warning.PayLevels;

/**
 * What the store knew beside one posting when it was looked up. Safe for use by many threads.
 *
 * @param withReports the posting with every report about it
 * @param others of its requester, of whose times something is known
 * @param besides all but how its pay compares
 * @param usual what its pay is compared with
 */
record LookedUp(
    JobPosting withReports,
    List<JobPosting> others,
    Optional<Conduct> conduct,
    Circumstances besides,
    PayLevels usual,
    Instant at)
    implements Evidence {
  LookedUp {
    others = List.copyOf(others);
  }

  @Override
  public JobPosting withReports(JobPosting posting) {
    return withReports;
  }

  @Override
  public List<JobPosting> others(JobPosting posting) {
    return others;
  }

  @Override
  public Optional<Conduct> conduct(JobPosting posting) {
    return conduct;
  }

  @Override
  public Circumstances circumstances(JobPosting posting, @Nullable Pay pay) {
    Optional<PayLevels.Beyond> beyond = usual.beyond(posting, pay);
    if (beyond.isEmpty()) return besides;
    return CircumstancesBuilder.builder(besides).beyond(beyond).build();
  }

  @Override
  public List<String> otherTexts() {
    return List.of();
  }
}
