package worthwhile.store.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import worthwhile.intake.Change;
import worthwhile.posting.Duplicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.posting.Standing;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Revision;

/** Carries out the changes of one batch inside its transaction. */
final class ChangeWriter {
  private final Handle handle;
  private final String run;
  private final Instant at;
  private final LaterWarnings later;
  private final Map<String, Pending> pending = new LinkedHashMap<>();

  /** A posting to be written and what is to stand in its history. */
  private static final class Pending {
    private Posting posting;
    private final List<PostingRow.Step> steps = new ArrayList<>();

    private Pending(Posting posting) {
      this.posting = posting;
    }

    /**
     * Keeps what the posting was where its first step says only that it is gone: a warning may have
     * come with that.
     */
    private void remember(Posting before) {
      boolean isOtherwiseWarnedOf =
          before.assessment().severity() != posting.assessment().severity();
      PostingRow.Step first = steps.getFirst();
      boolean isGone = first.what().equals("missing") || first.what().equals("closed");
      if (isGone && isOtherwiseWarnedOf)
        steps.set(
            0, new PostingRow.Step(first.what(), first.detail(), Optional.of(Earlier.of(before))));
    }
  }

  /**
   * A writer for one batch.
   *
   * @param run the batch's run; empty for a batch that is none
   */
  ChangeWriter(Handle handle, String run, Instant at) {
    this.handle = handle;
    this.run = run;
    this.at = at;
    this.later = new LaterWarnings(handle, at);
  }

  /**
   * Writes what differs from what is stored.
   *
   * @param reassessed postings of which only the assessment is new
   */
  void write(List<Change> changes, List<Posting> reassessed) {
    changes.forEach(this::collect);
    Map<String, Posting> stored = new LinkedHashMap<>(stored(pending.keySet()));
    pending.forEach(
        (id, entry) -> {
          if (stored.containsKey(id))
            entry.posting = withDuplicates(entry.posting, stored.get(id).standing().duplicates());
        });
    joinCopies(stored);
    List<PostingRow> rows = different(stored);
    new AssessmentWriter(handle, run, at, later)
        .write(pending.values().stream().map(entry -> entry.posting).toList(), stored, rows);
    if (!rows.isEmpty()) {
      long revision = Revision.reserve(handle, rows.size());
      new PostingWriter(handle, at).write(rows, revision);
      History.write(handle, rows, revision, run, at);
    }
    List<Posting> others =
        reassessed.stream().filter(posting -> !pending.containsKey(posting.id())).toList();
    new AssessmentWriter(handle, run, at, later).write(others, stored(ids(others)), List.of());
    later.tellWorkers();
  }

  private static Collection<String> ids(List<Posting> postings) {
    return postings.stream().map(Posting::id).toList();
  }

  private void collect(Change change) {
    switch (change) {
      case Change.New(Posting posting) -> add(posting, "new", "");
      case Change.Changed(Posting posting, Posting before, Set<String> fields) ->
          add(posting, "changed", words(fields), Optional.of(before));
      case Change.Reopened(Posting posting, Posting before, Set<String> fields) ->
          add(posting, "reopened", words(fields), Optional.of(before));
      case Change.Unchanged _ -> {}
      case Change.Reposted(Posting posting, Posting before) ->
          add(
              posting,
              "reposted",
              before.id().equals(posting.id()) ? "" : before.id(),
              Optional.of(before).filter(one -> one.id().equals(posting.id())));
      case Change.Duplicate(Posting posting, Posting of) -> addDuplicate(posting, of);
      case Change.Missing(Posting posting) -> add(posting, "missing", reason(posting));
      case Change.Closed(Posting posting, Posting _) -> add(posting, "closed", reason(posting));
    }
  }

  private static String words(Set<String> fields) {
    return String.join(", ", new TreeSet<>(fields));
  }

  private static String reason(Posting posting) {
    Reason reason = posting.standing().stateReason();
    return reason == null ? "" : PostingJson.stored(reason);
  }

  private void addDuplicate(Posting posting, Posting of) {
    add(withDuplicates(posting, Set.of(Duplicate.of(of.job()))), "duplicate", of.id());
  }

  private void add(Posting posting, String what, String detail) {
    add(posting, what, detail, Optional.empty());
  }

  private void add(Posting posting, String what, String detail, Optional<Posting> before) {
    if (posting.state() == null)
      throw new IllegalArgumentException(
          "posting " + posting.id() + " has no state: only what went through intake is stored");
    Pending entry = pending.computeIfAbsent(posting.id(), _ -> new Pending(posting));
    entry.posting = posting;
    entry.steps.add(new PostingRow.Step(what, detail, before.map(Earlier::of)));
  }

