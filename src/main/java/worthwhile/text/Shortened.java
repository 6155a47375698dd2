package worthwhile.text;

/** Texts of others, cut for a message or a list. */
public final class Shortened {
  private Shortened() {}

  /** At most so many characters (code points), the last of them "…" where something is left out. */
  public static String to(int most, String text) {
    if (text.length() <= most || text.codePointCount(0, text.length()) <= most) return text;
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
