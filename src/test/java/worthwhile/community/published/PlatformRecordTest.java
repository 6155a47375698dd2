package worthwhile.community.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.ReviewFactsBuilder;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.earn.WorkSettings;

class PlatformRecordTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final RequesterId MILL = RequesterId.identified("mill", "M1");

  @TempDir private Path folder;

  private static void review(
      Store store, String account, Subject subject, ReviewFactsBuilder facts, boolean verified) {
    Review review =
        new Review(
            UUID.randomUUID().toString(),
            account,
            subject,
            "mill",
            subject.kind() == Subject.Kind.PLATFORM ? Optional.empty() : Optional.of(MILL),
            Optional.empty(),
            facts.build(),
            Optional.empty(),
            Optional.empty(),
            verified,
            false,
            NOW.minus(Duration.ofDays(10)),
            NOW,
            NOW);
    store.write(writing -> writing.statements().reviews().add(review));
  }

  private static void work(Store store, String account, int number, Status status) {
    Instant done = NOW.minus(Duration.ofDays(50));
    Work work =
        new Work(
            null,
            account,
            "mill",
            "id" + number,
            null,
            "Sorting",
            null,
            new Payment("USD", BigDecimal.ONE, null, null, done.plus(Duration.ofDays(6))),
            new Times(null, done, null, null),
            status,
            Provenance.IMPORT,
            account + number,
            NOW,
            null);
    store.work().take(account, List.of(work));
  }

  private static void consent(Store store, String account) {
    store
        .workSettings()
        .put(
            account,
            new WorkSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.minus(Duration.ofDays(9))),
                Optional.empty(),
                Optional.empty()));
  }

  private static ReviewFactsBuilder facts(Outcome outcome) {
    return ReviewFactsBuilder.builder().outcome(outcome);
  }

  @ParameterizedTest
  @EnumSource
  void eachWorkerCountsTheSameAndFewerThanThreeSayNothing(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      for (int i = 0; i < 40; i++)
        review(store, "busy", Subject.posting("mill:" + i), facts(Outcome.REJECTED), true);
      review(store, "a", Subject.requester("mill:M1"), facts(Outcome.PAID).paidAfterDays(3), true);
      for (int i = 0; i < 9; i++)
        review(store, "new" + i, Subject.requester("mill:M1"), facts(Outcome.REJECTED), false);
      assertThat(PlatformRecord.of(store, "mill")).as("new accounts do not count").isEmpty();
      for (int i = 0; i < 4; i++) work(store, "silent", i, Status.PAID);
      for (int i = 0; i < 4; i++) work(store, "c", i, i == 0 ? Status.REJECTED : Status.PAID);
      assertThat(PlatformRecord.of(store, "mill")).as("nobody consented").isEmpty();
      consent(store, "c");
      PlatformRecord record = PlatformRecord.of(store, "mill").orElseThrow();
      assertThat(record.workers()).isEqualTo(3);
      assertThat(record.tasks()).isEqualTo(45);
      assertThat(record.paid()).as("(0 + 1 + 0.75) / 3").isEqualByComparingTo("0.583");
      assertThat(record.daysToPay()).as("two tell").isEmpty();
      assertThat(record.since()).isEqualTo(LocalDate.of(2026, 10, 1));
      assertThat(record.deactivated()).isEmpty();
      assertThat(PlatformRecord.of(store, "shelf")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void supportAndShutAccountsAreOfThePlatformItself(TestDatabase database) {
    try (Store store = Store.open(database.fresh(folder), CLOCK)) {
      Subject mill = Subject.platform("mill");
      for (String account : List.of("a", "b", "c")) {
        review(
            store,
            account,
            Subject.requester("mill:M1"),
            facts(Outcome.PAID).answered(false).paidAfterDays(4),
            true);
        review(
            store,
            account,
            mill,
            facts(Outcome.PENDING).answered(true).deactivated(account.equals("b")),
            false);
      }
      assertThat(PlatformRecord.of(store, "mill").orElseThrow().answered())
          .as("their own word counts only where their work is known")
          .isEmpty();
      for (String account : List.of("a", "b", "c")) work(store, account, 1, Status.PAID);
      PlatformRecord record = PlatformRecord.of(store, "mill").orElseThrow();
      assertThat(record.answered().orElseThrow().hits()).isEqualTo(3);
      assertThat(record.deactivated().orElseThrow().hits()).isEqualTo(1);
      assertThat(record.daysToPay()).contains(4);
    }
  }
}
