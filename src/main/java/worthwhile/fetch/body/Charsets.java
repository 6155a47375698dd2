package worthwhile.fetch.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Tells which characters bytes stand for that are not UTF-8. Old boards declare nothing, or one
 * thing in the header and another in the page; what the bytes look like settles it.
 */
final class Charsets {
  static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Names that mean a larger set on the web (WHATWG Encoding, section 4.2). */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gb_2312-80", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("big5", "big5-hkscs"));

  /** Text is searched this far; a page's words are not all at its end. */
  private static final int ENOUGH = 400_000;

  private Charsets() {}

  /** The charset that a declared name means; absent if there is none of this name. */
  static Optional<Charset> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(lower, lower)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /**
   * What bytes that are no UTF-8 are most likely written in. Declarations that the bytes contradict
   * are passed over; of two that both fit, and against a Latin one where hardly any letter is
   * Latin, the look of the text decides.
   *
   * @param declared what the header and the page say, in this order, without UTF-8
   */
  static Optional<Charset> of(byte[] bytes, List<Charset> declared) {
    List<Charset> fitting = declared.stream().filter(charset -> fits(bytes, charset)).toList();
    boolean doubtful = fitting.size() != 1 || fitting.getFirst().equals(WINDOWS);
    if (!doubtful) return Optional.of(fitting.getFirst());
    Optional<Charset> seen = seen(bytes);
    if (seen.filter(fitting::contains).isPresent()) return seen;
    if (seen.isPresent() && !isLatin(bytes)) return seen;
    return fitting.stream().findFirst().or(() -> declared.stream().findFirst());
  }

  private static boolean fits(byte[] bytes, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException broken) {
      // A page cut in the middle of its last character is none the less written in this charset.
      String text = new String(bytes, charset);
      return text.indexOf('\uFFFD') >= text.length() - 1;
    }
  }

  private static Optional<Charset> seen(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, ENOUGH));
    detector.dataEnd();
    return Optional.ofNullable(detector.getDetectedCharset())
        .flatMap(Charsets::named)
        .filter(charset -> !charset.equals(StandardCharsets.UTF_8));
  }

  /** In Latin text accented letters stand among plain ones; elsewhere hardly any stands alone. */
  private static boolean isLatin(byte[] bytes) {
    int high = 0;
    int together = 0;
    for (int i = 1; i < Math.min(bytes.length, ENOUGH); i++) {
      if (bytes[i] >= 0) continue;
      high++;
      if (bytes[i - 1] < 0) together++;
    }
    return together * 2 < high;
  }
}
