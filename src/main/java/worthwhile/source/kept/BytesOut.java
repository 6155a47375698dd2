package worthwhile.source.kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/** Bytes that grow. A text is written once; where it comes again, its number is. */
final class BytesOut {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<String, Integer> texts = new HashMap<>();

  /** A number from 0, of seven bits a byte, the lowest first. */
  void number(long value) {
    long left = value;
    while (left >>> 7 != 0) {
      bytes.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
  }

  void text(String text) {
    Integer known = texts.putIfAbsent(text, texts.size());
    if (known != null) {
      number(known);
      return;
    }
    number(texts.size() - 1L);
    byte[] utf8 = text.getBytes(UTF_8);
    number(utf8.length);
    bytes.writeBytes(utf8);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
