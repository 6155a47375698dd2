package worthwhile.warning.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of a text as the model reads them: in lower case, without endings and small words. */
public final class ScamWords {
  /** Beyond these nothing is read, so that no text can keep it busy. */
  private static final int MOST_WORDS = 2000;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 25;
  private static final int LONGEST_PHRASE = 3;
  private static final Set<String> SMALL = small();

  private ScamWords() {}

  private static Set<String> small() {
    try (InputStream in = ScamWords.class.getResourceAsStream("small-words.txt")) {
      return Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a text, in order; what has a digit in it is none. */
  public static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    int start = 0;
    boolean letters = true;
    for (int i = 0; i <= lower.length() && words.size() < MOST_WORDS; i++) {
      char c = i < lower.length() ? lower.charAt(i) : ' ';
      if (Character.isLetter(c)) continue;
      if (Character.isDigit(c) || c == '_') {
        letters = false;
        continue;
      }
      if (letters && i - start >= SHORTEST && i - start <= LONGEST)
        add(lower.substring(start, i), words);
      start = i + 1;
      letters = true;
    }
    return words;
  }

  private static void add(String word, List<String> words) {
    if (!SMALL.contains(word)) words.add(singular(word));
  }

  private static String singular(String word) {
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) return word.substring(0, length - 3) + "y";
    if (length > 4 && word.endsWith("sses")) return word.substring(0, length - 2);
    boolean plural =
        length > 3
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    return plural ? word.substring(0, length - 1) : word;
  }

  /** The words and the phrases of two and three of them, each with how often it comes. */
  public static Map<String, Integer> phrases(List<String> words) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String phrase = words.get(i);
      counts.merge(phrase, 1, Integer::sum);
      for (int n = 1; n < LONGEST_PHRASE && i + n < words.size(); n++) {
        phrase += " " + words.get(i + n);
        counts.merge(phrase, 1, Integer::sum);
      }
    }
    return counts;
  }
}
