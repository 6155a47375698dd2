package worthwhile.work;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import worthwhile.posting.Organization;

/**
 * One piece of work of one worker. It is hers alone: nothing of it is shown to anybody else.
 *
 * @param id made of worker and fingerprint, so that two writers give the same
 * @param worker id of the account
 * @param platform id of the platform, as its card has it
 * @param identifier the platform's own id of this piece; null if it names none
 * @param posting id of the posting it was started from; null if not known
 * @param title what the work was called; never blank
 * @param requester who offered it; null if not known
 * @param payment never null
 * @param times never null
 * @param status what became of it
 * @param provenance how it became known
 * @param fingerprint what recognises it in another file; unique for the worker
 * @param recorded when it first became known here
 */
@RecordBuilder
public record Work(
    UUID id,
    String worker,
    String platform,
    String identifier,
    String posting,
    String title,
    Organization requester,
    Payment payment,
    Times times,
    Status status,
    Provenance provenance,
    String fingerprint,
    Instant recorded) {
  public Work {
    Objects.requireNonNull(worker, "worker");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(payment, "payment");
    Objects.requireNonNull(times, "times");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(recorded, "recorded");
    if (title == null || title.isBlank())
      throw new IllegalArgumentException("a piece of work needs a title");
    recorded = recorded.truncatedTo(ChronoUnit.MILLIS);
    if (id == null) id = id(worker, fingerprint);
  }

  private static UUID id(String worker, String fingerprint) {
    byte[] name = (worker + "\n" + fingerprint).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name);
  }

  /** The same work with another status. */
  public Work with(Status other) {
    return WorkBuilder.builder(this).status(other).build();
  }

  /** The requester's name; empty if not known. */
  public String requesterName() {
    return requester == null || requester.name() == null ? "" : requester.name();
  }

  /**
   * The same work after something newer was heard of it: this one's words, filled up with what only
   * the earlier ones said. Identity and the day it became known stay.
   */
  Work over(Work before) {
    return WorkBuilder.builder(this)
        .id(before.id)
        .identifier(identifier == null ? before.identifier : identifier)
        .posting(posting == null ? before.posting : posting)
        .requester(requester == null ? before.requester : requester)
        .payment(payment.over(before.payment))
        .times(times.over(before.times))
        .status(status.after(before.status))
        .provenance(fingerprint.equals(before.fingerprint) ? before.provenance : provenance)
        .recorded(before.recorded)
        .build();
  }

  /** The same work with the time that somebody measured, unless it was measured before. */
  Work measuredAs(Work timed) {
    return WorkBuilder.builder(this)
        .posting(posting == null ? timed.posting : posting)
        .requester(requester == null ? timed.requester : requester)
        .times(times.over(timed.times))
        .build();
  }
}
