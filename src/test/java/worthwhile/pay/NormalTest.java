package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beliefs about a time are put together as the product of two normal distributions. */
class NormalTest {
  private static final double EXACT = 1e-12;

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, Double.NaN})
  void aBeliefIsNeverCertain(double variance) {
    assertThatThrownBy(() -> new Normal(1, variance)).hasMessageContaining("more than 0");
  }

  @Test
  void theSmallestVarianceIsOne() {
    assertThat(new Normal(1, Double.MIN_VALUE).variance()).isPositive();
  }

  @Test
  void theSurerOneCountsMore() {
    Normal both = new Normal(2, 1).and(new Normal(5, 3));
    assertThat(both.mean()).isCloseTo(2.75, within(EXACT));
    assertThat(both.variance()).isCloseTo(0.75, within(EXACT));
    Normal turned = new Normal(5, 3).and(new Normal(2, 1));
    assertThat(turned.mean()).isCloseTo(both.mean(), within(EXACT));
    assertThat(turned.variance()).isCloseTo(both.variance(), within(EXACT));
  }

  @Test
  void twoThatAgreeAreSurerThanEach() {
    Normal one = Normal.around(60, 0.5);
    assertThat(one.mean()).isCloseTo(Math.log(60), within(EXACT));
    assertThat(one.variance()).isCloseTo(0.25, within(EXACT));
    assertThat(one.deviation()).isCloseTo(0.5, within(EXACT));
    Normal both = one.and(one);
    assertThat(both.mean()).isCloseTo(Math.log(60), within(EXACT));
    assertThat(both.variance()).isCloseTo(0.125, within(EXACT));
  }

  @Test
  void densityFallsWithTheDistanceInDeviations() {
    Normal normal = new Normal(3, 4);
    double top = normal.logDensity(3);
    assertThat(top).isCloseTo(-0.5 * Math.log(4), within(EXACT));
    assertThat(top - normal.logDensity(5)).isCloseTo(0.5, within(EXACT));
    assertThat(top - normal.logDensity(-1)).isCloseTo(2, within(EXACT));
  }
}
