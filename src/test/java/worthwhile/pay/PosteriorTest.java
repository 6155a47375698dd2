package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PosteriorTest {
  private static final Spread SPREAD = new Spread(0.55, 0.37, 3, 0);
  private static final Spread CORRELATED = new Spread(0.55, 0.37, 3, 0.05);
  private static final Mixture OPEN = Mixture.of(Normal.around(200, 1.5));

  private static List<Voice> voices(double... seconds) {
    return Arrays.stream(seconds).mapToObj(s -> new Voice(null, Math.log(s), 0, 1)).toList();
  }

  private static double width(Posterior time) {
    return time.high() - time.low();
  }

  @Test
  void aStatementAloneIsItsOwnInterval() {
    Posterior time = Posterior.of(Mixture.of(Normal.around(300, 0.45)), List.of(), SPREAD);
    assertThat(Math.exp(time.median())).isCloseTo(300, within(1.0));
    assertThat(width(time)).isCloseTo(2 * 1.2816 * 0.45, within(0.01));
  }

  @Test
  void aWiderIntervalKeepsItsMedianAndItsSkew() {
    Posterior time = Posterior.of(OPEN, voices(90, 400), SPREAD);
    Posterior wider = time.wider(1.5);
    assertThat(wider.median()).isCloseTo(time.median(), within(1e-9));
    assertThat(wider.low() - wider.median())
        .isCloseTo(1.5 * (time.low() - time.median()), within(1e-9));
    assertThat(wider.high() - wider.median())
        .isCloseTo(1.5 * (time.high() - time.median()), within(1e-9));
    assertThat(wider.logDensity(wider.median()))
        .isCloseTo(time.logDensity(time.median()) - Math.log(1.5), within(0.01));
  }

  @Test
  void voicesFarApartLeaveAWiderIntervalThanThoseThatAgree() {
    double agreeing = width(Posterior.of(OPEN, voices(90, 95, 100, 105, 110), SPREAD));
    double apart = width(Posterior.of(OPEN, voices(25, 50, 100, 200, 400), SPREAD));
    assertThat(apart).isGreaterThan(2 * agreeing);
  }

  @Test
  void aTimerLeftRunningHardlyMovesTheMiddle() {
    double without = Posterior.of(OPEN, voices(90, 95, 100, 105), SPREAD).median();
    double with = Posterior.of(OPEN, voices(90, 95, 100, 105, 30_000), SPREAD).median();
    assertThat(with - without).isBetween(0.0, 0.06);
  }

  @Test
  void manyVoicesAreNeverMoreCertainThanTheirCorrelationAllows() {
    double[] same = DoubleStream.generate(() -> 100).limit(20).toArray();
    double[] more = DoubleStream.generate(() -> 100).limit(200).toArray();
    double independent =
        width(Posterior.of(OPEN, voices(more), SPREAD))
            / width(Posterior.of(OPEN, voices(same), SPREAD));
    double correlated =
        width(Posterior.of(OPEN, voices(more), CORRELATED))
            / width(Posterior.of(OPEN, voices(same), CORRELATED));
    assertThat(independent).isLessThan(0.5);
    assertThat(correlated).isBetween(0.65, 1.0);
  }

  /** Times drawn by the very model lie in the interval as often as it says. */
  @Test
  void theIntervalHoldsWhatTheModelDraws() {
    RandomGenerator chance = new Random(7);
    int tasks = 600;
    long held =
        IntStream.range(0, tasks)
            .filter(
                _ -> {
                  double typical = Math.log(200) + 1.5 * chance.nextGaussian();
                  double scale = 0.55 * Math.exp(0.37 * chance.nextGaussian());
                  List<Voice> heard =
                      IntStream.range(0, 5)
                          .mapToObj(_ -> new Voice(null, typical + scale * student(chance), 0, 1))
                          .toList();
                  Posterior time = Posterior.of(OPEN, heard, SPREAD);
                  return time.low() <= typical && typical <= time.high();
                })
            .count();
    assertThat(held / (double) tasks).isBetween(0.76, 0.84);
  }

  /** With 3 degrees of freedom. */
  private static double student(RandomGenerator chance) {
    double squares = 0;
    for (int i = 0; i < 3; i++) squares += Math.pow(chance.nextGaussian(), 2);
    return chance.nextGaussian() / Math.sqrt(squares / 3);
  }

  @Test
  void allOfTheDensityIsOneAndOffTheGridThereIsNone() {
    Posterior time = Posterior.of(OPEN, voices(90, 400), SPREAD);
    double all = 0;
    for (double x = -5; x < 16; x += 1e-3) all += Math.exp(time.logDensity(x)) * 1e-3;
    assertThat(all).isCloseTo(1, within(1e-3));
    assertThat(time.logDensity(-50)).isEqualTo(-20);
    assertThat(time.logDensity(50)).isEqualTo(-20);
    double below = 0;
    for (double x = -5; x < time.low(); x += 1e-3) below += Math.exp(time.logDensity(x)) * 1e-3;
    assertThat(below).isCloseTo(0.1, within(2e-3));
  }

  /** Two hundred voices at one place outweigh what was believed before, and lie in its midst. */
  @Test
  void voicesFarFromWhatWasBelievedAreSeenOnBothSides() {
    double[] same = DoubleStream.generate(() -> 8000).limit(200).toArray();
    for (double before : new double[] {150, 400_000}) {
      Mixture prior = Mixture.of(Normal.around(before, 0.5));
      Posterior time = Posterior.of(prior, voices(same), SPREAD);
      assertThat(time.median()).isCloseTo(Math.log(8000), within(0.05));
      assertThat(time.high() - time.median())
          .isCloseTo(time.median() - time.low(), within(0.1 * (time.high() - time.median())));
    }
  }
}
