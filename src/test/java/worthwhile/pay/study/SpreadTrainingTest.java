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
    return new AssignmentBatch(
        requester,
        JobPosting.builder("mill", "mill", requester).title("A task").build(),
        BigDecimal.ONE,
        seconds,
        Instant.EPOCH);
  }
}
