package worthwhile.source.kept;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link BytesOut} wrote. */
final class BytesIn {
  private final byte[] bytes;
  private final List<String> texts = new ArrayList<>();
  private int at;

  BytesIn(byte[] bytes) {
    this.bytes = bytes;
  }

  long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) return value;
    }
  }

  /** A number of things, no more than there are bytes left. */
  int count() {
    long count = number();
    if (count > bytes.length - at) throw new IllegalArgumentException("not as many: " + count);
    return (int) count;
  }

  String text() {
    int number = (int) number();
    if (number < texts.size()) return texts.get(number);
    int length = count();
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    texts.add(text);
    return text;
  }
}
