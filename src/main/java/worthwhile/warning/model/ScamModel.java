package worthwhile.warning.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A linear model of the words and short phrases of frauds. What it says of a text is a sum over the
 * phrases that it knows, so which of them raised it can be told.
 *
 * <p>It knows nothing of logos, profiles, lengths or pay. The fewer of a text's words it knows, the
 * nearer its answer is to {@link #NATURAL}: a short text, or one in another language, is no reason
 * for anything.
 */
public final class ScamModel {
  /** The share of frauds among all postings where the model was calibrated (EMSCAD). */
  public static final double NATURAL = 0.0484;

  /**
   * Where frauds and genuine postings are told apart best, if each error is as bad as the other: a
   * little above {@link #NATURAL}.
   */
  public static final double EVEN = 0.1;

  private static final double NATURAL_LOGIT = logit(NATURAL);

  /** So many known words are enough for a whole answer. */
  private static final int ENOUGH_WORDS = 80;

  /** Of a text of another language fewer of the words are known. */
  private static final double ENOUGH_KNOWN = 0.35;

  private static final int TOLD_WORDS = 6;

  /**
   * What a phrase is worth.
   *
   * @param scale how much it tells, whichever way, as part of a text's length
   * @param weight above zero if it speaks for a fraud
   */
  public record Worth(double scale, double weight) {}

  private final Map<String, Worth> phrases;
  private final PhraseTree tree;
  private final double steepness;
  private final double height;

  /**
   * A model of these phrases.
   *
   * @param phrases what each phrase that it knows is worth
   * @param steepness of the logistic curve that makes a share of frauds of a sum
   * @param height of that curve at a sum of zero
   */
  public ScamModel(Map<String, Worth> phrases, double steepness, double height) {
    if (!(steepness > 0)) throw new IllegalArgumentException("The curve must rise");
    this.phrases = Map.copyOf(phrases);
    this.tree = new PhraseTree(phrases);
    this.steepness = steepness;
    this.height = height;
  }

  Map<String, Worth> phrases() {
    return phrases;
  }

  double steepness() {
    return steepness;
  }

  double height() {
    return height;
  }

  /** The model shipped inside. */
  public static ScamModel shipped() {
    return LearnedScams.shipped().model();
  }

  /** A word that is another one for a model that says something else. */
  public String identity() {
    String all = new TreeMap<>(phrases) + " " + height + " " + steepness;
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** How likely a posting with this text is a fraud, by its words. */
  public ScamRisk risk(String text) {
    return risk(ScamWords.of(text));
  }

  /** How likely it is a fraud; absent where so few words are known that they say nothing. */
  public Optional<ScamRisk> riskOfKnown(String text) {
    List<String> words = ScamWords.of(text);
    int known = tree.known(words);
    return isEnough(known, words) ? Optional.of(risk(words, known)) : Optional.empty();
  }

  /** The same of words that {@link ScamWords} read. */
  public ScamRisk risk(List<String> words) {
    int known = tree.known(words);
    return isEnough(known, words) ? risk(words, known) : new ScamRisk(NATURAL, List.of());
  }

  private static boolean isEnough(int known, List<String> words) {
    return known > 0 && known >= ENOUGH_KNOWN * words.size();
  }

  private ScamRisk risk(List<String> words, int known) {
    Map<String, Double> parts = parts(words);
    double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
    double evidence = Math.min(1, (double) known / ENOUGH_WORDS);
    double logit = NATURAL_LOGIT + evidence * (height + steepness * sum - NATURAL_LOGIT);
    double value = 1 / (1 + Math.exp(-logit));
    return new ScamRisk(value, value > NATURAL ? strongest(parts) : List.of());
  }

  /** The same phrases under another curve. */
  public ScamModel under(double otherSteepness, double otherHeight) {
    return new ScamModel(phrases, otherSteepness, otherHeight);
  }

  /** What the words of a text sum up to, before it is made a share. */
  public double sum(List<String> words) {
    return parts(words).values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private Map<String, Double> parts(List<String> words) {
    Map<String, Double> parts = new LinkedHashMap<>();
    double squares = 0;
    for (PhraseTree.Found found : tree.in(words)) {
      double size = (1 + Math.log(found.times())) * found.worth().scale();
      squares += size * size;
      parts.put(found.phrase(), size * found.worth().weight());
    }
    double length = Math.sqrt(squares);
    parts.replaceAll((_, part) -> part / length);
    return parts;
  }

  private static List<String> strongest(Map<String, Double> parts) {
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(parts.entrySet());
    sorted.removeIf(part -> part.getValue() <= 0);
    sorted.sort(
        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    return sorted.stream().limit(TOLD_WORDS).map(Map.Entry::getKey).toList();
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }
}
