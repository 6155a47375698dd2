package worthwhile.source.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * What a platform asks of a worker before it has paid her anything.
 *
 * @param kinds of {@link #KINDS}
 * @param note of whom and when; absent if nothing is told
 */
public record PersonalData(
    List<String> kinds, Optional<String> note, @JsonUnwrapped Citation citation) implements Dated {
  /** What may be asked. */
  public static final List<String> KINDS =
      List.of(
          "identity-document",
          "selfie",
          "video",
          "voice",
          "screen-recording",
          "social-security-number",
          "tax-form",
          "background-check",
          "phone-number",
          "postal-address",
          "payment-account",
          "bank-account");
}
