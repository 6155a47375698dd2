package worthwhile.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;

/**
 * What the rows of one run mean for what is known.
 *
 * <p>A posting goes {@code open → missing → closed}. It closes when the source says so, when it was
 * absent from two complete runs, or when it is absent and past its {@code validThrough}. While a
 * source still lists a posting it stays open even past {@code validThrough}: real pages carry stale
 * end dates, and what is on offer is better evidence than a date. A partial or failed run closes
 * nothing and makes nothing missing. An evergreen posting stays evergreen while it is listed.
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

  private final String source;
  private final Known known;
  private final Instant at;
  private final List<Change> changes = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Intake(String source, Known known, Instant at) {
    this.source = source;
    this.known = known;
    this.at = at;
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

  /** Whether a posting that closed had been missing before. */
  public static boolean wasMissing(Change.Closed closed) {
    return ABSENT_TWICE.equals(closed.posting().stateReason());
  }

  /** The changes of {@link #judge}. */
  public static List<Change> merge(
      String source, List<JobPosting> rows, Known known, boolean complete, Instant at) {
    return judge(source, rows, known, complete, at).changes();
  }

  /**
   * Compares the rows of one run with what is known.
   *
   * @param complete whether every page was read and no row was refused, so that what was not seen
   *     is really not there
   * @param at when the run began
   * @throws IllegalArgumentException if a row belongs to another source
   */
  public static Judgement judge(
      String source, List<JobPosting> rows, Known known, boolean complete, Instant at) {
    Intake intake = new Intake(source, known, at);
    Map<String, JobPosting> first = intake.first(rows);
    Vanished vanished = new Vanished(complete ? intake.absent(first.keySet()) : List.of());
    intake.judgeRows(first, vanished);
    for (JobPosting posting : vanished.all())
      intake.changes.add(
          vanished.isReplaced(posting) ? closed(posting, REPLACED) : intake.absent(posting));
    return new Judgement(intake.changes, intake.notes);
  }

  /** Of two rows with one identifier the first counts. */
  private Map<String, JobPosting> first(List<JobPosting> rows) {
    Map<String, JobPosting> first = new LinkedHashMap<>();
    for (JobPosting row : rows) {
      if (!row.source().equals(source))
        throw new IllegalArgumentException(row.id() + " is no row of the source " + source);
      if (first.putIfAbsent(row.id(), Normalise.posting(row)) != null)
        notes.add("identifier " + row.identifier() + " stands in more than one row: first taken");
    }
    return first;
  }

  private void judgeRows(Map<String, JobPosting> rows, Vanished vanished) {
    Map<String, JobPosting> before = known.byIds(rows.keySet());
    List<JobPosting> fresh =
        rows.values().stream().filter(row -> !before.containsKey(row.id())).toList();
    Map<String, String> prints = new HashMap<>();
    for (JobPosting row : fresh) {
      String print = Fingerprint.of(row);
      if (print != null) prints.put(row.id(), print);
    }
    Map<String, List<JobPosting>> alike =
        prints.isEmpty() ? Map.of() : known.byFingerprints(new LinkedHashSet<>(prints.values()));
    Set<String> taken = new LinkedHashSet<>(rows.keySet());
    for (JobPosting row : rows.values()) {
      JobPosting earlier = before.get(row.id());
      String print = prints.get(row.id());
      changes.add(
          earlier != null
              ? judge(row, earlier)
              : judgeFresh(
                  row,
                  vanished,
                  print == null ? List.of() : alike.getOrDefault(print, List.of()),
                  taken));
    }
  }

  private Change judgeFresh(
      JobPosting row, Vanished vanished, List<JobPosting> alike, Set<String> taken) {
    JobPosting posting = stored(row, null).firstSeen(at).build();
    if (posting.state() == PostingState.CLOSED) return new Change.New(posting);
    Optional<JobPosting> before =
        vanished
            .replacedBy(row)
            .or(() -> alike.stream().filter(other -> isBack(other, row, taken)).findFirst());
    if (before.isPresent())
      return new Change.Reposted(
          posting.toBuilder().reposts(times(before.get()) + 1).build(), before.get());
    for (JobPosting other : alike) {
      if (other.source().equals(source) || other.state() == PostingState.CLOSED) continue;
      List<String> names = union(posting.duplicates(), List.of(other.id()));
      return new Change.Duplicate(posting.toBuilder().duplicates(names).build(), other.id());
    }
    return new Change.New(posting);
  }

  /** Whether the row stands for this closed posting, for which no other row stands yet. */
  private boolean isBack(JobPosting other, JobPosting row, Set<String> taken) {
    return other.source().equals(source)
        && other.state() == PostingState.CLOSED
        && Vanished.samePlace(other, row)
        && taken.add(other.id());
  }

  private Change judge(JobPosting row, JobPosting before) {
    JobPosting now = stored(row, before).build();
    boolean wasClosed = before.state() == PostingState.CLOSED;
    boolean isClosed = now.state() == PostingState.CLOSED;
    if (wasClosed && isClosed) return unchanged(before);
    if (wasClosed)
      return new Change.Reposted(
          now.toBuilder().reposts(times(before) + 1).datePosted(row.datePosted()).build(), before);
    if (isClosed) return new Change.Closed(now);
    Set<String> fields = Differences.between(before, now);
    return fields.isEmpty() ? unchanged(before) : new Change.Changed(now, before, fields);
  }

  private Change unchanged(JobPosting before) {
    return new Change.Unchanged(before.toBuilder().lastSeen(at).build());
  }

  /** The row with what only this instance knows about it. */
  private JobPosting.Builder stored(JobPosting row, JobPosting before) {
    PostingState state = row.state() == null ? PostingState.OPEN : row.state();
    if (state == PostingState.MISSING) state = PostingState.OPEN; // It is listed.
    Reason reason = row.stateReason() == null ? BY_SOURCE : row.stateReason();
    JobPosting.Builder builder =
        row.toBuilder()
            .state(state)
            .stateReason(state == PostingState.CLOSED ? reason : null)
            .lastSeen(at);
    if (before == null) return builder;
    return builder
        .firstSeen(before.firstSeen() == null ? at : before.firstSeen())
        .reposts(before.reposts())
        .datePosted(earlier(before.datePosted(), row.datePosted()))
        .duplicates(union(before.duplicates(), row.duplicates()))
        .reports(union(before.reports(), row.reports()));
  }

  private static Instant earlier(Instant a, Instant b) {
    if (a == null || b == null) return a == null ? b : a;
    return a.isBefore(b) ? a : b;
  }

  private static <T> List<T> union(Collection<T> a, Collection<T> b) {
    return Stream.concat(a.stream(), b.stream()).filter(Objects::nonNull).distinct().toList();
  }

  private static int times(JobPosting posting) {
    return posting.reposts() == null ? 0 : posting.reposts();
  }

  private List<JobPosting> absent(Set<String> seen) {
    return known.notClosed(source).stream().filter(each -> !seen.contains(each.id())).toList();
  }

  private Change absent(JobPosting posting) {
    boolean expired = posting.validThrough() != null && posting.validThrough().isBefore(at);
    if (expired) return closed(posting, EXPIRED);
    if (posting.state() == PostingState.MISSING) return closed(posting, ABSENT_TWICE);
    return new Change.Missing(
        posting.toBuilder().state(PostingState.MISSING).stateReason(ABSENT_ONCE).build());
  }

  private static Change closed(JobPosting posting, Reason reason) {
    return new Change.Closed(
        posting.toBuilder().state(PostingState.CLOSED).stateReason(reason).build());
  }
}
