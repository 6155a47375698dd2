package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.pay.money.Fees;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Pay;
import worthwhile.posting.Reason;
import worthwhile.source.Fee;

/** Line by line, what comes off 100 USD an hour that is paid for six minutes of work each. */
class EffectiveTest {
  private static final BigDecimal FORTY = BigDecimal.valueOf(40);
  private static final Unpaid NOTHING = new Unpaid(List.of(), FORTY, false, Optional.empty());

  private static List<Pay.Line> lines(boolean isTask, Fees fees, Outcomes outcomes, Unpaid unpaid) {
    BigDecimal hourly = BigDecimal.valueOf(100);
    return Effective.lines(
        new Pay(
            "USD", hourly, hourly, hourly, Pay.Basis.STATED, 1, null, List.of(), null, List.of()),
        new Effective.Payment(BigDecimal.TEN, LocalDate.parse("2026-09-02"), isTask),
        fees,
        Rates.shipped(),
        outcomes,
        unpaid);
  }

  private static List<Pay.Line> ofTask(Outcomes outcomes) {
    return lines(true, Fees.NONE, outcomes, NOTHING);
  }

  private static List<Pay.Line> byTime(Outcomes outcomes) {
    return lines(false, Fees.NONE, outcomes, NOTHING);
  }

  /** Code and amount, "?" where it depends on how the work goes, "~" where it is general. */
  private static List<String> told(List<Pay.Line> lines) {
    return lines.stream()
        .map(
            line ->
                line.code()
                    + " "
                    + line.amount()
                    + (line.certain() ? "" : "?")
                    + (line.assumed() ? "~" : ""))
        .toList();
  }

  private static List<String> evidence(Pay.Line line) {
    return line.evidence().stream().map(Reason::code).toList();
  }

  /** Rejections keep 99.3%, returns 17.4 of 18.7 hours; all of it together is a quarter. */
  @Test
  void ofATaskOfWhichNothingIsToldAQuarterIsUnpaidInGeneral() {
    List<Pay.Line> lines = ofTask(Outcomes.NONE);
    assertThat(told(lines))
        .containsExactly("rejections -0.70?~", "returns -6.90?~", "search -17.40?~");
    assertThat(lines.stream().map(EffectiveTest::evidence))
        .containsExactly(
            List.of("rejections-in-general"),
            List.of("returns-in-general"),
            List.of("search-in-general"));
    assertThat(byTime(Outcomes.NONE)).isEmpty();
  }

  /** One of twenty, filled up with 0.14 of twenty: 2.85%. */
  @Test
  void rejectionsThatAreToldAreFilledUpWithGeneralOnes() {
    Pay.Line told = ofTask(new Outcomes(19, 1, 0, 0, 0, 0, 0)).getFirst();
    assertThat(told(List.of(told))).containsExactly("rejections -2.85?");
    assertThat(evidence(told)).containsExactly("rejections-told", "rejections-in-general");
    assertThat(told.evidence().getFirst().parameters().toString())
        .contains("rejected=1", "outcomes=20");
    Pay.Line few = ofTask(new Outcomes(18, 1, 0, 0, 0, 0, 0)).getFirst();
    assertThat(few.assumed()).as("fewer than twenty outcomes").isTrue();
  }

  @Test
  void ofWorkPaidByTimeOnlyWhatIsToldCounts() {
    List<Pay.Line> lines = byTime(new Outcomes(15, 5, 0, 0, 0, 0, 0));
    assertThat(told(lines)).containsExactly("rejections -25.00?");
    assertThat(evidence(lines.getFirst())).containsExactly("rejections-told");
  }

