package worthwhile.work.rejection;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.work.Status;
import worthwhile.work.Work;

/**
 * What a worker has done about a piece of work that was rejected or not paid. Days are those of her
 * own calendar, so that a change of the clocks moves no deadline.
 *
 * @param work id of the piece
 * @param rejected day on which it was rejected; absent if not said
 * @param cause that the requester gave; absent if not said
 * @param wrote day on which she wrote to the requester
 * @param support day on which she turned to the platform
 * @param remind day on which she wants to be asked again
 * @param outcome how it ended; absent while it is open
 * @param before status of the work before the outcome changed it; present just where an outcome is
 */
@RecordBuilder
public record Pursuit(
    String account,
    @Nullable UUID work,
    Optional<LocalDate> rejected,
    Optional<RejectionCause> cause,
    Optional<LocalDate> wrote,
    Optional<LocalDate> support,
    Optional<LocalDate> remind,
    Optional<RejectionOutcome> outcome,
    Optional<Status> before) {
  public Pursuit {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(work, "work");
    if (outcome.isPresent() != before.isPresent())
      throw new IllegalArgumentException("an outcome goes with the status before it");
  }

  /** Nothing was done yet. */
  public static Pursuit none(String account, @Nullable UUID work) {
    return new Pursuit(
        account,
        work,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether anything was done about it, or is known beyond the work itself. */
  public boolean isBegun() {
    return !equals(none(account, work));
  }

  /** The same with another outcome, or none any more, for work that stands as given. */
  public Pursuit ended(Optional<RejectionOutcome> how, Work piece) {
    Status original = original(piece);
    return PursuitBuilder.builder(this).outcome(how).before(how.map(_ -> original)).build();
  }

  /**
   * What becomes of the work's status once this takes the place of what was noted earlier; the
   * status it had comes back where an outcome is taken back and nothing else has changed it.
   */
  public Status status(Pursuit earlier, Work piece) {
    if (outcome.equals(earlier.outcome)) return piece.status();
    Status original = earlier.original(piece);
    return outcome.map(how -> how.after(original)).orElse(original);
  }

  /** The status without the outcome noted here, unless something else was heard of it since. */
  private Status original(Work piece) {
    return outcome
        .flatMap(how -> before.filter(was -> how.after(was) == piece.status()))
        .orElse(piece.status());
  }
}
