package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a text apart into pieces in plain letters that know where they stood. */
final class Words {
  private static final Set<String> CHATS =
      Set.of(
          "wa.me",
          "api.whatsapp.com",
          "chat.whatsapp.com",
          "t.me",
          "telegram.me",
          "telegram.dog",
          "m.me",
          "line.me",
          "lin.ee",
          "signal.me",
          "signal.group",
          "zalo.me");

  /** Applied to pieces without blanks only, of bounded length. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,62})\\.){1,6}"
              + "(?:com|net|org|io|co|xyz|top|vip|shop|site|online|club|bid|me|info|app|link|live|work|"
              + "store|cc|biz|ly|gl|id|in|ph|ru|cn|br|es|fr|de|uk|us|ai|dev|pro|asia|icu|buzz|fun|win|"
              + "life|world|gd|to|tv|ws|mx|pt|mobi|space|website|click|example)(?:[/?:#].*)?");

  private static final int LONGEST_LINK = 200;
  private static final int LONGEST_WORD = 60;
  private static final int LONGEST_ODD = 20;

  private final String text;
  private final Predicate<String> isKnown;
  private final List<Word> all = new ArrayList<>();
  private int sentence;
  private int clause;
  private int at;
  private boolean vietnamese;

  private Words(String text, Predicate<String> isKnown) {
    this.text = text;
    this.isKnown = isKnown;
  }

  /**
   * The pieces of a text in their order.
   *
   * @param isKnown whether a word with signs or figures in it is an odd way of writing a known one
   */
  static List<Word> of(String text, Predicate<String> isKnown) {
    Words words = new Words(text, isKnown);
    words.read();
    return words.all;
  }