  /** Two of eight hours are lost; then half a dollar comes for each four of ten hours paid. */
  @Test
  void aScreenOutCostsItsTimeAndBringsItsReward() {
    Outcomes outcomes = new Outcomes(8, 0, 0, 0, 0, 4, 2);
    assertThat(told(byTime(outcomes))).containsExactly("rejections 0.00?", "screen-outs -20.00?");
    Unpaid.ScreenOut paid =
        new Unpaid.ScreenOut(new BigDecimal("0.5"), Reason.of("screen-out-stated"));
    List<Pay.Line> rewarded =
        lines(false, Fees.NONE, outcomes, new Unpaid(List.of(), FORTY, false, Optional.of(paid)));
    assertThat(told(rewarded))
        .containsExactly("rejections 0.00?", "screen-outs -20.00?", "screen-out-reward 2.00?");
    assertThat(rewarded.get(1).evidence().getFirst().parameters().toString())
        .contains("screenedOut=4", "finished=8");
    assertThat(evidence(rewarded.getLast())).containsExactly("screen-out-stated");
  }

  /** Less than one worker's worth of finished work counts as one. */
  @Test
  void aScreenOutBesidesHardlyAnyWorkCostsNoMoreThanBesideOne() {
    assertThat(told(byTime(new Outcomes(0, 0, 0.5, 0, 0, 0.5, 0.5))))
        .containsExactly("screen-outs -33.33?");
    assertThat(told(byTime(new Outcomes(0, 0, 0.5, 0.5, 0.25, 0, 0))))
        .containsExactly("returns -20.00?");
  }

  /** Of a task 2.5 and 1.3 of general returns beside 20 and 17.4 of finished work: 3.8 to 37.4. */
  @Test
  void returnsCostTheTimeThatTheyTook() {
    Outcomes outcomes = new Outcomes(0, 0, 20, 5, 2.5, 0, 0);
    List<Pay.Line> byTime = byTime(outcomes);
    assertThat(told(byTime)).containsExactly("returns -11.11?");
    assertThat(evidence(byTime.getFirst())).containsExactly("returns-told");
    assertThat(byTime.getFirst().evidence().getFirst().parameters().toString())
        .contains("returned=5", "finished=20");
    Pay.Line ofTask = ofTask(outcomes).get(1);
    assertThat(told(List.of(ofTask))).containsExactly("returns -9.16?");
    assertThat(evidence(ofTask)).containsExactly("returns-told", "returns-in-general");
    Pay.Line few = ofTask(new Outcomes(0, 0, 0, 1, 0.5, 0, 0)).get(1);
    assertThat(few.assumed()).isTrue();
    assertThat(evidence(few)).containsExactly("returns-told", "returns-in-general");
  }

  /** 40 hours are paid of 50, then of 100. */
  @Test
  void hoursWithoutPayStandBesideThoseWithIt() {
    Unpaid unpaid =
        new Unpaid(
            List.of(
                new Unpaid.Spell("unpaid-training", BigDecimal.TEN, Reason.of("training-told")),
                new Unpaid.Spell(
                    "unpaid-onboarding", BigDecimal.valueOf(50), Reason.of("onboarding-told"))),
            FORTY,
            true,
            Optional.empty());
    List<Pay.Line> lines = lines(false, Fees.NONE, Outcomes.NONE, unpaid);
    assertThat(told(lines)).containsExactly("unpaid-training -20.00?", "unpaid-onboarding -40.00?");
    assertThat(evidence(lines.getFirst())).containsExactly("training-told", "spread-over-stated");
  }

  @Test
  void feesAreCertainAndComeOffFirst() {
    Fee fee =
        new Fee(
            "fee",
            Fee.On.EARNINGS,
            Optional.empty(),
            BigDecimal.TEN,
            BigDecimal.ONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "USD",
            LocalDate.parse("2026-01-01"),
            "mill",
            Optional.empty());
    assertThat(
            told(lines(false, Fees.of(List.of(fee)), new Outcomes(9, 1, 0, 0, 0, 0, 0), NOTHING)))
        .containsExactly("platform-fee -20.00", "rejections -8.00?");
  }
}
