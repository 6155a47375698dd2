package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far times on one task spread, and what several voices then say together. */
class SpreadTest {
  private static final double EXACT = 1e-12;
  private static final Spread SPREAD = new Spread(0.5, 0.4, 3, 0.1);

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0",
    "1, 0, 1, 0",
    "1, 1, 0, 0",
    "1, 1, 1, -0.01",
    "1, 1, 1, 1",
    "NaN, 1, 1, 0"
  })
  void whatIsNoSpreadIsRefused(double width, double between, double freedom, double correlation) {
    assertThatThrownBy(() -> new Spread(width, between, freedom, correlation))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 1, 0"})
  void anIntervalHasAWidthWhateverIsKnown(double a, double b, double c, double d) {
    assertThatThrownBy(() -> new Widths(a, b, c, d)).hasMessageContaining("above 0");
  }

  @Test
  void eachKindOfEvidenceHasItsWidth() {
    Widths widths = new Widths(2, 3, 4, 5);
    assertThat(widths.of(false, false)).isEqualTo(2);
    assertThat(widths.of(true, false)).isEqualTo(3);
    assertThat(widths.of(false, true)).isEqualTo(4);
    assertThat(widths.of(true, true)).isEqualTo(5);
  }

  @Test
  void widthsStandAtWholeDeviationsOnBothSidesOfTheMiddle() {
    double[] widths = SPREAD.widths();
    assertThat(widths).hasSize(5);
    for (int i = 0; i < 5; i++)
      assertThat(Math.log(widths[i] / 0.5)).isCloseTo(0.4 * (i - 2), within(EXACT));
    double[] shares = IntStream.range(0, 5).mapToDouble(SPREAD::share).toArray();
    assertThat(IntStream.range(0, 5).mapToDouble(i -> shares[i]).sum()).isCloseTo(1, within(1e-3));
    for (int i = 0; i < 5; i++)
      assertThat(shares[i] / shares[2])
          .as("as the normal distribution has it")
          .isCloseTo(Math.exp(-0.5 * (i - 2) * (i - 2)), within(1e-3));
    assertThat(SPREAD.typical()).isCloseTo(0.5 * Math.exp(0.16), within(EXACT));
  }

  @Test
  void ofManyVoicesEachCountsLess() {
    assertThat(SPREAD.each(1)).isEqualTo(1);
    assertThat(SPREAD.each(0.5)).as("never more than one").isEqualTo(1);
    assertThat(SPREAD.each(11)).isCloseTo(0.5, within(EXACT));
    assertThat(new Spread(1, 1, 1, 0).each(500)).isEqualTo(1);
  }

  /** The density of Student's t at each voice, to the power of what the voice counts. */
  private static double likelihood(List<Voice> voices, double typical) {
    double each = SPREAD.each(voices.stream().mapToDouble(Voice::weight).sum());
    double sum = 0;
    for (int i = 0; i < 5; i++) {
      double product = SPREAD.share(i);
      for (Voice voice : voices) {
        double scale = Math.hypot(SPREAD.widths()[i], voice.blur());
        Student belief = new Student(Student.norm(3), typical, scale, 3);
        product *= Math.pow(belief.density(voice.logSeconds()), each * voice.weight());
      }
      sum += product;
    }
    return Math.log(sum);
  }

  @Test
  void aTimeIsAsLikelyAsItExplainsTheVoices() {
    List<Voice> voices =
        List.of(
            new Voice("a", 5, 0, 1), new Voice("b", 5.6, 0.35, 0.5), new Voice("c", 7, 0, 0.25));
    Likelihood heard = new Likelihood(voices, SPREAD);
    for (double typical : new double[] {4, 5.2, 6, 9})
      assertThat(heard.at(typical) - heard.at(5))
          .isCloseTo(likelihood(voices, typical) - likelihood(voices, 5), within(1e-9));
    assertThat(new Likelihood(List.of(), SPREAD).at(5)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "NaN, 1", "1, NaN"})
  void aBeliefHasAScaleAndTails(double scale, double freedom) {
    assertThatThrownBy(() -> new Student(1, 5, scale, freedom)).hasMessageContaining("more than 0");
  }

  @Test
  void aRootIsOfDifferentThingsOnly() {
    assertThatThrownBy(() -> new SquareRoot(new double[][] {{4}, {4, 4}}))
        .hasMessageContaining("not positive definite at 1");
    SquareRoot root = new SquareRoot(new double[][] {{4}, {2, 10}});
    assertThat(root.logDeterminant()).isCloseTo(Math.log(2 * 3), within(EXACT));
    assertThat(root.solve(new double[] {6, 9})).containsExactly(3, 2);
  }
}
