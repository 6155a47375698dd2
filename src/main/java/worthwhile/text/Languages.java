package worthwhile.text;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import com.optimaize.langdetect.text.RemoveMinorityScriptsTextFilter;
import com.optimaize.langdetect.text.TextObjectFactory;
import com.optimaize.langdetect.text.TextObjectFactoryBuilder;
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
    if (text == null || text.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS)
      return Optional.empty();
    String start = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
    return Optional.ofNullable(Detector.ONE.detect(Detector.TEXTS.forText(start)).orNull())
        .map(locale -> locale.getLanguage().equals("no") ? "nb" : locale.getLanguage())
        .filter(code -> code.length() == 2);
  }

  /** Loaded when the first text is asked about: the profiles take half a second. */
  private static final class Detector {
    static final TextObjectFactory TEXTS =
        new TextObjectFactoryBuilder()
            .withTextFilter(text -> ADDRESSES.matcher(text).replaceAll(" "))
            .withTextFilter(RemoveMinorityScriptsTextFilter.forThreshold(MINORITY))
            .build();
    static final LanguageDetector ONE = load();

    private static LanguageDetector load() {
      try {
        return LanguageDetectorBuilder.create(NgramExtractors.standard())
            .withProfiles(new LanguageProfileReader().readAllBuiltIn())
            .minimalConfidence(CERTAIN)
            .shortTextAlgorithm(0)
            .seed(1)
            .build();
      } catch (IOException e) {
        throw new UncheckedIOException("the language profiles on the class path cannot be read", e);
      }
    }
  }
}
