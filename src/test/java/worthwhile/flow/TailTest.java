package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.WorldRates;
import worthwhile.posting.Assessment;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.UnitText;
import worthwhile.posting.Warning;
import worthwhile.posting.WorkReport;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Changes;
import worthwhile.store.posting.Postings;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.earn.WorkSettings;
import worthwhile.work.time.Report;
import worthwhile.work.time.TimedTask;

/** Batches carried to the end: pay by what the store knows of a requester. */
class TailTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final MonetaryAmount TWENTY_CENTS =
      MonetaryAmount.of("USD", new BigDecimal("0.2"), UnitText.TASK);

  @TempDir private Path folder;
  private Store store;
  private Tail tail;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.file(folder.resolve("x.db")), Clock.fixed(NOW, ZoneOffset.UTC));
    tail =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static JobPostingBuilder task(String identifier, String title) {
    return JobPosting.builder("mill", "mill", identifier)
        .title(title)
        .hiringOrganization(Organization.named("Stone Lab"))
        .baseSalary(TWENTY_CENTS);
  }

  private static WorkReport report(String worker, String minutes) {
    return new WorkReport(worker, new BigDecimal(minutes), NOW, WorkReport.Outcome.PAID, "forum");
  }

  private Stored run(List<DiscussionForumPosting> posts, JobPostingBuilder... rows) {
    List<Item> items = new ArrayList<>(posts);
    for (JobPostingBuilder row : rows) items.add(row.build());
    return tail.take(
        Batch.Rows.of("mill", NOW)
            .outcome(RunOutcome.Read.PARTIAL)
            .requests(1)
            .items(items)
            .build());
  }

  private Pay pay(String identifier) {
    return store.postings().byId("mill:" + identifier).orElseThrow().pay();
  }

  @Test
  void otherTasksOfTheRequesterAreFoundInTheRunAndInTheStore() {
    JobPostingBuilder known =
        task("1", "Match shapes").reports(List.of(report("a", "5"), report("b", "5")));
    run(List.of(), known, task("2", "Match shapes again"));
    assertThat(pay("1").basis()).isEqualTo(Pay.Basis.REPORTED);
    assertThat(pay("2").n()).as("the two workers on the other task").isEqualTo(2);
    run(List.of(), task("3", "Match shapes once more"));
    assertThat(pay("3").n()).isEqualTo(2);
    run(List.of(), task("4", "Match shapes").hiringOrganization(Organization.named("Other")));
    assertThat(pay("4").n()).isZero();
  }

  @Test
  void newEvidenceReachesWhatIsStored() {
    run(List.of(), task("1", "Match shapes"), task("2", "Match shapes"));
    Pay before = pay("1");
    long seen = store.postings().revision();
    run(List.of(), task("2", "Match shapes").reports(List.of(report("a", "9"))));
    assertThat(pay("1").median()).isLessThan(before.median());
    assertThat(store.changes().after(seen, 9))
        .extracting(Changes.Entry::posting, Changes.Entry::what, Changes.Entry::detail)
        .containsExactlyInAnyOrder(
            tuple("mill:2", "changed", "reports"), tuple("mill:1", "reassessed", "pay"));
    assertThat(store.postings().history("mill:1"))
        .as("a new figure is no part of its history")
        .hasSize(1);
    long same = store.postings().revision();
    run(List.of(), task("2", "Match shapes").reports(List.of(report("a", "9"))));
    assertThat(store.postings().revision()).as("nothing new is said").isEqualTo(same);
  }

  @Test
  void aRateThatIsOvertakenIsReplacedWhenThePostingIsSeenAgain() {
    tail =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(store.rateTables().rates())),
            () -> {},
            Clock.fixed(NOW, ZoneOffset.UTC));
    JobPostingBuilder shillings =
        task("1", "Match shapes")
            .timeRequired(Duration.ofMinutes(15))
            .baseSalary(MonetaryAmount.of("KES", new BigDecimal("200"), UnitText.TASK));
    run(List.of(), shillings);
    BigDecimal before = pay("1").median();
    keep("2026-10-06", "1000");
    run(List.of(), shillings);
    assertThat(pay("1").median()).as("of the same week").isEqualTo(before);
    keep("2026-10-07", "400");
    run(List.of(), shillings);
    assertThat(pay("1").median()).isEqualByComparingTo("2");
    assertThat(store.postings().history("mill:1")).hasSize(1);
    long same = store.postings().revision();
    run(List.of(), shillings);
    assertThat(store.postings().revision()).as("nothing new is said").isEqualTo(same);
  }

  private void keep(String day, String shillings) {
    WorldRates table =
        new WorldRates(LocalDate.parse(day), Map.of("KES", new BigDecimal(shillings)));
    store.rateTables().keep(table, NOW);
  }

  @Test
  void workersOwnLogsCountWithConsentOfThreeAndAreTakenBack() {
    run(List.of(), task("1", "Match shapes"));
    Pay before = pay("1");
    worthwhile.crawl.LoggedWork logs =
        new worthwhile.crawl.LoggedWork(store, tail, Clock.fixed(NOW, ZoneOffset.UTC));
    for (String worker : List.of("ada", "ben", "cyd")) {
      consent(worker, Optional.of(NOW));
      store
          .work()
          .take(worker, List.of(work(worker, store.postings().byId("mill:1").orElseThrow().job())));
      logs.reassess();
      boolean three = worker.equals("cyd");
      assertThat(pay("1").basis() == Pay.Basis.LOGGED).isEqualTo(three);
    }
    assertThat(pay("1").median()).isBetween(new BigDecimal("2.70"), new BigDecimal("3.40"));
    assertThat(store.postings().byId("mill:1").orElseThrow().job().reports()).isEmpty();
    consent("ada", Optional.empty());
    logs.reassess();
    assertThat(pay("1").median()).isEqualTo(before.median());
  }

  private void consent(String worker, Optional<Instant> since) {
    store
        .workSettings()
        .put(
            worker,
            new WorkSettings(
                Optional.empty(), Optional.empty(), since, Optional.empty(), Optional.empty()));
  }

  private static Work work(String worker, JobPosting posting) {
    Report report =
        new Report(Status.PAID, Optional.of(Duration.ofMinutes(4)), false, Optional.empty());
    return report.of("r-" + worker, worker, TimedTask.of(posting), NOW);
  }

  @Test
  void talkThatNamesRequesterAndPayIsAboutTheTask() {
    run(List.of(), task("1", "Match shapes"));
    run(List.of(post("p1", "0.2", "4"), post("p2", "0.5", "8")));
    assertThat(pay("1").basis()).isEqualTo(Pay.Basis.REPORTED);
    assertThat(pay("1").n()).isEqualTo(1);
    assertThat(pay("1").evidence()).anyMatch(line -> line.text().startsWith("One other task"));
    assertThat(store.postings().byId("mill:1").orElseThrow().job().reports())
        .as("talk stays where it was said")
        .isEmpty();
  }

  private static DiscussionForumPosting post(String id, String pay, String minutes) {
    return new DiscussionForumPosting(
        "forum:" + id,
        "forum",
        "forum",
        id,
        null,
        "Thread of the day",
        "poster",
        NOW.minusSeconds(60),
        "It took me a while",
        List.of("stone lab", "Stone Lab"),
        MonetaryAmount.of("USD", new BigDecimal(pay), UnitText.TASK),
        List.of(report("poster " + id, minutes)));
  }

  @Test
  void aReassessmentLeavesPostingAndHistoryAlone() {
    run(List.of(), task("1", "Match shapes"));
    Posting stale = store.postings().byId("mill:1").orElseThrow();
    run(List.of(), task("1", "Match shapes and colours"));
    Pay other =
        HourlyPay.of(task("1", "x").timeRequired(Duration.ofMinutes(3)).build(), Rates.shipped())
            .orElseThrow();
    long runs = store.runs().newest(9).size();
    store.write(
        writing -> {
          writing.reassess(List.of(stale.with(Assessment.NONE.with(other))), NOW);
          return writing.revision();
        });
    Posting stored = store.postings().byId("mill:1").orElseThrow();
    assertThat(stored.job().title()).isEqualTo("Match shapes and colours");
    assertThat(stored.pay()).isEqualTo(other);
    assertThat(store.runs().newest(9)).as("it is no run of a source").hasSize((int) runs);
  }

  @Test
  void whatIsStoredInBetweenIsSeenBeforeItIsDecided() {
    Batch.Rows batch =
        Batch.Rows.of("mill", NOW)
            .outcome(RunOutcome.Read.ITEMS)
            .items(List.of(task("1", "Match shapes").build()))
            .whole(true)
            .build();
    Tail beside =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(
                () -> {
                  run(List.of(), task("1", "Match shapes"));
                  return HourlyPay.at(Rates.shipped());
                }),
            () -> {},
            Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(beside.preview(batch).added()).as("found new before the other stored it").isOne();
    Tail later =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(new OnceBetween(() -> run(List.of(), task("2", "Sort shapes")))),
            () -> {},
            Clock.fixed(NOW, ZoneOffset.UTC));
    Batch.Rows second =
        Batch.Rows.of("mill", NOW)
            .outcome(RunOutcome.Read.PARTIAL)
            .items(List.of(task("2", "Sort shapes").build()))
            .build();
    assertThat(later.take(second).added()).as("born once").isZero();
    assertThat(store.postings().history("mill:2")).hasSize(1);
  }

  @Test
  void aReassessmentDoesNotOverwriteWhatWasStoredMeanwhile() {
    run(List.of(), task("1", "Match shapes"), task("2", "Sort shapes"));
    forgetWarnings("1", "2");
    String lure = "Deposit 50 USDT to clear the negative balance before you can withdraw.";
    Tail slow =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(
                new OnceBetween(() -> run(List.of(), task("1", "Match shapes").description(lure)))),
            () -> {},
            Clock.fixed(NOW, ZoneOffset.UTC));
    slow.take(new Batch.Reassessment(List.of("mill:1", "mill:2"), NOW));
    assertThat(warnings("1")).contains("pay-to-withdraw").doesNotContain("old-rule");
    assertThat(warnings("2")).as("what stood still is assessed").isEmpty();
    assertThat(store.postings().waiting(9))
        .extracting(Postings.Waiting::posting)
        .containsExactly("mill:1");
    while (tail.assessWaiting()) {}
    assertThat(warnings("1")).contains("pay-to-withdraw");
    assertThat(store.postings().waiting(9)).isEmpty();
  }

  /** Writes a warning that nobody gives any more, so that they are due to be assessed. */
  private void forgetWarnings(String... identifiers) {
    Warning old =
        new Warning("old-rule", Warning.Severity.NOTE, "q", Warning.By.RULE, NOW, Map.of());
    for (String identifier : identifiers) {
      Posting one = store.postings().byId("mill:" + identifier).orElseThrow();
      Posting warned = one.with(one.assessment().warned(null, List.of(old), List.of()));
      store.write(
          writing -> {
            writing.reassess(List.of(warned), NOW);
            return 1;
          });
    }
  }

  private List<String> warnings(String identifier) {
    return store
        .postings()
        .byId("mill:" + identifier)
        .orElseThrow()
        .assessment()
        .warnings()
        .stream()
        .map(Warning::code)
        .toList();
  }

  /** Lets something happen between the decision and the transaction, once. */
  private static final class OnceBetween implements Supplier<HourlyPay> {
    private final Runnable between;
    private boolean done;

    OnceBetween(Runnable between) {
      this.between = between;
    }

    @Override
    public HourlyPay get() {
      if (!done) {
        done = true;
        between.run();
      }
      return HourlyPay.at(Rates.shipped());
    }
  }
}
