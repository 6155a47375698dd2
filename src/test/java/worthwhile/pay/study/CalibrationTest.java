package worthwhile.pay.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On misses whose spread is known: the truth is normal around the estimate. */
class CalibrationTest {
  /** Ends of an interval of 80%, in standard deviations. */
  private static final double END = 1.2816;

  private final Random chance = new Random(7);

  /** Of a model that takes the truth's deviation for so many times what it is. */
  private List<Calibration.Miss> misses(int parts, int batches, double width) {
    List<Calibration.Miss> all = new ArrayList<>();
    for (int part = 0; part < parts; part++)
      for (int batch = 0; batch < batches; batch++) all.add(miss(part, batch, width));
    return all;
  }

  private Calibration.Miss miss(int part, int batch, double width) {
    double off = Math.abs(chance.nextGaussian());
    return new Calibration.Miss(part, part + "/" + batch, off / (END * width));
  }

  private double coverage(double width) {
    double factor = Calibration.factor(misses(300, 5, width));
    List<Calibration.Miss> next = misses(400, 20, width);
    return (double) next.stream().filter(miss -> miss.halves() <= factor).count() / next.size();
  }

  @Test
  void intervalsComeRightWhateverTheModelBelieved() {
    assertThat(coverage(2.5)).as("far too wide").isCloseTo(0.84, within(0.03));
    assertThat(coverage(1)).as("right").isCloseTo(0.84, within(0.03));
    assertThat(coverage(0.4)).as("far too narrow").isCloseTo(0.84, within(0.03));
  }

  @Test
  void aFewRequestersAreBelievedInPart() {
    double few = Calibration.factor(misses(4, 200, 2.5));
    double many = Calibration.factor(misses(400, 2, 2.5));
    assertThat(few).as("half way, as a ratio").isCloseTo(Math.sqrt(many), within(0.05));
    assertThat(Calibration.factor(List.of())).isEqualTo(1);
  }

  @Test
  void aRequesterOfManyBatchesCountsAsOne() {
    List<Calibration.Miss> misses = misses(20, 10, 1);
    double before = Calibration.factor(misses);
    for (int batch = 0; batch < 2000; batch++) misses.add(miss(20, batch, 0.1));
    assertThat(Calibration.factor(misses) / before).isBetween(1.0, 1.35);
  }

  @Test
  void drawsOfOneBatchShareItsWeight() {
    List<Calibration.Miss> misses = misses(20, 10, 1);
    double before = Calibration.factor(misses);
    for (int draw = 0; draw < 2000; draw++) misses.add(new Calibration.Miss(3, "3/3", 9));
    assertThat(Calibration.factor(misses) / before).isBetween(1.0, 1.05);
  }

  private static double factor(double... halves) {
    List<Calibration.Miss> misses = new ArrayList<>();
    for (int part = 0; part < halves.length; part++)
      misses.add(new Calibration.Miss(part, "b" + part, halves[part]));
    return Calibration.factor(misses);
  }

  /**
   * Of four requesters 84% of the weight ends 0.86 of the way from the third miss to the fourth;
   * four are believed half, as a logarithm, two a third and one a fifth.
   */
  @Test
  void theFactorLiesBetweenTwoMisses() {
    assertThat(factor(1, 2, 4, 8)).isCloseTo(Math.pow(2, 2.86 / 2), within(1e-4));
    assertThat(factor(8, 1, 4, 2)).isCloseTo(Math.pow(2, 2.86 / 2), within(1e-4));
    assertThat(factor(1, 8)).as("past the middle of the last").isCloseTo(2, within(1e-4));
    assertThat(factor(32)).isCloseTo(2, within(1e-4));
    assertThat(factor(0)).as("a thousandth at least").isCloseTo(0.2512, within(1e-4));
  }
}
