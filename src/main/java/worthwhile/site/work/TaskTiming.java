package worthwhile.site.work;

import java.util.Optional;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Warning;

/**
 * How the visitor's timer stands to a task.
 *
 * @param warning the gravest that it carries, a caution or a danger; absent if there is none
 * @param running the one that runs, for this task or another; absent if none does
 * @param rhythm of work and breaks that she chose last
 */
public record TaskTiming(
    JobPosting posting,
    Optional<Warning> warning,
    Optional<TimerPage.Line> running,
    Optional<String> rhythm) {
  /** Whether it is this task that is timed. */
  public boolean isHere() {
    return running.map(line -> posting.id().equals(line.timer().task().posting())).orElse(false);
  }
}
