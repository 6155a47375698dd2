package worthwhile.search.lucene;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Proposes another spelling for words that no posting has, from the words that postings have. */
final class Spelling {
  private static final Pattern WORD = Pattern.compile("[\\p{L}]{4,30}");
  private static final int MOST_WORDS = 5;

  private final IndexReader reader;
  private final DirectSpellChecker checker = new DirectSpellChecker();

  Spelling(IndexReader reader) {
    this.reader = reader;
    checker.setMinPrefix(1);
    checker.setMaxEdits(2);
    checker.setMinQueryLength(4);
    checker.setThresholdFrequency(0);
  }

  /** The search with its unknown words replaced; absent if none is unknown or nothing is near. */
  Optional<String> of(String typed) throws IOException {
    Matcher words = WORD.matcher(typed);
    StringBuilder corrected = new StringBuilder();
    int copied = 0;
    for (int n = 0; n < MOST_WORDS && words.find(); n++) {
      Optional<String> better = better(words.group());
      if (better.isEmpty()) continue;
      corrected.append(typed, copied, words.start()).append(better.get());
      copied = words.end();
    }
    return copied == 0
        ? Optional.empty()
        : Optional.of(corrected.append(typed.substring(copied)).toString());
  }

  private Optional<String> better(String word) throws IOException {
    Optional<String> term = term(word);
    if (term.isEmpty() || reader.docFreq(new Term(IndexFields.TEXT, term.get())) > 0)
      return Optional.empty();
    SuggestWord[] found =
        checker.suggestSimilar(
            new Term(IndexFields.TEXT, word.toLowerCase(Locale.ROOT)),
            1,
            reader,
            SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    return found.length == 0 ? Optional.empty() : Optional.of(found[0].string);
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
