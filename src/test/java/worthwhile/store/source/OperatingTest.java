package worthwhile.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.posting.Reason;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.HeldRuns.Hold;

/** Pauses, batches that wait for a person, and the log of who did what. */
class OperatingTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Actor ANNA = new Actor.Operator("anna");

  @TempDir private Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private Store store;

  private void open(TestDatabase kind) {
    InstantSource time = now::get;
    store = Store.open(kind.fresh(folder), time.withZone(ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void run(String id, String outcome) {
    now.set(now.get().plusSeconds(60));
    store
        .runs()
        .add(
            RunsRunBuilder.builder()
                .id(id)
                .source("alpha")
                .at(now.get())
                .outcome(outcome)
                .reason(Optional.of(Reason.of("rows-unusual").with("rows", 3).with("usual", 60)))
                .took(Duration.ofSeconds(2))
                .build());
  }

  private void page(String run) {
    store
        .bodies()
        .keep(
            "alpha",
            run,
            List.of(
                new Bodies.Page(
                    "https://alpha.example/" + run,
                    new Response(
                        URI.create("https://alpha.example/" + run),
                        200,
                        Map.of(),
                        run.getBytes(StandardCharsets.UTF_8),
                        now.get()),
                    Validators.NONE,
                    Optional.empty())));
  }

  private Optional<String> waiting() {
    return store.heldRuns().ofSource("alpha").map(Runs.Run::id);
  }

  private List<Deed> deeds() {
    return store.operatorLog().newest(20, 0).stream().map(OperatorLog.Act::deed).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aPauseIsMadeOnceEndedOnceAndKeepsWhatIsDueFromBeingRead(TestDatabase kind) {
    open(kind);
    assertThat(store.pauses().end("alpha", ANNA)).isFalse();
    assertThat(store.pauses().begin("alpha", ANNA)).isTrue();
    assertThat(store.pauses().begin("alpha", new Actor.CommandLine())).isFalse();
    assertThat(store.pauses().all()).containsExactly(Map.entry("alpha", NOW));
    assertThat(store.leases().takeIfDue("alpha", "r1")).isEqualTo(new Leases.Grant.Paused());
    assertThat(store.runs().byId("r1")).isEmpty();
    assertThat(store.leases().takeIfDue("beta", "r2")).isEqualTo(new Leases.Grant.Granted());

    assertThat(store.pauses().end("alpha", ANNA)).isTrue();
    assertThat(store.leases().takeIfDue("alpha", "r3")).isEqualTo(new Leases.Grant.Granted());
    assertThat(deeds()).containsExactlyInAnyOrder(Deed.RESUMED, Deed.PAUSED);
  }

  @ParameterizedTest
  @EnumSource
  void aPauseOutlivesTheRunThatWasUnderWay(TestDatabase kind) {
    open(kind);
    store.leases().takeIfDue("alpha", "r1");
    store.pauses().begin("alpha", ANNA);
    run("r1", "items");
    store.sourceStates().put(state(NOW));
    store.leases().release("alpha", "r1");
    assertThat(store.pauses().since("alpha")).isPresent();
    assertThat(store.leases().takeIfDue("alpha", "r2")).isEqualTo(new Leases.Grant.Paused());
  }

  private static SourceStates.State state(Instant next) {
    return SourceStatesStateBuilder.builder()
        .source("alpha")
        .condition("ok")
        .reason(Optional.empty())
        .since(NOW)
        .lastSuccess(Optional.empty())
        .lastRun(Optional.empty())
        .nextRun(Optional.of(next))
        .interval(Optional.empty())
        .failures(0)
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotDueIsMadeDueOnce(TestDatabase kind) {
    open(kind);
    assertThat(store.sourceStates().hasten("alpha", ANNA)).as("never run: due already").isFalse();
    store.sourceStates().put(state(NOW.plusSeconds(3600)));
    assertThat(store.sourceStates().hasten("alpha", ANNA)).isTrue();
    assertThat(store.sourceStates().hasten("alpha", ANNA)).isFalse();
    assertThat(store.sourceStates().of("alpha").nextRun()).hasValue(NOW);
    assertThat(deeds()).containsExactly(Deed.RUN_NOW);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKeptForASecondGoesWithEachChangeOfThisProcess(TestDatabase kind) {
    open(kind);
    assertThat(store.sourceStates().lately()).isEmpty();
    store.sourceStates().put(state(NOW.plusSeconds(3600)));
    assertThat(store.sourceStates().lately()).isEqualTo(store.sourceStates().all()).hasSize(1);
    store.sourceStates().hasten("alpha", ANNA);
    assertThat(store.sourceStates().lately()).isEqualTo(store.sourceStates().all());
    assertThat(store.pauses().lately()).isEmpty();
    store.pauses().begin("alpha", ANNA);
    assertThat(store.pauses().lately()).containsKey("alpha");
    store.pauses().end("alpha", ANNA);
    assertThat(store.pauses().lately()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theNewestBatchThatWasHeldBackWaitsUntilARunTellsAll(TestDatabase kind) {
    open(kind);
    run("r1", "items");
    assertThat(waiting()).isEmpty();
    run("r2", "held-back");
    run("r3", "unavailable");
    assertThat(waiting()).hasValue("r2");
    run("r4", "held-back");
    assertThat(waiting()).hasValue("r4");
    assertThat(store.heldRuns().all()).hasSize(1);
    assertThat(store.heldRuns().throwAway("alpha", "r2", ANNA)).as("another waits").isFalse();
    run("r5", "unchanged");
    assertThat(waiting()).isEmpty();
    assertThat(deeds()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsThrownAwayGoesWithItsPagesAndOnce(TestDatabase kind) {
    open(kind);
    run("r1", "held-back");
    page("r1");
    assertThat(store.heldRuns().throwAway("alpha", "r1", ANNA)).isTrue();
    assertThat(store.heldRuns().throwAway("alpha", "r1", ANNA)).isFalse();
    assertThat(waiting()).isEmpty();
    assertThat(store.bodies().ofRun("r1")).isEmpty();
    assertThat(store.sizes().rows()).containsEntry("body", 0L).containsEntry("operator_act", 1L);
    OperatorLog.Act act = store.operatorLog().ofSource("alpha", 5).getFirst();
    assertThat(act.actor()).isEqualTo(ANNA);
    assertThat(act.run()).hasValue("r1");
    assertThat(act.note().orElseThrow().text())
        .isEqualTo("3 rows where the last runs had about 60");
  }

  @ParameterizedTest
  @EnumSource
  void aReleaseThatDiesBetweenDecisionAndBatchHasDecidedNothing(TestDatabase kind) {
    open(kind);
    run("r1", "held-back");
    assertThat(store.heldRuns().take("alpha", "r1", "r2", ANNA)).isInstanceOf(Hold.Taken.class);
    assertThat(store.heldRuns().take("alpha", "r1", "r3", ANNA)).isEqualTo(new Hold.UnderWay());
    assertThat(deeds()).containsExactly(Deed.RELEASED);
    store.leases().abandon(); // As whoever finds the process gone.
    assertThat(store.runs().byId("r2").orElseThrow().outcome()).isEqualTo("broken");
    assertThat(waiting()).hasValue("r1");
    assertThat(store.heldRuns().take("alpha", "r1", "r4", ANNA)).isInstanceOf(Hold.Taken.class);
    run("r4", "items");
    assertThat(store.heldRuns().take("alpha", "r1", "r5", ANNA)).isEqualTo(new Hold.Gone());
    assertThat(store.runs().byId("r5")).as("nothing began").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theLogIsReadNewestFirstAndKeptForAYear(TestDatabase kind) {
    open(kind);
    for (Actor actor : List.of(ANNA, new Actor.CommandLine(), new Actor.Program())) {
      now.set(now.get().plusSeconds(1));
      store
          .operatorLog()
          .note(actor, Deed.STARTED, Optional.of(Reason.of("started").with("version", "1")));
    }
    assertThat(store.operatorLog().newest(9, 0).stream().map(OperatorLog.Act::actor))
        .containsExactly(new Actor.Program(), new Actor.CommandLine(), ANNA);
    assertThat(store.operatorLog().newest(1, 1).getFirst().actor())
        .isEqualTo(new Actor.CommandLine());
    store.forgetAllButAccounts();
    assertThat(store.operatorLog().thin(NOW.plus(OperatorLog.KEPT).plusSeconds(2))).isEqualTo(1);
    assertThat(store.operatorLog().newest(9, 0)).hasSize(2);
  }
}
