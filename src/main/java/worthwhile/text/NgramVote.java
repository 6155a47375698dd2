package worthwhile.text;

import com.optimaize.langdetect.NgramFrequencyData;
import com.optimaize.langdetect.cybozu.util.CharNormalizer;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Random;

/**
 * Which language's pieces of one to three letters a text is made of. Says what the detector of the
 * library says, to the last bit, from the library's profiles; a test compares the two. The detector
 * makes a string of every piece of a text and looks at a fiftieth of them; here only those are made
 * that are looked at.
 */
final class NgramVote {
  private static final long SEED = 1;
  private static final int TRIALS = 7;
  private static final int MOST_STEPS = 1_000;
  private static final int STEPS_BETWEEN_LOOKS = 5;
  private static final double SURE = 0.99999;
  private static final double ALPHA = 0.5;
  private static final double ALPHA_WIDTH = 0.05;
  private static final int BASE_FREQUENCY = 10_000;
  private static final int LONGEST = 3;

  /** No sum of seven shares is wrong by more. */
  private static final double ROUNDING = 1e-9;

  /** Signs beyond these are looked up one by one. */
  private static final char[] PLAIN = plain();

  private final NgramFrequencyData data;
  private final int languages;
  private final double confidence;

  /**
   * A vote among these profiles.
   *
   * @param confidence share of the vote, from 0 to 1, with which a language has won
   */
  NgramVote(Collection<LanguageProfile> profiles, double confidence) {
    this.data = NgramFrequencyData.create(profiles, NgramExtractors.standard().getGramLengths());
    this.languages = data.getLanguageList().size();
    this.confidence = confidence;
  }

  private static char[] plain() {
    char[] plain = new char[0x250];
    for (char c = 0; c < plain.length; c++) plain[c] = CharNormalizer.normalize(c);
    return plain;
  }

  /** The ISO 639-1 code of the winner; absent if nobody wins clearly. */
  Optional<String> winner(CharSequence text) {
    String padded = padded(text);
    int[] pieces = pieces(padded);
    if (pieces.length == 0) return Optional.empty();
    double[] votes = new double[languages];
    Random random = new Random(SEED);
    for (int trial = 0; trial < TRIALS; trial++) {
      double[] shares = trial(padded, pieces, random);
      for (int i = 0; i < languages; i++) votes[i] += shares[i] / TRIALS;
      double possible = votes[best(votes)] + (TRIALS - 1.0 - trial) / TRIALS;
      if (possible < confidence - ROUNDING) return Optional.empty();
    }
    int best = best(votes);
    return votes[best] >= confidence
        ? Optional.of(data.getLanguage(best).getLanguage())
        : Optional.empty();
  }

  private double[] trial(String text, int[] pieces, Random random) {
    double[] shares = new double[languages];
    Arrays.fill(shares, 1.0 / languages);
    double weight = (ALPHA + random.nextGaussian() * ALPHA_WIDTH) / BASE_FREQUENCY;
    for (int step = 0; step < MOST_STEPS; step++) {
      int piece = pieces[random.nextInt(pieces.length)];
      int start = piece >>> 2;
      double[] often = data.getProbabilities(text.substring(start, start + (piece & 3)));
      if (often != null) for (int i = 0; i < languages; i++) shares[i] *= weight + often[i];
      if (step % STEPS_BETWEEN_LOOKS == 0 && normalised(shares) > SURE) break;
    }
    return shares;
  }

  /** Makes the shares add up to 1; answers the greatest. */
  private static double normalised(double[] shares) {
    double sum = 0;
    for (double share : shares) sum += share;
    double most = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
      if (shares[i] > most) most = shares[i];
    }
    return most;
  }

  private static int best(double[] votes) {
    int best = 0;
    for (int i = 1; i < votes.length; i++) if (votes[i] > votes[best]) best = i;
    return best;
  }

  /** Letters alone, a blank between what stood apart and around all of it. */
  private static String padded(CharSequence text) {
    StringBuilder plain = new StringBuilder(text.length() + 2).append(' ');
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char letter = c < PLAIN.length ? PLAIN[c] : CharNormalizer.normalize(c);
      boolean isFirst = before == 0;
      if (letter != ' ' || (before != ' ' && !isFirst)) plain.append(letter);
      before = letter;
    }
    if (before != ' ') plain.append(' ');
    return plain.toString();
  }

  /** Where pieces begin and how long they are, the short ones first: start * 4 + length. */
  private static int[] pieces(String text) {
    int[] pieces = new int[LONGEST * text.length()];
    int n = 0;
    for (int length = 1; length <= LONGEST; length++)
      for (int start = 0; start <= text.length() - length; start++)
        if (isPiece(text, start, length)) pieces[n++] = start << 2 | length;
    return Arrays.copyOf(pieces, n);
  }

  /** A blank alone says nothing, and what it stands between is two words. */
  private static boolean isPiece(String text, int start, int length) {
    return switch (length) {
      case 1 -> text.charAt(start) != ' ';
      case 2 -> true;
      default -> text.charAt(start + 1) != ' ';
    };
  }
}
