package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several beliefs about one time, and statements that hold besides. */
class MixtureTest {
  private static final double EXACT = 1e-9;

  private static Student belief(double mean, double scale) {
    return new Student(Student.norm(3), mean, scale, 3);
  }

  private static Mixture of(double one, double other) {
    return Mixture.ofLogWeights(
        new double[] {0, Math.log(3)}, List.of(belief(one, 0.1), belief(other, 0.2)));
  }

  @Test
  void weightsAreSharesWhateverTheyHaveInCommon() {
    assertThat(of(5, 6).parts().getFirst().weight()).isCloseTo(0.25, within(EXACT));
    assertThat(of(5, 6).parts().getLast().weight()).isCloseTo(0.75, within(EXACT));
    Mixture unlikely =
        Mixture.ofLogWeights(
            new double[] {-5000, -5000 + Math.log(3)}, List.of(belief(5, 1), belief(6, 1)));
    assertThat(unlikely.parts().getLast().weight()).isCloseTo(0.75, within(EXACT));
  }

  @Test
  void densitiesOfBeliefsAddUpAndStatementsMultiplyThem() {
    Normal one = new Normal(5.2, 0.09);
    Normal other = new Normal(5.5, 0.25);
    double beliefs = 0.25 * belief(5, 0.1).density(5.3) + 0.75 * belief(6, 0.2).density(5.3);
    assertThat(of(5, 6).logDensity(5.3)).isCloseTo(Math.log(beliefs), within(EXACT));
    assertThat(of(5, 6).and(one).and(other).logDensity(5.3))
        .isCloseTo(Math.log(beliefs) + one.logDensity(5.3) + other.logDensity(5.3), within(EXACT));
    assertThat(Mixture.of(one).and(other).logDensity(5.3))
        .isCloseTo(one.logDensity(5.3) + other.logDensity(5.3), within(EXACT));
  }

  @Test
  void noPlaceIsDenserThanTheHighestAndWhereAllMeetItIsReached() {
    Mixture apart = of(5, 6).and(new Normal(5.4, 0.09));
    assertThat(IntStream.range(0, 400).mapToDouble(i -> apart.logDensity(4 + i / 100.0)))
        .allMatch(log -> log <= apart.highestLog());
    Mixture together = of(5, 5).and(new Normal(5, 0.09)).and(new Normal(5, 0.25));
    assertThat(together.highestLog()).isCloseTo(together.logDensity(5), within(EXACT));
    Mixture said = Mixture.of(new Normal(5, 0.09));
    assertThat(said.highestLog()).isCloseTo(said.logDensity(5), within(EXACT));
  }

  /** With 3 degrees of freedom a belief reaches ten times its scale, a statement five times. */
  @Test
  void itReachesFromTheLeastToTheMostOfAll() {
    assertThat(of(5, 6).least()).isCloseTo(4, within(EXACT));
    assertThat(of(5, 6).most()).isCloseTo(8, within(EXACT));
    Mixture low = of(5, 6).and(new Normal(4, 0.04));
    assertThat(low.least()).isCloseTo(3, within(EXACT));
    assertThat(low.most()).isCloseTo(8, within(EXACT));
    assertThat(of(5, 6).and(new Normal(8, 0.04)).most()).isCloseTo(9, within(EXACT));
  }
}
