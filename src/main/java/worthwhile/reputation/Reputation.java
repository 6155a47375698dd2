package worthwhile.reputation;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Scores of requesters from what reviewers say: a pure function of the ratings, the trusted
 * accounts, the assumption and the moment that ages are counted from.
 *
 * <p>score = (m·μ + Σ w·½(1+value)) / (m + Σ w), where μ and m are the {@link Prior} and w what a
 * rating weighs: the reviewer's {@linkplain ReviewerVoice voice}, halved every thousand days, and a
 * tenth of it where conduct {@linkplain ConductChange has changed} since. The interval is Wilson's
 * (1927) for that score and m + Σ w ratings.
 */
public final class Reputation {
  static final double HALF_LIFE_MILLIS = 1000.0 * 24 * 60 * 60 * 1000;

  /** 90% of a normal distribution lie within so many standard deviations. */
  private static final double Z = 1.6449;

  private final RatingNetwork network;
  private final Prior prior;
  private final double[] weights;
  private final Bursts bursts;
  private final long now;

  private Reputation(
      RatingNetwork network, ReviewerVoice[] voices, Set<String> honest, Prior prior, Instant now) {
    this.network = network;
    this.prior = prior;
    this.now = now.toEpochMilli();
    weights = weights(network, voices);
    bursts = new Bursts(network, voices, honest);
  }

  /** A reviewer has one voice per requester, however often she rates. */
  private static double[] weights(RatingNetwork network, ReviewerVoice[] voices) {
    Pairs pairs = Pairs.of(network);
    double[] weights = new double[network.ratings()];
    for (int i = 0; i < weights.length; i++)
      weights[i] = voices[network.reviewer[i]].weight(network.verified[i]) / pairs.times()[i];
    return weights;
  }

  /**
   * The score of everybody who is rated, in the order in which they first occur.
   *
   * @param trusted accounts that begin with full trust; others earn it
   * @param at the moment that ages count from; without one the newest rating's
   */
  public static List<RequesterScore> scores(
      Iterable<Rating> ratings, Set<String> trusted, Prior prior, Optional<Instant> at) {
    RatingNetwork network = RatingNetwork.of(ratings);
    Instant now = at.orElseGet(network::newest);
    Reputation reputation =
        new Reputation(network, ReviewerVoices.of(network, trusted), Set.of(), prior, now);
    return IntStream.of(network.requesters()).mapToObj(reputation::score).toList();
  }

  /** The voice of everybody who rates, by account: what {@link #score} needs of the others. */
  public static Map<String, ReviewerVoice> voices(Iterable<Rating> ratings, Set<String> trusted) {
    RatingNetwork network = RatingNetwork.of(ratings);
    ReviewerVoice[] voices = ReviewerVoices.of(network, trusted);
    Map<String, ReviewerVoice> all = new LinkedHashMap<>();
    for (int account = 0; account < voices.length; account++)
      if (voices[account] != null) all.put(network.name(account), voices[account]);
    return all;
  }

  /**
   * The score of one requester, as {@link #scores} gives it for the whole network: what a new
   * rating changes at once.
   *
   * @param ratings hers, each of them
   * @param voices of every reviewer among them
   * @param honest reviewers whose burst people looked at and found honest
   * @return absent if she rates only herself, or nobody rates her
   */
  public static Optional<RequesterScore> score(
      String requester,
      List<Rating> ratings,
      Function<String, ReviewerVoice> voices,
      Set<String> honest,
      Prior prior,
      Instant at) {
    RatingNetwork network = RatingNetwork.of(ratings);
    ReviewerVoice[] known = new ReviewerVoice[network.accounts()];
    for (int reviewer : network.reviewer) known[reviewer] = voices.apply(network.name(reviewer));
    Reputation reputation = new Reputation(network, known, honest, prior, at);
    return IntStream.of(network.requesters())
        .filter(each -> network.name(each).equals(requester))
        .mapToObj(reputation::score)
        .findFirst();
  }

  private RequesterScore score(int requester) {
    List<Integer> frozen = bursts.freeze(requester, weights);
    age(requester);
    double weight = 0;
    double good = 0;
    Set<Integer> reviewers = new HashSet<>();
    for (int i = network.from[requester]; i < network.from[requester + 1]; i++) {
      weight += weights[i];
      good += weights[i] * (1 + network.value[i]) / 2;
      if (weights[i] > 0) reviewers.add(network.reviewer[i]);
    }
    double n = weight + prior.weight();
    double score = (good + prior.weight() * prior.mean()) / n;
    double middle = (score + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(score * (1 - score) / n + Z * Z / (4 * n * n));
    return new RequesterScore(
        network.name(requester),
        score,
        Math.max(0, Math.min(score, middle - half)),
        Math.min(1, Math.max(score, middle + half)),
        reviewers.size(),
        weight,
        frozen.stream().map(i -> network.name(network.reviewer[i])).collect(toSet()));
  }

  /** What is left of a weight after an age in milliseconds. */
  public static double faded(double weight, long age) {
    return weight * Math.pow(.5, Math.max(0, age) / HALF_LIFE_MILLIS);
  }

  private void age(int requester) {
    int from = network.from[requester];
    int to = network.from[requester + 1];
    long newest = Long.MIN_VALUE;
    for (int i = from; i < to; i++) if (weights[i] > 0) newest = Math.max(newest, network.at[i]);
    ConductChange change = new ConductChange();
    for (int i = from; i < to; i++)
      if (weights[i] > 0) change.add(isLate(i, newest), weights[i], network.value[i]);
    boolean changed = change.isEvident();
    for (int i = from; i < to; i++) {
      weights[i] = faded(weights[i], now - network.at[i]);
      if (changed && !isLate(i, newest)) weights[i] *= ConductChange.OLD_KEEPS;
    }
  }

  private boolean isLate(int rating, long newest) {
    return newest - network.at[rating] < ConductChange.RECENT_MILLIS;
  }
}
