package worthwhile.text.pay;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.word.Sought;

/** What a text promises to who is screened out: "if you are screened out you receive £0.20". */
public record ScreenOutText(BigDecimal amount, String currency, String quote) {
  private static final Sought PAID =
      Sought.of(
          "screen(?:ed|ing)?[- ]?outs?\\b[^.!?\\n]{0,80}?\\b(?:receives?|gets?|paid|pays?|earns?|rewarded|compensated)\\b[^.!?\\n]{0,40}?"
              + "(?<sign>[$£€])\\s?(?<n>\\d{1,3}(?:\\.\\d{1,2})?)",
          Pattern.CASE_INSENSITIVE);

  /** The first such promise; absent if there is none. */
  public static Optional<ScreenOutText> in(String text) {
    if (text == null) return Optional.empty();
    Matcher found = PAID.first(text);
    if (found == null) return Optional.empty();
    BigDecimal amount = new BigDecimal(found.group("n"));
    if (amount.signum() == 0) return Optional.empty();
    String currency =
        switch (found.group("sign")) {
          case "£" -> "GBP";
          case "€" -> "EUR";
          default -> "USD";
        };
    return Optional.of(new ScreenOutText(amount, currency, found.group()));
  }
}
