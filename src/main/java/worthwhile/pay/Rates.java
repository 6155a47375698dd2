package worthwhile.pay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Dated reference rates of exchange of the European Central Bank: one table for each day that is
 * known, and beside them what points are worth. Converting takes the newest table; {@link #on}
 * gives the rates as they were on a day.
 */
public final class Rates {
  private static final String FILE = "eurofxref-daily.xml";
  private static final MathContext PRECISION = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final MathContext INSIDE = MathContext.DECIMAL64;

  private final NavigableMap<LocalDate, RateTable> tables;
  private final Points points;

  private Rates(NavigableMap<LocalDate, RateTable> tables, Points points) {
    this.tables = tables;
    this.points = points;
  }

  /** The tables shipped inside; the newest is older than today's, and it says how old. */
  public static Rates shipped() {
    return Shipped.RATES;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final Rates RATES = load();

    private static Rates load() {
      try (InputStream in = Rates.class.getResourceAsStream(FILE)) {
        if (in == null) throw new IllegalStateException(FILE + " is missing: build again");
        return read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(FILE + " cannot be read", e);
      }
    }
  }

  /**
   * Reads tables in the form of the European Central Bank's files, of one day or of many.
   *
   * @throws IllegalArgumentException if it is no such file, with the reason
   */
  public static Rates read(InputStream xml) {
    return of(EuroFile.read(xml));
  }

  /**
   * Rates of these days.
   *
   * @throws IllegalArgumentException if there is no table
   */
  public static Rates of(Collection<RateTable> tables) {
    if (tables.isEmpty()) throw new IllegalArgumentException("no table of reference rates");
    NavigableMap<LocalDate, RateTable> byDay = new TreeMap<>();
    for (RateTable table : tables) byDay.put(table.day(), table);
    return new Rates(byDay, Points.NONE);
  }

  /** These and more; of two tables of one day the other's. */
  public Rates with(Collection<RateTable> more) {
    NavigableMap<LocalDate, RateTable> all = new TreeMap<>(tables);
    for (RateTable table : more) all.put(table.day(), table);
    return new Rates(all, points);
  }

  /** The same rates, knowing what points are worth. */
  public Rates with(Points worth) {
    return new Rates(tables, worth);
  }

  /**
   * The rates as they were on a day: the newest table that is not after it, or where there is none
   * the oldest; {@link #date} says which.
   */
  public Rates on(LocalDate day) {
    NavigableMap<LocalDate, RateTable> until = tables.headMap(day, true);
    if (until.size() == tables.size()) return this;
    return new Rates(until.isEmpty() ? tables.headMap(tables.firstKey(), true) : until, points);
  }

  /** Day of the rates used. */
  public LocalDate date() {
    return tables.lastKey();
  }

  /** Every table, oldest first. */
  public List<RateTable> tables() {
    return List.copyOf(tables.values());
  }

  /** What points are worth. */
  public Points points() {
    return points;
  }

  /** ISO codes of the currencies it knows. */
  public Set<String> currencies() {
    return tables.lastEntry().getValue().perEuro().keySet();
  }

  /**
   * An amount in another currency, to 4 significant digits; the amount itself if both currencies
   * are the same; absent if a currency is not known.
   */
  public Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
    if (from.equals(to)) return Optional.of(amount);
    RateTable newest = tables.lastEntry().getValue();
    BigDecimal source = newest.perEuro().get(from);
    BigDecimal target = newest.perEuro().get(to);
    if (source == null || target == null) return Optional.empty();
    return Optional.of(amount.multiply(target).divide(source, INSIDE).round(PRECISION));
  }
}
