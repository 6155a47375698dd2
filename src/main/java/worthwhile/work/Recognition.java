package worthwhile.work;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import worthwhile.text.Sha256;

/**
 * What recognises a piece of work when it comes again.
 *
 * <p>By the platform's own id where there is one. Else by title and start, to the millisecond. Else
 * by title, reward and day, and by how many of the same stood before it in the file: a worker may
 * do the same task three times on a day, and an export that overlaps lists it three times again.
 * Stable over machines and versions: it is stored.
 */
public final class Recognition {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Recognition() {}

  /** By the platform's own id. */
  public static String byIdentifier(String platform, String identifier) {
    return hash("id", platform, identifier);
  }

  /** By the moment it began. */
  public static String byStart(String platform, String title, Instant started) {
    return hash("start", platform, key(title), started.toString());
  }

  /**
   * By everything that does not change later.
   *
   * @param nth how many alike stood before it in the same file
   */
  public static String byDay(String platform, String title, Payment payment, Times times, int nth) {
    String reward =
        payment.reward() == null ? "" : payment.reward().stripTrailingZeros().toPlainString();
    String day = times.submitted() == null ? "" : times.submitted().toString();
    return hash(
        "day", platform, key(title), reward, String.valueOf(payment.currency()), day, "" + nth);
  }

  /** By the id of its timer. */
  public static String byTimer(String timer) {
    return hash("timer", timer);
  }

  /** The words of a text without case, accents and punctuation; equal for equal titles. */
  public static String key(String text) {
    if (text == null) return "";
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return OTHER
        .matcher(MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }

  private static String hash(String... parts) {
    return Sha256.hex(String.join("\n", parts)).substring(0, 32);
  }
}
