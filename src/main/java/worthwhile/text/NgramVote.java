package worthwhile.text;

import com.optimaize.langdetect.NgramFrequencyData;
import com.optimaize.langdetect.cybozu.util.CharNormalizer;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private final List<LdLocale> names;
  private final int languages;

  /** Pieces as numbers, see {@link #key}; 0 where none stands. Twice as long as it has pieces. */
  private final long[] keys;

  /** How often each language has the piece that stands in the same place. */
  private final double[][] shares;

  private final double confidence;

  /**
   * A vote among these profiles.
   *
   * @param confidence share of the vote, from 0 to 1, with which a language has won
   */
  NgramVote(Collection<LanguageProfile> profiles, double confidence) {
    NgramFrequencyData data =
        NgramFrequencyData.create(profiles, NgramExtractors.standard().getGramLengths());
    this.names = data.getLanguageList();
    this.languages = names.size();
    this.confidence = confidence;
    Set<String> pieces = new HashSet<>();
    for (LanguageProfile profile : profiles)
      for (var piece : profile.iterateGrams()) pieces.add(piece.getKey());
    int size = Integer.highestOneBit(Math.max(1, pieces.size())) << 2;
    keys = new long[size];
    shares = new double[size][];
    for (String piece : pieces) put(piece, data.getProbabilities(piece));
  }

  private void put(String piece, double @Nullable [] often) {
    if (often == null || piece.isEmpty() || piece.length() > LONGEST) return;
    long key = key(piece, 0, piece.length());
    int at = place(key);
    while (keys[at] != 0) at = (at + 1) & (keys.length - 1);
    keys[at] = key;
    shares[at] = often;
  }

  /** Its letters one after the other; none is 0. */
  private static long key(String text, int start, int length) {
    long key = 0;
    for (int i = start; i < start + length; i++) key = key << Character.SIZE | text.charAt(i);
    return key;
  }

  private int place(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (keys.length - 1);
  }

  private double @Nullable [] often(long key) {
    int at = place(key);
    while (keys[at] != key) {
      if (keys[at] == 0) return null;
      at = (at + 1) & (keys.length - 1);
    }
    return shares[at];
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
      double[] won = trial(padded, pieces, random);
      for (int i = 0; i < languages; i++) votes[i] += won[i] / TRIALS;
      double possible = votes[best(votes)] + (TRIALS - 1.0 - trial) / TRIALS;
      if (possible < confidence - ROUNDING) return Optional.empty();
    }
    int best = best(votes);
    return votes[best] >= confidence
        ? Optional.of(names.get(best).getLanguage())
        : Optional.empty();
  }

  private double[] trial(String text, int[] pieces, Random random) {
    double[] won = new double[languages];
    Arrays.fill(won, 1.0 / languages);
    double weight = (ALPHA + random.nextGaussian() * ALPHA_WIDTH) / BASE_FREQUENCY;
    for (int step = 0; step < MOST_STEPS; step++) {
      int piece = pieces[random.nextInt(pieces.length)];
      double[] often = often(key(text, piece >>> 2, piece & 3));
      if (often != null) for (int i = 0; i < languages; i++) won[i] *= weight + often[i];
      if (step % STEPS_BETWEEN_LOOKS == 0 && normalised(won) > SURE) break;
    }
    return won;
  }

  /** Makes the won add up to 1; answers the greatest. */
  private static double normalised(double[] won) {
    double sum = 0;
    for (double share : won) sum += share;
    double most = 0;
    for (int i = 0; i < won.length; i++) {
      won[i] /= sum;
      if (won[i] > most) most = won[i];
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