  private void read() {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isChunkStart(c) && link()) continue;
      if ((c == '+' || Characters.isDigit(c)) && phone()) continue;
      if (startsWord(c)) word();
      else sign(c);
    }
  }

  private boolean startsWord(int c) {
    if (Characters.isWord(c)) return true;
    return c == '$' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
  }

  private void sign(int c) {
    int next = at + Character.charCount(c);
    if (Characters.isCurrency(c))
      all.add(new Word(PlainLetters.of(c), Kind.CURRENCY, at, next, sentence, clause));
    else if (Characters.isPercent(c))
      all.add(new Word("percent", Kind.WORD, at, next, sentence, clause));
    else if (c == '&' && isAlone(next))
      all.add(new Word("and", Kind.WORD, at, next, sentence, clause));
    else if (Characters.endsSentence(c) && (c != '.' || isBreak(next))) sentence++;
    else if (Characters.endsClause(c) || (c == '-' && isAlone(next))) clause++;
    at = next;
  }

  /** Whether a sign stands between blanks. */
  private boolean isAlone(int next) {
    return at > 0 && text.charAt(at - 1) <= ' ' && next < text.length() && text.charAt(next) <= ' ';
  }

  private boolean isBreak(int next) {
    return next >= text.length() || !Characters.isWord(text.charAt(next)) || isCapital(next);
  }

  /** A point within "day.Contact" ends a sentence. */
  private boolean isCapital(int next) {
    return Character.isUpperCase(text.charAt(next))
        && next >= 2
        && Character.isLowerCase(text.charAt(next - 2));
  }

  // --- links

  /** A link begins behind a blank, a bracket or a letter of another script. */
  private boolean isChunkStart(int c) {
    if (c != '@' && (c >= 0x80 || !Characters.isWord(c))) return false;
    if (at == 0) return true;
    char before = text.charAt(at - 1);
    return before <= ' ' || before >= 0x80 || "([<{\"'=:>".indexOf(before) >= 0;
  }

  private boolean link() {
    int end = at;
    boolean dotted = false;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7f) {
      char c = text.charAt(end);
      if (c == '<' || c == '>' || c == '"' || (c == ',' && !dotted)) break;
      if (end - at > LONGEST_LINK) break;
      dotted |= c == '.' || c == '@' || (c == ':' && text.startsWith("://", end));
      end++;
    }
    while (end > at && ".,;:!?)]}'*".indexOf(text.charAt(end - 1)) >= 0) end--;
    if (!dotted || end - at < 4) return false;
    String chunk = text.substring(at, end);
    Kind kind = kind(chunk);
    if (kind == null) return false;
    all.add(new Word(address(chunk), kind, at, end, sentence, clause));
    at = end;
    return true;
  }

  private static @Nullable Kind kind(String chunk) {
    if (chunk.charAt(0) == '@')
      return chunk.substring(1).chars().allMatch(c -> c == '_' || c == '.' || Characters.isWord(c))
          ? Kind.HANDLE
          : null;
    String address = address(chunk);
    int mail = address.indexOf('@');
    boolean isLink = chunk.contains("://") || HOST.matcher(address).matches();
    if (mail > 0 && !isLink)
      return address.indexOf('.', mail) > 0 && address.indexOf('/') < 0 ? Kind.EMAIL : null;
    if (!isLink) return null;
    String host = address.split("[/?:#]", 2)[0];
    if (CHATS.contains(host)) return Kind.CHAT;
    return address.endsWith(".apk") || address.endsWith(".exe") ? Kind.PROGRAM : Kind.URL;
  }

  private static String address(String chunk) {
    String small = chunk.toLowerCase(Locale.ROOT);
    int scheme = small.indexOf("://");
    String rest = scheme >= 0 ? small.substring(scheme + 3) : small;
    return rest.startsWith("www.") ? rest.substring(4) : rest;
  }

  private boolean phone() {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) return false;
    int end = at;
    int last = at;
    int digits = 0;
    for (; end < text.length() && digits <= 15; end++) {
      char c = text.charAt(end);
      if (Characters.isDigit(c)) {
        digits++;
        last = end + 1;
      } else if (end > at && " -()".indexOf(c) < 0) break;
      else if (end == at && c != '+') break;
      else if (end > at && end - last > 1) break;
    }
    int fewest = text.charAt(at) == '+' ? 8 : 10;
    if (digits < fewest || digits > 15) return false;
    all.add(new Word(text.substring(at, last), Kind.PHONE, at, last, sentence, clause));
    at = last;
    return true;
  }

  // --- words

  private void word() {
    int start = at;
    int first = text.codePointAt(at);
    if (Characters.isIdeograph(first)) {
      at += Character.charCount(first);
      all.add(new Word(PlainLetters.of(first), Kind.WORD, start, at, sentence, clause));
      return;
    }
    StringBuilder plain = new StringBuilder();
    boolean odd = false;
    vietnamese = false;
    while (at < text.length() && plain.length() < LONGEST_WORD) {
      char letter = text.charAt(at);
      if (isPlainLetter(letter)) {
        plain.append((char) (letter | 0x20));
        at++;
        continue;
      }
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      if (PlainLetters.standsIn(c) && (at == start || isLetter(next))) odd = true;
      else if (PlainLetters.isApostrophe(c) && isLetter(next)) {
        if (plain.length() <= 2) break;
        at = next;
        continue;
      } else if (isNumberSign(c, next)) {
        at = next;
        continue;
      } else if ((!Characters.isWord(c) || Characters.isIdeograph(c))
          && !PlainLetters.of(c).isEmpty()) break;
      vietnamese |= PlainLetters.isVietnamese(c);
      plain.append(PlainLetters.of(c));
      at = next;
    }
    add(plain.toString(), start, odd);
  }

  private static boolean isPlainLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private boolean isLetter(int index) {
    return index < text.length() && Character.isLetter(text.charAt(index));
  }

  /** A comma or point within a number. */
  private boolean isNumberSign(int c, int next) {
    return (c == ',' || c == '.')
        && at > 0
        && Characters.isDigit(text.charAt(at - 1))
        && next < text.length()
        && Characters.isDigit(text.charAt(next));
  }

  private void add(String plain, int start, boolean odd) {
    if (plain.isEmpty()) return;
    int digits = 0;
    while (digits < plain.length() && Characters.isDigit(plain.charAt(digits))) digits++;
    if (digits == plain.length()) add(plain, Kind.NUMBER, start, at);
    else if (odd && (plain.length() > LONGEST_ODD || !isKnown.test(plain))) apart(start);
    else if (digits == 0 || isKnown.test(plain)) add(plain, Kind.WORD, start, at);
    else numberAndUnit(plain, digits, start);
  }

  /** "500P" is a number and a word. */
  private void numberAndUnit(String plain, int digits, int start) {
    int split = start;
    for (int seen = 0; split < at && seen < digits; ) {
      int c = text.codePointAt(split);
      if (Characters.isWord(c)) seen += PlainLetters.of(c).length();
      split += Character.charCount(c);
    }
    add(plain.substring(0, digits), Kind.NUMBER, start, split);
    add(plain.substring(digits), Kind.WORD, split, at);
  }

  /** No known word is meant: what stands before the first sign is one, the sign is none. */
  private void apart(int start) {
    int end = start;
    while (end < at && !PlainLetters.standsIn(text.charAt(end))) end++;
    int whole = at;
    at = end;
    if (end > start) {
      StringBuilder plain = new StringBuilder();
      text.substring(start, end).codePoints().forEach(c -> plain.append(PlainLetters.of(c)));
      add(PlainLetters.of(plain.toString()), start, false);
    } else {
      char sign = text.charAt(end);
      if (Characters.isCurrency(sign))
        all.add(new Word(Character.toString(sign), Kind.CURRENCY, end, end + 1, sentence, clause));
      at = end + 1;
    }
    if (at > whole) at = whole;
  }

  private void add(String plain, Kind kind, int start, int end) {
    all.add(new Word(plain, kind, start, end, sentence, clause, vietnamese));
  }
}
