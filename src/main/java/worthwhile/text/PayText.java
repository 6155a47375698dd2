package worthwhile.text;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;

/** Finds the pay that a text states, and the minutes that stand beside it. */
public final class PayText {
  private PayText() {}

  /**
   * What is known around the text.
   *
   * @param locale decides what a comma means where the number alone does not
   * @param currency ISO code to take where the text names none; absent: without a sign or code
   *     there is no pay
   * @param unit what to take where the text names none
   */
  public record Context(Locale locale, Optional<String> currency, Optional<UnitText> unit) {}

  /**
   * Pay found in a text.
   *
   * @param amount with the piece of text in {@code stated}
   * @param minutes time stated for one unit beside the amount ("$.35/3 mins"), mean of a range
   */
  public record Found(MonetaryAmount amount, Optional<Duration> minutes) {}

  /** The pay that the text states; absent rather than guessed. */
  public static Optional<Found> find(String text, Context context) {
    throw new UnsupportedOperationException();
  }
}
