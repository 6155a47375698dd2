package worthwhile.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Assessment;
import worthwhile.posting.Duplicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.Standing;
import worthwhile.posting.StandingBuilder;

/**
 * What the rows of one run mean for what is known.
 *
 * <p>A posting goes {@code open → missing → closed}. It closes when the source says so, when it was
 * absent from two complete runs, or when it is absent and past its {@code validThrough}. While a
 * source still lists a posting it stays open even past {@code validThrough}: real pages carry stale
 * end dates, and what is on offer is better evidence than a date. A partial or failed run closes
 * nothing and makes nothing missing. A row that is listed and cannot be read shows that its posting
 * is still on offer; where it does not tell which one that is, none closes for being absent that
 * may be it, see {@link Unread}. An evergreen posting stays evergreen while it is listed.
 *
 * <p>A posting that had closed and is listed again was reposted. So was one that comes under a new
 * identifier while one of the same source, with its fingerprint and no other place of work, has
 * closed or is absent from this complete run; an absent one then closes at once, because the source
 * has put the other in its place. A new posting whose fingerprint stands on another source, not
 * closed, is a duplicate: both are kept and name each other.
 */
public final class Intake {
  private static final Reason BY_SOURCE = Reason.of("closed-by-source");
  private static final Reason ABSENT_ONCE = Reason.of("absent-once");
  private static final Reason ABSENT_TWICE = Reason.of("absent-twice");
  private static final Reason EXPIRED = Reason.of("expired");
  private static final Reason REPLACED = Reason.of("replaced");

  private final Rows batch;
  private final KnownPostings known;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Ids of the tasks of which a row of this batch is a copy. */
  private final Set<String> copied = new HashSet<>();

  private Intake(Rows batch, KnownPostings known) {
    this.batch = batch;
    this.known = known;
  }

  /**
   * What a run came to.
   *
   * @param changes in the order of the rows, then what is missing or closed
   * @param notes for the reader of the run: rows that carried an identifier twice
   */
  public record Judgement(List<Change> changes, List<String> notes) {
    public Judgement {
      changes = List.copyOf(changes);
      notes = List.copyOf(notes);
    }
  }

  /** The rows of a batch as intake wants them. */
  public record Rows(
      String source,
      List<JobPosting> rows,
      Map<String, Boolean> confirmed,
      boolean complete,
      Unread unread,
      Optional<Instant> closing,
      Instant at) {
    /**
     * Checks that they belong together.
     *
     * @param rows normalised
     * @param confirmed for rows that workers' browsers forwarded, by id: whether two workers saw it
     * @param complete whether every page was read, so that what was not seen is really not there
     * @param unread rows that were listed and could not be read, whose postings are there all the
     *     same
     * @param closing only postings that were last seen before this close for being absent; absent
     *     if all that were missing already do
     * @param at when the run began
     * @throws IllegalArgumentException if a row belongs to another source
     */
    public Rows {
      rows = List.copyOf(rows);
      confirmed = Map.copyOf(confirmed);
      for (JobPosting row : rows)
        if (!row.source().equals(source))
          throw new IllegalArgumentException(row.id() + " is no row of the source " + source);
    }

    /** Rows that were read from their source itself. */
    public Rows(String source, List<JobPosting> rows, boolean complete, Instant at) {
      this(source, rows, Map.of(), complete, Unread.NONE, Optional.empty(), at);
    }
  }

  /** Compares the rows of one batch with what is known. */
  public static Judgement judge(Rows rows, KnownPostings known) {
    Intake intake = new Intake(rows, known);
    Map<String, JobPosting> first = intake.first();
    Vanished vanished = new Vanished(rows.complete() ? intake.absent(first.keySet()) : List.of());
    intake.judgeRows(first, vanished);
    for (Posting posting : vanished.all())
      intake.changes.add(
          vanished.isReplaced(posting) ? closed(posting, REPLACED) : intake.absent(posting));
    return new Judgement(intake.changes, intake.notes);
  }

  /** Of two rows with one identifier the first counts. */
  private Map<String, JobPosting> first() {
    Map<String, JobPosting> first = new LinkedHashMap<>();
    for (JobPosting row : batch.rows())
      if (first.putIfAbsent(row.id(), row) != null)
        notes.add("identifier " + row.identifier() + " stands in more than one row: first taken");
    return first;
  }

  private void judgeRows(Map<String, JobPosting> rows, Vanished vanished) {
    Map<String, Posting> before = known.byIds(rows.keySet());
    Map<String, String> prints = new HashMap<>();
    for (JobPosting row : rows.values()) {
      String print = before.containsKey(row.id()) ? null : Fingerprint.of(row);
      if (print != null) prints.put(row.id(), print);
    }
    Map<String, List<Posting>> alike =
        prints.isEmpty() ? Map.of() : known.byFingerprints(new LinkedHashSet<>(prints.values()));
    Set<String> taken = new LinkedHashSet<>(rows.keySet());
    for (JobPosting row : rows.values()) {
      Posting earlier = before.get(row.id());
      String print = prints.get(row.id());
      List<Posting> same = print == null ? List.of() : alike.getOrDefault(print, List.of());
      changes.add(earlier == null ? judgeFresh(row, vanished, same, taken) : judge(row, earlier));
    }
  }

