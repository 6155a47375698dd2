package worthwhile.reputation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import worthwhile.Recordings;

/**
 * A real network of ratings with accounts known to be honest or fraudulent, attacked in the ways
 * that markets are. The figure is the AUC: how often an honest account stands above a fraud.
 */
class AttackedNetworkTest {
  private static final double BAR = .95;
  private static final int SYBILS = 20;

  private static List<Rating> ratings;
  private static Map<String, Boolean> honest;
  private static Set<String> seed;
  private static Instant end;

  @BeforeAll
  static void read() throws IOException {
    var data = Recordings.folder().resolve("data");
    byte[] packed = Recordings.bytes(data.resolve("bitcoin_otc_ratings.csv.gz"));
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(packed)), UTF_8))) {
      ratings =
          lines.lines().skip(1).map(line -> line.split(",")).map(AttackedNetworkTest::of).toList();
    }
    String labels = new String(Recordings.bytes(data.resolve("bitcoin_otc_labels.csv")), UTF_8);
    honest =
        labels
            .lines()
            .skip(1)
            .map(line -> line.split(","))
            .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1].equals("1")));
    end = ratings.stream().map(Rating::at).max(Instant::compareTo).orElseThrow();
    seed = bestOfTheEarliest();
  }

  private static Rating of(String[] cell) {
    Instant at = Instant.ofEpochMilli(Math.round(Double.parseDouble(cell[3]) * 1000));
    return new Rating(cell[0], cell[1], Double.parseDouble(cell[2]) / 10, at, false);
  }

  private static Set<String> bestOfTheEarliest() {
    Map<String, double[]> sums = new LinkedHashMap<>();
    List<String> early = new ArrayList<>();
    ratings.stream()
        .sorted((a, b) -> a.at().compareTo(b.at()))
        .forEach(
            rating -> {
              for (String account : List.of(rating.reviewer(), rating.requester()))
                if (early.size() < 200 && !early.contains(account)) early.add(account);
              double[] sum = sums.computeIfAbsent(rating.requester(), _ -> new double[2]);
              sum[0] += rating.value();
              sum[1]++;
            });
    return early.stream()
        .filter(sums::containsKey)
        .sorted((a, b) -> Double.compare(mean(sums.get(b)), mean(sums.get(a))))
        .limit(5)
        .collect(Collectors.toSet());
  }

  private static double mean(double[] sum) {
    return sum[0] / (sum[1] + 5);
  }

  private static double auc(List<Rating> all) {
    Map<String, Double> scores = new HashMap<>();
    Reputation.scores(all, seed, Prior.NEUTRAL, Optional.empty())
        .forEach(score -> scores.put(score.requester(), score.score()));
    double won = 0;
    int pairs = 0;
    for (String good : labelled(true))
      for (String bad : labelled(false)) {
        int order = scores.getOrDefault(good, .5).compareTo(scores.getOrDefault(bad, .5));
        won += order > 0 ? 1 : order == 0 ? .5 : 0;
        pairs++;
      }
    return won / pairs;
  }

  private static List<String> labelled(boolean good) {
    return honest.keySet().stream()
        .filter(account -> honest.get(account) == good)
        .sorted()
        .toList();
  }

  private static List<Rating> first(int k) {
    Map<String, Integer> seen = new HashMap<>();
    return ratings.stream()
        .sorted((a, b) -> a.at().compareTo(b.at()))
        .filter(
            rating ->
                !honest.containsKey(rating.requester())
                    || seen.merge(rating.requester(), 1, Integer::sum) <= k)
        .toList();
  }

  private static Rating attack(String by, String of, double value, int daysBefore) {
    return new Rating(by, of, value, end.minus(Duration.ofDays(daysBefore)), false);
  }

  private static List<Rating> with(List<Rating> attack) {
    return Stream.concat(ratings.stream(), attack.stream()).toList();
  }

  private static List<Rating> crowd(boolean good, double value, String name) {
    List<Rating> crowd = new ArrayList<>();
    for (String target : labelled(good))
      for (int i = 0; i < SYBILS; i++) crowd.add(attack(name + target + "-" + i, target, value, 1));
    return crowd;
  }

  /** Twenty accounts that praise each other and every fraud, and whom the frauds praise back. */
  private static List<Rating> ring() {
    List<Rating> ring = new ArrayList<>();
    for (int i = 0; i < SYBILS; i++) {
      for (int k = 0; k < SYBILS; k++) if (i != k) ring.add(attack("ring" + i, "ring" + k, 1, 5));
      for (String fraud : labelled(false)) {
        ring.add(attack("ring" + i, fraud, 1, 1));
        ring.add(attack(fraud, "ring" + i, 1, 1));
      }
    }
    return ring;
  }

  /** Accounts a year old with ten good ratings each among themselves, one rating a target. */
  private static List<Rating> aged(int daysBetween) {
    List<Rating> aged = new ArrayList<>();
    for (String target : honest.keySet())
      for (int i = 0; i < SYBILS; i++) {
        String sybil = "aged" + target + "-" + i;
        for (int k = 1; k <= 10; k++)
          aged.add(attack(sybil, "aged" + target + "-" + (i + k) % SYBILS, 1, 365 - 20 * k));
        aged.add(attack(sybil, target, honest.get(target) ? -1 : 1, 60 - daysBetween * i));
      }
    return aged;
  }

  @Test
  void honestAccountsStandAboveFrauds() {
    assertThat(auc(ratings)).isGreaterThanOrEqualTo(.995);
  }

  @Test
  void theFirstRatingsSayMuchAlready() {
    assertThat(auc(first(1))).isGreaterThanOrEqualTo(.78);
    assertThat(auc(first(5))).isGreaterThanOrEqualTo(.95);
  }

  @Test
  void newAccountsThatPraiseFraudsOrDamnTheHonestMoveNothing() {
    assertThat(auc(with(crowd(false, 1, "praise")))).isGreaterThanOrEqualTo(BAR);
    assertThat(auc(with(crowd(true, -1, "damn")))).isGreaterThanOrEqualTo(BAR);
  }

  @Test
  void neitherDoesARingNorAllTogether() {
    List<Rating> all = new ArrayList<>(ring());
    assertThat(auc(with(all))).isGreaterThanOrEqualTo(BAR);
    all.addAll(crowd(false, 1, "praise"));
    all.addAll(crowd(true, -1, "damn"));
    assertThat(auc(with(all))).isGreaterThanOrEqualTo(BAR);
  }

  @Test
  void neitherDoAgedAccountsAtOnceOrDripping() {
    assertThat(auc(with(aged(0)))).isGreaterThanOrEqualTo(BAR);
    assertThat(auc(with(aged(3)))).isGreaterThanOrEqualTo(BAR);
  }

  @Test
  void neitherDoesOneWorkerWith500Reviews() {
    List<Rating> busy = new ArrayList<>();
    for (int i = 0; i < 500; i++)
      busy.add(attack("busy", i < 84 ? labelled(false).get(i) : "r" + i, 1, 1));
    for (String good : labelled(true)) busy.add(attack("busy", good, -1, 1));
    assertThat(auc(with(busy))).isGreaterThanOrEqualTo(BAR);
  }
}
