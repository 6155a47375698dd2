package worthwhile.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
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

  private static InputStream decompressed(Counting raw, String encoding) throws IOException {
    PushbackInputStream input = new PushbackInputStream(raw, 2);
    byte[] start = input.readNBytes(2);
    input.unread(start);
    boolean gzip = start.length == 2 && (start[0] & 255) == 0x1f && (start[1] & 255) == 0x8b;
    // Files such as sitemap.xml.gz are gzip without a header to say so; others claim it wrongly.
    if (gzip) return new GZIPInputStream(input);
    return switch (encoding) {
      case "", "identity", "gzip", "x-gzip" -> input;
      case "deflate" -> new InflaterInputStream(input, new Inflater(!zlib(start)));
      default -> throw new Refused("compressed as \"" + encoding + "\", which was not asked for");
    };
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
