package worthwhile.store.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.run;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.posting.Assessment;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Warning;
import worthwhile.posting.Warning.By;
import worthwhile.posting.Warning.Severity;
import worthwhile.reputation.statement.Notice;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.work.time.TimedTask;
import worthwhile.work.time.Timer;

/** A warning that comes late is told in the change log and to who worked on it; so is its end. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class LaterWarningsTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(folder), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Warning warning(String code, Severity severity, By by) {
    return new Warning(code, severity, null, by, NOON, Map.of());
  }

  private static Posting posting(String title, Warning... warnings) {
    return FlatPosting.builder("tasks", "tasks", "1")
        .title(title)
        .firstSeen(NOON)
        .lastSeen(NOON)
        .state(PostingState.OPEN)
        .build()
        .with(Assessment.NONE.warned(null, List.of(warnings), List.of()));
  }

  private void reassess(Posting posting) {
    store.write(
        writing -> {
          writing.reassess(List.of(posting), NOON);
          return 1;
        });
  }

  private List<String> warned() {
    return history().stream().filter(step -> step.startsWith("warned ")).toList();
  }

  private List<String> history() {
    return store.postings().history("tasks:1").stream()
        .map(row -> row.what() + " " + row.detail())
        .toList();
  }

  private List<Notice> notices(String account) {
    return store.statements(said -> said.notices().of(account, 10));
  }

  private void time(String account) {
    store
        .timers()
        .start(
            Timer.start(
                UUID.randomUUID(),
                account,
                TimedTask.of(posting("Sort").job()),
                Optional.empty(),
                NOON));
  }

  @Test
  void whatIsWarnedOfFromTheStartIsNoNews() {
    store
        .postings()
        .apply(
            List.of(
                new Change.New(posting("Sort", warning("task-scam", Severity.DANGER, By.RULE)))),
            run("r1"));
    assertThat(warned()).isEmpty();
  }

  @Test
  void onlyNewOrGraverCautionsAndDangersAreNews() {
    store.postings().apply(List.of(new Change.New(posting("Sort"))), run("r1"));
    reassess(posting("Sort", warning("contact-shift", Severity.NOTE, By.RULE)));
    assertThat(warned()).isEmpty();
    reassess(posting("Sort", warning("contact-shift", Severity.CAUTION, By.RULE)));
    assertThat(warned()).containsExactly("warned caution contact-shift");
    reassess(
        posting(
            "Sort",
            warning("task-scam", Severity.DANGER, By.RULE),
            warning("contact-shift", Severity.CAUTION, By.RULE)));
    assertThat(warned()).containsExactly("warned danger task-scam", "warned caution contact-shift");
    long after = store.postings().revision();
    reassess(
        posting(
            "Sort",
            warning("task-scam", Severity.DANGER, By.RULE),
            warning("contact-shift", Severity.CAUTION, By.RULE)));
    assertThat(store.postings().revision()).isEqualTo(after);
  }

  @Test
  void whatIsWithdrawnStaysInTheHistoryWithTheReason() {
    store.postings().apply(List.of(new Change.New(posting("Sort"))), run("r1"));
    reassess(posting("Sort", warning("contact-shift", Severity.CAUTION, By.RULE)));
    reassess(posting("Sort"));
    assertThat(history())
        .containsExactly(
            "cleared caution contact-shift by rule since " + NOON + ": the rules changed",
            "warned caution contact-shift",
            "new ");
  }

  @Test
  void aPostingThatChangesIsWarnedOfAndClearedWithItsChange() {
    Posting first = posting("Sort");
    store.postings().apply(List.of(new Change.New(first)), run("r1"));
    Posting second = posting("Pay", warning("upfront-fee", Severity.DANGER, By.RULE));
    store.postings().apply(List.of(new Change.Changed(second, first, Set.of("title"))), run("r2"));
    assertThat(warned()).containsExactly("warned danger upfront-fee");
    Posting third = posting("Sort again");
    store.postings().apply(List.of(new Change.Changed(third, second, Set.of("title"))), run("r3"));
    assertThat(history().getFirst())
        .isEqualTo("cleared danger upfront-fee by rule since " + NOON + ": the posting changed");
  }

  @Test
  void whoTimedItIsToldOnceForEachSeverity() {
    store.postings().apply(List.of(new Change.New(posting("Sort"))), run("r1"));
    time("ann");
    reassess(posting("Sort", warning("contact-shift", Severity.CAUTION, By.RULE)));
    assertThat(notices("ann")).hasSize(1);
    assertThat(notices("ben")).isEmpty();
    assertThat(notices("ann").getFirst().reason().text()).contains("now carries a warning");
    reassess(posting("Sort"));
    reassess(posting("Sort", warning("contact-shift", Severity.CAUTION, By.RULE)));
    assertThat(notices("ann")).hasSize(1);
    reassess(posting("Sort", warning("task-scam", Severity.DANGER, By.RULE)));
    assertThat(notices("ann")).hasSize(2);
  }
}