  private Change judgeFresh(
      JobPosting row, Vanished vanished, List<Posting> alike, Set<String> taken) {
    Posting posting =
        dated(
            new Posting(row, standing(row).firstSeen(batch.at()).build(), Assessment.NONE),
            row.datePosted());
    if (posting.state() == PostingState.CLOSED) return new Change.New(posting);
    Optional<Posting> before =
        vanished
            .replacedBy(row)
            .or(() -> alike.stream().filter(other -> isBack(other, row, taken)).findFirst());
    if (before.isPresent()) return reposted(posting, before.get());
    Optional<Posting> other = alike.stream().filter(this::mayBeCopied).findFirst();
    if (other.isEmpty()) return new Change.New(posting);
    copied.add(other.get().id());
    other.get().standing().duplicates().forEach(copy -> copied.add(copy.id()));
    List<Duplicate> names = List.of(Duplicate.of(other.get().job()));
    Standing standing = posting.standing().toBuilder().duplicates(names).build();
    return new Change.Duplicate(posting.with(standing), other.get());
  }

  /**
   * Whether a row of this batch can be another copy of the task: each source has one copy of it,
   * and offers the same in two places as two tasks.
   */
  private boolean mayBeCopied(Posting other) {
    String own = batch.source() + ":";
    return !other.job().source().equals(batch.source())
        && other.state() != PostingState.CLOSED
        && other.standing().duplicates().stream().noneMatch(copy -> copy.id().startsWith(own))
        && !copied.contains(other.id());
  }

  /** Whether the row stands for this closed posting, for which no other row stands yet. */
  private boolean isBack(Posting other, JobPosting row, Set<String> taken) {
    return other.job().source().equals(batch.source())
        && other.state() == PostingState.CLOSED
        && Vanished.samePlace(other.job(), row)
        && taken.add(other.id());
  }

  private static Change reposted(Posting posting, Posting before) {
    Integer times = before.standing().reposts();
    Standing standing =
        posting.standing().toBuilder()
            .reposts(times == null ? 1 : times + 1)
            .duplicates(before.standing().duplicates())
            .build();
    return new Change.Reposted(posting.with(standing), before);
  }

  private Change judge(JobPosting row, Posting before) {
    Posting now = laidOver(before, row);
    boolean wasClosed = before.state() == PostingState.CLOSED;
    boolean isClosed = now.state() == PostingState.CLOSED;
    if (wasClosed && isClosed) return unchanged(before);
    if (wasClosed) return reposted(dated(now, row.datePosted()), before);
    if (isClosed) return new Change.Closed(now, before);
    Set<String> fields = Differences.between(before, now);
    if (fields.isEmpty()) return unchanged(before);
    return Differences.isReopened(before, now)
        ? new Change.Reopened(now, before, fields)
        : new Change.Changed(now, before, fields);
  }

  /** Published on this day; what is dated in the future was published when it was first seen. */
  private Posting dated(Posting posting, @Nullable Instant date) {
    JobPosting job = posting.job().toBuilder().datePosted(told(date)).build();
    return new Posting(job, posting.standing(), posting.assessment());
  }

  private @Nullable Instant told(@Nullable Instant date) {
    return date != null && date.isAfter(batch.at()) ? batch.at() : date;
  }

  private Change unchanged(Posting before) {
    return new Change.Unchanged(
        before.with(before.standing().toBuilder().lastSeen(batch.at()).build()));
  }

  /** The row with what only this instance knows about it. */
  private Posting laidOver(Posting before, JobPosting row) {
    JobPosting job =
        row.toBuilder()
            .datePosted(told(earlier(before.job().datePosted(), row.datePosted())))
            .reports(union(before.job().reports(), row.reports()))
            .build();
    Instant first = before.standing().firstSeen();
    Standing standing =
        standing(row)
            .firstSeen(first == null ? batch.at() : first)
            .reposts(before.standing().reposts())
            .duplicates(before.standing().duplicates())
            .build();
    return new Posting(job, standing, before.assessment());
  }

  private StandingBuilder standing(JobPosting row) {
    PostingState state = row.state() == null ? PostingState.OPEN : row.state();
    if (state == PostingState.MISSING) state = PostingState.OPEN; // It is listed.
    Reason reason = row.stateReason() == null ? BY_SOURCE : row.stateReason();
    return StandingBuilder.builder()
        .lastSeen(batch.at())
        .state(state)
        .stateReason(state == PostingState.CLOSED ? reason : null)
        .confirmed(batch.confirmed().get(row.id()));
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) return a == null ? b : a;
    return a.isBefore(b) ? a : b;
  }

  private static <T> List<T> union(Collection<T> a, Collection<T> b) {
    return Stream.concat(a.stream(), b.stream()).filter(Objects::nonNull).distinct().toList();
  }

  private List<Posting> absent(Set<String> seen) {
    return known.notClosed(batch.source()).stream()
        .filter(each -> !seen.contains(each.id()) && !batch.unread().ids().contains(each.id()))
        .toList();
  }

  private Change absent(Posting posting) {
    Instant end = posting.job().validThrough();
    if (end != null && end.isBefore(batch.at())) return closed(posting, EXPIRED);
    if (posting.state() != PostingState.MISSING)
      return new Change.Missing(
          posting.with(posting.standing().in(PostingState.MISSING, ABSENT_ONCE)));
    return isSpared(posting) ? new Change.Unchanged(posting) : closed(posting, ABSENT_TWICE);
  }

  /**
   * Whether it was seen too lately for a batch that lacks suspiciously much to close it, or may
   * stand in a row that cannot be read.
   */
  private boolean isSpared(Posting posting) {
    Instant seen = posting.standing().lastSeen();
    if (batch.unread().mayHold(seen)) return true;
    return batch.closing().filter(before -> seen == null || !seen.isBefore(before)).isPresent();
  }

  private static Change closed(Posting posting, Reason reason) {
    return new Change.Closed(
        posting.with(posting.standing().in(PostingState.CLOSED, reason)), posting);
  }
}
