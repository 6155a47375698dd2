package worthwhile.site.language;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Sentences;

/**
 * The language of whoever asks: the one that she chose, which her browser keeps in a cookie that a
 * person can read ({@code language=es}), else the first of those that her browser asks for and that
 * there is a catalogue of, else English.
 */
public final class ReaderLanguage {
  /** Name of the cookie, and of the field of the form that chooses. */
  public static final String NAME = "language";

  /** Characters of a header that are looked at; browsers send some fifty. */
  private static final int LONGEST = 300;

  private ReaderLanguage() {}

  /** The sentences in which a page answers this request. */
  public static Sentences of(Context ctx) {
    return Sentences.of(
        known(ctx.cookie(NAME)).orElseGet(() -> asked(ctx.header("Accept-Language"))));
  }

  /** The language itself if pages are written in it. */
  public static Optional<String> known(@Nullable String language) {
    return Optional.ofNullable(language).filter(Sentences.LANGUAGES::contains);
  }

  /** What a browser asks for (RFC 9110 section 12.5.4), as far as it can be read. */
  static String asked(@Nullable String header) {
    if (header == null || header.length() > LONGEST) return Sentences.LANGUAGES.getFirst();
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(header);
      return known(Locale.lookupTag(ranges, Sentences.LANGUAGES))
          .orElse(Sentences.LANGUAGES.getFirst());
    } catch (IllegalArgumentException garbled) {
      return Sentences.LANGUAGES.getFirst();
    }
  }
}
