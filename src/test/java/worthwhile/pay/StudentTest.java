package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {
  private static Student around(double mean, double scale, double freedom) {
    return new Student(Student.norm(freedom), mean, scale, freedom);
  }

  /** From printed tables of the distribution; with 1 degree of freedom it is Cauchy's. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 0, 0.318310",
    "0, 1, 1, 1, 0.159155",
    "0, 1, 5, 2, 0.065090",
    "3, 1, 5, 5, 0.065090",
    "3, 1, 5, 1, 0.065090",
    "3, 2, 5, 7, 0.032545",
    "3, 0.5, 5, 4, 0.130180",
    "0, 1, 1000000, 1, 0.241971"
  })
  void isAsDenseAsTheTablesSay(double mean, double scale, double freedom, double at, double due) {
    assertThat(around(mean, scale, freedom).density(at)).isCloseTo(due, within(2e-6));
  }

  @ParameterizedTest
  @CsvSource({"2, 0.3", "4, 0.6", "10, 2"})
  void allOfItLiesWithinItsReachButForALittle(double freedom, double scale) {
    Student belief = around(1, scale, freedom);
    double step = belief.reach() / 20_000;
    double all = 0;
    for (double x = 1 - belief.reach(); x <= 1 + belief.reach(); x += step)
      all += belief.density(x) * step;
    assertThat(all).isBetween(0.99, 1.0001);
  }

  @Test
  void sayHowDenseItIsInMoreDimensions() {
    // At its middle the t with 3 degrees of freedom in two dimensions is 1 / (2 * pi) dense.
    assertThat(Math.exp(Student.logNorm(2, 3))).isCloseTo(1 / (2 * Math.PI), within(1e-9));
  }
}
