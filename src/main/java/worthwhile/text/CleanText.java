package worthwhile.text;

/** Text as its author meant it: entities decoded, markup gone, mojibake repaired where certain. */
public final class CleanText {
  private CleanText() {}

  /** One line: entities decoded (also when escaped twice), white space folded, repaired. */
  public static String line(String raw) {
    throw new UnsupportedOperationException();
  }

  /**
   * Plain text of an HTML fragment, also when the HTML itself was escaped once or twice more;
   * paragraphs and list items on lines of their own, scripts and styles gone, repaired.
   */
  public static String plain(String html) {
    throw new UnsupportedOperationException();
  }

  /**
   * Repairs UTF-8 that was read as Latin-1 or windows-1252 ("MecÃ¡nico"), only where the whole text
   * decodes; else answers it as it is.
   */
  public static String repaired(String text) {
    throw new UnsupportedOperationException();
  }
}
