package worthwhile.account;

import java.security.SecureRandom;
import java.util.Base64;
import worthwhile.text.Sha256;

/**
 * 256 random bits that open something, as text for a cookie or a header. The store keeps only the
 * hash; no salt and no slow hash is needed, because nobody can guess 256 bits.
 */
public final class RandomSecret {
  private static final int BYTES = 32;

  private RandomSecret() {}

  public static String next() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What the store keeps of a secret: its SHA-256. */
  public static String hash(String secret) {
    return Sha256.hex(secret);
  }
}
