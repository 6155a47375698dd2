package worthwhile.work.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which mark parts the decimals of a file's numbers, concluded once from all of them. */
enum DecimalMark {
  POINT,
  COMMA;

  /** A mark behind a letter ends a short word: "Rs.500". */
  private static final Pattern NUMBER =
      Pattern.compile("\\D*?((?:(?<![\\p{L}/])[.,])?\\d(?:[\\d.,'’ \\u00A0\\u202F]*\\d)?)\\D*");

  /** Thousands as well as thousandths. */
  private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  /** English writes its signs before the number, and a comma then groups. */
  private static final Pattern ENGLISH =
      Pattern.compile("(?:[A-Z]{0,3}[$£₹¥]|Rs\\.?)\\s?[1-9]\\d{0,2},\\d{3}\\D*");

  /** The mark that the numbers prove; absent if none does. */
  static Optional<DecimalMark> proven(Stream<String> cells) {
    int[] proofs = new int[2];
    cells.forEach(cell -> of(cell).ifPresent(mark -> proofs[mark.ordinal()]++));
    if (proofs[0] == 0 && proofs[1] == 0) return Optional.empty();
    return Optional.of(proofs[1] > proofs[0] ? COMMA : POINT);
  }

  private static Optional<DecimalMark> of(String cell) {
    Matcher found = NUMBER.matcher(cell);
    if (!found.matches() || EITHER.matcher(found.group(1)).matches()) return Optional.empty();
    String number = found.group(1);
    int point = number.lastIndexOf('.');
    int comma = number.lastIndexOf(',');
    if (point < 0 && comma < 0) return Optional.empty();
    int last = Math.max(point, comma);
    boolean groups = number.indexOf(number.charAt(last)) != last;
    return Optional.of((last == comma) == groups ? POINT : COMMA);
  }

  /** Whether a cell can be thousands as well as thousandths, by itself. */
  static boolean isEither(String cell) {
    Matcher found = NUMBER.matcher(cell);
    return found.matches()
        && EITHER.matcher(found.group(1)).matches()
        && !ENGLISH.matcher(cell).matches();
  }
}
