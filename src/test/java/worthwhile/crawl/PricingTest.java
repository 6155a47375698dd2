package worthwhile.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Change;
import worthwhile.intake.Intake;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.Rates;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.store.Runs.Run;
import worthwhile.store.Store;
import worthwhile.work.Report;
import worthwhile.work.Status;
import worthwhile.work.TimedTask;
import worthwhile.work.Work;
import worthwhile.work.WorkSettings;

/** Pay by what the store knows of a requester. */
class PricingTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final MonetaryAmount TWENTY_CENTS =
      MonetaryAmount.of("USD", new BigDecimal("0.2"), UnitText.TASK);

  @TempDir private Path folder;
  private Store store;
  private Pricing pricing;

  @BeforeEach
  void open() {
    store = Store.open("jdbc:sqlite:" + folder.resolve("x.db"), Clock.fixed(NOW, ZoneOffset.UTC));
    pricing = new Pricing(store, () -> HourlyPay.at(Rates.shipped()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static JobPosting.Builder task(String identifier, String title) {
    return JobPosting.builder("mill", "mill", identifier)
        .title(title)
        .hiringOrganization(Organization.named("Stone Lab"))
        .baseSalary(TWENTY_CENTS);
  }

  private static WorkReport report(String worker, String minutes) {
    return new WorkReport(worker, new BigDecimal(minutes), NOW, WorkReport.Outcome.PAID, "forum");
  }

  private List<Change> run(List<DiscussionForumPosting> posts, JobPosting.Builder... rows) {
    List<JobPosting> postings = List.of(rows).stream().map(JobPosting.Builder::build).toList();
    store.forumPosts().put(posts);
    List<Change> merged =
        Intake.merge("mill", pricing.alone(postings), store.postings(), false, NOW);
    List<Change> changes = pricing.withEvidence(merged, posts, NOW);
    store
        .postings()
        .apply(
            changes,
            new Run(
                UUID.randomUUID().toString(),
                "mill",
                NOW,
                "partial",
                Optional.empty(),
                1,
                rows.length,
                0,
                0,
                0,
                0,
                Duration.ZERO));
    return changes;
  }

  private Pay pay(String identifier) {
    return store.postings().byId("mill:" + identifier).orElseThrow().pay();
  }

  @Test
  void otherTasksOfTheRequesterAreFoundInTheRunAndInTheStore() {
    JobPosting.Builder known =
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
    assertThat(store.postings().changedSince(seen, 9)).hasSize(2);
    assertThat(store.postings().history("mill:1").getFirst().detail()).isEqualTo("pay");
    long same = store.postings().revision();
    run(List.of(), task("2", "Match shapes").reports(List.of(report("a", "9"))));
    assertThat(store.postings().revision()).as("nothing new is said").isEqualTo(same);
  }

  @Test
  void workersOwnLogsCountWithConsentOfThreeAndAreTakenBack() {
    pricing = new Pricing(store, () -> HourlyPay.at(Rates.shipped()), store.work()::reportsFor);
    run(List.of(), task("1", "Match shapes"));
    Pay before = pay("1");
    LoggedWork logs = new LoggedWork(store, pricing, () -> {}, Clock.fixed(NOW, ZoneOffset.UTC));
    for (String worker : List.of("ada", "ben", "cyd")) {
      consent(worker, Optional.of(NOW));
      store.work().take(worker, List.of(work(worker, store.postings().byId("mill:1").get())));
      logs.reprice();
      boolean three = worker.equals("cyd");
      assertThat(pay("1").basis() == Pay.Basis.LOGGED).isEqualTo(three);
    }
    assertThat(pay("1").median()).isBetween(new BigDecimal("2.70"), new BigDecimal("3.40"));
    assertThat(store.postings().byId("mill:1").orElseThrow().reports()).isEmpty();
    consent("ada", Optional.empty());
    logs.reprice();
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
    assertThat(store.postings().byId("mill:1").orElseThrow().reports())
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
  void onlyPayChangesWhereAnotherRunWasFaster() {
    run(List.of(), task("1", "Match shapes"));
    JobPosting stale = store.postings().byId("mill:1").orElseThrow();
    run(List.of(), task("1", "Match shapes and colours"));
    Pay other =
        pricing
            .alone(List.of(task("1", "x").timeRequired(Duration.ofMinutes(3)).build()))
            .getFirst()
            .pay();
    store
        .postings()
        .apply(
            List.of(new Change.Repriced(stale.toBuilder().pay(other).build())),
            new Run(
                "late", "mill", NOW, "partial", Optional.empty(), 1, 1, 0, 0, 0, 0, Duration.ZERO));
    JobPosting stored = store.postings().byId("mill:1").orElseThrow();
    assertThat(stored.title()).isEqualTo("Match shapes and colours");
    assertThat(stored.pay()).isEqualTo(other);
  }
}
