package worthwhile.account;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes passwords with Argon2id (19 MiB, two passes, one lane, as OWASP advises) and says which
 * may be chosen (NIST SP 800-63B: long enough, not among the common ones, no rules of composition).
 */
final class Passwords {
  static final int SHORTEST = 10;
  static final int LONGEST = 256;

  /**
   * The hash of a password that nobody has: where there is no account, its checking takes the time
   * that checking takes.
   */
  private static final Argon2Hash NOBODYS =
      Argon2Hash.parse(
          "$argon2id$v=19$m=19456,t=2,p=1$Z/jl1svb05VAN0SN7t9gaQ$RQc0hU"
              + "VWZpGEetBZUA56ssj4UVuUDFpq+qx9iPiDb/4");

  /** Each hash takes 19 MiB and a core: a rush of them must not take the whole machine. */
  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  private @Nullable Set<String> common;

  private synchronized Set<String> common() {
    if (common == null) common = Set.copyOf(TableFile.lines("common-passwords.txt"));
    return common;
  }

  /** What is wrong with a password that somebody chooses, and the mend; absent if nothing is. */
  Optional<String> problem(String password, String name) {
    String plain = normal(password);
    int length = plain.codePointCount(0, plain.length());
    if (length < SHORTEST)
      return Optional.of(
          "A password has at least %d characters; this one has %d. A few words in a row are easy to keep in mind."
              .formatted(SHORTEST, length));
    if (length > LONGEST)
      return Optional.of(
          "A password has at most %d characters; this one has %d.".formatted(LONGEST, length));
    String lower = plain.toLowerCase(Locale.ROOT);
    if (isCommon(lower))
      return Optional.of(
          "This password is among the first that are tried. Choose one that nobody else has.");
    if (isMostly(lower, name) || isMostly(lower, "worthwhile"))
      return Optional.of(
          "This password is little more than a name. Choose one that has nothing to do with you or"
              + " this site.");
    return Optional.empty();
  }

  private boolean isCommon(String lower) {
    return lower.codePoints().distinct().count() < 4
        || common().contains(lower)
        || common().contains(lower.replaceFirst("(?<![0-9!?.])[0-9!?.]++$", ""))
        || isRow(lower);
  }

  /** Characters that follow each other: 0123456789, zyxwvutsrq. */
  private static boolean isRow(String lower) {
    int step = lower.charAt(1) - lower.charAt(0);
    for (int i = 2; i < lower.length(); i++)
      if (lower.charAt(i) - lower.charAt(i - 1) != step) return false;
    return Math.abs(step) <= 1;
  }

  private static boolean isMostly(String lower, String word) {
    String part = word.strip().toLowerCase(Locale.ROOT);
    if (part.length() < 3) return false;
    return lower.contains(part) && lower.replace(part, "").length() < SHORTEST / 2;
  }

  /** The hash to store, with its own salt. */
  String hash(String password) {
    return inPlace(() -> Argon2Hash.of(encoded(password)).toString());
  }

  /** Whether it is the password; where there is none it takes as long to say no. */
  boolean matches(String password, Optional<String> stored) {
    Argon2Hash hash = stored.map(Argon2Hash::parse).orElse(NOBODYS);
    boolean same = inPlace(() -> hash.matches(encoded(password)));
    return same && stored.isPresent();
  }

  private <T> T inPlace(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  /** Longer than any password that can be chosen is cut, so that nobody makes us hash megabytes. */
  private static byte[] encoded(String password) {
    String plain = normal(password);
    int most = Math.min(plain.length(), 2 * LONGEST + 1);
    return plain.substring(0, most).getBytes(StandardCharsets.UTF_8);
  }

  /** The same letters on every keyboard and system. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
