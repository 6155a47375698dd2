package worthwhile.pay.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reference rates of one day.
 *
 * @param day on which they were published
 * @param perEuro what one euro is in each currency, by ISO 4217 code; the euro itself is among them
 */
public record RateTable(LocalDate day, Map<String, BigDecimal> perEuro) {
  public RateTable {
    Objects.requireNonNull(day, "day");
    if (perEuro.isEmpty())
      throw new IllegalArgumentException("no table of reference rates: no rate of " + day);
    perEuro.forEach(RateTable::check);
    Map<String, BigDecimal> all = new HashMap<>(perEuro);
    all.put("EUR", BigDecimal.ONE);
    perEuro = Map.copyOf(all);
  }

  static void check(String currency, BigDecimal rate) {
    if (rate == null || rate.signum() <= 0)
      throw new IllegalArgumentException(
          "no table of reference rates: a rate of " + rate + " for " + currency);
  }

  /** One line to keep it by: {@code AUD=1.6199 BRL=5.9635 …}. */
  public String line() {
    return line(perEuro);
  }

  static String line(Map<String, BigDecimal> rates) {
    return new TreeMap<>(rates)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().toPlainString())
            .collect(Collectors.joining(" "));
  }

  /**
   * The table that such a line was made of.
   *
   * @throws IllegalArgumentException if it is no such line
   */
  public static RateTable of(LocalDate day, String line) {
    return new RateTable(day, pairs(line));
  }

  static Map<String, BigDecimal> pairs(String line) {
    Map<String, BigDecimal> rates = new HashMap<>();
    for (String part : line.strip().split("\\s+", -1)) {
      String[] pair = part.split("=", 2);
      if (pair.length < 2) throw new IllegalArgumentException("no rate: '" + part + "'");
      rates.put(pair[0], new BigDecimal(pair[1]));
    }
    return rates;
  }
}
