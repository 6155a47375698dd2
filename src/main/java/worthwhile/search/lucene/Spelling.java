package worthwhile.search.lucene;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Proposes another spelling for words that no posting has, from the words that postings have. */
final class Spelling {
  /** A word; or what a search excludes or narrows to, which stays as it is. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:platform|category|requester|country|device):(?:\"[^\"]*+\"?|\\S*+)"
              + "|(?<!\\S)-(?:\"[^\"]*+\"?|\\S++)|([\\p{L}\\p{M}]++)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 30;
  private static final int MOST_WORDS = 5;

  /** Of a short word every other one is near: up to so many letters only one may be wrong. */
  private static final int SHORT = 5;

  private static final int CANDIDATES = 5;

  private final IndexReader reader;

  Spelling(IndexReader reader) {
    this.reader = reader;
  }

  /** The search with its unknown words replaced; absent if none is unknown or nothing is near. */
  Optional<String> of(String typed) throws IOException {
    Matcher words = WORD.matcher(typed);
    StringBuilder corrected = new StringBuilder();
    int copied = 0;
    for (int n = 0; n < MOST_WORDS && words.find(); ) {
      if (words.group(1) == null) continue;
      n++;
      Optional<String> better = better(words.group(1));
      if (better.isEmpty()) continue;
      corrected.append(typed, copied, words.start()).append(better.get());
      copied = words.end();
    }
    return copied == 0
        ? Optional.empty()
        : Optional.of(corrected.append(typed.substring(copied)).toString());
  }

  private Optional<String> better(String word) throws IOException {
    Optional<String> term = term(word).filter(Spelling::mayBeWrong);
    if (term.isEmpty()) return Optional.empty();
    SuggestWord[] found =
        checker(term.get())
            .suggestSimilar(
                new Term(IndexFields.TEXT, term.get()),
                CANDIDATES,
                reader,
                SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    return Stream.of(found)
        .map(near -> near.string)
        .filter(near -> LETTERS.matcher(near).matches() && near.length() >= SHORTEST - 1)
        .findFirst();
  }

  private static boolean mayBeWrong(String term) {
    return term.length() >= SHORTEST
        && term.length() <= LONGEST
        && LETTERS.matcher(term).matches()
        && !LuceneVocabulary.isWithoutBlanks(term);
  }

  private static DirectSpellChecker checker(String term) {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMinPrefix(0);
    checker.setMaxEdits(term.length() <= SHORT ? 1 : 2);
    checker.setMinQueryLength(SHORTEST);
    checker.setThresholdFrequency(0);
    return checker;
  }

  /** The term that a word becomes; none for a stop word. */
  private static Optional<String> term(String word) throws IOException {
    try (TokenStream stream = Analysis.TYPED.tokenStream(IndexFields.TEXT, word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      Optional<String> first =
          stream.incrementToken() ? Optional.of(term.toString()) : Optional.empty();
      stream.end();
      return first;
    }
  }
}
