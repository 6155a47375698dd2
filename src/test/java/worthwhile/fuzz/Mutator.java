package worthwhile.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Breaks a text in one to three of thirteen ways, always the same for the same random numbers. What
 * comes out is at most {@value #MORE} characters longer than what went in, for each way, and at
 * most 41 times as long.
 */
final class Mutator {
  private static final int MORE = 20_000;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+(?:[.,][0-9]+)?");
  private static final Pattern MARKS = Pattern.compile("[<>{}\\[\\]\",:;()/&]");

  /** Numbers at the edges of what types hold, and what only looks like a number. */
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "1.5",
          "-0.0",
          "2147483648",
          "9223372036854775808",
          "99999999999999999999",
          "1e999999999",
          "1e-999999999",
          "1e-2147483648",
          "NaN",
          "Infinity",
          "007",
          "1,2,3.4",
          "1".repeat(400));

  /** What stands at joints of formats, or means something to a reader. */
  private static final List<String> WORDS =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "</script>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?xml",
          "<!DOCTYPE html>",
          "&#x110000;",
          "&amp;amp;",
          "&",
          "\u0000",
          "\\u0000",
          "\uD83D",
          "\uFEFF",
          "<br>",
          "<p ",
          "$",
          "per hour",
          "1/",
          "2026-02-30",
          "P1Y",
          "\t",
          "\r\n",
          "'",
          "=1+1",
          "%");

  /** What is put there a thousand times over. */
  static final List<String> NASTY =
      List.of(
          "(", "[", "{", "<", ">", "\"", "'", "1/", "1/1 ", "-", ",", ".", ":", ";", " ", "\t",
          "\n", "\u0000", "😀", "$", "%", "\\", "#", "&", "=", "\u2011", "\u200B", "é", "a", "1",
          "\u00A0", "- ", ", ", "$1 ", "<a ", "<!--", "&#", "//", "A", "x ");

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          StandardCharsets.ISO_8859_1,
          StandardCharsets.US_ASCII,
          Charset.forName("windows-1252"));

  private final Random random;
  private int more;

  Mutator(Random random) {
    this.random = random;
  }

  /**
   * The broken input.
   *
   * @param other another input of the same kind, to take pieces from
   */
  byte[] mutated(String text, String other) {
    more = Math.min(MORE, 40 * text.length());
    String broken = text;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) broken = once(broken, other);
    return bytes(broken);
  }

  private String once(String text, String other) {
    int a = random.nextInt(text.length() + 1);
    int b = Math.min(text.length(), a + random.nextInt(1 + Math.min(text.length() - a, 2_000)));
    return switch (random.nextInt(11)) {
      case 0 -> text.substring(0, a);
      case 1 -> text.substring(0, a) + text.substring(b);
      case 2 -> with(text, b, repeated(text.substring(a, b)));
      case 3 -> swapped(text, a, b);
      case 4 -> text.substring(0, a) + tail(other);
      case 5 -> replaced(text, DIGITS, one(NUMBERS));
      case 6 -> replaced(text, MARKS, random.nextBoolean() ? "" : one(WORDS));
      case 7 -> with(text, a, one(WORDS));
      case 8 -> with(text, a, repeated(one(NASTY)));
      case 9 -> with(text, a, nested());
      default -> text.substring(0, a) + blanks(text.substring(a, b)) + text.substring(b);
    };
  }

  /** Two ways more: bytes turned over, and another charset than the one declared. */
  private byte[] bytes(String text) {
    int way = random.nextInt(13);
    if (way == 11) return text.getBytes(one(CHARSETS));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (way == 12 && bytes.length > 0)
      for (int i = random.nextInt(20); i >= 0; i--)
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    return bytes;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static String with(String text, int at, String piece) {
    return text.substring(0, at) + piece + text.substring(at);
  }

  private String repeated(String piece) {
    return piece.isEmpty() ? "" : piece.repeat(random.nextInt(1 + more / piece.length()));
  }

  private static String swapped(String text, int a, int b) {
    int c = Math.min(text.length(), b + (b - a));
    return text.substring(0, a) + text.substring(b, c) + text.substring(a, b) + text.substring(c);
  }

  private String tail(String other) {
    int from = random.nextInt(other.length() + 1);
    return other.substring(from, Math.min(other.length(), from + more));
  }

  /** One place that the pattern finds, or a dozen, become something else. */
  private String replaced(String text, Pattern pattern, String by) {
    int from = random.nextInt(text.length() + 1);
    int left = random.nextBoolean() ? 1 : 12;
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    StringBuilder out = new StringBuilder(text.substring(0, from));
    int at = from;
    while (left-- > 0 && matcher.find()) {
      out.append(text, at, matcher.start()).append(by);
      at = matcher.end();
    }
    return out.append(text.substring(at)).toString();
  }

  private String nested() {
    String open = one(List.of("[", "{\"a\":", "<div>", "<a><b>", "((", "\"{"));
    return open.repeat(1 + random.nextInt(1 + more / open.length()));
  }

  private String blanks(String text) {
    return text.replace(" ", one(List.of("\u00A0", "\n", "", "  ", "\u200B", "\t")));
  }
}
