package worthwhile.search.lucene.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilterFactory;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilterFactory;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizerConfig;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilterFactory;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.util.ElisionFilter;
import worthwhile.search.Dimension;

/**
 * How text becomes terms: words and numbers of every script, in one form of all that Unicode writes
 * alike, without possessive, article, accents and marks, in lower case, lightly stemmed. Scripts
 * without blanks give their words (Thai) or every two signs that stand together (Chinese, Japanese,
 * Korean). Texts give more terms than searches, so that each way of writing is found; synonyms
 * widen the searched words only.
 */
public final class Analysis {
  /** The field of all that a word may be found in. */
  public static final String FIELD = "text";

  /**
   * Changes whenever the same text would give other terms or fields than before: with a change
   * here, or with another ICU, which knows other words and characters.
   */
  static final int FORMAT = 9;

  /** Places between two texts of one field, so that no phrase goes from one into the next. */
  static final int GAP = 100;

  /** Characters; of a longer word the beginning counts. */
  private static final int LONGEST_WORD = 255;

  private static final TruncateTokenFilterFactory SHORTENED =
      new TruncateTokenFilterFactory(
          new HashMap<>(Map.of("prefixLength", Integer.toString(LONGEST_WORD))));

  private static final int ALL_SCRIPTS =
      CJKBigramFilter.HAN
          | CJKBigramFilter.HIRAGANA
          | CJKBigramFilter.KATAKANA
          | CJKBigramFilter.HANGUL;

  private static final CharArraySet STOP_WORDS =
      CharArraySet.unmodifiableSet(new CharArraySet(lines("stopwords.txt"), false));

  private static final CharArraySet ARTICLES =
      CharArraySet.unmodifiableSet(
          new CharArraySet(
              List.of(
                  "l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu",
                  "puisqu", "dell", "nell", "all", "sull", "dall", "un"),
              false));

  /** For texts of any script. */
  public static final Analyzer TEXTS = new Chain(true, STOP_WORDS, Optional.empty());

  /** For texts of which {@link #isAscii} is true: the same terms for half the time. */
  static final Analyzer ASCII_TEXTS = new AsciiChain();

  /** For words that must not be widened. */
  static final Analyzer TYPED = new Chain(false, STOP_WORDS, Optional.empty());

  private Analysis() {}

  /** The analyzer that gives a text its terms by the shortest way. */
  public static Analyzer of(String text) {
    return isAscii(text) ? ASCII_TEXTS : TEXTS;
  }

  /** Whether a text is of ASCII, in words that no tokenizer cuts. */
  static boolean isAscii(String text) {
    int word = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      word = c > ' ' ? word + 1 : 0;
      if (c >= 0x80 || word > LONGEST_WORD) return false;
    }
    return true;
  }

  /** Unicode's rules, read with the first text or word: opening an index need not wait for them. */
  private static final class Unicode {
    static final ICUTokenizerConfig WORDS = new DefaultICUTokenizerConfig(false, true);

    /** Accents and marks go, but where they make another letter: kana with voice, and й. */
    static final ICUFoldingFilterFactory FOLDING =
        new ICUFoldingFilterFactory(
            new HashMap<>(Map.of("filter", "[^\\u3040-\\u30ff\u0439\u0419\u045e\u040e]")));

    /** Chinese writes many signs in two ways. */
    static final ICUTransformFilterFactory SIMPLIFIED =
        new ICUTransformFilterFactory(new HashMap<>(Map.of("id", "Traditional-Simplified")));
  }

  /**
   * Names the analysis and the fields that an index was written with. Another dimension makes it
   * another by itself.
   */
  public static String version() {
    List<String> dimensions = Stream.of(Dimension.values()).map(Dimension::field).toList();
    int written = List.of(lines("stopwords.txt"), lines("plurals.txt"), dimensions).hashCode();
    return FORMAT + "-" + Integer.toHexString(written);
  }

  /** For the words of a search, widened by {@code synonyms.txt} and further lines of its kind. */
  static Analyzer widened(List<String> further) {
    List<String> lines = new ArrayList<>(lines("synonyms.txt"));
    further.stream().filter(line -> !line.isBlank()).forEach(lines::add);
    return new Chain(false, STOP_WORDS, Optional.of(synonyms(lines)));
  }

  private static SynonymMap synonyms(List<String> lines) {
    SolrSynonymParser parser =
        new SolrSynonymParser(
            true, true, new Chain(false, CharArraySet.EMPTY_SET, Optional.empty()));
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
    private final boolean forTexts;
    private final CharArraySet stopWords;
    private final Optional<SynonymMap> synonyms;

    Chain(boolean forTexts, CharArraySet stopWords, Optional<SynonymMap> synonyms) {
      this.forTexts = forTexts;
      this.stopWords = stopWords;
      this.synonyms = synonyms;
    }

    @Override
    protected Reader initReader(String field, Reader text) {
      return new ICUNormalizer2CharFilter(new Signs(text));
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      ICUTokenizer words = new ICUTokenizer(Unicode.WORDS);
      TokenStream stream = new EnglishPossessiveFilter(new Compounds(words, forTexts));
      stream = new ElisionFilter(stream, ARTICLES);
      stream = new PersianNormalizationFilter(new ArabicNormalizationFilter(stream));
      stream = Unicode.SIMPLIFIED.create(stream);
      stream = new ASCIIFoldingFilter(Unicode.FOLDING.create(stream));
      stream = new CJKBigramFilter(stream, ALL_SCRIPTS, forTexts);
      stream = SHORTENED.create(stream);
      if (!stopWords.isEmpty()) stream = new StopFilter(stream, stopWords);
      stream = new KStemFilter(new Plurals(stream));
      if (synonyms.isPresent()) stream = new SynonymGraphFilter(stream, synonyms.get(), false);
      return new TokenStreamComponents(words, stream);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }

  /**
   * What the chain for all scripts does to ASCII: Unicode's rules for words without its tables, and
   * none of the steps that change other letters only.
   */
  private static final class AsciiChain extends Analyzer {
    @Override
    protected Reader initReader(String field, Reader text) {
      return new Signs(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer words = new StandardTokenizer();
      TokenStream stream = new Compounds(new LowerCaseFilter(words), true);
      stream = new ElisionFilter(new EnglishPossessiveFilter(stream), ARTICLES);
      stream = Unicode.FOLDING.create(stream); // the letters of Signs
      stream = new KStemFilter(new Plurals(new StopFilter(stream, STOP_WORDS)));
      return new TokenStreamComponents(words, stream);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }

  /** The lines of a file of the folder {@code index/} that are neither blank nor a comment. */
  public static List<String> lines(String name) {
    try (InputStream in = Analysis.class.getResourceAsStream("/index/" + name)) {
      if (in == null)
        throw new IllegalStateException("index/" + name + " is not on the class path");
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("index/" + name + " cannot be read", e);
    }
  }
}
