package worthwhile.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReputationTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Set<String> SEED = Set.of("ada");

  private static Rating rating(String by, String of, double value, int daysAgo) {
    return new Rating(by, of, value, NOW.minus(Duration.ofDays(daysAgo)), false);
  }

  private static Rating worked(String by, String of, double value, int daysAgo) {
    return new Rating(by, of, value, NOW.minus(Duration.ofDays(daysAgo)), true);
  }

  private static Function<String, RequesterScore> scores(Set<String> trusted, List<Rating> all) {
    var byName =
        Reputation.scores(all, trusted, Prior.NEUTRAL, Optional.of(NOW)).stream()
            .collect(Collectors.toMap(RequesterScore::requester, Function.identity()));
    return byName::get;
  }

  /** Ada trusts ten accounts, each of which rates the good and the bad mill. */
  private static List<Rating> village() {
    List<Rating> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(rating("ada", "w" + i, .8, 300 - i));
      all.add(rating("w" + i, "good mill", 1, 200 - 10 * i));
      all.add(rating("w" + i, "bad mill", -1, 200 - 10 * i));
    }
    return all;
  }

  private static List<Rating> joined(List<Rating> some, Stream<Rating> others) {
    return Stream.concat(some.stream(), others).toList();
  }

  @Test
  void goodAndBadConductAreToldApart() {
    var scores = scores(SEED, village());
    assertThat(scores.apply("good mill").score()).isGreaterThan(.85);
    assertThat(scores.apply("bad mill").score()).isLessThan(.15);
    assertThat(scores.apply("good mill").n()).isEqualTo(10);
    assertThat(scores.apply("good mill").state()).isEqualTo(RequesterScore.State.KNOWN);
  }

  @Test
  void withoutATrustedAccountNewAccountsMoveNothing() {
    assertThat(scores(Set.of(), village()).apply("good mill").score()).isEqualTo(.5);
    assertThat(scores(Set.of(), village()).apply("good mill").n()).isZero();
  }

  @Test
  void aHundredNewAccountsMoveNoScore() {
    double before = scores(SEED, village()).apply("bad mill").score();
    List<Rating> flooded =
        joined(
            village(),
            IntStream.range(0, 100)
                .boxed()
                .flatMap(
                    i ->
                        Stream.of(
                            rating("x" + i, "bad mill", 1, 0),
                            rating("x" + i, "good mill", -1, 0))));
    assertThat(scores(SEED, flooded).apply("bad mill").score()).isEqualTo(before);
  }

  @Test
  void aRingThatTheBadPraiseBackMovesNoScore() {
    double before = scores(SEED, village()).apply("bad mill").score();
    Stream<Rating> ring =
        IntStream.range(0, 20)
            .boxed()
            .flatMap(
                i ->
                    Stream.concat(
                        IntStream.range(0, 20)
                            .filter(k -> k != i)
                            .mapToObj(k -> rating("x" + i, "x" + k, 1, 400)),
                        Stream.of(
                            rating("x" + i, "bad mill", 1, 1), rating("bad mill", "x" + i, 1, 1))));
    assertThat(scores(SEED, joined(village(), ring)).apply("bad mill").score()).isEqualTo(before);
  }

  @Test
  void aNewNameIsNeverAboveTheBase() {
    List<Rating> renamed =
        joined(village(), IntStream.range(0, 30).mapToObj(i -> rating("x" + i, "new mill", 1, i)));
    assertThat(scores(SEED, renamed).apply("new mill").score()).isLessThanOrEqualTo(.5);
  }

  @Test
  void verifiedWorkGivesAVoiceThatGrowsWithItsRequesters() {
    List<Rating> lone = List.of(worked("w", "mill", 1, 1));
    double once = scores(Set.of(), lone).apply("mill").score();
    List<Rating> busy =
        joined(lone, IntStream.range(0, 9).mapToObj(i -> worked("w", "r" + i, 0, 9)));
    assertThat(once).isGreaterThan(.5);
    assertThat(scores(Set.of(), busy).apply("mill").score()).isGreaterThan(once);
    assertThat(scores(Set.of(), lone).apply("mill").state())
        .isEqualTo(RequesterScore.State.NOT_ENOUGH_HISTORY);
  }

  @Test
  void oneWorkerHasOneVoicePerRequester() {
    List<Rating> often =
        joined(village(), IntStream.range(0, 500).mapToObj(i -> rating("w0", "good mill", -1, i)));
    var scores = scores(SEED, often);
    assertThat(scores.apply("good mill").score()).isGreaterThan(.7);
    assertThat(scores.apply("good mill").n()).isEqualTo(10);
  }

  @Test
  void whoIsComplainedOfLosesHerVoice() {
    List<Rating> all = joined(village(), Stream.of(rating("ada", "w0", -1, 1)));
    List<Rating> alone = List.of(rating("ada", "w0", -1, 1), worked("w0", "mill", 1, 1));
    assertThat(scores(SEED, all).apply("good mill").n()).isEqualTo(9);
    assertThat(scores(SEED, alone).apply("mill").score()).isEqualTo(.5);
  }

  @Test
  void whoRateTheSameAlikeShareOneVoice() {
    List<Rating> copies = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      for (int r = 0; r < 4; r++) copies.add(worked("copy" + i, "r" + r, 1, 40 * i));
      copies.add(worked("own" + i, "other", 1, 40 * i));
      for (int r = 0; r < 3; r++) copies.add(worked("own" + i, "p" + i + r, 1, 40 * i));
    }
    var scores = scores(Set.of(), copies);
    assertThat(scores.apply("other").weight()).isGreaterThan(5 * scores.apply("r0").weight());
  }

  @Test
  void aChangeOfConductIsSeenWithin30Days() {
    List<Rating> all = new ArrayList<>(village());
    for (int i = 10; i < 40; i++) {
      all.add(rating("ada", "w" + i, .8, 300));
      all.add(rating("w" + i, "good mill", 1, 40 + 10 * (i % 20)));
    }
    double before = scores(SEED, all).apply("good mill").score();
    for (int i = 40; i < 48; i++) {
      all.add(rating("ada", "w" + i, .8, 300));
      all.add(rating("w" + i, "good mill", -1, 29 - 3 * (i % 8)));
    }
    double after = scores(SEED, all).apply("good mill").score();
    assertThat(before).isGreaterThan(.9);
    assertThat(after).isLessThan(.5);
  }

  /** Of a requester who pays 17 of 20 some month has three unpaid ones among few. */
  @Test
  void whatChanceExplainsIsNoChangeOfConduct() {
    Random dice = new Random(11);
    int leaps = 0;
    for (int trial = 0; trial < 200; trial++) {
      List<Rating> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        double value = dice.nextDouble() < .85 ? 1 : -1;
        int days = i < 5 ? 5 * i : 31 + 5 * i;
        all.add(worked("w" + i, "mill", value, days));
        all.add(worked("w" + i, "own" + i, 1, 400));
      }
      double whole = scores(Set.of(), all).apply("mill").score();
      double old = scores(Set.of(), all.subList(10, 120)).apply("mill").score();
      if (Math.abs(whole - old) > .04) leaps++;
    }
    assertThat(leaps).isLessThan(10);
  }

  @Test
  void aBurstOfNewAccountsIsFrozenAndTold() {
    List<Rating> all = new ArrayList<>();
    for (int i = 0; i < 9; i++) all.add(worked("new" + i, "mill", -1, i % 2));
    var mill = scores(Set.of(), all).apply("mill");
    assertThat(mill.frozen()).hasSize(9);
    assertThat(mill.score()).isEqualTo(.5);
    List<Rating> slow = new ArrayList<>();
    for (int i = 0; i < 9; i++) slow.add(worked("new" + i, "mill", -1, 10 * i));
    assertThat(scores(Set.of(), slow).apply("mill").frozen()).isEmpty();
    assertThat(scores(Set.of(), slow).apply("mill").score()).isLessThan(.4);
  }

  @Test
  void ageTakesWeight() {
    List<Rating> fresh = List.of(rating("ada", "mill", 1, 0));
    List<Rating> old = List.of(rating("ada", "mill", 1, 1000));
    assertThat(scores(SEED, fresh).apply("mill").weight()).isEqualTo(1);
    assertThat(scores(SEED, old).apply("mill").weight()).isEqualTo(.5);
    assertThat(scores(SEED, fresh).apply("mill").score()).isCloseTo(1.25 / 1.5, within(1e-9));
  }

  @Test
  void theOrderOfTheRatingsDoesNotMatter() {
    List<Rating> shuffled = new ArrayList<>(village());
    Collections.shuffle(shuffled, new Random(4));
    for (String mill : List.of("good mill", "bad mill"))
      assertThat(scores(SEED, shuffled).apply(mill).score())
          .isCloseTo(scores(SEED, village()).apply(mill).score(), within(1e-12));
  }

  @Test
  void nobodyRatesHerself() {
    assertThat(scores(SEED, List.of(rating("ada", "ada", 1, 1))).apply("ada")).isNull();
  }

  @Test
  void aRatingOutsideTheScaleIsRefused() {
    assertThatThrownBy(() -> rating("a", "b", 1.5, 0)).hasMessageContaining("from -1 to 1");
    assertThatThrownBy(() -> rating("a", "b", Double.NaN, 0)).hasMessageContaining("from -1 to 1");
    assertThatThrownBy(() -> rating(" ", "b", 1, 0)).hasMessageContaining("reviewer");
  }
}
