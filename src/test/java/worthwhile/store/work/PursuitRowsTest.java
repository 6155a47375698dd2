package worthwhile.store.work;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.rejection.Pursuit;
import worthwhile.work.rejection.PursuitBuilder;
import worthwhile.work.rejection.RejectionOutcome;

/** What workers did about rejected work, through the real databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PursuitRowsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private String url;
  private Store store;

  @BeforeEach
  void open() {
    url = kind.fresh(folder);
    store = Store.open(url, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Work stored(String account, String print, Status status) {
    Work work = WorkRowsTest.work(account, print, status);
    store.work().take(account, List.of(work));
    return work;
  }

  private void change(Work work, UnaryOperator<Pursuit> change) {
    assertThat(
            store.pursuits().change(work.worker(), work.id(), (_, before) -> change.apply(before)))
        .isTrue();
  }

  private void end(Work work, RejectionOutcome outcome) {
    store
        .pursuits()
        .change(
            work.worker(),
            work.id(),
            (piece, before) -> before.ended(Optional.ofNullable(outcome), piece));
  }

  private Status status(Work work) {
    return store.work().byId(work.worker(), work.id()).orElseThrow().status();
  }

  private static Pursuit all(Pursuit before) {
    return PursuitBuilder.builder(before)
        .rejected(Optional.of(DAY))
        .cause(Optional.of(RejectionCause.ATTENTION_CHECK))
        .wrote(Optional.of(DAY.plusDays(1)))
        .support(Optional.of(DAY.plusDays(8)))
        .remind(Optional.of(DAY.plusDays(9)))
        .build();
  }

  @Test
  void allThatWasDoneIsThereAfterANewStart() {
    Work work = stored("ann", "one", Status.REJECTED);
    assertThat(store.pursuits().of("ann", work.id()).isBegun()).isFalse();
    change(work, PursuitRowsTest::all);
    end(work, RejectionOutcome.NO_ANSWER);
    Pursuit written = store.pursuits().of("ann", work.id());
    store.close();
    store = Store.open(url, Clock.fixed(NOON, ZoneOffset.UTC));
    assertThat(store.pursuits().of("ann", work.id())).isEqualTo(written);
    assertThat(written.outcome()).contains(RejectionOutcome.NO_ANSWER);
    assertThat(written.support()).contains(LocalDate.of(2026, 11, 28));
    change(work, before -> Pursuit.none(before.account(), before.work()));
    assertThat(store.pursuits().of("ann", work.id()).isBegun()).isFalse();
  }

  @Test
  void anOutcomeChangesTheLedgerAndItsWithdrawalChangesItBack() {
    Work rejected = stored("ann", "one", Status.REJECTED);
    Work pending = stored("ann", "two", Status.PENDING);
    Work late = stored("ann", "three", Status.TIMED_OUT);
    end(rejected, RejectionOutcome.OVERTURNED);
    assertThat(status(rejected)).isEqualTo(Status.PAID);
    end(rejected, RejectionOutcome.REFUSED);
    assertThat(status(rejected)).isEqualTo(Status.REJECTED);
    end(rejected, null);
    assertThat(status(rejected)).isEqualTo(Status.REJECTED);
    end(pending, RejectionOutcome.REFUSED);
    assertThat(status(pending)).isEqualTo(Status.REJECTED);
    end(pending, RejectionOutcome.OVERTURNED);
    end(pending, RejectionOutcome.OVERTURNED);
    assertThat(status(pending)).isEqualTo(Status.PAID);
    end(pending, null);
    assertThat(status(pending)).isEqualTo(Status.PENDING);
    end(late, RejectionOutcome.REFUSED);
    assertThat(status(late)).isEqualTo(Status.TIMED_OUT);
  }

  @Test
  void whatWasHeardOfTheWorkSinceIsNotTakenBack() {
    Work work = stored("ann", "one", Status.REJECTED);
    end(work, RejectionOutcome.REFUSED);
    store.work().replace(work.with(Status.PAID));
    end(work, null);
    assertThat(status(work)).isEqualTo(Status.PAID);
  }

  @Test
  void nobodyElsesWorkIsChanged() {
    Work work = stored("ann", "one", Status.REJECTED);
    assertThat(store.pursuits().change("bob", work.id(), (_, before) -> before)).isFalse();
    assertThat(store.pursuits().change("ann", UUID.randomUUID(), (_, p) -> p)).isFalse();
    change(work, PursuitRowsTest::all);
    assertThat(store.pursuits().of("bob", work.id()).isBegun()).isFalse();
    assertThat(store.pursuits().reminders("bob", DAY.plusYears(1))).isEmpty();
  }

  @Test
  void remindersAreDueFromTheirDayOnWhileNothingCameOfIt() {
    Work work = stored("ann", "one", Status.REJECTED);
    Work paid = stored("ann", "two", Status.REJECTED);
    stored("ann", "three", Status.REJECTED);
    change(work, PursuitRowsTest::all);
    change(paid, PursuitRowsTest::all);
    store.work().replace(paid.with(Status.PAID));
    assertThat(store.pursuits().reminders("ann", DAY.plusDays(8))).isEmpty();
    assertThat(store.pursuits().reminders("ann", DAY.plusDays(9)))
        .extracting(Work::id)
        .containsExactly(work.id());
    end(work, RejectionOutcome.NO_ANSWER);
    assertThat(store.pursuits().reminders("ann", DAY.plusDays(9))).isEmpty();
  }

  @Test
  void itGoesWithTheWork() {
    Work work = stored("ann", "one", Status.REJECTED);
    change(work, PursuitRowsTest::all);
    store.work().delete("ann", work.id());
    stored("ann", "one", Status.REJECTED);
    assertThat(store.pursuits().of("ann", work.id()).isBegun()).isFalse();
  }
}
