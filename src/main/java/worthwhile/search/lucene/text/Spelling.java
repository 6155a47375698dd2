package worthwhile.search.lucene.text;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/** Proposes another spelling for words that no posting has, from the words that postings have. */
public final class Spelling {
  /** A word; or what a search excludes or narrows to, which stays as it is. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:platform|category|kind|requester|country|device):(?:\"[^\"]*+\"?|\\S*+)"
              + "|(?<!\\S)-(?:\"[^\"]*+\"?|\\S++)|([\\p{L}\\p{M}]++)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 30;
  private static final int MOST_WORDS = 5;

  /** Of a short word every other one is near: up to so many letters only one may be wrong. */
  private static final int SHORT = 5;

  private final IndexReader reader;

  public Spelling(IndexReader reader) {
    this.reader = reader;
  }

  /** The search with its unknown words replaced; absent if none is unknown or nothing is near. */
  public Optional<String> of(String typed) throws IOException {
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
    Term unknown = new Term(Analysis.FIELD, term.get());
    Terms terms = MultiTerms.getTerms(reader, Analysis.FIELD);
    if (terms == null || reader.docFreq(unknown) > 0) return Optional.empty();
    return nearest(new FuzzyTermsEnum(terms, unknown, mostEdits(term.get()), 0, true));
  }

  /** Of the words with the fewest wrong letters the one that most postings have. */
  private static Optional<String> nearest(FuzzyTermsEnum near) throws IOException {
    Optional<String> best = Optional.empty();
    float bestLikeness = 0;
    int mostPostings = 0;
    for (BytesRef word; (word = near.next()) != null; ) {
      float likeness = near.attributes().getAttribute(BoostAttribute.class).getBoost();
      if (likeness < bestLikeness || !LETTERS.matcher(word.utf8ToString()).matches()) continue;
      if (likeness == bestLikeness && near.docFreq() <= mostPostings) continue;
      best = Optional.of(word.utf8ToString());
      bestLikeness = likeness;
      mostPostings = near.docFreq();
    }
    return best;
  }

  private static boolean mayBeWrong(String term) {
    return term.length() >= SHORTEST
        && term.length() <= LONGEST
        && LETTERS.matcher(term).matches()
        && !LuceneVocabulary.isWithoutBlanks(term);
  }

  private static int mostEdits(String term) {
    return term.length() <= SHORT ? 1 : 2;
  }

  /** The term that a word becomes; none for a stop word. */
  private static Optional<String> term(String word) throws IOException {
    try (TokenStream stream = Analysis.TYPED.tokenStream(Analysis.FIELD, word)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      Optional<String> first =
          stream.incrementToken() ? Optional.of(term.toString()) : Optional.empty();
      stream.end();
      return first;
    }
  }
}
