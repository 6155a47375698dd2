package worthwhile.work.file.word;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.pay.SumText;

/** A sum as statements of accounts write it, with the side on which it is booked: "$2.50 CR". */
public final class Booked {
  private static final Pattern SIDE =
      Pattern.compile("(?i)(?<sum>.{0,60}?[^\\p{L}\\s(])\\s?\\(?(?<side>CR|DR)\\.?\\)?");

  private Booked() {}

  /**
   * Reads a cell as {@link SumText#parse} does; what is booked as a debit is below 0.
   *
   * @param known code that stands beside the cell
   */
  public static Optional<SumText.Sum> parse(
      String cell, boolean decimalComma, Optional<String> known) {
    Matcher found = SIDE.matcher(cell.strip());
    if (!found.matches()) return SumText.parse(cell, decimalComma, known);
    boolean debit = found.group("side").toUpperCase(Locale.ROOT).equals("DR");
    return SumText.parse(found.group("sum"), decimalComma, known)
        .map(sum -> debit ? below(sum) : sum);
  }

  private static SumText.Sum below(SumText.Sum sum) {
    return new SumText.Sum(sum.value().abs().negate(), sum.currency());
  }

  /** Whether a cell holds a sum, be its currency known or not. */
  public static boolean isSum(String cell) {
    return parse(cell, false, Optional.empty()).isPresent()
        || !SumText.open(cell, Optional.empty()).isEmpty();
  }
}
