package worthwhile.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash with what it was made with, in the usual spelling ({@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}). Written and read here because the library does it in the
 * machine's language, and fails in Turkish.
 *
 * @param memory in KiB
 */
record Argon2Hash(int memory, int passes, int lanes, byte[] salt, byte[] hash) {
  private static final int MEMORY = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  private static final Pattern SPELLING =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");

  /** Hashes with today's costs and a new salt. */
  static Argon2Hash of(byte[] password) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    byte[] hash = compute(password, MEMORY, PASSES, LANES, salt, HASH_BYTES);
    return new Argon2Hash(MEMORY, PASSES, LANES, salt, hash);
  }

  /** Reads what {@link #toString} wrote. */
  static Argon2Hash parse(String text) {
    Matcher parts = SPELLING.matcher(text);
    if (!parts.matches()) throw new IllegalArgumentException("this is no Argon2id hash");
    return new Argon2Hash(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Base64.getDecoder().decode(parts.group(4)),
        Base64.getDecoder().decode(parts.group(5)));
  }

  boolean matches(byte[] password) {
    return MessageDigest.isEqual(hash, compute(password, memory, passes, lanes, salt, hash.length));
  }

  /** Whether it was made with other costs than today's. */
  boolean isOld() {
    return memory != MEMORY || passes != PASSES || lanes != LANES;
  }

  private static byte[] compute(
      byte[] password, int memory, int passes, int lanes, byte[] salt, int length) {
    return Argon2Function.getInstance(memory, passes, lanes, length, Argon2.ID)
        .hash(password, salt)
        .getBytes();
  }

  @Override
  public String toString() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m="
        + memory
        + ",t="
        + passes
        + ",p="
        + lanes
        + "$"
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(hash);
  }
}
