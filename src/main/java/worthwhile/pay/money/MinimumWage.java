package worthwhile.pay.money;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A general minimum wage for grown-up workers, per hour and before tax.
 *
 * @param area ISO 3166 code of a country ({@code GB}) or of a state of the United States ({@code
 *     US-CA})
 * @param name of the area, with what the figure is restricted to
 * @param perHour in the currency
 * @param since day on which it came into force; a later one may not be known here
 * @param source who publishes it
 */
public record MinimumWage(
    String area,
    String name,
    String currency,
    BigDecimal perHour,
    LocalDate since,
    String source) {}
