package worthwhile.work.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import worthwhile.posting.word.Worded;
import worthwhile.source.card.Citation;
import worthwhile.source.card.Recourse;
import worthwhile.source.card.Recourse.Step;
import worthwhile.work.Status;
import worthwhile.work.Work;

/** What comes next, by cards of eight platforms, around deadlines and when clocks change. */
class NextStepTest {
  private static final Map<String, RejectionRules> CARDS =
      Map.of(
          "mill", rules(step(Step.WRITE, 7), step(Step.SUPPORT, 14), step(Step.CONTEST, 30)),
          "press", rules(step(Step.SUPPORT, null)),
          "quick", rules(step(Step.CONTEST, 7), step(Step.SUPPORT, 14)),
          "hush", RejectionRules.NONE,
          "shut", rules(until(LocalDate.of(2026, 10, 30))),
          "slow", new RejectionRules(List.of(step(Step.WRITE, null)), Optional.of(21)),
          "plain", rules(step(Step.WRITE, 7)),
          "tight", rules(step(Step.WRITE, 10), step(Step.SUPPORT, null), step(Step.CONTEST, 5)));

  private static RejectionRules rules(Recourse... recourses) {
    return new RejectionRules(List.of(recourses), Optional.empty());
  }

  private static Recourse step(Step step, Integer days) {
    return recourse(step, Optional.ofNullable(days), Optional.empty());
  }

  private static Recourse until(LocalDate day) {
    return recourse(Step.CONTEST, Optional.empty(), Optional.of(day));
  }

  private static Recourse recourse(Step step, Optional<Integer> days, Optional<LocalDate> day) {
    LocalDate read = LocalDate.of(2026, 1, 15);
    Citation citation = new Citation(read, "day", "https://mill.example/", Optional.empty());
    return new Recourse(step, "Do it.", days, day, Optional.empty(), Optional.empty(), citation);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/work/after-rejection.csv",
      useHeadersInDisplayName = true,
      nullValues = "-")
  void whatComesNextFollowsFromCardAndCalendar(ArgumentsAccessor row) {
    Instant submitted = row.get(2, Instant.class);
    Status status = Worded.of(Status.class, row.getString(1)).orElseThrow();
    Work work = RejectedWork.of(status, submitted);
    Pursuit pursuit =
        PursuitBuilder.builder(Pursuit.none(work.worker(), work.id()))
            .rejected(Optional.ofNullable(row.get(3, LocalDate.class)))
            .wrote(Optional.ofNullable(row.get(4, LocalDate.class)))
            .support(Optional.ofNullable(row.get(5, LocalDate.class)))
            .build();
    ZoneId zone = ZoneId.of(row.getString(7));
    LocalDate today = row.get(6, Instant.class).atZone(zone).toLocalDate();
    NextStep next = NextStep.of(work, pursuit, CARDS.get(row.getString(0)), today, zone);
    assertThat(next.word()).isEqualTo(row.getString(8));
    assertThat(next.day()).isEqualTo(Optional.ofNullable(row.get(9, LocalDate.class)));
  }
}
