package worthwhile.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import worthwhile.intake.BatchJudge;
import worthwhile.intake.Change;
import worthwhile.intake.Intake;
import worthwhile.intake.Normalise;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.UsedRate;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.source.Emits;
import worthwhile.source.Stop;
import worthwhile.store.Store;
import worthwhile.store.posting.Extent;
import worthwhile.store.posting.Postings;
import worthwhile.store.posting.Writing;
import worthwhile.store.source.Runs.Run;

/**
 * Carries batches to the end: normalise, judge, merge, assess, store, tell. Safe for use by many
 * threads, also of several processes.
 *
 * <p>A batch is stored in one transaction: a process killed anywhere has stored all of it or
 * nothing. What it means is worked out before the transaction and, if something else was stored in
 * between, once more inside it, where nobody else can store: two processes that read the same
 * source at the same time do not both find a posting new.
 */
public final class Tail {
  /** How many earlier runs a batch is judged against. */
  private static final int HISTORY = 20;

  /**
   * Codes of the reason of a run that a person believed although it was unlike earlier ones: later
   * runs are compared with it and with what came after it.
   */
  private static final Set<String> BELIEVED = Set.of("released", "taken-on-word");

  /** Postings that are assessed at once because something beside them is known now. */
  private static final int WAITING = 200;

  private final Store store;
  private final Normalise normalise;
  private final Assessor assessor;
  private final Runnable tell;
  private final Clock clock;

  /**
   * A tail into this store.
   *
   * @param tell what is to happen after something was stored: followers of the changes catch up
   */
  public Tail(Store store, Normalise normalise, Assessor assessor, Runnable tell, Clock clock) {
    this.store = store;
    this.normalise = normalise;
    this.assessor = assessor;
    this.tell = tell;
    this.clock = clock;
  }

  /** What happens after something was stored: followers of the changes catch up. */
  public Runnable follower() {
    return tell;
  }

  /** The same where something else happens after something was stored. */
  public Tail followedBy(Runnable other) {
    return new Tail(store, normalise, assessor, other, clock);
  }

  // --- rows

  /** What a batch would mean, without storing anything; its admission is not asked. */
  public Stored preview(Batch.Rows batch) {
    SideBySide assess = new SideBySide(assessor::now);
    Decided decided =
        decide(batch, Admission.Admitted.all(normalised(batch)), Optional.empty(), assess);
    return new Stored(
        run(batch, decided.changes(), 0),
        batch.outcome(),
        decided.changes(),
        decided.admitted(),
        Optional.empty());
  }

  /** Stores a batch of rows and what it means. */
  public Stored take(Batch.Rows batch) {
    if (batch.isNothing()) return note(batch, batch.outcome(), batch.reason());
    List<JobPosting> rows = normalised(batch);
    return switch (judge(batch, rows)) {
      case BatchJudge.Verdict.HoldBack(Reason reason) ->
          note(
              batch,
              new RunOutcome.Stopped(new Stop(Stop.Kind.HELD_BACK, reason, Optional.empty())),
              Optional.of(reason));
      case BatchJudge.Verdict.Accept(Optional<Reason> shrunken) ->
          shrunken.isPresent()
              ? take(because(batch, shrunken), rows, closing(batch))
              : take(batch, rows, Optional.empty());
    };
  }

  private static Batch.Rows because(Batch.Rows batch, Optional<Reason> reason) {
    return BatchRowsBuilder.builder(batch).reason(reason).build();
  }

  private Stored take(Batch.Rows batch, List<JobPosting> rows, Optional<Instant> closing) {
    long read = store.postings().revision();
    SideBySide assess = new SideBySide(assessor::now);
    Optional<Decided> early =
        batch.admission().isPresent()
            ? Optional.empty()
            : Optional.of(decide(batch, Admission.Admitted.all(rows), closing, assess));
    Stored stored =
        store.write(
            writing ->
                write(
                    batch,
                    early
                        .filter(_ -> writing.revision() == read)
                        .orElseGet(
                            () -> decide(batch, admit(batch, rows, writing), closing, assess)),
                    writing));
    tell.run();
    return stored;
  }

  private List<JobPosting> normalised(Batch.Rows batch) {
    return batch.of(JobPosting.class).stream().map(normalise::posting).toList();
  }

  private static Admission.Admitted admit(
      Batch.Rows batch, List<JobPosting> rows, Writing writing) {
    return batch
        .admission()
        .map(admission -> admission.admit(rows, writing))
        .orElseGet(() -> Admission.Admitted.all(rows));
  }

  private BatchJudge.Verdict judge(Batch.Rows batch, List<JobPosting> rows) {
    return switch (batch.check()) {
      case Batch.Check.Believed _ -> new BatchJudge.Verdict.Accept(Optional.empty());
      case Batch.Check.ByContract check -> judge(batch, rows, check);
    };
  }

