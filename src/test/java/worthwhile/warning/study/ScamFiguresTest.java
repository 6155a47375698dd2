package worthwhile.warning.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.warning.study.ScamFigures.Known;

/** Figures that were worked out by hand. */
class ScamFiguresTest {
  private static final ScamFigures HALF =
      new ScamFigures(
          List.of(
              new Known(0.9, true),
              new Known(0.8, false),
              new Known(0.7, true),
              new Known(0.1, false)),
          0.5);

  @Test
  void theAreaIsTheMeanPrecisionAtEachFraud() {
    assertThat(HALF.prAuc()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
  }

  @Test
  void equalRisksAreTakenTogether() {
    List<Known> same = List.of(new Known(0.5, true), new Known(0.5, false));
    assertThat(new ScamFigures(same, 0.2).prAuc()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void aRarerFraudIsHarderToTell() {
    ScamFigures rare = new ScamFigures(HALF.risks(), 0.1);
    assertThat(rare.precision(0.75)).isCloseTo(0.05 / (0.05 + 0.45), within(1e-12));
    assertThat(rare.prAuc()).isLessThan(HALF.prAuc());
    assertThat(rare.recall(0.75)).isEqualTo(0.5);
    assertThat(rare.falseAlarms(0.75)).isEqualTo(0.5);
    assertThat(rare.balancedAccuracy(0.6)).isEqualTo(0.75);
  }

  @Test
  void aTenthIsJudgedFromFiftyPostingsOn() {
    List<Known> known = new ArrayList<>(Collections.nCopies(25, new Known(0.25, true)));
    known.addAll(Collections.nCopies(25, new Known(0.25, false)));
    known.addAll(Collections.nCopies(49, new Known(1, false)));
    ScamFigures figures = new ScamFigures(known, 25.0 / 99);
    assertThat(figures.tenths())
        .extracting(ScamFigures.Tenth::from, ScamFigures.Tenth::postings)
        .containsExactly(tuple(0.2, 50), tuple(0.9, 49));
    assertThat(figures.tenths().getFirst().error()).isCloseTo(0.25, within(1e-9));
    assertThat(figures.tenths().getLast().error()).isZero();
  }

  @Test
  void bothKindsAreNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScamFigures(List.of(new Known(1, true)), 0.5));
  }
}
