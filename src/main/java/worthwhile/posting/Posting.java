package worthwhile.posting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A posting as a reader sees it, flat in JSON.
 *
 * @param job what its source says, but for the state, which the standing has
 * @param standing how it stands on this instance
 * @param assessment what we make of it
 */
public record Posting(
    @JsonUnwrapped JobPosting job,
    @JsonUnwrapped Standing standing,
    @JsonUnwrapped Assessment assessment) {
  @JsonCreator
  public Posting {
    Objects.requireNonNull(job, "job");
    if (job.state() != null || job.stateReason() != null)
      job = job.toBuilder().state(null).stateReason(null).build();
    if (standing == null) standing = Standing.UNKNOWN;
    if (assessment == null) assessment = Assessment.NONE;
  }

  /** A posting that was only read: it stands as its source says, and nobody has assessed it. */
  public static Posting read(JobPosting job) {
    return new Posting(job, Standing.UNKNOWN.in(job.state(), job.stateReason()), Assessment.NONE);
  }

  /** The posting's id, see {@link Item#id()}. */
  public String id() {
    return job.id();
  }

  /** Where it stands; null before intake. */
  public @Nullable PostingState state() {
    return standing.state();
  }

  /** What it pays per hour; null if that is not known. */
  public @Nullable Pay pay() {
    return assessment.pay();
  }

  /**
   * The posting as it is offered to a worker: restrictions that a copy of it on another source
   * states hold for it too, and stand among its own.
   */
  public Posting offered() {
    if (standing.restrictions() == null) return this;
    return new Posting(
        standing.restrictions().laidOver(job),
        standing.toBuilder().restrictions(null).build(),
        assessment);
  }

  /** What is missing for saying what it pays per hour; empty if that is known. */
  public List<Reason> notKnown() {
    return assessment.notKnown();
  }

  /** What workers say of its requester; null if nobody says anything. */
  public @Nullable Conduct reputation() {
    return assessment.reputation();
  }

  /** The same with another standing. */
  public Posting with(Standing other) {
    return new Posting(job, other, assessment);
  }

  /** The same with another assessment. */
  public Posting with(Assessment other) {
    return new Posting(job, standing, other);
  }
}
