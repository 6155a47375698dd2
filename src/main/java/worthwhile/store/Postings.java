package worthwhile.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.intake.Change;
import worthwhile.intake.Known;
import worthwhile.posting.JobPosting;

/** Postings, their states and their history. */
public interface Postings extends Known {
  /** The posting with this id, closed or not. */
  Optional<JobPosting> byId(String id);

  /**
   * Carries out what a run means, all or nothing, and writes the run with it. A change that is
   * already carried out (a run repeated after a crash) changes nothing again.
   *
   * @return the revision after it
   */
  long apply(List<Change> changes, Runs.Run run);

  /** The highest revision given to any posting; 0 in an empty database. */
  long revision();

  /** Postings whose revision is higher than this one, lowest first. */
  List<Versioned> changedSince(long revision, int limit);

  /** Every posting that is not closed; to be closed by the caller. */
  Stream<JobPosting> notClosed();

  /** What happened to a posting, newest first. */
  List<HistoryRow> history(String id);

  /** Newest postings of a requester on a platform, closed ones too. */
  List<JobPosting> ofRequester(String platform, String name, int limit);

  /** Numbers for the status page: postings by source and state. */
  List<StateCount> counts();

  /** A posting with the revision of its last change. */
  record Versioned(JobPosting posting, long revision) {}

  /**
   * One step in a posting's life.
   *
   * @param what new, changed, reposted, duplicate, missing, closed
   * @param detail the fields that changed or the reason
   */
  record HistoryRow(Instant at, String what, String detail) {}

  /** How many postings of a source are in a state. */
  record StateCount(String source, String state, long count) {}
}
