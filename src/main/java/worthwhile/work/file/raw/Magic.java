package worthwhile.work.file.raw;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file say of it. */
final class Magic {
  private static final int LOOK = 4_096;

  private Magic() {}

  /** What kind of binary file it is, with its article; null if it is none that we know. */
  static @Nullable String of(byte[] bytes) {
    if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 'P', 'K', 5, 6))
      return "a ZIP archive or a spreadsheet (.xlsx, .ods)";
    if (starts(bytes, 0x1F, 0x8B)) return "a gzip archive";
    if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) return "an old spreadsheet (.xls)";
    if (starts(bytes, '%', 'P', 'D', 'F')) return "a PDF";
    if (starts(bytes, 0x89, 'P', 'N', 'G')) return "a picture";
    if (starts(bytes, 0xFF, 0xD8, 0xFF)) return "a picture";
    if (starts(bytes, '7', 'z', 0xBC, 0xAF)) return "a 7z archive";
    if (starts(bytes, 'B', 'Z', 'h')
        || starts(bytes, 0xFD, '7', 'z', 'X', 'Z')
        || starts(bytes, 0x28, 0xB5, 0x2F, 0xFD)
        || starts(bytes, 'R', 'a', 'r', '!')) return "an archive";
    if (starts(bytes, 'S', 'Q', 'L', 'i', 't', 'e')) return "a database";
    if (starts(bytes, 0x7F, 'E', 'L', 'F') || starts(bytes, 'M', 'Z', 0x90)) return "a program";
    return null;
  }

  /** The character set that a byte order mark names; else null. */
  static @Nullable Charset marked(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) return StandardCharsets.UTF_8;
    if (starts(bytes, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
    if (starts(bytes, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
    return null;
  }

  /** UTF-16 without a mark: of mostly Latin text every second byte is 0. Else null. */
  static @Nullable Charset unmarkedUtf16(byte[] bytes) {
    int look = Math.min(bytes.length, LOOK) & ~1;
    if (look < 4) return null;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < look; i += 2) {
      if (bytes[i] == 0) even++;
      if (bytes[i + 1] == 0) odd++;
    }
    int most = look / 2;
    if (odd > most * 0.7 && even == 0) return StandardCharsets.UTF_16LE;
    return even > most * 0.7 && odd == 0 ? StandardCharsets.UTF_16BE : null;
  }

  /** Whether there are control characters that text does not hold. */
  static boolean hasControls(byte[] bytes) {
    for (byte b : bytes)
      if (b >= 0 && b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f') return true;
    return false;
  }

  private static boolean starts(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) return false;
    for (int i = 0; i < magic.length; i++) if ((bytes[i] & 0xFF) != magic[i]) return false;
    return true;
  }
}
