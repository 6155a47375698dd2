package worthwhile.fetch.wire;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads a body, decompressing as it goes, and stops as soon as it grows past what is allowed. */
final class BoundedBody {
  /**
   * A body that decompresses beyond this ratio is an attack; the best real pages reach about 30.
   */
  private static final int BOMB_RATIO = 250;

  /** Below this size a high ratio harms nobody. */
  private static final long HARMLESS = 1 << 20;

  /** So many first bytes tell text from what is compressed. */
  private static final int START = 16;

  /** Gzip that nobody declared is undone so often. */
  private static final int LAYERS = 2;

  /** Codings that are registered (IANA) or in use, and that no request names. */
  private static final Set<String> NOT_ASKED_FOR =
      Set.of(
          "br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm");

  /** A body that is not taken. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason);
    }
  }

  private final long limit;
  private final boolean cut;

  /**
   * @param limit most bytes, both as sent and decompressed
   * @param cut whether a longer body is cut there instead of refused
   */
  BoundedBody(long limit, boolean cut) {
    this.limit = limit;
    this.cut = cut;
  }

  byte[] read(InputStream input, String encoding) throws IOException {
    Counting raw = new Counting(input);
    InputStream plain = decompressed(raw, encoding.toLowerCase(Locale.ROOT).strip());
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[16_384];
    for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
      if (body.size() + n > limit && cut) {
        body.write(buffer, 0, (int) (limit - body.size()));
        return body.toByteArray();
      }
      body.write(buffer, 0, n);
      check(raw.count, body.size());
    }
    return body.toByteArray();
  }

  private void check(long raw, long size) throws Refused {
    if (size > HARMLESS && size > raw * BOMB_RATIO)
      throw new Refused("a compression bomb: " + raw + " bytes became more than " + size);
    if (size > limit || raw > limit) throw new Refused("longer than " + limit + " bytes");
  }

  private static InputStream decompressed(Counting raw, String encodings) throws IOException {
    InputStream body = raw;
    for (String coding : Arrays.asList(encodings.split("[\\s,]+")).reversed())
      body = undone(body, coding.replaceFirst(";.*", ""));
    // Files such as sitemap.xml.gz are gzip without a header to say so; some are packed twice.
    for (int layer = 0; layer < LAYERS; layer++) body = undone(body, "gzip");
    return body;
  }

  /**
   * The body without one coding; as it is where the name is none, or the bytes are not so coded.
   */
  private static InputStream undone(InputStream coded, String coding) throws IOException {
    PushbackInputStream input = new PushbackInputStream(coded, START);
    byte[] start = input.readNBytes(START);
    input.unread(start);
    boolean gzip = start.length > 1 && (start[0] & 255) == 0x1f && (start[1] & 255) == 0x8b;
    if (gzip) return new GZIPInputStream(input);
    if (NOT_ASKED_FOR.contains(coding))
      throw new Refused("compressed as \"" + coding + "\", which was not asked for");
    if (start.length == 0 || isText(start)) return input;
    if (coding.equals("deflate")) return new InflaterInputStream(input, new Inflater(!zlib(start)));
    return input;
  }

  /** Whether the first bytes are those of plain markup or JSON, whatever was declared. */
  private static boolean isText(byte[] start) {
    for (byte each : start)
      if (each < ' ' && each != '\t' && each != '\n' && each != '\r') return false;
    return true;
  }

  /** Some servers send raw deflate for "deflate", which RFC 9110 section 8.4.1.2 notes. */
  private static boolean zlib(byte[] start) {
    if (start.length < 2) return true;
    int header = (start[0] & 255) << 8 | (start[1] & 255);
    return (start[0] & 15) == 8 && header % 31 == 0;
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream input) {
      super(input);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) count++;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) count += n;
      return n;
    }
  }
}
