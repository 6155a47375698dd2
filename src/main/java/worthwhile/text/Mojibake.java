package worthwhile.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * UTF-8 that somebody read as Latin-1 or windows-1252.
 *
 * <p>Certain means: every character above ASCII belongs to a well-formed UTF-8 sequence, and the
 * sequences are not ones that honest text contains. Honest text does contain a capital with an
 * accent before a quotation mark, a dash or a trade mark ("CAFÉ®" would decode to "CAFɮ"), so a
 * lone sequence counts only where no such reading is likely.
 */
final class Mojibake {
  private static final Map<Character, Byte> BYTES = windows1252();

  private Mojibake() {}

  /** The repaired text, or the same text; twice, for what was misread twice. */
  static String repaired(String text) {
    String once = repairedOnce(text);
    if (!once.equals(text)) return repairedOnce(once);
    if (!text.endsWith("...")) return text;
    String cut = text.substring(0, text.length() - 3);
    String body = repairedOnce(cut);
    return body.equals(cut) ? text : body + "...";
  }

  private static String repairedOnce(String text) {
    if (isAscii(text)) return text;
    byte[] bytes = bytes(text);
    if (bytes.length < text.length()) return text;
    int end = complete(bytes);
    if (end == 0 || !plausible(bytes, end)) return text;
    try {
      CharBuffer decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
      return decoded.chars().anyMatch(c -> c >= 0x80 && c < 0xA0) ? text : decoded.toString();
    } catch (CharacterCodingException notMisread) {
      return text; // The answer to the question asked here: this text was not misread.
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 0x80) return false;
    return true;
  }

  /** The bytes that were misread; shorter than the text if it holds what no byte can stand for. */
  private static byte[] bytes(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      Byte special = c < 0x100 ? Byte.valueOf((byte) c) : BYTES.get(c);
      if (special == null) return new byte[0];
      bytes[i] = special;
    }
    return bytes;
  }

  /** Length without a sequence cut off at the end. */
  private static int complete(byte[] bytes) {
    int end = bytes.length;
    int start = end;
    while (start > 0 && end - start < 4 && length(bytes[start - 1]) == 0) start--;
    if (start == 0) return end;
    int lead = start - 1;
    return length(bytes[lead]) > end - lead ? lead : end;
  }

  /** Bytes in the sequence that starts with this one; 0 if none starts so. */
  private static int length(byte lead) {
    int b = lead & 0xFF;
    if (b < 0x80) return 1;
    if (b < 0xC2 || b > 0xF4) return 0;
    if (b < 0xE0) return 2;
    return b < 0xF0 ? 3 : 4;
  }

  private static boolean plausible(byte[] bytes, int end) {
    int sequences = 0;
    int certain = 0;
    int i = 0;
    while (i < end) {
      int length = length(bytes[i]);
      if (length == 0 || i + length > end) return false;
      if (length > 1) {
        sequences++;
        if (isCertain(bytes, i, length, end)) certain++;
      }
      i += length;
    }
    return certain > 0 && certain * 2 >= sequences;
  }

  private static boolean isCertain(byte[] bytes, int at, int length, int end) {
    int lead = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    if (length == 4 || lead == 0xE2 || lead == 0xC2) return true;
    if (lead == 0xC3 && second >= 0xA1) return true;
    boolean afterSmall = at > 0 && bytes[at - 1] >= 'a' && bytes[at - 1] <= 'z';
    boolean beforeLetter = at + length < end && Character.isLetter(bytes[at + length]);
    boolean beforeSequence = at + length < end && length(bytes[at + length]) > 1;
    boolean afterSequence = at > 0 && bytes[at - 1] < 0;
    if (lead == 0xC3 && beforeLetter) return true;
    if (length == 2) return afterSmall || beforeSequence || afterSequence;
    return beforeSequence || afterSequence;
  }

  private static Map<Character, Byte> windows1252() {
    Map<Character, Byte> map = new HashMap<>();
    byte[] high = new byte[32];
    for (int i = 0; i < high.length; i++) high[i] = (byte) (0x80 + i);
    String chars = new String(high, Charset.forName("windows-1252"));
    for (int i = 0; i < high.length; i++) {
      if (chars.charAt(i) != '\uFFFD') map.put(chars.charAt(i), high[i]);
    }
    return Map.copyOf(map);
  }
}
