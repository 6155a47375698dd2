package worthwhile.work.file.raw;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file that somebody handed in, or why it has none. */
public sealed interface FileText {
  /** Ten years of a busy worker's history are a tenth of this. */
  int MAX_BYTES = 10_000_000;

  /**
   * Text.
   *
   * @param text without a byte order mark
   * @param charset in which it was written, told or concluded
   */
  record Decoded(String text, Charset charset) implements FileText {}

  /**
   * No text.
   *
   * @param reason cause and mend, for the worker to read
   */
  record Unreadable(String reason) implements FileText {}

  /**
   * Reads UTF-8, with and without a byte order mark, UTF-16 in both orders, also without a mark,
   * and takes anything else for windows-1252, which spreadsheets still write. Compressed files,
   * pictures, spreadsheets in their own format and files that are too large are refused.
   */
  static FileText of(byte[] bytes) {
    if (bytes.length == 0) return new Unreadable("The file is empty.");
    if (bytes.length > MAX_BYTES)
      return new Unreadable(
          "The file has %s bytes; %s are the most. Export a shorter period and import it in parts."
              .formatted(bytes.length, MAX_BYTES));
    String kind = Magic.of(bytes);
    if (kind != null)
      return new Unreadable(
          "This is " + kind + ", not a text file. Export or save it as CSV and import that.");
    Charset told = Magic.marked(bytes);
    if (told != null) return decode(bytes, told);
    Charset wide = Magic.unmarkedUtf16(bytes);
    if (wide != null) return decode(bytes, wide);
    if (Magic.hasControls(bytes))
      return new Unreadable(
          "The file holds bytes that no text has: it is binary or damaged. Export it again as CSV.");
    FileText utf8 = decode(bytes, StandardCharsets.UTF_8);
    if (utf8 instanceof Decoded) return utf8;
    return decode(bytes, Charset.forName("windows-1252"));
  }

  private static FileText decode(byte[] bytes, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return readable(text.toString(), charset);
    } catch (CharacterCodingException e) {
      return new Unreadable(
          "The file is not written in " + charset + " throughout: it is damaged or cut off.");
    }
  }

  private static FileText readable(String text, Charset charset) {
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (bare.isBlank()) return new Unreadable("The file holds nothing but blanks.");
    if (bare.indexOf('\0') >= 0)
      return new Unreadable(
          "The file holds null characters: it is binary or damaged. Export it again as CSV.");
    return new Decoded(bare, charset);
  }
}
