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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.posting.UnitText;

/**
 * Minimum wages by country and by region, each with its day and source, from {@code
 * minimum-wages.csv}, and the countries that have none, from {@code no-minimum-wage.csv}. Of an
 * area that is in neither nothing is known.
 */
public final class MinimumWages {
  private final Map<String, List<MinimumWage>> byArea;
  private final Map<String, NoMinimumWage> without;

  private MinimumWages(List<MinimumWage> wages, List<NoMinimumWage> without) {
    this.byArea = wages.stream().collect(Collectors.groupingBy(MinimumWage::area));
    this.without =
        without.stream().collect(Collectors.toMap(NoMinimumWage::area, Function.identity()));
  }

  /** Those shipped inside. */
  public static MinimumWages shipped() {
    return Shipped.WAGES;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final MinimumWages WAGES =
        new MinimumWages(
            load("minimum-wages.csv", Shipped::wage),
            load("no-minimum-wage.csv", Shipped::without));

    private static <T> List<T> load(String file, Function<NamedCsvRecord, T> row) {
      try (InputStream in = MinimumWages.class.getResourceAsStream(file)) {
        if (in == null) throw new IllegalStateException(file + " is missing: build again");
        return CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
            .stream()
            .map(row)
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(file + " cannot be read", e);
      }
    }

    private static MinimumWage wage(NamedCsvRecord row) {
      LocalDate since = LocalDate.parse(row.getField("since"));
      return new MinimumWage(
          row.getField("area"),
          row.getField("name"),
          row.getField("currency"),
          new BigDecimal(row.getField("amount")),
          UnitText.valueOf(row.getField("unit")),
          filled(row, "hours").map(BigDecimal::new).orElse(BigDecimal.ONE),
          since,
          filled(row, "confirmed").map(LocalDate::parse).orElse(since),
          row.getField("source"));
    }

    private static NoMinimumWage without(NamedCsvRecord row) {
      return new NoMinimumWage(
          row.getField("area"),
          row.getField("kind"),
          LocalDate.parse(row.getField("confirmed")),
          row.getField("source"));
    }

    private static Optional<String> filled(NamedCsvRecord row, String field) {
      return Optional.of(row.getField(field)).filter(text -> !text.isEmpty());
    }
  }

  /**
   * The minimum wage in force on a day: the newest that is known of that had come into force.
   *
   * @param area code of a country, or of one and its part; in any case
   */
  public Optional<MinimumWage> of(String area, LocalDate day) {
    return byArea.getOrDefault(area.toUpperCase(Locale.ROOT), List.of()).stream()
        .filter(wage -> !wage.since().isAfter(day))
        .max(Comparator.comparing(MinimumWage::since));
  }

  /**
   * The minimum wage in force on a day in a part of a country.
   *
   * @param part {@code CA} of {@code US-CA}; null for the country's own figure
   */
  public Optional<MinimumWage> of(String country, String part, LocalDate day) {
    return of(part == null ? country : country + "-" + part, day);
  }

  /** What is known of a country that has no general minimum wage; absent for all others. */
  public Optional<NoMinimumWage> none(String area) {
    return Optional.ofNullable(without.get(area.toUpperCase(Locale.ROOT)));
  }

  /** Those in force on a day in every area that is known, countries first, each by name. */
  public List<MinimumWage> all(LocalDate day) {
    return byArea.keySet().stream()
        .flatMap(area -> of(area, day).stream())
        .sorted(
            Comparator.comparing((MinimumWage wage) -> wage.area().length() > 2)
                .thenComparing(MinimumWage::name))
        .toList();
  }
}
