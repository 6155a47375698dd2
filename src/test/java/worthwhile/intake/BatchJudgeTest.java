package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.source.Contract;

class BatchJudgeTest {
  private static final Instant NOW = Instant.parse("2026-09-14T08:00:00Z");
  private static final Contract CONTRACT =
      new Contract(1, 100, List.of("identifier", "url"), Optional.of(Duration.ofDays(14)), 3);
  private static final KnownPostings NOTHING = known(List.of());

  private static KnownPostings known(List<JobPosting> postings) {
    return new KnownPostings() {
      @Override
      public Map<String, Posting> byIds(Collection<String> ids) {
        return postings.stream()
            .filter(posting -> ids.contains(posting.id()))
            .collect(Collectors.toMap(JobPosting::id, Posting::read));
      }

      @Override
      public List<Posting> notClosed(String source) {
        return postings.stream().map(Posting::read).toList();
      }

      @Override
      public Map<String, List<Posting>> byFingerprints(Collection<String> fingerprints) {
        return Map.of();
      }
    };
  }

  private static List<JobPosting> rows(int count, UnaryOperator<JobPostingBuilder> change) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                change
                    .apply(
                        JobPosting.builder("mill", "mill", "" + i)
                            .title("Task " + i)
                            .url("https://mill.example/" + i)
                            .datePosted(NOW.minusSeconds(i)))
                    .build())
        .toList();
  }

  private static Optional<String> reason(
      List<JobPosting> rows,
      int rejected,
      boolean complete,
      List<Integer> earlier,
      KnownPostings known) {
    return switch (BatchJudge.judge(CONTRACT, rows, rejected, complete, earlier, known)) {
      case BatchJudge.Verdict.Accept(_) -> Optional.empty();
      case BatchJudge.Verdict.HoldBack(Reason why) -> Optional.of(why.text());
    };
  }

  @Test
  void aFirstHealthyRunIsAccepted() {
    assertThat(reason(rows(30, row -> row), 1, true, List.of(), NOTHING)).isEmpty();
  }

  @Test
  void smallSourcesMayJump() {
    assertThat(reason(rows(1, row -> row), 0, true, List.of(9, 8, 9, 7), NOTHING)).isEmpty();
    assertThat(reason(rows(40, row -> row), 0, true, List.of(3, 4, 3), NOTHING)).isEmpty();
    assertThat(reason(List.of(), 0, true, List.of(2, 1, 3), NOTHING)).isEmpty();
  }

  @Test
  void aBigSourceThatShrinksOrSwellsIsHeldBack() {
    List<Integer> usual = List.of(100, 97, 103);
    assertThat(reason(rows(15, row -> row), 0, true, usual, NOTHING))
        .hasValueSatisfying(why -> assertThat(why).contains("15").contains("100"));
    assertThat(reason(rows(25, row -> row), 0, true, usual, NOTHING)).isEmpty();
    assertThat(reason(rows(600, row -> row), 0, true, usual, NOTHING)).isPresent();
    assertThat(reason(rows(15, row -> row), 0, false, usual, NOTHING)).isEmpty();
    assertThat(reason(rows(15, row -> row), 0, true, List.of(100, 100), NOTHING)).isEmpty();
  }

  @Test
  void mostRowsRejectedIsHeldBack() {
    assertThat(reason(rows(10, row -> row), 11, true, List.of(), NOTHING)).isPresent();
    assertThat(reason(rows(1, row -> row), 2, true, List.of(), NOTHING)).isEmpty();
  }

  @Test
  void aPromisedFieldThatIsGoneIsHeldBack() {
    assertThat(reason(rows(10, row -> row.url(null)), 0, true, List.of(), NOTHING))
        .hasValueSatisfying(why -> assertThat(why).contains("url"));
  }

  @Test
  void nothingFreshIsToldButNotHeldBack() {
    List<JobPosting> old = rows(10, row -> row.datePosted(NOW.minus(Duration.ofDays(20))));
    assertThat(reason(old, 0, true, List.of(), NOTHING)).isEmpty();
    assertThat(BatchJudge.staleness(CONTRACT, BatchJudge.newest(old), NOW))
        .hasValueSatisfying(told -> assertThat(told.text()).contains("20 days old"));
    List<JobPosting> fresh = rows(1, row -> row.datePosted(NOW.minus(Duration.ofHours(1))));
    assertThat(BatchJudge.staleness(CONTRACT, BatchJudge.newest(fresh), NOW)).isEmpty();
  }

  @Test
  void oneTitleForAllIsHeldBack() {
    assertThat(reason(rows(10, row -> row.title("TaskMill")), 0, true, List.of(), NOTHING))
        .isPresent();
  }

  @Test
  void payThatLeapsIsHeldBack() {
    List<JobPosting> before = rows(10, row -> row.baseSalary(usd("0.25")));
    List<JobPosting> cents = rows(10, row -> row.baseSalary(usd("25")));
    assertThat(reason(cents, 0, true, List.of(), known(before)))
        .hasValueSatisfying(why -> assertThat(why).contains("pay"));
    assertThat(reason(before, 0, true, List.of(), known(before))).isEmpty();
  }

  @Test
  void payThatVanishesIsHeldBack() {
    List<JobPosting> before = rows(10, row -> row.baseSalary(usd("0.25")));
    List<JobPosting> now = new ArrayList<>(rows(10, row -> row));
    assertThat(reason(now, 0, true, List.of(), known(before)))
        .hasValueSatisfying(why -> assertThat(why).contains("10 of 10", "pay"));
    now.set(0, before.get(0));
    assertThat(reason(now, 0, true, List.of(), known(before))).as("nine of ten").isPresent();
    now.set(1, before.get(1));
    assertThat(reason(now, 0, true, List.of(), known(before))).as("eight of ten").isEmpty();
    assertThat(reason(now, 0, true, List.of(), known(now))).as("as before").isEmpty();
    List<JobPosting> few = before.subList(0, 7);
    assertThat(reason(rows(7, row -> row), 0, true, List.of(), known(few))).isEmpty();
  }

  @Test
  void onePayForAllThatWasDifferentIsHeldBack() {
    List<JobPosting> different =
        IntStream.range(0, 10)
            .mapToObj(i -> rows(10, row -> row.baseSalary(usd("1." + i % 4))).get(i))
            .toList();
    List<JobPosting> alike = rows(10, row -> row.baseSalary(usd("1.50")));
    assertThat(reason(alike, 0, true, List.of(), known(different)))
        .hasValueSatisfying(why -> assertThat(why).contains("same pay"));
    assertThat(reason(alike, 0, true, List.of(), known(alike))).as("always alike").isEmpty();
    assertThat(reason(different, 0, true, List.of(), known(alike))).as("no more alike").isEmpty();
    List<JobPosting> one = new ArrayList<>(alike);
    one.set(3, different.get(3));
    assertThat(reason(one, 0, true, List.of(), known(different))).as("one is not").isEmpty();
  }

  private static MonetaryAmount usd(String value) {
    return MonetaryAmount.of("USD", new BigDecimal(value), UnitText.TASK);
  }

  @Test
  void talkIsJudgedByHowMuchThereIs() {
    List<Integer> earlier = List.of(20, 20, 20);
    assertThat(BatchJudge.judge(20, 0, true, earlier))
        .isInstanceOf(BatchJudge.Verdict.Accept.class);
    assertThat(BatchJudge.judge(2, 0, true, earlier))
        .isInstanceOf(BatchJudge.Verdict.HoldBack.class);
    assertThat(BatchJudge.judge(2, 0, false, earlier))
        .isInstanceOf(BatchJudge.Verdict.Accept.class);
    assertThat(BatchJudge.judge(1, 5, true, List.of()))
        .isInstanceOf(BatchJudge.Verdict.HoldBack.class);
  }
}
