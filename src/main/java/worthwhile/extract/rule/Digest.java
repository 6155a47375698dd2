package worthwhile.extract.rule;

import java.util.Locale;
import worthwhile.text.Sha256;

/** A short sign for a long text, the same on every machine. */
public final class Digest {
  private static final int DIGITS = 16;

  private Digest() {}

  /** 16 hexadecimal digits; texts that differ only in case and blanks have the same. */
  public static String of(String text) {
    String folded = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return Sha256.hex(folded).substring(0, DIGITS);
  }
}
