package worthwhile.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Files that may be packed with gzip (RFC 1952), told by their first two bytes, not their names.
 */
public final class GzipText {
  private GzipText() {}

  /** The content of a file, unpacked where it is packed. */
  public static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed ? new GZIPInputStream(in) : in;
  }
}
