package worthwhile.search.lucene.text;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Takes the plural from words that the stemmer would leave as they are, by {@code
 * index/plurals.txt}; the stemmer goes on with what is left.
 */
final class Plurals extends TokenFilter {
  private static final Pattern LONG_ENDING = Pattern.compile("(?:ch|sh|ss|x)es");
  private static final CharArrayMap<String> SINGULARS = read();

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  Plurals(TokenStream words) {
    super(words);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) return false;
    String singular = SINGULARS.get(term.buffer(), 0, term.length());
    if (singular != null) term.setEmpty().append(singular);
    return true;
  }

  private static CharArrayMap<String> read() {
    CharArrayMap<String> all = new CharArrayMap<>(512, false);
    for (String line : Analysis.lines("plurals.txt")) {
      String[] words = line.split(" ");
      all.put(words[0], words.length > 1 ? words[1] : singular(words[0]));
    }
    return CharArrayMap.unmodifiableMap(all);
  }

  private static String singular(String plural) {
    if (plural.endsWith("ies")) return plural.substring(0, plural.length() - 3) + "y";
    int ending =
        plural.length() > 4 && LONG_ENDING.matcher(plural).find(plural.length() - 4) ? 2 : 1;
    return plural.substring(0, plural.length() - ending);
  }
}
