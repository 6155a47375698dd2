package worthwhile.store.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static worthwhile.store.Examples.NOON;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.WorkReport;
import worthwhile.store.Examples;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.account.AccountRows;
import worthwhile.work.Merge;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.earn.Goal;
import worthwhile.work.earn.WorkSettings;
import worthwhile.work.time.Report;
import worthwhile.work.time.TimedTask;
import worthwhile.work.time.Timer;

/** Workers' own work through the real databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WorkRowsTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private String url;
  private Store store;
  private WorkRows rows;

  @BeforeEach
  void open() {
    url = kind.fresh(folder);
    store = Store.open(url, Clock.fixed(NOON, ZoneOffset.UTC));
    rows = store.work();
  }

  @AfterEach
  void close() {
    store.close();
  }

  static Work work(String worker, String fingerprint, Status status) {
    Instant start = Instant.parse("2026-10-01T10:00:00.123Z");
    return new Work(
        null,
        worker,
        "prolific",
        "3AAA",
        "prolific:66",
        "=Breakfast \"habits\" \uD83D\uDE00",
        new Organization("Ångström & Söhne", "r1", null),
        new Payment(
            "GBP", new BigDecimal("2.675"), new BigDecimal("0.00"), new BigDecimal("0.1"), NOON),
        new Times(
            start,
            start.plusMillis(343_004),
            Duration.ofMillis(300_001),
            Duration.ofMillis(343_004)),
        status,
        Provenance.TIMER,
        fingerprint,
        NOON,
        null);
  }

  @Test
  void postingsOfOneAccountAreItsOwn() {
    rows.take("ada", List.of(work("ada", "one", Status.PAID), bare("ada", "two")));
    rows.take("bob", List.of(bare("bob", "three")));
    assertThat(rows.postingsOf("ada", 5)).containsExactly("prolific:66");
    assertThat(rows.postingsOf("bob", 5)).isEmpty();
    assertThat(rows.postingsOf("ada", 0)).isEmpty();
  }

  private static Work bare(String worker, String fingerprint) {
    return new Work(
        null,
        worker,
        "other",
        null,
        null,
        "Bare",
        null,
        Payment.UNKNOWN,
        Times.UNKNOWN,
        Status.RETURNED,
        Provenance.IMPORT,
        fingerprint,
        NOON,
        null);
  }

  @Test
  void workComesBackAsItWentAndOnlyToItsOwner() {
    Work one = work("ada", "f1", Status.PENDING);
    Work two = bare("ada", "f2");
    Merge.Plan plan = rows.take("ada", List.of(one, two));
    assertThat(plan.added()).hasSize(2);
    assertThat(rows.of("ada")).containsExactly(one, two);
    assertThat(rows.byId("ada", one.id())).contains(one);
    assertThat(rows.of("ben")).isEmpty();
    assertThat(rows.byId("ben", one.id())).isEmpty();
    assertThat(rows.delete("ben", one.id())).isFalse();
    assertThat(rows.count("ada")).isEqualTo(2);
    assertThatThrownBy(() -> rows.take("ben", List.of(one)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePlatformsOfAnAccountAreThoseOfItsWork() {
    Work one = work("ada", "f1", Status.PENDING);
    rows.take("ada", List.of(one, bare("ada", "f2")));
    assertThat(rows.platforms("ada")).contains(one.platform());
    assertThat(rows.platforms("ben")).isEmpty();
  }

  @Test
  void whatIsSaidToBeAddedWasAddedOnce() throws Exception {
    try (Store other = Store.open(url, Clock.fixed(NOON, ZoneOffset.UTC));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 10; round++) {
        String file = "file " + round + ", row ";
        List<Work> same = IntStream.range(0, 200).mapToObj(i -> bare("ada", file + i)).toList();
        var here = threads.submit(() -> rows.take("ada", same).added().size());
        var there = threads.submit(() -> other.work().take("ada", same).added().size());
        assertThat(here.get() + there.get()).isEqualTo(same.size());
      }
      assertThat(rows.count("ada")).isEqualTo(2_000);
    }
  }

  @Test
  void takingTheSameAgainChangesNothingAndNewsChangesTheRow() {
    Work pending = work("ada", "f1", Status.PENDING);
    rows.take("ada", List.of(pending));
    assertThat(rows.take("ada", List.of(pending)).unchanged()).isEqualTo(1);
    assertThat(rows.take("ben", List.of(work("ben", "f1", Status.PENDING))).added()).hasSize(1);
    assertThat(rows.take("ada", List.of(work("ada", "f1", Status.PAID))).changed()).hasSize(1);
    assertThat(rows.of("ada")).containsExactly(work("ada", "f1", Status.PAID));
    assertThat(rows.of("ben").getFirst().status()).isEqualTo(Status.PENDING);
    assertThat(rows.delete("ada", pending.id())).isTrue();
    assertThat(rows.of("ada")).isEmpty();
  }

  private static Work piece(
      String title, Provenance provenance, int hour, int nth, Status status, String currency) {
    Instant start = Instant.parse("2026-10-01T00:00:00Z").plus(Duration.ofHours(hour));
    return new Work(
        null,
        "ada",
        nth % 2 == 0 ? "shelf" : "prolific",
        null,
        null,
        title,
        null,
        Payment.of(currency, BigDecimal.ONE),
        Times.between(start, start.plusSeconds(600)),
        status,
        provenance,
        title + provenance + hour + "/" + nth,
        NOON,
        null);
  }

  /** What may be the same is looked up; the answer is that of comparing with everything. */
  @Test
  void lookingUpWhatMayBeTheSameFindsAllOfIt() {
    Random random = new Random(7);
    for (int round = 0; round < 8; round++) {
      List<Work> all = rows.of("ada");
      List<Work> more = new ArrayList<>();
      for (int i = 0; i < 40; i++)
        more.add(
            piece(
                List.of("Sort shelves", "sort, Shelves!", "Read", "Hear").get(random.nextInt(4)),
                Provenance.values()[random.nextInt(4)],
                random.nextInt(30),
                random.nextInt(3),
                Status.values()[random.nextInt(3)],
                "USD"));
      Merge.Plan wanted = Merge.plan(all, more);
      assertThat(rows.plan("ada", more)).isEqualTo(wanted);
      assertThat(rows.take("ada", more)).isEqualTo(wanted);
      assertThat(rows.count("ada")).isEqualTo(all.size() + wanted.added().size());
    }
  }

  @Test
  void partsOfTheWorkAreReadByPageAndByTime() {
    Work first = piece("a", Provenance.IMPORT, 1, 0, Status.PAID, "USD");
    Work second = piece("b", Provenance.IMPORT, 2, 0, Status.PENDING, "GBP");
    Work third = piece("c", Provenance.IMPORT, 3, 0, Status.REJECTED, "GBP");
    Work paidLater = work("ada", "f1", Status.PAID);
    Work undated = bare("ada", "f2");
    rows.take("ada", List.of(first, second, third, paidLater, undated));
    rows.take("ben", List.of(work("ben", "f1", Status.PAID)));
    assertThat(rows.of("ada")).containsExactly(paidLater, third, second, first, undated);
    assertThat(rows.page("ada", 1, 2)).containsExactly(third, second);
    assertThat(rows.page("ada", 4, 2)).containsExactly(undated);
    Instant handedIn = second.times().submitted();
    assertThat(rows.since("ada", handedIn)).containsExactly(paidLater, third, second);
    assertThat(rows.since("ada", handedIn.plusMillis(1))).containsExactly(paidLater, third);
    assertThat(rows.ofPayments("ada", handedIn, third.times().submitted())).containsExactly(second);
    assertThat(rows.ofPayments("ada", NOON, NOON.plusMillis(1))).containsExactly(paidLater);
    assertThat(rows.currencies("ada")).isEqualTo(Map.of("USD", 1L, "GBP", 2L));
    assertThat(rows.currencies("nobody")).isEmpty();
  }

  @Test
  void anUploadIsKeptForItsOwnerUntilItExpiresOrTheNextComes() {
    UploadRows uploads = store.uploads();
    byte[] content = {1, 2, 3};
    UUID id = UUID.randomUUID();
    uploads.put(new UploadRows.Upload(id, "ada", "f.csv", content, NOON, NOON.plusSeconds(60)));
    assertThat(uploads.byId("ada", id, NOON).orElseThrow().content()).isEqualTo(content);
    assertThat(uploads.byId("ben", id, NOON)).isEmpty();
    assertThat(uploads.byId("ada", id, NOON.plusSeconds(61))).isEmpty();
    UUID next = UUID.randomUUID();
    uploads.put(new UploadRows.Upload(next, "ada", "g.csv", content, NOON, NOON.plusSeconds(60)));
    assertThat(uploads.byId("ada", id, NOON)).isEmpty();
    assertThat(uploads.expire(NOON.plusSeconds(61))).isEqualTo(1);
    assertThat(uploads.byId("ada", next, NOON)).isEmpty();
  }

  @Test
  void oneTimerRunsForEachWorkerAndDoneCountsOnce() {
    TimerRows timers = store.timers();
    Timer first = timer("ada", "Sort shelves");
    assertThat(timers.start(first)).isTrue();
    assertThat(timers.start(timer("ada", "Something else"))).isFalse();
    assertThat(timers.start(timer("ben", "Something else"))).isTrue();
    assertThat(timers.running("ada")).contains(first);
    Timer paused = first.pause(NOON.plusSeconds(60));
    assertThat(timers.replace(paused)).isTrue();
    assertThat(timers.byId("ada", first.id())).contains(paused);
    assertThat(timers.byId("ben", first.id())).isEmpty();
    Timer stopped = paused.stop(NOON.plusSeconds(90));
    timers.replace(stopped);
    assertThat(timers.running("ada")).isEmpty();
    Timer second = timer("ada", "Next");
    assertThat(timers.start(second)).isTrue();
    assertThat(timers.of("ada")).containsExactly(second, stopped);
    Work work = Report.PLAIN.of(stopped, NOON.plusSeconds(100));
    assertThat(timers.finish(stopped, work)).isTrue();
    assertThat(timers.finish(stopped, work)).isFalse();
    assertThat(rows.of("ada")).containsExactly(work);
    assertThat(rows.of("ada").getFirst().times().active()).isEqualTo(Duration.ofSeconds(60));
    assertThat(timers.discard("ben", second.id(), NOON)).isFalse();
    assertThat(timers.discard("ada", second.id(), NOON)).isTrue();
  }

  @Test
  void discardingIsTakenBackForTenMinutes() {
    TimerRows timers = store.timers();
    Timer first = timer("ada", "Sort shelves");
    timers.start(first);
    assertThat(timers.discard("ada", first.id(), NOON.plusSeconds(60))).isTrue();
    assertThat(timers.discard("ada", first.id(), NOON.plusSeconds(61))).isFalse();
    assertThat(timers.running("ada")).isEmpty();
    assertThat(timers.of("ada")).isEmpty();
    assertThat(timers.byId("ada", first.id())).isEmpty();
    assertThat(timers.replace(first.pause(NOON.plusSeconds(62)))).isFalse();
    assertThat(timers.finish(first, Report.PLAIN.of(first.stop(NOON), NOON))).isFalse();
    assertThat(timers.discarded("ada", NOON.plusSeconds(90))).containsExactly(first);
    assertThat(timers.discarded("ben", NOON.plusSeconds(90))).isEmpty();

    assertThat(timers.restore("ben", first.id(), NOON.plusSeconds(90))).isFalse();
    assertThat(timers.restore("ada", first.id(), NOON.plusSeconds(90))).isTrue();
    assertThat(timers.restore("ada", first.id(), NOON.plusSeconds(91))).isFalse();
    assertThat(timers.running("ada")).contains(first);

    timers.discard("ada", first.id(), NOON.plusSeconds(100));
    Timer second = timer("ada", "Next");
    assertThat(timers.start(second)).isTrue();
    assertThat(timers.restore("ada", first.id(), NOON.plusSeconds(110))).isTrue();
    assertThat(timers.of("ada")).containsExactly(second, first.stop(NOON.plusSeconds(100)));

    timers.discard("ada", first.id(), NOON.plusSeconds(200));
    assertThat(timers.forgetDiscarded(NOON.plusSeconds(800))).isZero();
    assertThat(timers.restore("ada", first.id(), NOON.plusSeconds(801))).isFalse();
    assertThat(timers.forgetDiscarded(NOON.plusSeconds(801))).isEqualTo(1);
  }

  private static Timer timer(String worker, String title) {
    TimedTask task =
        new TimedTask(
            "shelf:1",
            "shelf",
            title,
            new Organization("Lab", null, null),
            "USD",
            new BigDecimal("1.50"),
            Duration.ofMinutes(5),
            null);
    Timer.Focus focus = new Timer.Focus(Duration.ofMinutes(25), Duration.ofMinutes(5));
    return Timer.start(UUID.randomUUID(), worker, task, Optional.of(focus), NOON);
  }

  @Test
  void settingsComeBackAsTheyWent() {
    WorkSettings settings =
        new WorkSettings(
            Optional.of(ZoneId.of("Europe/Berlin")),
            Optional.of("EUR"),
            Optional.of(NOON),
            Optional.of(Goal.of("2,5", "hours")),
            Optional.of(Goal.of("120", "eur")));
    assertThat(store.workSettings().of("ada")).isEqualTo(WorkSettings.USUAL);
    store.workSettings().put("ada", settings);
    assertThat(store.workSettings().of("ada")).isEqualTo(settings);
    store.workSettings().put("ada", WorkSettings.USUAL);
    assertThat(store.workSettings().of("ada")).isEqualTo(WorkSettings.USUAL);
  }

  @Test
  void workEntersPublicFiguresOnlyWithConsentAndThreeWorkers() {
    Posting posting = Examples.posting("shelf", "1");
    store.postings().apply(List.of(new Change.New(posting)), Examples.run("r1"));
    finish("zuri", posting, 10);
    finish("yuma", posting, 12);
    finish("cyd", posting, 14);
    told("dan", posting.job().title(), "1.50");
    told("eve", posting.job().title(), "9.99");
    assertThat(rows.reportsFor(posting.job())).isEmpty();
    consent("zuri", "yuma", "eve");
    assertThat(rows.reportsFor(posting.job())).isEmpty();
    consent("dan");
    List<WorkReport> reports = rows.reportsFor(posting.job());
    assertThat(reports)
        .extracting(report -> report.minutes().intValueExact())
        .containsExactlyInAnyOrder(10, 12, 7);
    assertThat(reports).extracting(WorkReport::by).contains("timer", "import");
    assertThat(reports.toString()).doesNotContain("zuri").doesNotContain("yuma");
    assertThat(reports).extracting(WorkReport::worker).doesNotHaveDuplicates();
    store.workSettings().put("zuri", WorkSettings.USUAL);
    assertThat(rows.reportsFor(posting.job())).isEmpty();
  }

  @Test
  void accountsMadeTheOtherDayEnterNoPublicFigure() {
    Posting posting = Examples.posting("shelf", "1");
    store.postings().apply(List.of(new Change.New(posting)), Examples.run("r1"));
    account("ada", NOON.minus(Duration.ofDays(3)));
    account("ben", NOON.minus(Duration.ofDays(3)));
    account("eve", NOON.minus(Duration.ofDays(3)).plusMillis(1));
    for (String name : List.of("ada", "ben", "eve")) finish(name, posting, 10);
    consent("ada", "ben", "eve");
    assertThat(rows.reportsFor(posting.job())).isEmpty();
    account("fay", NOON.minus(Duration.ofDays(30)));
    finish("fay", posting, 12);
    consent("fay");
    assertThat(rows.reportsFor(posting.job())).hasSize(3);
  }

  private void account(String name, Instant created) {
    store
        .accounts()
        .add(
            new AccountRows.Row(
                name, name, name, Set.of(), Optional.empty(), Optional.empty(), created));
  }

  private void consent(String... workers) {
    for (String worker : workers)
      store
          .workSettings()
          .put(
              worker,
              new WorkSettings(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(NOON),
                  Optional.empty(),
                  Optional.empty()));
  }

  private void finish(String worker, Posting posting, int minutes) {
    Timer timer =
        Timer.start(UUID.randomUUID(), worker, TimedTask.of(posting.job()), Optional.empty(), NOON);
    store.timers().start(timer);
    Instant end = NOON.plus(Duration.ofMinutes(minutes));
    store.timers().finish(timer.stop(end), Report.PLAIN.of(timer.stop(end), end));
  }

  /** As an imported file tells it: title and reward, no posting. */
  private void told(String worker, String title, String reward) {
    rows.take(
        worker,
        List.of(
            new Work(
                null,
                worker,
                "tasks",
                null,
                null,
                title.toUpperCase(java.util.Locale.ROOT),
                null,
                Payment.of("USD", new BigDecimal(reward)),
                Times.between(NOON, NOON.plusSeconds(420)),
                Status.PAID,
                Provenance.IMPORT,
                "told-" + worker,
                NOON,
                null)));
  }
}
