package worthwhile.pay.money;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Rates of the currencies that the European Central Bank does not publish, of one day, from the
 * file that is shipped. They stand against the dollar, as most of these currencies are quoted.
 *
 * @param perDollar what one US dollar is in each currency, by ISO 4217 code
 */
record WorldRates(LocalDate day, Map<String, BigDecimal> perDollar) {
  /** Who collects the figures, and in what: the project places them in the public domain. */
  static final String SOURCE = "the currency-api project (CC0)";

  static final WorldRates NONE = new WorldRates(LocalDate.EPOCH, Map.of());

  private static final LocalDate SHIPPED = LocalDate.of(2026, 9, 29);
  private static final String FILE = "world-rates-" + SHIPPED + ".csv";

  /** Currencies whose official rate is not what a worker gets for money from abroad. */
  private static final Set<String> OFFICIAL =
      Set.of("ARS", "EGP", "NGN", "VES", "IRR", "SYP", "ZWG");

  WorldRates {
    perDollar = Map.copyOf(perDollar);
  }

  static WorldRates shipped() {
    try (InputStream in = WorldRates.class.getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException(FILE + " is missing: build again");
      return new WorldRates(SHIPPED, read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static Map<String, BigDecimal> read(InputStream in) throws IOException {
    Map<String, BigDecimal> perDollar = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows)
        perDollar.put(row.getField("currency"), new BigDecimal(row.getField("per_usd")));
    }
    return perDollar;
  }

  static boolean isOfficialOnly(String currency) {
    return OFFICIAL.contains(currency);
  }
}
