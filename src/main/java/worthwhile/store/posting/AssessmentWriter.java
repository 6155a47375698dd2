package worthwhile.store.posting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;

/**
 * Writes what we make of postings, beside them. A posting that is not written itself gets a step
 * "reassessed" in the change log, so that whoever follows it learns of the new figure.
 */
final class AssessmentWriter {
  private static final String UPSERT =
      """
      insert into assessment (
        posting, at, pay, not_known, reputation, risk, warnings, not_checked, gravest, warned_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (posting) do update
        set at = excluded.at, pay = excluded.pay, not_known = excluded.not_known,
          reputation = excluded.reputation, risk = excluded.risk, warnings = excluded.warnings,
          not_checked = excluded.not_checked, gravest = excluded.gravest,
          warned_at = excluded.warned_at
      """;

  private final Handle handle;
  private final String run;
  private final Instant at;
  private final LaterWarnings later;

  /** An assessment as it stands in its columns. */
  private record Kept(
      @Nullable String pay,
      @Nullable String notKnown,
      @Nullable String reputation,
      @Nullable BigDecimal risk,
      @Nullable String warnings,
      @Nullable String notChecked) {
    static final Kept NOTHING = new Kept(null, null, null, null, null, null);

    static Kept of(Posting posting) {
      return new Kept(
          PostingRows.pay(posting),
          PostingRows.notKnown(posting),
          PostingRows.reputation(posting),
          posting.assessment().risk(),
          PostingRows.warnings(posting),
          PostingRows.notChecked(posting));
    }

    /** What says something else than before: names of fields. */
    String differs(Kept before) {
      List<String> fields = new ArrayList<>();
      boolean samePay =
          Objects.equals(pay, before.pay()) && Objects.equals(notKnown, before.notKnown());
      if (!samePay) fields.add("pay");
      if (!Objects.equals(reputation, before.reputation())) fields.add("reputation");
      boolean sameWarnings =
          Objects.compare(risk, before.risk(), Comparator.nullsFirst(Comparator.naturalOrder()))
                  == 0
              && Objects.equals(warnings, before.warnings())
              && Objects.equals(notChecked, before.notChecked());
      if (!sameWarnings) fields.add("warnings");
      return String.join(", ", fields);
    }
  }

  AssessmentWriter(Handle handle, String run, Instant at, LaterWarnings later) {
    this.handle = handle;
    this.run = run;
    this.at = at;
    this.later = later;
  }

  /**
   * Writes those whose assessment differs from the stored one.
   *
   * @param stored how the postings are stored, by id
   * @param written rows that are written by the same batch
   */
  void write(Collection<Posting> postings, Map<String, Posting> stored, List<PostingRow> written) {
    Set<String> told = written.stream().map(row -> row.posting().id()).collect(Collectors.toSet());
    PreparedBatch batch = handle.prepareBatch(UPSERT);
    Map<String, List<PostingRow.Step>> alone = new LinkedHashMap<>();
    for (Posting posting : postings) {
      Posting before = stored.get(posting.id());
      boolean isTold = told.contains(posting.id());
      if (!isTold && (before == null || before.state() == PostingState.CLOSED)) continue;
      Kept now = Kept.of(posting);
      if (before != null ? now.equals(Kept.of(before)) : now.equals(Kept.NOTHING)) continue;
      batch.add(
          posting.id(),
          at,
          now.pay(),
          now.notKnown(),
          now.reputation(),
          now.risk(),
          now.warnings(),
          now.notChecked(),
          posting.assessment().severity(),
          warnedAt(posting, at));
      if (before != null && !isTold) alone.put(posting.id(), steps(before, posting, now));
    }
    if (batch.size() > 0) batch.execute();
    History.write(handle, alone, run, at);
  }

  /** Since when it carries the newest of its gravest warnings; null without any. */
  private static @Nullable Instant warnedAt(Posting posting, Instant at) {
    int gravest = posting.assessment().severity();
    return posting.assessment().warnings().stream()
        .filter(warning -> warning.severity().ordinal() + 1 == gravest)
        .map(warning -> warning.since() == null ? at : warning.since())
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<PostingRow.Step> steps(Posting before, Posting posting, Kept now) {
    String fields = now.differs(Kept.of(before));
    List<PostingRow.Step> steps = new ArrayList<>();
    steps.add(new PostingRow.Step("reassessed", fields, Optional.of(Earlier.of(before))));
    steps.addAll(later.steps(before, posting, false));
    return steps;
  }
}
