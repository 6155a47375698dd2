package worthwhile.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import worthwhile.intake.Change;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;

/** Carries out the changes of one run inside its transaction. */
final class ChangeWriter {
  private final Handle handle;
  private final Runs.Run run;
  private final Map<String, Pending> pending = new LinkedHashMap<>();
  private final Map<String, Set<String>> named = new LinkedHashMap<>();
  private final Map<String, Pay> repriced = new LinkedHashMap<>();

  /** A posting to be written and what is to stand in its history. */
  private static final class Pending {
    private JobPosting posting;
    private final List<PostingRow.Step> steps = new ArrayList<>();

    private Pending(JobPosting posting) {
      this.posting = posting;
    }
  }

  ChangeWriter(Handle handle, Runs.Run run) {
    this.handle = handle;
    this.run = run;
  }

  void write(List<Change> changes) {
    changes.forEach(this::collect);
    nameDuplicates();
    reprice();
    List<PostingRow> rows = different();
    if (rows.isEmpty()) return;
    long revision = Revision.reserve(handle, rows.size());
    new PostingWriter(handle, run).write(rows, revision);
    writeHistory(rows, revision);
  }

  private void collect(Change change) {
    switch (change) {
      case Change.New(JobPosting posting) -> add(posting, "new", "");
      case Change.Changed(JobPosting posting, JobPosting _, Set<String> fields) ->
          add(posting, "changed", String.join(", ", new TreeSet<>(fields)));
      case Change.Unchanged _ -> {}
      case Change.Reposted(JobPosting posting, JobPosting before) ->
          add(posting, "reposted", before.id().equals(posting.id()) ? "" : before.id());
      case Change.Duplicate(JobPosting posting, String of) -> addDuplicate(posting, of);
      case Change.Repriced(JobPosting posting) -> repriced.put(posting.id(), posting.pay());
      case Change.Missing(JobPosting posting) -> add(posting, "missing", reason(posting));
      case Change.Closed(JobPosting posting) -> add(posting, "closed", reason(posting));
    }
  }

  private static String reason(JobPosting posting) {
    return posting.stateReason() == null ? "" : PostingJson.stored(posting.stateReason());
  }

  private void addDuplicate(JobPosting posting, String of) {
    add(withDuplicates(posting, Set.of(of)), "duplicate", of);
    named.computeIfAbsent(of, _ -> new LinkedHashSet<>()).add(posting.id());
  }

  private void add(JobPosting posting, String what, String detail) {
    if (posting.state() == null)
      throw new IllegalArgumentException(
          "posting " + posting.id() + " has no state: only what went through intake is stored");
    Pending entry = pending.computeIfAbsent(posting.id(), _ -> new Pending(posting));
    entry.posting = posting;
    entry.steps.add(new PostingRow.Step(what, detail));
  }

  /** The other posting names the duplicate too, whether it is in this run or stored before. */
  private void nameDuplicates() {
    Set<String> elsewhere = new LinkedHashSet<>(named.keySet());
    elsewhere.removeAll(pending.keySet());
    PostingRows.in(handle, PostingRows.SELECT, "posting.id", elsewhere, PostingRows::posting)
        .forEach(posting -> pending.put(posting.id(), new Pending(posting)));
    named.forEach(this::nameDuplicates);
  }

  private void nameDuplicates(String id, Set<String> others) {
    Pending entry = pending.get(id);
    if (entry == null) return;
    entry.posting = withDuplicates(entry.posting, others);
    entry.steps.add(new PostingRow.Step("duplicate", String.join(", ", others)));
  }

  private static JobPosting withDuplicates(JobPosting posting, Iterable<String> more) {
    Set<String> all = new LinkedHashSet<>(posting.duplicates());
    more.forEach(all::add);
    all.remove(posting.id());
    if (all.size() == posting.duplicates().size()) return posting;
    return posting.toBuilder().duplicates(List.copyOf(all)).build();
  }

  /** On what is stored now, since another source's run may have changed it in between. */
  private void reprice() {
    repriced.keySet().removeAll(pending.keySet());
    List<JobPosting> stored =
        PostingRows.in(
            handle, PostingRows.SELECT, "posting.id", repriced.keySet(), PostingRows::posting);
    for (JobPosting posting : stored)
      if (posting.state() != PostingState.CLOSED)
        add(posting.toBuilder().pay(repriced.get(posting.id())).build(), "changed", "pay");
  }

  /** What differs from what is stored. */
  private List<PostingRow> different() {
    Map<String, String> stored =
        PostingRows.in(
                handle,
                "select id, json from posting",
                "id",
                pending.keySet(),
                (row, _) -> Map.entry(row.getString("id"), row.getString("json")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<PostingRow> rows = new ArrayList<>();
    for (Pending entry : pending.values()) {
      String before = stored.get(entry.posting.id());
      JobPosting posting = keepDuplicates(entry.posting, before);
      String json = PostingRows.json(posting);
      if (!json.equals(before)) rows.add(new PostingRow(posting, json, entry.steps));
    }
    return rows;
  }

  private static JobPosting keepDuplicates(JobPosting posting, String before) {
    if (before == null || !before.contains("\"duplicates\":[")) return posting;
    return withDuplicates(posting, PostingJson.readPosting(before).duplicates());
  }

  private void writeHistory(List<PostingRow> rows, long revision) {
    var batch =
        handle.prepareBatch(
            "insert into posting_history (posting, revision, step, at, what, detail, run)"
                + " values (:posting, :revision, :step, :at, :what, :detail, :run)");
    for (PostingRow row : rows) {
      revision++;
      for (int step = 0; step < row.steps().size(); step++)
        batch
            .bind("posting", row.posting().id())
            .bind("revision", revision)
            .bind("step", step)
            .bind("at", Columns.millis(run.at()))
            .bind("what", row.steps().get(step).what())
            .bind("detail", Columns.text(row.steps().get(step).detail()))
            .bind("run", run.id())
            .add();
    }
    batch.execute();
  }
}
