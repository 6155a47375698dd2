package worthwhile.flow;

import java.util.List;
import java.util.Optional;
import worthwhile.posting.Conduct;
import worthwhile.posting.JobPosting;

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

  /** What somebody gives along with a posting: its requester's other tasks, with their reports. */
  static Evidence given(List<JobPosting> related) {
    return new Evidence() {
      @Override
      public JobPosting withReports(JobPosting posting) {
        return posting;
      }

      @Override
      public List<JobPosting> others(JobPosting posting) {
        return related;
      }
    };
  }
}
