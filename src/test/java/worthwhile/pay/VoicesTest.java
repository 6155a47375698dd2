package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.Reason;
import worthwhile.posting.WorkReport;
import worthwhile.posting.WorkReport.Outcome;

/** Reports about one task as one voice for each worker. */
class VoicesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final double EXACT = 1e-9;

  private static WorkReport report(
      @Nullable String worker, @Nullable String minutes, @Nullable Instant at, String by) {
    return new WorkReport(
        worker, minutes == null ? null : new BigDecimal(minutes), at, Outcome.PAID, by);
  }

  private static WorkReport timed(String worker, String minutes) {
    return report(worker, minutes, NOW, "timer");
  }

  private static Voices of(WorkReport... reports) {
    return Voices.of(List.of(reports));
  }

  /** Two seconds and twelve hours still count. */
  @ParameterizedTest
  @CsvSource({"0.0333, 1", "0.0332, 0", "720, 1", "720.1, 0"})
  void timesThatNobodyNeedsAreSlips(String minutes, int counted) {
    Voices voices = of(timed("a", minutes));
    assertThat(voices.voices()).hasSize(counted);
    assertThat(voices.leftOut()).isEqualTo(1 - counted);
    WorkReport untold = new WorkReport("a", new BigDecimal(minutes), NOW, null, "timer");
    assertThat(of(untold).voices()).as("nor without an outcome").hasSize(counted);
  }

  @ParameterizedTest
  @CsvSource({"PAID, 1", "REJECTED, 1", "PENDING, 1", "RETURNED, 0", "SCREENED_OUT, 0"})
  void onlyFinishedWorkTellsATime(Outcome outcome, int counted) {
    Voices voices = of(new WorkReport("a", BigDecimal.TEN, NOW, outcome, "timer"));
    assertThat(voices.voices()).hasSize(counted);
    assertThat(voices.leftOut()).isEqualTo(1 - counted);
  }

  @Test
  void whatThePlatformSaysAndWhatSaysNoTimeIsNoVoice() {
    Voices voices = of(report("a", "5", NOW, "platform"), report("b", null, NOW, "timer"));
    assertThat(voices.isEmpty()).isTrue();
    assertThat(voices.leftOut()).isZero();
    assertThat(voices.newest()).isEmpty();
  }

  @Test
  void aWorkerIsTheMedianOfWhatSheSays() {
    Voices odd = of(timed("a", "1"), timed("a", "9"), timed("a", "2"));
    assertThat(odd.voices().getFirst().logSeconds()).isCloseTo(Math.log(120), within(EXACT));
    Voices even = of(timed("a", "1"), timed("a", "500"), timed("a", "9"), timed("a", "4"));
    assertThat(even.voices()).hasSize(1);
    assertThat(even.voices().getFirst().logSeconds()).isCloseTo(Math.log(360), within(EXACT));
    assertThat(of(report(null, "1", NOW, "timer"), report(null, "2", NOW, "timer")).voices())
        .as("without names everybody is another one")
        .hasSize(2);
  }

  @Test
  void whoTellsFromMemoryIsPractisedAndBlurred() {
    for (String by : List.of("forum", "review")) {
      Voices voices = of(report("a", "1", NOW, by));
      Voice voice = voices.voices().getFirst();
      assertThat(voice.logSeconds()).isCloseTo(Math.log(60) + 0.2, within(EXACT));
      assertThat(voice.blur()).isEqualTo(0.35);
      assertThat(voices.practised()).isTrue();
      assertThat(voices.measured()).isFalse();
    }
    for (String by : List.of("timer", "import")) {
      Voices voices = of(report("a", "1", NOW, by));
      assertThat(voices.voices().getFirst()).isEqualTo(new Voice("a", Math.log(60), 0, 1));
      assertThat(voices.practised()).isFalse();
      assertThat(voices.measured()).isTrue();
    }
    Voices both = of(report("a", "1", NOW, "forum"), report("a", "1", NOW, "timer"));
    assertThat(both.voices().getFirst().blur()).isZero();
    assertThat(both.measured() && both.practised()).isTrue();
    Voices unsaid = of(report("a", "1", NOW, "someone"));
    assertThat(unsaid.measured() || unsaid.practised()).isFalse();
  }

  /** Her newest report counts, against the newest of all. */
  @Test
  void aVoiceWeighsHalfAfterEachYear() {
    Voices voices =
        of(
            report("old", "1", NOW.minus(Duration.ofDays(730)), "timer"),
            report("a", "1", NOW.minus(Duration.ofDays(900)), "timer"),
            report("a", "1", NOW.minus(Duration.ofDays(365)), "timer"),
            report("undated", "1", null, "timer"),
            report("new", "1", NOW, "timer"));
    assertThat(voices.newest()).contains(NOW);
    assertThat(voices.voices())
        .extracting(Voice::worker)
        .containsExactly("undated", "new", "a", "old");
    assertThat(voices.voices()).extracting(Voice::weight).containsExactly(1.0, 1.0, 0.5, 0.25);
  }

  @Test
  void atMostTwoHundredWorkersAreHeardTheNewest() {
    List<WorkReport> reports = new ArrayList<>();
    for (int i = 0; i < 201; i++)
      reports.add(report("w" + i, "1", NOW.minusSeconds(9_000L * (300 - i)), "timer"));
    Voices voices = Voices.of(reports);
    assertThat(voices.voices()).hasSize(200);
    assertThat(voices.voices()).extracting(Voice::worker).doesNotContain("w0");
    assertThat(voices.counted()).hasSize(201);
  }

  private static List<String> texts(WorkReport... reports) {
    return TimeReasons.voices(of(reports)).stream()
        .map(reason -> reason.code() + reason.parameters())
        .toList();
  }

  @Test
  void whatTheyRestOnIsSaid() {
    assertThat(texts()).isEmpty();
    assertThat(texts(timed("a", "1"))).containsExactly("one-report{measured=true, time=PT1M}");
    assertThat(texts(timed("a", "4"), timed("b", "1"), timed("c", "0.01")))
        .containsExactly(
            "reports{workers=2, measured=true, least=PT1M, most=PT4M, middle=PT2M}",
            "reports-left-out{reports=1}");
    assertThat(texts(timed("a", "9"), timed("b", "1"), timed("c", "5")).getFirst())
        .contains("least=PT1M", "most=PT9M", "middle=PT5M");
    assertThat(TimeReasons.voices(of(timed("a", "1"), report("a", "1", NOW, "forum"))))
        .extracting(Reason::code)
        .containsExactly("one-report", "reports-repeated", "told-by-practised");
  }
}
