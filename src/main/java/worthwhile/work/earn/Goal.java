package worthwhile.work.earn;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import worthwhile.work.Payment;

/** What a worker wants to reach in a day or a week. */
public sealed interface Goal {
  /** A sum, more than 0. */
  record Money(BigDecimal amount, String currency) implements Goal {
    public Money {
      if (amount.signum() <= 0 || amount.compareTo(Payment.HIGHEST) > 0)
        throw new IllegalArgumentException("A goal must be more than 0 and at most 1000000.");
      if (!currency.matches("[A-Z]{3}"))
        throw new IllegalArgumentException("A goal's currency is a code of three letters: EUR.");
    }
  }

  /** Time worked, more than 0, at most a week. */
  record Hours(Duration time) implements Goal {
    public Hours {
      if (!time.isPositive() || time.compareTo(Duration.ofDays(7)) > 0)
        throw new IllegalArgumentException("A goal in hours must be more than 0, at most 168.");
    }
  }

  /** As it is stored: {@code GBP 20.00} or {@code PT3H}. */
  default String text() {
    return switch (this) {
      case Money(BigDecimal amount, String currency) -> currency + " " + amount.toPlainString();
      case Hours(Duration time) -> time.toString();
    };
  }

  /** From {@link #text}. */
  static Goal of(String text) {
    if (text.startsWith("P")) return new Hours(Duration.parse(text));
    String[] parts = text.split(" ", 2);
    return new Money(new BigDecimal(parts[1]), parts[0]);
  }

  /**
   * From what somebody typed.
   *
   * @param unit {@code hours} or a currency
   * @throws IllegalArgumentException with what is allowed
   */
  static Goal of(String number, String unit) {
    String plain = number.strip().replace(',', '.');
    if (!plain.matches("\\d{1,7}(?:\\.\\d{1,2})?"))
      throw new IllegalArgumentException("A goal is a number such as 20 or 2.50.");
    BigDecimal value = new BigDecimal(plain);
    if (!unit.equals("hours")) return new Money(value, unit.strip().toUpperCase(Locale.ROOT));
    return new Hours(Duration.ofSeconds(value.multiply(BigDecimal.valueOf(3_600)).longValue()));
  }
}
