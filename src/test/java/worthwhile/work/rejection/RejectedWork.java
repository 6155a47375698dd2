package worthwhile.work.rejection;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import worthwhile.posting.Organization;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/** A piece of work that may have been rejected. */
final class RejectedWork {
  private RejectedWork() {}

  /** Eleven minutes of work, handed in at a moment or at none that is known. */
  static Work of(Status status, Instant submitted) {
    return of(
        "Sort the harbour photos", new Organization("Dr Quill", "q-1", null), status, submitted);
  }

  static Work of(String title, Organization requester, Status status, Instant submitted) {
    Duration worked = Duration.ofMinutes(11);
    return new Work(
        null,
        "ann",
        "mill",
        "sub-77",
        null,
        title,
        requester,
        Payment.of("GBP", new BigDecimal("2.50")),
        new Times(null, submitted, worked, worked),
        status,
        Provenance.IMPORT,
        "print-1",
        Instant.parse("2026-11-04T00:00:00Z"),
        null);
  }
}
