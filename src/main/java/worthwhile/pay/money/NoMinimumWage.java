package worthwhile.pay.money;

import java.time.LocalDate;
import worthwhile.posting.Reason;

/**
 * A country without a general minimum wage.
 *
 * @param area ISO 3166 code
 * @param kind what there is instead: {@code agreements} by industry, {@code regions} that set their
 *     own, {@code sectors}, or {@code nothing}
 * @param confirmed day on which that was known
 * @param source who says so
 */
public record NoMinimumWage(String area, String kind, LocalDate confirmed, String source) {
  /** The same as a sentence. */
  Reason reason(String country) {
    return Reason.of("minimum-wage-none")
        .with("country", country)
        .with("kind", kind)
        .with("day", confirmed)
        .with("source", source);
  }
}
