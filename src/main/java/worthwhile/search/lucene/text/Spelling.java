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
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Proposes for words that no posting has words that postings have: what begins so, else what is
 * spelled nearly so.
 */
public final class Spelling {
  /** A word; or what a search excludes or narrows to, which stays as it is. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?:platform|category|kind|requester|country|device):(?:\"[^\"]*+\"?|\\S*+)"
              + "|(?<!\\S)-(?:\"[^\"]*+\"?|\\S++)|([\\p{L}\\p{M}]++)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

  /** O'Neill is a word as well. */
  private static final Pattern WRITTEN = Pattern.compile("\\p{L}++(?:'\\p{L}++)*");

  private static final int SHORTEST = 4;
  private static final int SHORTEST_BEGUN = 3;
  private static final int LONGEST = 30;
  private static final int MOST_WORDS = 5;

  /** So many words with one beginning are looked at. */
  private static final int MOST_ENDINGS = 5_000;

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
    Optional<String> finished = finished(term.get(), terms.iterator());
    return finished.isPresent() || term.get().length() < SHORTEST
        ? finished
        : nearest(term.get(), new FuzzyTermsEnum(terms, unknown, mostEdits(term.get()), 0, true));
  }

  /** Of the words that begin so the one that most postings have: it may not be typed to its end. */
  private static Optional<String> finished(String begun, TermsEnum words) throws IOException {
    BytesRef beginning = new BytesRef(begun);
    if (words.seekCeil(beginning) == TermsEnum.SeekStatus.END) return Optional.empty();
    Optional<String> best = Optional.empty();
    int mostPostings = 0;
    BytesRef word = words.term();
    for (int n = 0; n < MOST_ENDINGS && word != null; n++, word = words.next()) {
      if (!StringHelper.startsWith(word, beginning)) break;
      if (words.docFreq() <= mostPostings || !isWord(word)) continue;
      best = Optional.of(word.utf8ToString());
      mostPostings = words.docFreq();
    }
    return best;
  }

  /**
   * Of the words with the fewest wrong letters one that begins alike, for hardly anybody mistypes
   * the first; of these the one that most postings have.
   */
  private static Optional<String> nearest(String typed, FuzzyTermsEnum near) throws IOException {
    Optional<Near> best = Optional.empty();
    for (BytesRef word; (word = near.next()) != null; ) {
      if (!isWord(word)) continue;
      float likeness = near.attributes().getAttribute(BoostAttribute.class).getBoost();
      Near found = Near.of(word.utf8ToString(), typed, likeness, near.docFreq());
      if (best.isEmpty() || found.isBetterThan(best.get())) best = Optional.of(found);
    }
    return best.map(Near::word);
  }

  /** A word of the postings that is near what was typed. */
  private record Near(String word, int wrong, boolean beginsAlike, int postings) {
    /** A likeness is the share of the shorter word's letters that are not wrong. */
    static Near of(String word, String typed, float likeness, int postings) {
      int wrong = Math.round((1 - likeness) * Math.min(letters(word), letters(typed)));
      return new Near(word, wrong, word.codePointAt(0) == typed.codePointAt(0), postings);
    }

    private static int letters(String word) {
      return word.codePointCount(0, word.length());
    }

    boolean isBetterThan(Near other) {
      if (wrong != other.wrong) return wrong < other.wrong;
      return beginsAlike == other.beginsAlike ? postings > other.postings : beginsAlike;
    }
  }

  private static boolean isWord(BytesRef term) {
    return WRITTEN.matcher(term.utf8ToString()).matches();
  }

  private static boolean mayBeWrong(String term) {
    return term.length() >= SHORTEST_BEGUN
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
