package worthwhile.text.pay;

import java.util.Optional;
import worthwhile.posting.MonetaryAmount;
import worthwhile.text.NumberText;

/** A field for pay that holds one sum and nothing else, in a spelling that prose does not have. */
final class FieldSum {
  private FieldSum() {}

  /**
   * The sum as the field's pay: "+2.50", "1 234,50"; absent without a currency, or at 0 or less.
   */
  static Optional<PayText.Found> of(String text, PayText.Context context) {
    boolean comma = !NumberText.isPointDecimal(context.locale());
    return SumText.parse(text, comma, context.currency())
        .filter(sum -> sum.value().signum() > 0)
        .flatMap(sum -> found(text, sum, context));
  }

  private static Optional<PayText.Found> found(
      String text, SumText.Sum sum, PayText.Context context) {
    boolean inferred = sum.currency().isEmpty() || context.unit().isPresent();
    return sum.currency()
        .or(context::currency)
        .map(
            code ->
                new MonetaryAmount(
                    code,
                    sum.value(),
                    sum.value(),
                    context.unit().orElse(null),
                    null,
                    text.strip(),
                    inferred ? true : null))
        .map(
            amount ->
                new PayText.Found(amount, Optional.empty(), Optional.empty(), 0, text.length()));
  }
}
