package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.intake.Change;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** What is known beside a posting, and whom new evidence concerns. */
class StoredEvidenceTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final WorkReport REPORT =
      new WorkReport("a", BigDecimal.TEN, NOON, WorkReport.Outcome.PAID, "forum");

  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(TestDatabase.SQLITE.fresh(folder), CLOCK);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static MonetaryAmount usd(String amount, UnitText unit) {
    return MonetaryAmount.of("USD", new BigDecimal(amount), unit);
  }

  private static JobPostingBuilder task(String id) {
    return JobPosting.builder("mill", "mill", id)
        .title("Sort pears " + id)
        .hiringOrganization(Organization.named("Stone Lab"))
        .baseSalary(usd("0.20", UnitText.TASK));
  }

  private static DiscussionForumPosting post(
      String id, String mention, @Nullable Instant at, @Nullable MonetaryAmount pay) {
    return new DiscussionForumPosting(
        "forum:" + id,
        "forum",
        "mill",
        id,
        null,
        "Thread",
        "poster",
        at,
        "It took a while",
        List.of(mention),
        pay,
        List.of(REPORT));
  }

  private void keep(Item... items) {
    new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            CLOCK)
        .take(
            Batch.Rows.of("mill", NOON)
                .outcome(RunOutcome.Read.PARTIAL)
                .items(List.of(items))
                .build());
  }

  private Evidence beside(JobPosting posting, DiscussionForumPosting... posts) {
    return new StoredEvidence(store, List.of(posting), List.of(posts), NOON).of(posting);
  }

  private static List<String> ids(List<JobPosting> postings) {
    return postings.stream().map(JobPosting::id).toList();
  }

  /** Sixty days at most, in whatever case and between whatever blanks the name is written. */
  @ParameterizedTest
  @CsvSource({
    "stone lab, 0, 1",
    "' STONE LAB ', 5184000, 1",
    "Stone Lab, 5184001, 0",
    "Stone Labs, 0, 0"
  })
  void talkOfHerAndOfTheSamePayIsAboutTheTask(String name, long seconds, int reports) {
    DiscussionForumPosting post =
        post("1", name, NOON.minusSeconds(seconds), usd("0.2", UnitText.TASK));
    JobPosting posting = task("1").build();
    assertThat(beside(posting, post).withReports(posting).reports()).hasSize(reports);
    assertThat(beside(posting, post).others(posting)).isEmpty();
  }

  @Test
  void talkOfAnotherPayIsAboutAnotherTaskAndWithoutPayAboutNone() {
    JobPosting posting = task("1").build();
    DiscussionForumPosting other = post("2", "Stone Lab", null, usd("0.50", UnitText.TASK));
    assertThat(ids(beside(posting, other).others(posting))).containsExactly("forum:2");
    assertThat(beside(posting, other).withReports(posting)).isEqualTo(posting);
    JobPosting asked = beside(posting, other).others(posting).getFirst();
    assertThat(asked.reports()).containsExactly(REPORT);
    assertThat(asked.title()).isEqualTo("Thread");
    for (MonetaryAmount none : new MonetaryAmount[] {null, usd("0.50", UnitText.HOUR)}) {
      DiscussionForumPosting post = post("3", "Stone Lab", null, none);
      assertThat(beside(posting, post).others(posting)).isEmpty();
      assertThat(beside(posting, post).withReports(posting).reports()).isEmpty();
    }
    MonetaryAmount euros = MonetaryAmount.of("EUR", new BigDecimal("0.20"), UnitText.TASK);
    DiscussionForumPosting foreign = post("4", "Stone Lab", null, euros);
    assertThat(ids(beside(posting, foreign).others(posting))).containsExactly("forum:4");
    MonetaryAmount most =
        new MonetaryAmount("USD", null, new BigDecimal("0.2"), UnitText.TASK, null, null, null);
    DiscussionForumPosting upTo = post("5", "Stone Lab", null, most);
    assertThat(ids(beside(posting, upTo).others(posting))).containsExactly("forum:5");
  }

  @Test
  void whoHasNoNameAndWhatIsNoTaskIsNotTalkedAbout() {
    DiscussionForumPosting post = post("1", "Stone Lab", NOON, usd("0.2", UnitText.TASK));
    JobPosting nobody = task("1").hiringOrganization(null).build();
    assertThat(beside(nobody, post).withReports(nobody).reports()).isEmpty();
    JobPosting numbered = task("1").hiringOrganization(new Organization(null, "r7", null)).build();
    assertThat(beside(numbered, post).withReports(numbered).reports()).isEmpty();
    JobPosting hourly = task("1").baseSalary(usd("0.2", UnitText.HOUR)).build();
    keep(task("9").reports(List.of(REPORT)).build());
    assertThat(beside(hourly, post).withReports(hourly)).isEqualTo(hourly);
    assertThat(beside(hourly, post).others(hourly)).isEmpty();
  }

  @Test
  void whatWasToldTwiceIsHeardOnce() {
    JobPosting told = task("1").reports(List.of(REPORT)).build();
    DiscussionForumPosting post = post("1", "Stone Lab", NOON, usd("0.2", UnitText.TASK));
    assertThat(beside(told, post).withReports(told)).isSameAs(told);
    JobPosting posting = task("1").build();
    keep(post);
    assertThat(beside(posting, post).withReports(posting).reports()).containsExactly(REPORT);
    assertThat(beside(posting).withReports(posting).reports()).as("kept").containsExactly(REPORT);
  }

  @Test
  void herOtherTasksOfTheBatchAndOfTheStoreCountIfTheirTimeIsKnown() {
    keep(
        task("1").reports(List.of(REPORT)).build(),
        task("2").build(),
        task("3").timeMeasured(Duration.ofMinutes(5)).build(),
        task("4").hiringOrganization(Organization.named("Other")).reports(List.of(REPORT)).build());
    JobPosting posting = task("5").build();
    JobPosting fresh = task("6").timeMeasured(Duration.ofMinutes(5)).build();
    JobPosting dull = task("7").build();
    StoredEvidence evidence =
        new StoredEvidence(store, List.of(posting, fresh, dull), List.of(), NOON);
    assertThat(ids(evidence.of(posting).others(posting)))
        .containsExactlyInAnyOrder("mill:1", "mill:3", "mill:6");
    assertThat(ids(evidence.of(fresh).others(fresh)))
        .as("never the task itself")
        .containsExactlyInAnyOrder("mill:1", "mill:3");
    assertThat(evidence.of(posting).at()).isEqualTo(NOON);
    assertThat(evidence.of(posting).conduct(posting)).isEmpty();
  }

  private static Posting read(JobPostingBuilder row) {
    return Posting.read(row.build());
  }

  private List<String> touched(List<Change> changes, DiscussionForumPosting... posts) {
    return new Touched(store).by(changes, List.of(posts)).stream().map(Posting::id).toList();
  }

  /** Two open tasks of hers, one by the hour, and one of somebody else. */
  private void keepTasks() {
    keep(
        task("1").build(),
        task("2").build(),
        task("3").baseSalary(usd("9", UnitText.HOUR)).build(),
        task("4").hiringOrganization(Organization.named("Other")).build());
  }

  @Test
  void newTimesConcernHerOtherOpenTasks() {
    keepTasks();
    Posting timed = read(task("2").reports(List.of(REPORT)));
    Posting measured = read(task("2").timeMeasured(Duration.ofMinutes(5)));
    Posting bare = read(task("2"));
    for (Change bringing :
        List.of(
            new Change.New(timed),
            new Change.New(measured),
            new Change.Duplicate(timed, bare),
            new Change.Reposted(timed, bare),
            new Change.Changed(timed, bare, Set.of("reports")),
            new Change.Changed(measured, bare, Set.of("timeMeasured")),
            new Change.Reopened(timed, bare, Set.of("state"))))
      assertThat(touched(List.of(bringing))).as(bringing.toString()).containsExactly("mill:1");
    for (Change silent :
        List.of(
            new Change.New(bare),
            new Change.Changed(timed, timed, Set.of("title")),
            new Change.Changed(measured, measured, Set.of("title")),
            new Change.Changed(bare, measured, Set.of("timeMeasured")),
            new Change.Unchanged(timed),
            new Change.Missing(timed),
            new Change.Closed(timed, timed)))
      assertThat(touched(List.of(silent))).as(silent.toString()).isEmpty();
  }

  @Test
  void talkConcernsTheTasksOfWhomItNames() {
    keepTasks();
    DiscussionForumPosting post = post("1", "Stone Lab", NOON, null);
    assertThat(touched(List.of(), post)).containsExactlyInAnyOrder("mill:1", "mill:2");
    assertThat(
            touched(List.of(new Change.Changed(read(task("1")), read(task("1")), Set.of())), post))
        .as("what is decided anyway is not decided twice")
        .containsExactly("mill:2");
    assertThat(touched(List.of(new Change.Unchanged(read(task("1")))), post)).hasSize(2);
    DiscussionForumPosting idle =
        new DiscussionForumPosting(
            "forum:2",
            "forum",
            "mill",
            "2",
            null,
            null,
            null,
            NOON,
            "x",
            List.of("Stone Lab"),
            null,
            List.of());
    assertThat(touched(List.of(), idle)).isEmpty();
  }

  @Test
  void ofOneRequesterFiftyAreConcernedAtOnce() {
    List<Item> many = new ArrayList<>();
    IntStream.range(0, 60).forEach(i -> many.add(task("n" + i).build()));
    keep(many.toArray(Item[]::new));
    assertThat(touched(List.of(), post("1", "Stone Lab", NOON, null))).hasSize(50);
  }
}
