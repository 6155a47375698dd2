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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Minimum wages by country and, in the United States, by state, each with its day and source, from
 * {@code minimum-wages.csv}. An area that is not in it is not known, or has no general minimum wage
 * by the hour.
 */
public final class MinimumWages {
  private static final String FILE = "minimum-wages.csv";

  private final Map<String, List<MinimumWage>> byArea;

  private MinimumWages(Map<String, List<MinimumWage>> byArea) {
    this.byArea = byArea;
  }

  /** Those shipped inside. */
  public static MinimumWages shipped() {
    return Shipped.WAGES;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final MinimumWages WAGES = load();

    private static MinimumWages load() {
      try (InputStream in = MinimumWages.class.getResourceAsStream(FILE)) {
        if (in == null) throw new IllegalStateException(FILE + " is missing: build again");
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(FILE + " cannot be read", e);
      }
    }
  }

  private static MinimumWages read(InputStream in) throws IOException {
    Map<String, List<MinimumWage>> byArea = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (NamedCsvRecord row : rows)
        byArea.computeIfAbsent(row.getField("area"), _ -> new ArrayList<>()).add(wage(row));
    }
    return new MinimumWages(byArea);
  }

  private static MinimumWage wage(NamedCsvRecord row) {
    return new MinimumWage(
        row.getField("area"),
        row.getField("name"),
        row.getField("currency"),
        new BigDecimal(row.getField("per_hour")),
        LocalDate.parse(row.getField("since")),
        row.getField("source"));
  }

  /**
   * The minimum wage in force on a day: the newest that is known of that had come into force.
   *
   * @param area code of a country or {@code US-} and a state's; in any case
   */
  public Optional<MinimumWage> of(String area, LocalDate day) {
    return byArea.getOrDefault(area.toUpperCase(Locale.ROOT), List.of()).stream()
        .filter(wage -> !wage.since().isAfter(day))
        .max(Comparator.comparing(MinimumWage::since));
  }

  /**
   * As above, by country and state.
   *
   * @param state two letters, for the United States only; null for the federal figure
   */
  public Optional<MinimumWage> of(String country, String state, LocalDate day) {
    return of(state == null ? country : country + "-" + state, day);
  }

  /** Those in force on a day in every area that is known, countries first, each by name. */
  public List<MinimumWage> all(LocalDate day) {
    return byArea.keySet().stream()
        .flatMap(area -> of(area, day).stream())
        .sorted(
            Comparator.comparing((MinimumWage wage) -> wage.area().length())
                .thenComparing(MinimumWage::name))
        .toList();
  }
}
