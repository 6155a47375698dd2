package worthwhile.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.store.account.CredentialRows;

/**
 * Codes on paper for who has lost password and passkeys. Each opens the account once; the store
 * keeps hashes only, which needs no slow hash because a code has 80 random bits.
 */
public final class RecoveryCodes {
  /** How many are made at a time. */
  public static final int COUNT = 10;

  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz023456789";

  private static final int LETTERS = 16;

  private final CredentialRows rows;
  private final Clock clock;

  RecoveryCodes(CredentialRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Makes new codes, which replace all that there were. They are told nowhere else. */
  public List<String> make(String account) {
    SecureRandom random = new SecureRandom();
    List<String> codes = Stream.generate(() -> code(random)).limit(COUNT).toList();
    rows.putCodes(account, codes.stream().map(RecoveryCodes::hash).toList());
    return codes;
  }

  private static String code(SecureRandom random) {
    String letters =
        random
            .ints(LETTERS, 0, ALPHABET.length())
            .mapToObj(i -> ALPHABET.substring(i, i + 1))
            .collect(Collectors.joining());
    return letters.replaceAll("(.{4})(?=.)", "$1-");
  }

  /** Uses a code up; false if there is none such or it was used before. */
  boolean use(String account, String code) {
    return rows.useCode(account, hash(code), clock.instant());
  }

  /** How many are left. */
  public int left(String account) {
    return rows.codesLeft(account);
  }

  /** As typed from paper: case, spaces and hyphens do not matter. */
  private static String hash(String code) {
    return RandomSecret.hash(code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
  }
}
