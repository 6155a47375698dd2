package worthwhile.store.sql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bodies made small, and the name that equal bodies share. */
public final class Packed {
  private Packed() {}

  public static byte[] pack(byte[] content) {
    var packed = new ByteArrayOutputStream(content.length / 4 + 64);
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return packed.toByteArray();
  }

  public static byte[] unpack(byte[] packed) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new StoreException(
          StoreException.Problem.DAMAGED,
          "A kept page is damaged. Restore the last backup: worthwhile restore FILE --replace.",
          e);
    }
  }
}
