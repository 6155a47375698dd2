package worthwhile.text;

import com.optimaize.langdetect.profiles.LanguageProfileReader;
import com.optimaize.langdetect.text.RemoveMinorityScriptsTextFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The language a text is written in. */
public final class Languages {
  /** Letters below which n-grams say little; a title alone is mostly shorter. */
  private static final int FEWEST_LETTERS = 40;

  /** More text makes it slower, not surer. */
  private static final int ENOUGH = 2_000;

  private static final double CERTAIN = 0.95;

  /** A script with less than this share of the letters of the most common one is left out. */
  private static final double MINORITY = 0.3;

  private static final RemoveMinorityScriptsTextFilter SCRIPTS =
      RemoveMinorityScriptsTextFilter.forThreshold(MINORITY);

  /** All signs before this are Latin letters or of no script, as are those of punctuation. */
  private static final char FIRST_OTHER = '\u0250';

  private static final char FIRST_SIGN = '\u2000';
  private static final char LAST_SIGN = '\u206f';

  /**
   * Addresses, which are of no language. The library looks for the same, but begins anew at each
   * letter of a long run of them, which costs the square of its length.
   */
  private static final Pattern ADDRESSES =
      Pattern.compile(
          "https?://[-_.?&~;+=/#0-9A-Za-z]+"
              + "|(?<![-_.0-9A-Za-z])[-_.0-9A-Za-z]++@[-_0-9A-Za-z]+[-_.0-9A-Za-z]+");

  private Languages() {}

  /** ISO 639-1 code; absent if the text is too short or not certain. */
  public static Optional<String> of(@Nullable String text) {
    if (text == null || !hasLetters(text)) return Optional.empty();
    String start = withoutAddresses(text.length() > ENOUGH ? text.substring(0, ENOUGH) : text);
    return EnglishWords.are(start) ? Optional.of("en") : byPieces(start);
  }

  /** The same by the pieces of its words alone. */
  static Optional<String> byPieces(String text) {
    return Detector.ONE
        .winner(ofOneScript(text))
        .map(code -> code.equals("no") ? "nb" : code)
        .filter(code -> code.length() == 2);
  }

  private static boolean hasLetters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length() && letters < FEWEST_LETTERS; ) {
      int c = text.codePointAt(i);
      if (Character.isLetter(c)) letters++;
      i += Character.charCount(c);
    }
    return letters >= FEWEST_LETTERS;
  }

  private static String withoutAddresses(String text) {
    if (text.indexOf('@') < 0 && !text.contains("://")) return text;
    return ADDRESSES.matcher(text).replaceAll(" ");
  }

  private static String ofOneScript(String text) {
    for (int i = 0; i < text.length(); i++)
      if (!isLatinOrSign(text.charAt(i))) return SCRIPTS.filter(text);
    return text;
  }

  private static boolean isLatinOrSign(char c) {
    return c < FIRST_OTHER || (c >= FIRST_SIGN && c <= LAST_SIGN);
  }

  /** Loaded when the first text is asked about: the profiles take half a second. */
  private static final class Detector {
    static final NgramVote ONE = load();

    private static NgramVote load() {
      try {
        return new NgramVote(new LanguageProfileReader().readAllBuiltIn(), CERTAIN);
      } catch (IOException e) {
        throw new UncheckedIOException("the language profiles on the class path cannot be read", e);
      }
    }
  }
}
