package worthwhile.pay.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import worthwhile.posting.Reason;

/** What a worker wants to see pay against: a minimum wage, or what she asks for herself. */
public sealed interface WageFloor {
  /** A minimum wage that is in force as far as is known. */
  record Official(MinimumWage wage) implements WageFloor {}

  /** A minimum wage of which nothing newer than two years is known: it is never called a floor. */
  record Old(MinimumWage wage) implements WageFloor {}

  /** Her own, per hour after what is certain to be taken off. */
  record Own(BigDecimal amount, String currency) implements WageFloor {}

  /** A country that has no general minimum wage. */
  record None(NoMinimumWage why) implements WageFloor {}

  /** A country or region of whose minimum wage nothing is known here. */
  record NotKnown(String area) implements WageFloor {}

  /** What a text means. */
  sealed interface Parsed {
    record Valid(WageFloor floor) implements Parsed {}

    /**
     * @param allowed what would have been right
     */
    record Invalid(String allowed) implements Parsed {}
  }

  /** An amount of money for an hour. */
  record Hourly(BigDecimal amount, String currency) {}

  /** What pay is judged by; absent where there is nothing. */
  default Optional<Hourly> perHour() {
    return switch (this) {
      case Official(MinimumWage wage) -> Optional.of(hourly(wage));
      case Old(MinimumWage wage) -> Optional.of(hourly(wage));
      case Own(BigDecimal amount, String currency) -> Optional.of(new Hourly(amount, currency));
      case None _, NotKnown _ -> Optional.empty();
    };
  }

  private static Hourly hourly(MinimumWage wage) {
    return new Hourly(wage.perHour(), wage.currency());
  }

  /** As an address carries it: {@code KE}, {@code US-CA}, {@code 150 KES}. */
  default String text() {
    return switch (this) {
      case Official(MinimumWage wage) -> wage.area();
      case Old(MinimumWage wage) -> wage.area();
      case Own(BigDecimal amount, String currency) -> amount.toPlainString() + " " + currency;
      case None(NoMinimumWage why) -> why.area();
      case NotKnown(String area) -> area;
    };
  }

  /** One word for what it is, as the API says it. */
  default String kind() {
    return switch (this) {
      case Official _ -> "official";
      case Old _ -> "old";
      case Own _ -> "own";
      case None _ -> "none";
      case NotKnown _ -> "unknown";
    };
  }

  /** What it is and where it comes from, as a sentence. */
  default Reason reason(LocalDate day) {
    return switch (this) {
      case Official(MinimumWage wage) -> wage.reason(day);
      case Old(MinimumWage wage) -> wage.reason(day);
      case Own(BigDecimal amount, String currency) ->
          Reason.of("floor-own").with("amount", amount).with("currency", currency);
      case None(NoMinimumWage why) -> why.reason(FloorText.country(why.area()));
      case NotKnown(String area) ->
          Reason.of("minimum-wage-not-known").with("country", FloorText.country(area));
    };
  }

  /**
   * Reads {@code KE}, {@code us-ca}, {@code 150 KES}, {@code €9.50}, {@code 150 KES per hour}.
   *
   * @param day on which the minimum wage has to be in force
   * @param rates which currencies can be compared
   */
  static Parsed parse(String text, LocalDate day, Rates rates) {
    return FloorText.parse(text, day, rates);
  }
}
