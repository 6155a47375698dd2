package worthwhile.search.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import worthwhile.search.Dimension;

/**
 * How text becomes terms: words and numbers, without possessive and accents, in lower case, lightly
 * stemmed. Synonyms widen the searched words only, so that a text is indexed as it was written.
 */
final class Analysis {
  /** Changes whenever the same text would give other terms or fields than before. */
  static final int FORMAT = 3;

  private static final CharArraySet STOP_WORDS =
      CharArraySet.unmodifiableSet(new CharArraySet(IndexFiles.lines("stopwords.txt"), false));

  /** For texts, and for words that must not be widened. */
  static final Analyzer PLAIN = new Chain(STOP_WORDS, null);

  private Analysis() {}

  /**
   * Names the analysis and the fields that an index was written with. Another dimension makes it
   * another by itself.
   */
  static String version() {
    List<String> dimensions = Stream.of(Dimension.values()).map(Dimension::field).toList();
    int written = List.of(IndexFiles.lines("stopwords.txt"), dimensions).hashCode();
    return FORMAT + "-" + Integer.toHexString(written);
  }

  /** For the words of a search, widened by {@code synonyms.txt} and further lines of its kind. */
  static Analyzer widened(List<String> further) {
    List<String> lines = new ArrayList<>(IndexFiles.lines("synonyms.txt"));
    further.stream().filter(line -> !line.isBlank()).forEach(lines::add);
    return new Chain(STOP_WORDS, synonyms(lines));
  }

  private static SynonymMap synonyms(List<String> lines) {
    SolrSynonymParser parser =
        new SolrSynonymParser(true, true, new Chain(CharArraySet.EMPTY_SET, null));
    try {
      parser.parse(new StringReader(String.join("\n", lines)));
      return parser.build();
    } catch (ParseException e) {
      throw new IllegalStateException(
          "index/synonyms.txt or a name of a platform: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Chain extends Analyzer {
    private final CharArraySet stopWords;
    private final SynonymMap synonyms;

    Chain(CharArraySet stopWords, SynonymMap synonyms) {
      this.stopWords = stopWords;
      this.synonyms = synonyms;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer words = new StandardTokenizer();
      TokenStream stream = new EnglishPossessiveFilter(words);
      stream = new ASCIIFoldingFilter(new LowerCaseFilter(stream));
      if (!stopWords.isEmpty()) stream = new StopFilter(stream, stopWords);
      stream = new KStemFilter(stream);
      if (synonyms != null) stream = new SynonymGraphFilter(stream, synonyms, false);
      return new TokenStreamComponents(words, stream);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return 100;
    }
  }
}
