package worthwhile.text;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Tells plain English by its small words, for a small part of what a vote among all languages
 * costs. Says nothing of any other text, nor of one that mixes languages.
 */
final class EnglishWords {
  /** Fewer words say too little. */
  private static final int FEWEST = 12;

  /**
   * One word in so many must be a small word of English; about two in five are in ordinary prose.
   */
  private static final int ONE_IN = 6;

  /** So many different ones must stand there: "the the the" is no English. */
  private static final int DIFFERENT = 5;

  /** One word in so many may be a small word of another language. */
  private static final int OTHER_ONE_IN = 30;

  /** Longer words are no small words. */
  private static final int LONGEST = 8;

  private static final int BITS_OF_LETTER = 5;

  private static final long[] ENGLISH =
      words(
          """
          the and you your with this that are will have from our they their what which who how when
          about must should would please not has was were been does did there these those than then
          but only each through while where because between before after during being having any
          could other some such very both more most many much just into over under again its our
          she his her him them we be by if for or us at an my it is to of can all
          """);

  /** Of languages with which English is mixed on job boards, and no English ones. */
  private static final long[] OTHER =
      words(
          """
          de la el que en los las una por para con del su sus der das ist nicht mit ein eine den dem
          von zu auf sie wir le les et est dans une sur vous nous il che di sono della het een voor
          niet zijn og det att och som nie na yang dan untuk ini dengan ng sa ang mga ay ka os uma
          em da dos se si ja bir bu ile je pas ich auch oder hai ki ke hain aur mein ko nao und
          """);

  private EnglishWords() {}

  /** As numbers in their order. */
  private static long[] words(String all) {
    return Stream.of(all.strip().split("\\s+"))
        .mapToLong(EnglishWords::number)
        .sorted()
        .distinct()
        .toArray();
  }

  private static long number(String word) {
    long number = 0;
    for (int i = 0; i < word.length(); i++) number = with(number, word.charAt(i));
    return number;
  }

  private static long with(long number, char letter) {
    return number << BITS_OF_LETTER | (letter & 31);
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Whether the text is surely plain English, without a letter that is not on its keyboards. */
  static boolean are(String text) {
    Count count = new Count();
    for (int at = 0; at < text.length(); at++) {
      int start = at;
      long word = 0;
      while (at < text.length() && isPlain(text.charAt(at))) word = with(word, text.charAt(at++));
      if (at < text.length() && text.charAt(at) > 127 && Character.isLetter(text.charAt(at)))
        return false;
      if (at > start) count.add(word, at - start);
    }
    return count.isEnglish();
  }

  /** What stands in a text. */
  private static final class Count {
    private final boolean[] seen = new boolean[ENGLISH.length];
    private int words;
    private int english;
    private int different;
    private int other;

    void add(long word, int letters) {
      words++;
      if (letters == 1 || letters > LONGEST) return;
      int at = Arrays.binarySearch(ENGLISH, word);
      if (at < 0) {
        if (Arrays.binarySearch(OTHER, word) >= 0) other++;
        return;
      }
      english++;
      if (!seen[at]) different++;
      seen[at] = true;
    }

    boolean isEnglish() {
      return words >= FEWEST
          && different >= DIFFERENT
          && english * ONE_IN >= words
          && other * OTHER_ONE_IN <= words;
    }
  }
}
