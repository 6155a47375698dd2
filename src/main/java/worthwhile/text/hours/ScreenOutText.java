package worthwhile.text.hours;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.word.Sought;

/** What a text promises to who is screened out: "if you are screened out you receive £0.20". */
public record ScreenOutText(BigDecimal amount, String currency, String quote) {
  private static final Sought SCREEN = Sought.caseless("screen(?:ed|ing)?[- ]?outs?");

  /** Within the sentence, and without a word that takes the promise back. */
  private static final String ON =
      "(?:(?!\\b(?:not|never|no|without|unpaid|nothing|cannot|except|unless)\\b|n['’]t\\b)[^.!?\\n])";

  private static final Pattern PAID =
      Pattern.compile(
          "(?<!\\b(?:not|never|being|aren['’]t|isn['’]t) )(?<!\\bnot be )screen(?:ed|ing)?[- ]?outs?\\b"
              + ON
              + "{0,80}?\\b(?:receives?|gets?|paid|pays?|earns?|rewarded|compensated)\\b"
              + ON
              + "{0,40}?"
              + "(?<sign>[$£€])\\s?(?<n>\\d{1,3}(?:\\.\\d{1,2})?)",
          Pattern.CASE_INSENSITIVE);

  /** The first such promise; absent if there is none. */
  public static Optional<ScreenOutText> in(String text) {
    if (text == null) return Optional.empty();
    if (!SCREEN.isIn(text)) return Optional.empty();
    Matcher found = PAID.matcher(text);
    if (!found.find()) return Optional.empty();
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
