package worthwhile.extract.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** A short sign for a long text, the same on every machine. */
public final class Digest {
  private static final int BYTES = 8;

  private Digest() {}

  /** 16 hexadecimal digits; texts that differ only in case and blanks have the same. */
  public static String of(String text) {
    String folded = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
