package worthwhile.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Conduct;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.warning.Circumstances;

/** What is known beside a posting itself when it is assessed. */
public interface Evidence {
  /** The posting with every report about it. */
  JobPosting withReports(JobPosting posting);

  /** Other tasks of its requester of whose times something is known. */
  List<JobPosting> others(JobPosting posting);

  /** What workers say of its requester; absent if nobody says anything. */
  default Optional<Conduct> conduct(JobPosting posting) {
    return Optional.empty();
  }

  /** What is known of it beside its words, if it pays so; null if its pay is not known. */
  default Circumstances circumstances(JobPosting posting, @Nullable Pay pay) {
    return Circumstances.NONE;
  }

  /** What else the posting says in words of its own, beside the fields of a posting. */
  List<String> otherTexts();

  /** When it is assessed. */
  Instant at();

  /**
   * What somebody gives along with a posting.
   *
   * @param related its requester's other tasks, with their reports
   * @param otherTexts what else it says
   */
  static Evidence given(List<JobPosting> related, List<String> otherTexts, Instant at) {
    return new Evidence() {
      @Override
      public JobPosting withReports(JobPosting posting) {
        return posting;
      }

      @Override
      public List<JobPosting> others(JobPosting posting) {
        return related;
      }

      @Override
      public List<String> otherTexts() {
        return otherTexts;
      }

      @Override
      public Instant at() {
        return at;
      }
    };
  }
}
