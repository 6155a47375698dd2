package worthwhile.pay.money;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;
import worthwhile.text.FailureText;

/**
 * Rates of one day for the currencies that the European Central Bank does not publish: the table
 * that is shipped, or one in the form of the currency-api project. They stand against the dollar,
 * as most of these currencies are quoted.
 *
 * @param perDollar what one US dollar is in each currency, by ISO 4217 code
 */
public record WorldRates(LocalDate day, Map<String, BigDecimal> perDollar) {
  /** Who collects the figures, and in what: the project places them in the public domain. */
  static final String SOURCE = "the currency-api project (CC0)";

  private static final LocalDate SHIPPED = LocalDate.of(2026, 9, 29);
  private static final String FILE = "world-rates-" + SHIPPED + ".csv";

  /** Currencies whose official rate is not what a worker gets for money from abroad. */
  private static final Set<String> OFFICIAL =
      Set.of("ARS", "EGP", "NGN", "VES", "IRR", "SYP", "ZWG");

  public WorldRates {
    Objects.requireNonNull(day, "day");
    perDollar.forEach(RateTable::check);
    perDollar = Map.copyOf(perDollar);
  }

  static WorldRates shipped() {
    return Shipped.RATES;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final WorldRates RATES = load();

    private static WorldRates load() {
      try (InputStream in = WorldRates.class.getResourceAsStream(FILE)) {
        if (in == null) throw new IllegalStateException(FILE + " is missing: build again");
        return new WorldRates(SHIPPED, rows(in));
      } catch (IOException e) {
        throw new UncheckedIOException(FILE + " cannot be read", e);
      }
    }

    private static Map<String, BigDecimal> rows(InputStream in) throws IOException {
      Map<String, BigDecimal> perDollar = new HashMap<>();
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : rows)
          perDollar.put(row.getField("currency"), new BigDecimal(row.getField("per_usd")));
      }
      return perDollar;
    }
  }

  /**
   * Reads {@code {"date":"2026-09-29","usd":{"kes":129.67,…}}}. Only currencies that the shipped
   * table has are taken: the file holds metals, tokens and money that is no more as well.
   *
   * @throws IllegalArgumentException if it is no such file, with the reason
   */
  public static WorldRates read(byte[] json) {
    try {
      JsonNode file = PostingJson.MAPPER.readTree(json);
      WorldRates read = new WorldRates(LocalDate.parse(text(file)), perDollar(file.path("usd")));
      if (read.perDollar.size() * 2 < shipped().perDollar.size())
        throw none("only " + read.perDollar.size() + " currencies are in it");
      return read;
    } catch (JacksonException | DateTimeException e) {
      throw none(FailureText.of(e));
    }
  }

  private static String text(JsonNode file) {
    JsonNode date = file.path("date");
    if (!date.isString()) throw none("no date in it");
    return date.asString();
  }

  private static Map<String, BigDecimal> perDollar(JsonNode rates) {
    Map<String, BigDecimal> perDollar = new HashMap<>();
    for (String currency : shipped().perDollar.keySet()) {
      JsonNode rate = rates.path(currency.toLowerCase(Locale.ROOT));
      if (rate.isNumber()) perDollar.put(currency, rate.decimalValue());
    }
    return perDollar;
  }

  private static IllegalArgumentException none(String why) {
    return new IllegalArgumentException("no table of the world's rates: " + why);
  }

  /** One line to keep it by: {@code AED=3.6725 AFN=63.981 …}. */
  public String line() {
    return RateTable.line(perDollar);
  }

  /**
   * The table that such a line was made of.
   *
   * @throws IllegalArgumentException if it is no such line
   */
  public static WorldRates of(LocalDate day, String line) {
    return new WorldRates(day, RateTable.pairs(line));
  }

  static boolean isOfficialOnly(String currency) {
    return OFFICIAL.contains(currency);
  }
}