  private BatchJudge.Verdict judge(
      Batch.Rows batch, List<JobPosting> rows, Batch.Check.ByContract check) {
    Optional<Reason> listed =
        check.emits() == Emits.AGGREGATE_RATING
            ? Optional.empty()
            : check
                .listed()
                .flatMap(shown -> BatchJudge.listed(check.contract(), shown, batch.whole()));
    if (listed.isPresent()) return new BatchJudge.Verdict.HoldBack(listed.get());
    List<Integer> earlier = check.listed().isPresent() ? earlier(batch.source()) : List.of();
    if (check.emits() == Emits.JOB_POSTING)
      return BatchJudge.judge(
          check.contract(), rows, batch.rejected(), batch.whole(), earlier, store.postings());
    // How many ratings there are follows from whom we asked about, not from the site's health.
    boolean comparable = batch.whole() && check.emits() != Emits.AGGREGATE_RATING;
    return BatchJudge.judge(batch.items().size(), batch.rejected(), comparable, earlier);
  }

  /** Numbers of rows of earlier runs, newest first, back to the last that a person believed. */
  private List<Integer> earlier(String source) {
    List<Integer> earlier = new ArrayList<>();
    for (Run run : store.runs().complete(source, HISTORY)) {
      earlier.add(run.items());
      if (run.reason().filter(why -> BELIEVED.contains(why.code())).isPresent()) break;
    }
    return earlier;
  }

  /**
   * A shrunken batch closes only what was last seen before this: before the last two complete runs,
   * so that what it lacks has to be lacking once more than usual.
   */
  private Optional<Instant> closing(Batch.Rows batch) {
    List<Run> complete = store.runs().complete(batch.source(), 2);
    return Optional.of(complete.size() < 2 ? Instant.EPOCH : complete.getLast().at());
  }

  /** What a batch means: changes with their assessments, and what else is assessed anew. */
  private record Decided(
      List<Change> changes,
      List<Posting> reassessed,
      List<Posting> own,
      Admission.Admitted admitted) {}

  private Decided decide(
      Batch.Rows batch, Admission.Admitted admitted, Optional<Instant> closing, SideBySide assess) {
    Intake.Rows rows =
        new Intake.Rows(
            batch.source(),
            admitted.rows(),
            admitted.confirmed(),
            batch.whole(),
            batch.hiding(at -> store.runs().rejectedAt(batch.source(), at)),
            closing,
            batch.at());
    List<Change> changes = Intake.judge(rows, store.postings()).changes();
    List<DiscussionForumPosting> posts = batch.of(DiscussionForumPosting.class);
    List<JobPosting> own = changes.stream().map(change -> change.posting().job()).toList();
    Rates rates = store.rateTables().rates();
    Set<String> due =
        changes.stream()
            .filter(change -> isDue(change, rates))
            .map(change -> change.posting().id())
            .collect(Collectors.toSet());
    List<Posting> asked =
        changes.stream().map(Change::posting).filter(each -> due.contains(each.id())).toList();
    StoredEvidence evidence =
        new StoredEvidence(store, own, posts, batch.at())
            .about(asked.stream().map(Posting::job).toList());
    Iterator<Posting> answers = assess.assess(asked, evidence::of).iterator();
    List<Change> assessed = new ArrayList<>();
    List<Posting> reassessed = new ArrayList<>();
    for (Change change : changes) {
      boolean isDue = due.contains(change.posting().id());
      Change now = isDue ? change.with(answers.next().assessment()) : change;
      assessed.add(now);
      if (change instanceof Change.Unchanged && isDue) reassessed.add(now.posting());
    }
    List<Posting> touched = new Touched(store).by(changes, posts);
    reassessed.addAll(assess.assess(touched, evidence::of));
    return new Decided(assessed, reassessed, own(admitted, batch.at(), assess), admitted);
  }

  private static boolean isDue(Change change, Rates rates) {
    if (!(change instanceof Change.Unchanged)) return change.isListed();
    Posting posting = change.posting();
    boolean mayBeKnownNow =
        posting.pay() == null
            && (posting.job().baseSalary() != null || posting.notKnown().isEmpty());
    return mayBeKnownNow || isOvertaken(posting.pay(), rates);
  }

  private static boolean isOvertaken(@Nullable Pay pay, Rates rates) {
    return pay != null && UsedRate.of(pay).filter(rate -> rate.isOvertaken(rates)).isPresent();
  }