  /**
   * Copies of one task name each other, all of them, whether they are in this run or stored before.
   */
  private void joinCopies(Map<String, Posting> stored) {
    List<Posting> naming = new ArrayList<>();
    for (Pending entry : pending.values())
      if (!entry.posting.standing().duplicates().isEmpty()) naming.add(entry.posting);
    if (naming.isEmpty()) return;
    Map<String, Posting> joined = Copies.joined(naming, ids -> found(ids, stored));
    joined.forEach((id, posting) -> join(posting, Optional.ofNullable(stored.get(id))));
  }

  /** Postings as they are about to be stored, else as they are. */
  private Map<String, Posting> found(Collection<String> ids, Map<String, Posting> stored) {
    Map<String, Posting> found = new LinkedHashMap<>();
    Set<String> elsewhere = new LinkedHashSet<>(ids);
    for (String id : ids) if (pending.containsKey(id)) found.put(id, pending.get(id).posting);
    elsewhere.removeAll(found.keySet());
    Map<String, Posting> before = stored(elsewhere);
    stored.putAll(before);
    found.putAll(before);
    return found;
  }

  private void join(Posting posting, Optional<Posting> before) {
    Pending entry = pending.get(posting.id());
    if (entry == null) {
      if (before.filter(old -> old.standing().equals(posting.standing())).isPresent()) return;
      entry = new Pending(posting);
      pending.put(posting.id(), entry);
    }
    entry.posting = posting;
    String fresh = freshCopies(posting, before);
    boolean told = entry.steps.stream().anyMatch(step -> step.what().equals("duplicate"));
    Optional<Earlier> was = before.map(Earlier::of);
    if (!fresh.isEmpty() && !told) entry.steps.add(new PostingRow.Step("duplicate", fresh, was));
    else if (entry.steps.isEmpty()) entry.steps.add(new PostingRow.Step("changed", "copies", was));
  }

  /** Ids of the copies that a posting did not name before. */
  private static String freshCopies(Posting posting, Optional<Posting> before) {
    Set<String> named = new LinkedHashSet<>();
    posting.standing().duplicates().forEach(other -> named.add(other.id()));
    before.ifPresent(old -> old.standing().duplicates().forEach(other -> named.remove(other.id())));
    return String.join(", ", named);
  }

  private static Posting withDuplicates(Posting posting, Collection<Duplicate> more) {
    Map<String, Duplicate> all = new LinkedHashMap<>();
    posting.standing().duplicates().forEach(each -> all.put(each.id(), each));
    more.forEach(each -> all.putIfAbsent(each.id(), each));
    all.remove(posting.id());
    Standing standing = posting.standing();
    if (all.size() == standing.duplicates().size()) return posting;
    return posting.with(standing.toBuilder().duplicates(List.copyOf(all.values())).build());
  }

  private Map<String, Posting> stored(Collection<String> ids) {
    return PostingRows.byIds(handle, ids);
  }

  private List<PostingRow> different(Map<String, Posting> stored) {
    List<PostingRow> rows = new ArrayList<>();
    for (Pending entry : pending.values()) {
      Optional<Posting> before = Optional.ofNullable(stored.get(entry.posting.id()));
      String json = PostingRows.besideColumns(entry.posting.job());
      if (before.filter(old -> isSame(old, entry.posting, json)).isPresent()) continue;
      before.ifPresent(
          old -> {
            entry.remember(old);
            entry.steps.addAll(later.steps(old, entry.posting, true));
          });
      rows.add(new PostingRow(entry.posting, json, entry.steps));
    }
    return rows;
  }

  private static boolean isSame(Posting before, Posting now, String json) {
    return json.equals(PostingRows.besideColumns(before.job()))
        && inColumns(before.job()).equals(inColumns(now.job()))
        && undated(before).equals(undated(now));
  }

  private static PostingJson.InColumns inColumns(JobPosting job) {
    return new PostingJson.InColumns(
        job.id(),
        job.source(),
        Columns.text(job.platform()),
        Columns.text(job.identifier()),
        Columns.text(job.title()));
  }

  /** What counts as a change of where a posting stands: not that it was seen again. */
  private static Standing undated(Posting posting) {
    return posting.standing().toBuilder().firstSeen(null).lastSeen(null).build();
  }
}
