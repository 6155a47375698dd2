package worthwhile.work;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Organization;

/**
 * One piece of work of one worker. It is hers alone: nothing of it is shown to anybody else.
 *
 * @param id null lets it be made of worker and fingerprint, so that two writers give the same
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
 * @param days zone in which its dates without an hour were read: a moment that begins a day there
 *     stands for that day, wherever it is looked at; null if its moments are all moments
 */
@RecordBuilder
public record Work(
    @Nullable UUID id,
    String worker,
    String platform,
    @Nullable String identifier,
    @Nullable String posting,
    String title,
    @Nullable Organization requester,
    Payment payment,
    Times times,
    Status status,
    Provenance provenance,
    String fingerprint,
    Instant recorded,
    @Nullable ZoneId days) {
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

  /** Never null: the constructor makes one where none is given. */
  @Override
  public UUID id() {
    return Objects.requireNonNull(id, "the constructor makes one");
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

  /** The day to which it belongs on a calendar; absent if no date is known. */
  public Optional<LocalDate> day(ZoneId zone) {
    return times.at().map(at -> on(at, zone));
  }

  /** The day of payment on a calendar, where that is not known the one to which it belongs. */
  public Optional<LocalDate> paidDay(ZoneId zone) {
    return payment.paid() == null ? day(zone) : Optional.of(on(payment.paid(), zone));
  }

  /** Whether a moment of this work stands for a whole day. */
  public boolean isDay(Instant at) {
    if (days == null) return false;
    return at.atZone(days).toLocalDate().atStartOfDay(days).toInstant().equals(at);
  }

  private LocalDate on(Instant at, @Nullable ZoneId zone) {
    return at.atZone(isDay(at) ? days : zone).toLocalDate();
  }

  /** The day for which a moment of this work stands; absent if it is a moment. */
  public Optional<LocalDate> dayAlone(Instant at) {
    return isDay(at) ? Optional.of(on(at, days)) : Optional.empty();
  }

  /**
   * The same work after something was heard of it. What is newer has the word and is filled up with
   * what only the earlier ones said; a row that tells of an earlier state only fills up. Identity
   * and the day it became known stay.
   */
  Work over(Work before) {
    Status now = statusAfter(before);
    boolean newer = now == status;
    Work row = withKnownHours(before);
    Times when = newer ? row.times.over(before.times) : before.times.over(row.times);
    return WorkBuilder.builder(this)
        .id(before.id)
        .identifier(identifier == null ? before.identifier : identifier)
        .posting(posting == null ? before.posting : posting)
        .requester(requester == null ? before.requester : requester)
        .payment(newer ? row.payment.over(before.payment) : before.payment.over(row.payment))
        .times(when)
        .days(when.at().equals(before.times.at()) ? before.daysOr(this) : days)
        .status(now)
        .provenance(fingerprint.equals(before.fingerprint) ? before.provenance : provenance)
        .recorded(before.recorded)
        .build();
  }

  /** Of attempts that are not decided the one of the later date counts, else the further status. */
  private Status statusAfter(Work before) {
    boolean decided = status.isDecided() || before.status.isDecided();
    if (decided || times.at().isEmpty() || before.times.at().isEmpty())
      return status.after(before.status);
    int order = times.at().get().compareTo(before.times.at().get());
    if (order == 0) return status.after(before.status);
    return order > 0 ? status : before.status;
  }

  /** What was stored before days had a zone gets it from a row that tells the same day. */
  private @Nullable ZoneId daysOr(Work row) {
    return days == null && times.at().filter(row::isDay).isPresent() ? row.days : days;
  }

  /** A day alone takes no hour away that is known of it, and a day in another zone is that day. */
  private Work withKnownHours(Work before) {
    Instant started = known(times.started(), before.times.started(), before);
    Instant submitted = known(times.submitted(), before.times.submitted(), before);
    if (started != null && submitted != null && submitted.isBefore(started)) return this;
    Instant paid = known(payment.paid(), before.payment.paid(), before);
    return WorkBuilder.builder(this)
        .times(new Times(started, submitted, times.active(), times.elapsed()))
        .payment(
            new Payment(payment.currency(), payment.reward(), payment.bonus(), payment.fee(), paid))
        .build();
  }

  private @Nullable Instant known(@Nullable Instant now, @Nullable Instant known, Work before) {
    boolean same =
        now != null && known != null && isDay(now) && before.on(known, days).equals(on(now, days));
    return same ? known : now;
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