  /** What its sender alone sees is assessed with it, and counts for nothing else. */
  private List<Posting> own(Admission.Admitted admitted, Instant at, SideBySide assess) {
    StoredEvidence evidence = new StoredEvidence(store, admitted.own(), List.of(), at);
    List<Posting> own = admitted.own().stream().map(Posting::read).toList();
    return assess.assess(own, evidence::of);
  }

  private Stored write(Batch.Rows given, Decided decided, Writing writing) {
    Batch.Rows batch = given.admission().isEmpty() ? given : counted(given, decided.admitted());
    List<Change> changes = decided.changes();
    int posts =
        writing.posts(batch.of(DiscussionForumPosting.class))
            + writing.ratings(batch.of(AggregateRating.class));
    Run run = run(batch, changes, posts);
    if (batch.outcome() == RunOutcome.Read.FORWARDED && isQuiet(changes)) {
      // Workers look at the same page all day: that they saw it is kept, and no run.
      writing.seen(changes, batch.at());
      writing.reassess(decided.reassessed(), batch.at());
    } else {
      writing.run(run, changes, decided.reassessed(), batch.whole());
    }
    batch.admission().ifPresent(admission -> admission.keep(decided.own(), writing));
    return new Stored(
        run, outcome(batch, changes, posts), changes, decided.admitted(), extent(batch, writing));
  }

  /** Only of a whole listing: a part of a file must not cost the counting of all its source has. */
  private static Optional<Extent> extent(Batch.Rows batch, Writing writing) {
    return batch.whole() ? Optional.of(writing.extent(batch.source())) : Optional.empty();
  }

  /** The run tells everybody: what only its sender sees is not counted in it. */
  private static Batch.Rows counted(Batch.Rows batch, Admission.Admitted admitted) {
    return BatchRowsBuilder.builder(batch).items(List.copyOf(admitted.rows())).build();
  }

  /** A complete run that brings nothing new is one that found its source unchanged. */
  private static RunOutcome outcome(Batch.Rows batch, List<Change> changes, int posts) {
    boolean quiet = posts == 0 && isQuiet(changes);
    boolean unchanged = quiet && !batch.items().isEmpty() && batch.outcome().isComplete();
    return unchanged ? RunOutcome.Read.UNCHANGED : batch.outcome();
  }

  private static boolean isQuiet(List<Change> changes) {
    return changes.stream().allMatch(Change.Unchanged.class::isInstance);
  }

  /**
   * Stores that a source shows what it showed, without looking at its rows. Only how many they are
   * is judged once more, since earlier runs are compared with.
   *
   * @return absent, and nothing stored, if its postings stand otherwise than they did then
   */
  public Optional<Stored> take(Batch.Confirmed batch) {
    Batch.Rows rows = batch.run();
    BatchJudge.Verdict verdict =
        BatchJudge.judge(batch.items(), rows.rejected(), true, earlier(rows.source()));
    if (verdict instanceof BatchJudge.Verdict.HoldBack) return Optional.empty();
    RunOutcome outcome = RunOutcome.Read.UNCHANGED;
    Run run = run(rows, outcome, rows.reason(), new Counts(batch.items(), 0, 0, 0));
    boolean stored =
        store.write(
            writing -> {
              if (!writing.extent(rows.source()).equals(batch.extent())) return false;
              writing.run(run, List.of(), List.of(), true);
              return true;
            });
    if (!stored) return Optional.empty();
    tell.run();
    return Optional.of(
        new Stored(
            run,
            outcome,
            List.of(),
            Admission.Admitted.all(List.of()),
            Optional.of(batch.extent())));
  }

  // --- other batches

  /** Carries out that postings are gone; how many it were. */
  public int take(Batch.Gone batch) {
    int gone =
        store.write(
            writing -> {
              List<Change> changes = batch.decision().decide(writing);
              if (changes.isEmpty()) return 0;
              Batch.Rows rows =
                  Batch.Rows.of(batch.source(), batch.at())
                      .outcome(RunOutcome.Read.FORWARDED)
                      .build();
              writing.run(run(rows, changes, 0), changes, List.of(), false);
              return changes.size();
            });
    if (gone > 0) tell.run();
    return gone;
  }

  /**
   * Assesses stored postings anew. It is no run of a source: the change log has it, the histories
   * of runs and postings do not. What was stored anew meanwhile is not overwritten by what was made
   * of its earlier words: it waits to be assessed once more.
   */
  public void take(Batch.Reassessment batch) {
    List<Posting> open =
        store.postings().byIds(batch.postings()).values().stream()
            .filter(posting -> posting.state() != PostingState.CLOSED)
            .toList();
    StoredEvidence evidence =
        new StoredEvidence(store, List.of(), List.of(), batch.at())
            .about(open.stream().map(Posting::job).toList());
    List<Posting> now = new SideBySide(assessor::now).assess(open, evidence::of);
    List<Again> changed = new ArrayList<>();
    for (int i = 0; i < now.size(); i++)
      if (!now.get(i).assessment().equals(open.get(i).assessment()))
        changed.add(new Again(open.get(i), now.get(i)));
    if (changed.isEmpty()) return;
    store.write(writing -> reassess(changed, writing, batch.at()));
    tell.run();
  }

