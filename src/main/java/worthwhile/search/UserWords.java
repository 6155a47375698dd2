package worthwhile.search;

import java.util.ArrayList;
import java.util.List;
import worthwhile.search.WordQuery.Narrowing;

/**
 * What a worker typed, taken apart without ever failing: {@code words}, {@code "a phrase"}, {@code
 * -without}, {@code -"without this"}, {@code platform:prolific}, {@code requester:"A Name"}, {@code
 * category:survey}, {@code country:US}. Everything else, operators of other engines included, is
 * taken as words. Only the first {@value #MOST} parts count.
 */
record UserWords(
    String words, List<String> phrases, List<String> without, List<Narrowing> narrowings) {
  static final int MOST = 40;

  static UserWords of(String text) {
    return new Reader(text).read();
  }

  private static final class Reader {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private final List<Narrowing> narrowings = new ArrayList<>();
    private int at;
    private int parts;

    Reader(String text) {
      this.text = text.replace('“', '"').replace('”', '"').replace('„', '"');
    }

    UserWords read() {
      for (skipSpace(); at < text.length() && parts < MOST; skipSpace(), parts++) part();
      return new UserWords(String.join(" ", words), phrases, without, narrowings);
    }

    private void part() {
      if (text.charAt(at) == '"') {
        phrases.add(quoted());
      } else if (text.charAt(at) == '-' && at + 1 < text.length()) {
        at++;
        without.add(text.charAt(at) == '"' ? quoted() : word());
      } else {
        wordOrNarrowing();
      }
    }

    private void wordOrNarrowing() {
      for (Dimension dimension : Dimension.values()) {
        String prefix = dimension.field() + ":";
        if (!text.regionMatches(true, at, prefix, 0, prefix.length())) continue;
        at += prefix.length();
        String value = at < text.length() && text.charAt(at) == '"' ? quoted() : word();
        if (!value.isBlank()) narrowings.add(new Narrowing(dimension, dimension.key(value)));
        return;
      }
      words.add(word());
    }

    /** Up to the next quote; an unbalanced one reaches to the end. */
    private String quoted() {
      int end = text.indexOf('"', at + 1);
      String phrase = text.substring(at + 1, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      return phrase;
    }

    private String word() {
      int start = at;
      while (at < text.length()
          && !Character.isWhitespace(text.charAt(at))
          && (text.charAt(at) != '"' || isGershayim())) at++;
      return text.substring(start, at);
    }

    /** Hebrew abbreviations have the sign before their last letter. */
    private boolean isGershayim() {
      return at > 0 && at + 1 < text.length() && isHebrew(at - 1) && isHebrew(at + 1);
    }

    private boolean isHebrew(int i) {
      return Character.UnicodeScript.of(text.charAt(i)) == Character.UnicodeScript.HEBREW;
    }

    private void skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }
  }
}
