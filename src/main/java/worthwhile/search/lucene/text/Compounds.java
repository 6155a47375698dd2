package worthwhile.search.lucene.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The parts of words that {@link Signs} joined, one after another; for a text also the whole
 * (e-mail is e, mail and email) and the word without its signs, at the place of the first part.
 */
final class Compounds extends TokenFilter {
  /** A longer chain is a phrase, a path or an identifier, and nobody writes it as one word. */
  private static final int MOST_JOINED = 3;

  private static final Pattern SIGNS =
      Pattern.compile("[" + Signs.PLUS + Signs.SHARP + Signs.DOT + "]");

  private final boolean forTexts;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private final Queue<Piece> waiting = new ArrayDeque<>();
  private @Nullable State token;

  private record Piece(String text, int start, int end, int step) {}

  private record Part(String text, int start, boolean behindDot) {
    int end() {
      return start + text.length();
    }
  }

  Compounds(TokenStream words, boolean forTexts) {
    super(words);
    this.forTexts = forTexts;
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (waiting.isEmpty()) {
      if (!input.incrementToken()) return false;
      widen();
      if (isPlain()) return true;
      divide(term.toString());
    }
    write(waiting.remove());
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    waiting.clear();
  }

  /** One character that stands for several (㈱) leaves words without a width of their own. */
  private void widen() {
    int start = offset.startOffset();
    if (offset.endOffset() == start) offset.setOffset(start, start + 1);
  }

  private boolean isPlain() {
    for (int i = 0; i < term.length(); i++) {
      char c = term.charAt(i);
      if (Signs.isJoint(c) || isSign(c)) return false;
    }
    return true;
  }

  private static boolean isSign(char c) {
    return c == Signs.PLUS || c == Signs.SHARP || c == Signs.DOT;
  }

  private void divide(String word) {
    token = captureState();
    List<Part> parts = parts(word);
    int next = step.getPositionIncrement();
    if (forTexts && isOneWord(parts)) {
      add(String.join("", parts.stream().map(Part::text).toList()), 0, word.length(), next);
      next = 0;
    }
    for (Part part : parts) {
      add(part.text(), part.start(), part.end(), next);
      if (forTexts) addOthers(part, parts.size());
      next = 1;
    }
  }

  /** The word without its signs; and with the dot before it, by which .NET finds ASP.NET. */
  private void addOthers(Part part, int parts) {
    String bare = SIGNS.matcher(part.text()).replaceAll("");
    if (bare.length() > 1 && bare.length() < part.text().length())
      add(bare, part.start(), part.end(), 0);
    if (part.behindDot() && parts <= MOST_JOINED)
      add(Signs.DOT + part.text(), part.start(), part.end(), 0);
  }

  private static boolean isOneWord(List<Part> parts) {
    return parts.size() > 1
        && parts.size() <= MOST_JOINED
        && parts.stream().noneMatch(part -> SIGNS.matcher(part.text()).find())
        && Character.isLetter(parts.getFirst().text().charAt(0));
  }

  private static List<Part> parts(String word) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= word.length(); i++) {
      boolean ends = i == word.length() || Signs.isJoint(word.charAt(i)) || isVersion(word, i);
      if (!ends) continue;
      boolean joint = Signs.isJoint(word.charAt(start));
      int from = joint ? start + 1 : start;
      if (from < i)
        parts.add(new Part(word.substring(from, i), from, word.charAt(start) == Signs.DOT_JOINT));
      start = i;
    }
    return parts;
  }

  /** C++17 is C++ and 17. */
  private static boolean isVersion(String word, int i) {
    return Character.isDigit(word.charAt(i)) && isSign(word.charAt(i - 1));
  }

  /** Where normalising changed the length of the word, a part stands for the whole of it. */
  private void add(String text, int from, int to, int step) {
    int start = offset.startOffset();
    boolean exact = offset.endOffset() - start == term.length();
    waiting.add(
        exact
            ? new Piece(text, start + from, start + to, step)
            : new Piece(text, start, offset.endOffset(), step));
  }

  private void write(Piece piece) {
    restoreState(token);
    term.setEmpty().append(piece.text());
    offset.setOffset(piece.start(), piece.end());
    step.setPositionIncrement(piece.step());
  }
}
