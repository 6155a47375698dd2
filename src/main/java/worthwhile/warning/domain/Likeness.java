package worthwhile.warning.domain;

import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Map;

/** Whether one name passes for another at a glance. */
final class Likeness {
  private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
  private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  private static final Map<Character, Character> READ_AS =
      Map.of('i', 'l', '3', 'e', '4', 'a', '5', 's', '7', 't');

  private Likeness() {}

  /** What a name looks like: two names that are taken for each other have the same. */
  static String looks(String label) {
    String skeleton = CONFUSABLES.getSkeleton(label).toLowerCase(Locale.ROOT);
    StringBuilder looks = new StringBuilder(skeleton.length());
    for (int i = 0; i < skeleton.length(); i++)
      looks.append((char) READ_AS.getOrDefault(skeleton.charAt(i), skeleton.charAt(i)));
    return looks.toString().replace("vv", "w").replace('ı', 'l');
  }

  /**
   * Whether a name is a slip of the keyboard away from a known one: a letter doubled, left out,
   * added, beside the right one or changed with its neighbour; of a long name two slips. The first
   * letter is right.
   *
   * @param known the longer it is, the more is allowed; a name that is a word too must keep its end
   */
  static boolean slips(String written, KnownName known) {
    String right = known.label();
    int difference = written.length() - right.length();
    if (right.length() < 5 || Math.abs(difference) > 2 || written.charAt(0) != right.charAt(0))
      return false;
    if (written.equals(right)) return false;
    int from = commonStart(written, right);
    int end = commonEnd(written, right, from);
    int changed = Math.max(written.length(), right.length()) - from - end;
    if (changed == 1 && difference != 0) return oneMore(written, right, from, end, known);
    if (changed == 1) return oneOther(written.charAt(from), right.charAt(from), right.length());
    if (changed == 2 && difference == 0 && swapped(written, right, from))
      return right.length() >= 6;
    return known.distinct() && known.owned() && right.length() >= 10 && edits(written, right) <= 2;
  }

  private static int commonStart(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) i++;
    return i;
  }

  private static int commonEnd(String a, String b, int from) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) - from
        && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) i++;
    return i;
  }

  private static boolean oneMore(String written, String right, int from, int end, KnownName known) {
    String longer = written.length() > right.length() ? written : right;
    char more = longer.charAt(from);
    if (longer.charAt(from - 1) == more) return true; // doubled, or no longer so
    if (end == 0 && !known.distinct()) return false;
    if (right.length() >= 7) return true;
    return known.distinct() && right.length() == 6 && (longer.equals(right) || more == 's');
  }

  private static boolean oneOther(char written, char right, int length) {
    return length >= 8 || (length >= 6 && neighbours(written, right));
  }

  private static boolean neighbours(char a, char b) {
    int rowA = row(a);
    int rowB = row(b);
    if (rowA < 0 || rowB < 0) return false;
    int shift = ROWS[rowA].indexOf(a) - ROWS[rowB].indexOf(b);
    return Math.abs(rowA - rowB) + Math.abs(shift) == 1;
  }

  private static int row(char c) {
    for (int row = 0; row < ROWS.length; row++) if (ROWS[row].indexOf(c) >= 0) return row;
    return -1;
  }

  private static boolean swapped(String a, String b, int at) {
    return a.charAt(at) == b.charAt(at + 1) && a.charAt(at + 1) == b.charAt(at);
  }

  /** How many letters have to be added, taken away or changed. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