  /** A posting as it was stored, and with what is made of it now. */
  private record Again(Posting before, Posting now) {
    boolean isMadeOf(@Nullable Posting stored) {
      return stored != null
          && stored.job().equals(before.job())
          && stored.assessment().equals(before.assessment());
    }
  }

  private int reassess(List<Again> changed, Writing writing, Instant at) {
    Map<String, Posting> stored =
        store.postings().byIds(changed.stream().map(each -> each.now().id()).toList());
    List<Posting> current = new ArrayList<>();
    List<String> overtaken = new ArrayList<>();
    for (Again each : changed)
      if (each.isMadeOf(stored.get(each.now().id()))) current.add(each.now());
      else overtaken.add(each.now().id());
    writing.reassess(current, at);
    writing.assessLater(overtaken);
    return current.size();
  }

  /**
   * Stores what people say, works out anew what it comes to and assesses the open postings of those
   * whom it concerns, all or nothing. Of a requester with very many, the rest follows at once, in
   * steps that a process which dies leaves to {@link WholeReckoning}.
   */
  public <T> T take(Batch.Said<T> batch) {
    List<RequesterId> left = new ArrayList<>();
    T result =
        store.write(
            writing -> {
              left.clear();
              Batch.Said.Done<T> done = batch.act().store(writing);
              Reckoning reckoning = new Reckoning(writing, batch.at());
              if (reckoning.of(done.concerned())) left.addAll(done.concerned());
              return done.result();
            });
    tell.run();
    boolean more = !left.isEmpty();
    while (more) {
      more = store.write(writing -> new Reckoning(writing, batch.at()).assess(left));
      tell.run();
    }
    // Who says something of a requester with very many tasks does not wait for all of them.
    assessWaiting();
    return result;
  }

  /**
   * Assesses the next of the postings that wait for it; whether there may be more. A process that
   * dies leaves them to whoever looks next.
   */
  public boolean assessWaiting() {
    List<Postings.Waiting> next = store.postings().waiting(WAITING);
    if (next.isEmpty()) return false;
    take(
        new Batch.Reassessment(
            next.stream().map(Postings.Waiting::posting).toList(), clock.instant()));
    store.postings().assessed(next);
    return next.size() == WAITING;
  }

  // --- runs

  /** A run that changes nothing is written down all the same, unless a stranger sent it. */
  private Stored note(Batch.Rows batch, RunOutcome outcome, Optional<Reason> reason) {
    Run run = run(batch, outcome, reason, new Counts(batch.items().size(), 0, 0, 0));
    if (batch.outcome() != RunOutcome.Read.FORWARDED) store.runs().add(run);
    return new Stored(run, outcome, List.of(), Admission.Admitted.all(List.of()), Optional.empty());
  }

  private Run run(Batch.Rows batch, List<Change> changes, int posts) {
    Counts counts =
        new Counts(
            batch.items().size(),
            count(changes, Change.New.class) + count(changes, Change.Duplicate.class) + posts,
            count(changes, Change.Changed.class)
                + count(changes, Change.Reopened.class)
                + count(changes, Change.Reposted.class),
            (int) changes.stream().filter(Tail::isGone).count());
    return run(batch, outcome(batch, changes, posts), batch.reason(), counts);
  }

  private record Counts(int items, int added, int changed, int gone) {}

  private Run run(Batch.Rows batch, RunOutcome outcome, Optional<Reason> reason, Counts counts) {
    return new Run(
        batch.run(),
        batch.source(),
        batch.at(),
        outcome.word(),
        reason,
        batch.requests(),
        counts.items(),
        counts.added(),
        counts.changed(),
        counts.gone(),
        batch.rejected(),
        Duration.between(batch.began().orElse(batch.at()), clock.instant()));
  }

  /** What a run does not find is gone once, though it closes only when it is absent again. */
  private static boolean isGone(Change change) {
    return switch (change) {
      case Change.Missing _ -> true;
      case Change.Closed(Posting _, Posting before) -> before.state() != PostingState.MISSING;
      case Change.New _,
          Change.Changed _,
          Change.Unchanged _,
          Change.Reopened _,
          Change.Reposted _,
          Change.Duplicate _ ->
          false;
    };
  }

  private static int count(List<Change> changes, Class<? extends Change> kind) {
    return (int) changes.stream().filter(kind::isInstance).count();
  }
}
