package worthwhile.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The closed set of text grammars; definitions name them, extraction knows them. */
public enum TextExtractor {
  /** Titles of the forum r/HITsWorthTurkingFor. */
  HIT_TITLE("hit-title"),
  /** Tasks exported into forum posts by requester, title and reward. */
  HIT_EXPORT("hit-export"),
  /** Comments of Hacker News hiring threads. */
  HN_COMMENT("hn-comment"),
  /** schema.org JobPosting objects with all their usual defects. */
  JOB_POSTING("job-posting");

  private final String word;

  TextExtractor(String word) {
    this.word = word;
  }

  /** The word in definitions. */
  public String word() {
    return word;
  }

  /** Every word. */
  public static List<String> words() {
    return Arrays.stream(values()).map(TextExtractor::word).toList();
  }

  /** The extractor with this word. */
  public static Optional<TextExtractor> of(String word) {
    return Arrays.stream(values()).filter(e -> e.word.equals(word)).findFirst();
  }
}
