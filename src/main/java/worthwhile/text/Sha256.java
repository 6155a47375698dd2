package worthwhile.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4): a short sign for long contents, the same on every machine. */
public final class Sha256 {
  private Sha256() {}

  /** 64 hexadecimal digits. */
  public static String hex(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** That of a text as UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(UTF_8));
  }
}
