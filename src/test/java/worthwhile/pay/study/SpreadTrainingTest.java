package worthwhile.pay.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.pay.Spread;
import worthwhile.posting.JobPosting;

/** What is learned is what the times were drawn from. */
class SpreadTrainingTest {
  private static final double BETWEEN = 0.2;

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.5, 1.0})
  void findsTheScaleThatTimesWereDrawnFrom(double scale) {
    Spread learned = new SpreadTraining().learn(requesters(scale, new Random(11)));
    assertThat(Math.log(learned.width())).isCloseTo(Math.log(scale), within(0.15));
    assertThat(learned.between()).as("never narrower than it is").isBetween(BETWEEN, 0.35);
    assertThat(learned.freedom()).as("as good as normal").isGreaterThan(4);
  }

  /**
   * Before any data the scale is log-normal around 0.6 by 0.4; each of the deviations is one of
   * five around 0.3, whose mean square is 0.138; the degrees of freedom are one of five around 4,
   * whose mean is a little less.
   */
  @Test
  void withoutTimesItBelievesWhatWasBelievedBefore() {
    Spread before = new SpreadTraining().learn(List.of());
    assertThat(before.width()).isCloseTo(0.6, within(0.002));
    assertThat(before.between()).isCloseTo(Math.sqrt(0.4 * 0.4 + 2 * 0.138), within(0.002));
    assertThat(before.freedom()).isCloseTo(3.94, within(0.006));
    assertThat(before.correlation()).isZero();
  }

  @Test
  void heavyTailsAreSeenInTheTimes() {
    Random random = new Random(5);
    List<List<AssignmentBatch>> heavy = new ArrayList<>();
    for (int requester = 0; requester < 12; requester++) {
      Map<String, List<Double>> seconds = new TreeMap<>();
      for (int worker = 0; worker < 60; worker++) {
        double squares = Math.pow(random.nextGaussian(), 2) + Math.pow(random.nextGaussian(), 2);
        double student = random.nextGaussian() / Math.sqrt(squares / 2);
        seconds.put("w" + worker, List.of(300 * Math.exp(0.4 * student)));
      }
      heavy.add(List.of(of("r" + requester, seconds)));
    }
    Spread learned = new SpreadTraining().learn(heavy);
    assertThat(learned.freedom()).as("drawn with 2").isBetween(2.0, 2.6);
    assertThat(learned.width()).isBetween(0.35, 0.46);
  }

  private static List<List<AssignmentBatch>> requesters(double scale, Random random) {
    List<List<AssignmentBatch>> all = new ArrayList<>();
    for (int requester = 0; requester < 30; requester++) {
      List<AssignmentBatch> batches = new ArrayList<>();
      for (int batch = 0; batch < 2; batch++) {
        double own = scale * Math.exp(BETWEEN * random.nextGaussian());
        batches.add(batch("r" + requester, own, random));
      }
      all.add(batches);
    }
    return all;
  }

  private static AssignmentBatch batch(String requester, double scale, Random random) {
    double typical = Math.log(60 + random.nextInt(600));
    Map<String, List<Double>> seconds = new TreeMap<>();
    for (int worker = 0; worker < 40; worker++)
      seconds.put("w" + worker, List.of(Math.exp(typical + scale * random.nextGaussian())));
    return of(requester, seconds);
  }

  private static AssignmentBatch of(String requester, Map<String, List<Double>> seconds) {
    return new AssignmentBatch(
        requester,
        JobPosting.builder("mill", "mill", requester).title("A task").build(),
        BigDecimal.ONE,
        seconds,
        Instant.EPOCH);
  }
}
