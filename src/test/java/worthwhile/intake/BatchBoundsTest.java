package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Reason;
import worthwhile.posting.UnitText;
import worthwhile.source.Contract;

/** Each threshold of a batch that is held back, at its bound and one beside it. */
class BatchBoundsTest {
  private static final Instant NOW = IntakeRun.MONDAY;
  private static final Contract CONTRACT =
      new Contract(1, 1000, List.of("identifier", "url"), Optional.of(Duration.ofDays(14)), 3);

  private final IntakeRun known = new IntakeRun();

  private static JobPostingBuilder row(int number) {
    return IntakeRun.row("" + number, "Task " + number);
  }

  private boolean isHeldBack(List<JobPosting> rows, int rejected, List<Integer> earlier) {
    return BatchJudge.judge(CONTRACT, rows, rejected, true, earlier, known)
        instanceof BatchJudge.Verdict.HoldBack;
  }

  private static List<JobPosting> rows(int count) {
    List<JobPosting> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) rows.add(row(i).build());
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"1,2,false", "1,3,true", "2,2,false", "5,5,false", "5,6,true", "0,4,true"})
  void moreThanHalfOfAtLeastFourRowsRejected(int taken, int rejected, boolean held) {
    assertThat(isHeldBack(rows(taken), rejected, List.of())).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({"4,4,false", "5,1,false", "5,2,true", "10,2,false", "10,3,true"})
  void moreThanAFifthOfAtLeastFiveRowsWithoutAPromisedField(int count, int lack, boolean held) {
    List<JobPosting> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) rows.add((i < lack ? row(i).url(null) : row(i)).build());
    assertThat(isHeldBack(rows, 0, List.of())).isEqualTo(held);
  }

  @ParameterizedTest
  @CsvSource({
    "20,4,false",
    "20,3,true",
    "19,0,false",
    "100,20,false",
    "100,19,true",
    "100,500,false",
    "100,501,true",
    "3,100,false",
    "3,101,true",
    "20,100,false",
    "20,101,true"
  })
  void aFifthAndFiveTimesTheUsualNumber(int usual, int count, boolean held) {
    assertThat(isHeldBack(rows(count), 0, Collections.nCopies(3, usual))).isEqualTo(held);
    assertThat(isHeldBack(rows(count), 0, Collections.nCopies(2, usual))).isFalse();
    assertThat(BatchJudge.judge(count, 0, true, Collections.nCopies(3, usual)))
        .isInstanceOf(held ? BatchJudge.Verdict.HoldBack.class : BatchJudge.Verdict.Accept.class);
  }

  @Test
  void theMedianOfRunsThatHadRowsCounts() {
    assertThat(isHeldBack(rows(10), 0, List.of(0, 0, 0, 100, 100))).isFalse();
    assertThat(isHeldBack(rows(10), 0, List.of(0, 0, 0, 0, 100, 100, 100))).isTrue();
    assertThat(isHeldBack(rows(10), 0, List.of(900, 40, 30))).isFalse();
    assertThat(isHeldBack(rows(10), 0, List.of(5, 60, 900))).isTrue();
  }

  @Test
  void oneTitleForAtLeastEightAddresses() {
    List<JobPosting> rows = new ArrayList<>();
    for (int i = 0; i < 7; i++) rows.add(row(i).title(i == 3 ? "MILL" : "Mill").build());
    assertThat(isHeldBack(rows, 0, List.of())).isFalse();
    rows.add(row(7).title("mill").build());
    assertThat(isHeldBack(rows, 0, List.of())).isTrue();
    rows.set(7, row(7).title("mill").url(row(6).build().url()).build());
    assertThat(isHeldBack(rows, 0, List.of())).as("one address twice").isFalse();
    rows.set(7, row(7).title("Else").build());
    assertThat(isHeldBack(rows, 0, List.of())).as("two titles").isFalse();
  }

  private static MonetaryAmount pay(String min, String max, String currency, UnitText unit) {
    return new MonetaryAmount(
        currency,
        min == null ? null : new BigDecimal(min),
        max == null ? null : new BigDecimal(max),
        unit,
        null,
        null,
        null);
  }

  private boolean leaps(int all, int changed, MonetaryAmount before, MonetaryAmount now) {
    IntakeRun store = new IntakeRun();
    JobPostingBuilder[] first = new JobPostingBuilder[all];
    List<JobPosting> rows = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      first[i] = row(i).baseSalary(before);
      rows.add(row(i).baseSalary(i < changed ? now : before).build());
    }
    store.complete(first);
    return BatchJudge.judge(CONTRACT, rows, 0, true, List.of(), store)
        instanceof BatchJudge.Verdict.HoldBack;
  }

  @Test
  void payThatLeapsMoreThanTenfoldInMostOfFivePostings() {
    MonetaryAmount one = pay("1", "1", "USD", UnitText.TASK);
    MonetaryAmount ten = pay("10", "10", "USD", UnitText.TASK);
    MonetaryAmount eleven = pay("11", "11", "USD", UnitText.TASK);
    assertThat(leaps(4, 4, one, eleven)).isFalse();
    assertThat(leaps(5, 3, one, eleven)).isTrue();
    assertThat(leaps(6, 3, one, eleven)).isFalse();
    assertThat(leaps(5, 5, one, ten)).isFalse();
    assertThat(leaps(5, 5, ten, one)).isFalse();
    assertThat(leaps(5, 5, eleven, one)).isTrue();
    assertThat(leaps(5, 5, one, pay("11", "11", "EUR", UnitText.TASK))).isFalse();
    assertThat(leaps(5, 5, one, pay("11", "11", "USD", UnitText.HOUR))).isFalse();
    assertThat(leaps(5, 5, one, null)).isFalse();
    assertThat(leaps(5, 5, null, eleven)).isFalse();
    assertThat(leaps(5, 5, one, pay("11", null, "USD", UnitText.TASK))).isTrue();
    assertThat(leaps(5, 5, pay("1", null, "USD", UnitText.TASK), eleven)).isTrue();
    assertThat(leaps(5, 5, one, pay("1", "11", "USD", UnitText.TASK))).isTrue();
  }

  @Test
  void aBatchIsStaleWhenItsNewestRowIsOlderThanPromised() {
    Instant bound = NOW.minus(Duration.ofDays(14));
    List<JobPosting> rows = new ArrayList<>(List.of(row(1).build()));
    assertThat(BatchJudge.staleness(CONTRACT, BatchJudge.newest(rows), NOW))
        .as("no dates")
        .isEmpty();
    rows.add(row(2).datePosted(bound.minusSeconds(1)).build());
    assertThat(BatchJudge.staleness(CONTRACT, BatchJudge.newest(rows), NOW)).isPresent();
    rows.add(row(3).datePosted(bound).build());
    assertThat(BatchJudge.staleness(CONTRACT, BatchJudge.newest(rows), NOW))
        .as("in time")
        .isEmpty();
    Contract any = new Contract(1, 1000, List.of("identifier"), Optional.empty(), 3);
    assertThat(BatchJudge.staleness(any, BatchJudge.newest(rows.subList(0, 2)), NOW))
        .as("no promise")
        .isEmpty();
  }

  /** From two to five rows on a page, and two at least in all. */
  @ParameterizedTest
  @CsvSource({
    "2, 2, true, false, -",
    "1, 1, true, false, rows-too-few",
    "1, 1, false, false, -",
    "0, 0, true, true, -",
    "0, 0, true, false, rows-too-few",
    "9, 5, true, false, -",
    "9, 6, true, false, rows-too-many",
    "9, 6, false, false, rows-too-many"
  })
  void aListingHasAsManyRowsAsItsContractSays(
      int rows, int most, boolean complete, boolean empty, String reason) {
    Contract contract = new Contract(2, 5, List.of(), Optional.empty(), 3);
    assertThat(
            BatchJudge.listed(contract, new BatchJudge.Listed(rows, most, empty), complete)
                .map(Reason::code)
                .orElse("-"))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 9, true, true",
    "20, 10, true, false",
    "20, 9, false, false",
    "19, 4, true, false",
    "100, 49, true, true",
    "0, 9, true, false"
  })
  void aSourceThatUsedToBeBigIsShrunkenBelowHalf(
      int usual, int count, boolean complete, boolean shrunken) {
    assertThat(BatchJudge.judge(CONTRACT, rows(count), 0, complete, List.of(usual), known))
        .isEqualTo(new BatchJudge.Verdict.Accept(fewer(shrunken, count, usual)));
  }

  private static Optional<Reason> fewer(boolean is, int rows, int usual) {
    return is
        ? Optional.of(Reason.of("rows-fewer").with("rows", rows).with("usual", usual))
        : Optional.empty();
  }

  /** How far below its own counts a source falls by chance hangs on how much they vary. */
  @ParameterizedTest
  @CsvSource({
    "40 40 40, 20, true",
    "40 40 40, 22, false",
    "40 41 39 40 42, 20, true",
    "20 40 40 40, 20, true",
    "40 40, 20, false",
    "1000 1003 998, 850, true",
    "1000 1003 998, 950, false",
    "60 100 60 100 60 100, 60, false",
    "40 60 80 50 30, 26, false",
    "60 70 80 90 100, 50, false",
    "20 20 40 40 40 40 40 40, 20, true",
    "20 20 20 20 40 40 40 40 40 40 40 40, 20, false"
  })
  void whatChanceDoesNotExplainNeedsMoreProof(String earlier, int count, boolean shrunken) {
    List<Integer> counts = Stream.of(earlier.split(" ")).map(Integer::valueOf).toList();
    Contract any = new Contract(1, 1000, List.of(), Optional.empty(), 3);
    assertThat(BatchJudge.judge(any, rows(count), 0, true, counts, known))
        .isEqualTo(
            new BatchJudge.Verdict.Accept(fewer(shrunken, count, new UsualRows(counts).median())));
  }

  @Test
  void theSizeOfPartOfASourceSaysNothing() {
    assertThat(BatchJudge.judge(CONTRACT, rows(1), 0, false, Collections.nCopies(3, 900), known))
        .isEqualTo(new BatchJudge.Verdict.Accept(Optional.empty()));
    assertThat(BatchJudge.judge(1, 0, false, Collections.nCopies(3, 900)))
        .isEqualTo(new BatchJudge.Verdict.Accept(Optional.empty()));
  }
}
