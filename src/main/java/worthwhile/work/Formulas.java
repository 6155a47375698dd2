package worthwhile.work;

/**
 * Cells that a spreadsheet would run. A title may be {@code =HYPERLINK(…)}, written by a requester
 * to be opened by a worker; whatever we export is text, marked with an apostrophe as spreadsheets
 * know it, and the mark is taken off when such a file comes back.
 */
public final class Formulas {
  private static final String STARTERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private Formulas() {}

  /** Safe to open in a spreadsheet. */
  public static String safe(String text) {
    return starts(text, 0) ? "'" + text : text;
  }

  /** As it was before {@link #safe}. */
  public static String disarmed(String cell) {
    return starts(cell, 1) ? cell.substring(1) : cell;
  }

  /** Whether a formula begins behind apostrophes, of which there are so many at least. */
  private static boolean starts(String text, int apostrophes) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') at++;
    return at >= apostrophes && at < text.length() && STARTERS.indexOf(text.charAt(at)) >= 0;
  }
}
