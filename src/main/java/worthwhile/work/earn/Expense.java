package worthwhile.work.earn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import worthwhile.work.Payment;

/**
 * What a worker spent for her work.
 *
 * @param day on her calendar
 * @param amount more than 0
 * @param currency ISO 4217 code
 * @param purpose what it was for; never blank
 * @param weekly whether it is taken off the real pay per hour of its week
 */
public record Expense(
    UUID id, LocalDate day, BigDecimal amount, String currency, String purpose, boolean weekly) {
  private static final int MOST_DECIMALS = 6;
  private static final int LONGEST = 200;

  public Expense {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(day, "day");
    if (amount.signum() <= 0 || amount.compareTo(Payment.HIGHEST) > 0)
      throw new IllegalArgumentException("The amount must be more than 0, at most 1000000.");
    if (amount.stripTrailingZeros().scale() > MOST_DECIMALS)
      throw new IllegalArgumentException("The amount has too many decimals.");
    if (!currency.matches("[A-Z]{3}"))
      throw new IllegalArgumentException("The currency is a code of three letters: EUR, GBP, USD.");
    purpose = purpose.strip();
    if (purpose.isEmpty()) throw new IllegalArgumentException("Say what it was for.");
    if (purpose.length() > LONGEST)
      throw new IllegalArgumentException("What it was for may have at most 200 characters.");
    BigDecimal bare = amount.stripTrailingZeros();
    amount = bare.scale() < 2 ? bare.setScale(2) : bare;
  }
}
