package worthwhile.posting.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Words as often as words are in texts: the n-th commonest a n-th as often as the commonest (Zipf).
 * The commonest are those of English task lists, the others are made of syllables.
 */
final class InventedWords {
  private static final int SIZE = 30_000;

  private static final List<String> COMMON =
      List.of(
          ("the to a of and you for in is will be your on this with that are about or we survey it"
                  + " please task data from study as at have answer not questions by short if can"
                  + " minutes only must one what each all who do how page text image people write"
                  + " English find read two no more our website use audio time words name any"
                  + " product work list research need opinion online take their them label"
                  + " translate was but has they an so when which check photo record voice test"
                  + " complete bonus paid review rate experience required before after new"
                  + " company shopping health game phone app search results address copy receipt"
                  + " approve transcribe sentence choose best participants university")
              .split(" "));

  private static final String[] SYLLABLES = {
    "ba", "ter", "mo", "lin", "ca", "sor", "ve", "pra", "ding", "tal", "ri", "con", "du", "mer",
    "so", "pel", "ga", "ni", "ster", "fo", "lu", "bren", "ha", "ci", "ton", "je", "wick", "op"
  };

  private static final String[] WORDS = all();

  private final SplittableRandom random;

  InventedWords(SplittableRandom random) {
    this.random = random;
  }

  private static String[] all() {
    List<String> all = new ArrayList<>(COMMON);
    for (int n = 0; all.size() < SIZE; n++) {
      StringBuilder word = new StringBuilder();
      for (int rest = n + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length)
        word.append(SYLLABLES[rest % SYLLABLES.length]);
      all.add(word.toString());
    }
    return all.toArray(String[]::new);
  }

  String word() {
    return WORDS[(int) (Math.pow(SIZE, random.nextDouble()) - 1)];
  }

  /** So many words, the first with a capital letter, each sentence ended. */
  String sentences(int words) {
    StringBuilder text = new StringBuilder();
    boolean begins = true;
    for (int i = 0; i < words; i++) {
      String word = word();
      if (!text.isEmpty()) text.append(' ');
      text.append(begins ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
      begins = i == words - 1 || random.nextInt(12) == 0;
      if (begins) text.append('.');
    }
    return text.toString();
  }

  /** So many words with a capital letter and no full stop. */
  String title(int words) {
    return sentences(words).replace(".", "");
  }
}
