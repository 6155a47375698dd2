package worthwhile.work;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money for one piece of work, exact, in one currency.
 *
 * @param currency ISO 4217 code, or a platform's own code for points; null only if no amount is
 *     known
 * @param reward what was promised; below 0 where the platform took money back; null if not known
 * @param bonus paid on top; 0 or more, null if not known
 * @param fee what the platform keeps of it; 0 or more, null if not known
 * @param paid when it was paid; null if not known
 */
public record Payment(
    @Nullable String currency,
    @Nullable BigDecimal reward,
    @Nullable BigDecimal bonus,
    @Nullable BigDecimal fee,
    @Nullable Instant paid) {
  /** A greater sum for one piece of work is a slip of the decimal mark. */
  public static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);

  /** A point may be worth a tiny part of a cent; more decimals are made to do harm. */
  private static final int MOST_DECIMALS = 40;

  /** Nothing is known of the money. */
  public static final Payment UNKNOWN = new Payment(null, null, null, null, null);

  public Payment {
    reward = exact("reward", reward);
    bonus = positive("bonus", bonus);
    fee = positive("fee", fee);
    if (paid != null) paid = paid.truncatedTo(ChronoUnit.MILLIS);
    boolean amount = reward != null || bonus != null || fee != null;
    if (amount && (currency == null || currency.isBlank()))
      throw new IllegalArgumentException("an amount needs a currency");
  }

  /** A reward alone. */
  public static Payment of(@Nullable String currency, BigDecimal reward) {
    return new Payment(currency, reward, null, null, null);
  }

  private static @Nullable BigDecimal positive(String name, @Nullable BigDecimal amount) {
    if (amount != null && amount.signum() < 0)
      throw new IllegalArgumentException(name + " must be 0 or more, not " + amount);
    return exact(name, amount);
  }

  /** Two places at least, and no zeros behind them, so that equal sums are equal. */
  private static @Nullable BigDecimal exact(String name, @Nullable BigDecimal amount) {
    if (amount == null) return null;
    if (amount.abs().compareTo(HIGHEST) > 0)
      throw new IllegalArgumentException(
          name + " of " + amount + " is too much for one piece of work");
    if (amount.scale() > MOST_DECIMALS)
      throw new IllegalArgumentException(name + " has too many decimals");
    BigDecimal bare = amount.stripTrailingZeros();
    return bare.scale() < 2 ? bare.setScale(2) : bare;
  }

  /** Whether any sum is known. */
  public boolean isKnown() {
    return reward != null || bonus != null;
  }

  /** Reward and bonus, before fees; 0 if neither is known. */
  public BigDecimal gross() {
    return orZero(reward).add(orZero(bonus));
  }

  /** The bonus; 0 if none is known. */
  public BigDecimal bonuses() {
    return orZero(bonus);
  }

  /** What is left after fees, which take no more than there is; below 0 what was taken back. */
  public BigDecimal net() {
    return gross().subtract(orZero(fee)).max(gross().min(BigDecimal.ZERO));
  }

  /** The fee; 0 if none is known. */
  public BigDecimal fees() {
    return orZero(fee);
  }

  /** What was not said before, filled in; what this one says stands, but no bonus is taken back. */
  Payment over(Payment before) {
    if (before == null || !Objects.equals(before.currency, currencyOr(before))) return this;
    return new Payment(
        currencyOr(before),
        or(reward, before.reward),
        more(bonus, before.bonus),
        or(fee, before.fee),
        or(paid, before.paid));
  }

  private static @Nullable BigDecimal more(@Nullable BigDecimal now, @Nullable BigDecimal before) {
    return now == null || before == null ? or(now, before) : now.max(before);
  }

  private @Nullable String currencyOr(Payment before) {
    return currency == null ? before.currency : currency;
  }

  private static <T> @Nullable T or(@Nullable T now, @Nullable T before) {
    return now == null ? before : now;
  }

  private static BigDecimal orZero(@Nullable BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }
}
