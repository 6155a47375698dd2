package worthwhile.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.CarryOver;
import worthwhile.store.source.Leases.Grant;
import worthwhile.store.sql.Address;
import worthwhile.store.sql.Database;

class LeasesTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final ProcessId FAR = new ProcessId("elsewhere", 7, 1);

  /** One of this computer that is not there any more. */
  private static final ProcessId GONE = new ProcessId(ProcessId.self().place(), 1L << 40, 1);

  @TempDir private Path folder;
  private Database database;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  private void open(TestDatabase kind) {
    database = Database.open(Address.parse(kind.fresh(folder)), new CarryOver());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Leases of(ProcessId process) {
    InstantSource time = now::get;
    return new Leases(database, time.withZone(ZoneOffset.UTC), process);
  }

  private String outcome(String run) {
    return new Runs(database).byId(run).orElseThrow().outcome();
  }

  @ParameterizedTest
  @EnumSource
  void aSourceIsReadByOneAtATimeAndARunHasItsRowFromTheStart(TestDatabase kind) {
    open(kind);
    Leases here = of(ProcessId.self());
    assertThat(here.take("alpha", "r1")).isEqualTo(new Grant.Granted());
    assertThat(outcome("r1")).isEqualTo("running");
    assertThat(here.take("alpha", "r2")).isEqualTo(new Grant.Taken("r1"));
    assertThat(of(FAR).take("alpha", "r3")).isEqualTo(new Grant.Taken("r1"));
    assertThat(here.take("beta", "r4")).isEqualTo(new Grant.Granted());
    here.release("alpha", "r1");
    assertThat(of(FAR).take("alpha", "r5")).isEqualTo(new Grant.Granted());
  }

  @ParameterizedTest
  @EnumSource
  void whatAProcessLeftBehindIsTakenOverAtOnceWhereItsDeathIsSeen(TestDatabase kind) {
    open(kind);
    of(GONE).take("alpha", "killed");
    assertThat(of(ProcessId.self()).isHeld("alpha")).isFalse();
    assertThat(of(ProcessId.self()).take("alpha", "r1")).isEqualTo(new Grant.Granted());
    assertThat(outcome("killed")).isEqualTo("broken");
    of(GONE).take("beta", "also");
    assertThat(of(ProcessId.self()).sweep()).isEqualTo(1);
    assertThat(outcome("also")).isEqualTo("broken");
    assertThat(outcome("r1")).as("it lives").isEqualTo("running");
  }

  @ParameterizedTest
  @EnumSource
  void anotherComputerIsDeadWhenItSaysNothingForAWhile(TestDatabase kind) {
    open(kind);
    of(FAR).take("alpha", "far");
    now.set(NOW.plus(Leases.PATIENCE).minusSeconds(1));
    assertThat(of(ProcessId.self()).take("alpha", "r1")).isEqualTo(new Grant.Taken("far"));
    of(FAR).renew();
    now.set(now.get().plus(Leases.PATIENCE).minusSeconds(1));
    assertThat(of(ProcessId.self()).sweep()).isZero();
    now.set(now.get().plusSeconds(2));
    assertThat(of(ProcessId.self()).take("alpha", "r1")).isEqualTo(new Grant.Granted());
    assertThat(Leases.PATIENCE).isLessThan(Duration.ofMinutes(1));
  }

  @ParameterizedTest
  @EnumSource
  void aClockThatWasAheadHoldsNothing(TestDatabase kind) {
    open(kind);
    now.set(NOW.plus(Duration.ofDays(365)));
    of(FAR).take("alpha", "far");
    now.set(NOW);
    assertThat(of(ProcessId.self()).take("alpha", "r1")).isEqualTo(new Grant.Granted());
  }

  @ParameterizedTest
  @EnumSource
  void aRunThatWasGivenUpIsNotWrittenAfterwards(TestDatabase kind) {
    open(kind);
    Leases here = of(ProcessId.self());
    here.take("alpha", "r1");
    here.abandon();
    assertThat(outcome("r1")).isEqualTo("broken");
    Runs.Run late =
        RunsRunBuilder.builder(new Runs(database).byId("r1").orElseThrow())
            .outcome("items")
            .build();
    new Runs(database).add(late);
    assertThat(outcome("r1")).isEqualTo("broken");
    assertThat(here.take("alpha", "r2")).isEqualTo(new Grant.Granted());
  }

  @ParameterizedTest
  @EnumSource
  void aHostIsParkedUntilItsTimeAndNoWrongClockParksItForAYear(TestDatabase kind) {
    open(kind);
    InstantSource time = now::get;
    ParkedHosts hosts = new ParkedHosts(database, time.withZone(ZoneOffset.UTC));
    hosts.park("board.example", Duration.ofHours(1));
    hosts.park("board.example", Duration.ofMinutes(1));
    now.set(NOW.plus(Duration.ofMinutes(59)));
    assertThat(hosts.left("board.example")).contains(Duration.ofMinutes(1));
    now.set(NOW.plus(Duration.ofMinutes(60)));
    assertThat(hosts.left("board.example")).isEmpty();
    now.set(NOW.plus(Duration.ofDays(365)));
    hosts.park("board.example", Duration.ofDays(7));
    now.set(NOW);
    assertThat(hosts.left("board.example")).isEmpty();
    hosts.park("board.example", Duration.ofMinutes(2));
    assertThat(hosts.left("board.example")).as("a true note replaces it").isPresent();
  }
}
