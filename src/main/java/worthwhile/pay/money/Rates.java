package worthwhile.pay.money;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.Reason;

/**
 * Dated reference rates of exchange of the European Central Bank: one table for each day that is
 * known, beside them tables for the rest of the world, and what points are worth. Converting takes
 * the newest tables: the bank's, and the world's for what that lacks, or for everything where the
 * bank's is more than 30 days older. {@link #on} gives the rates as they were on a day.
 */
public final class Rates {
  private static final String FILE = "eurofxref-daily.xml";
  private static final MathContext PRECISION = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final MathContext INSIDE = MathContext.DECIMAL64;

  private static final String DOLLAR = "USD";

  /** A bank's table that is older than the world's by more is left. */
  private static final int DAYS = 30;

  private final NavigableMap<LocalDate, RateTable> tables;
  private final NavigableMap<LocalDate, WorldRates> world;
  private final Points points;

  private Rates(
      NavigableMap<LocalDate, RateTable> tables,
      NavigableMap<LocalDate, WorldRates> world,
      Points points) {
    this.tables = tables;
    this.world = world;
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
        return read(in).withWorld(List.of(WorldRates.shipped()));
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
    return new Rates(byDay, new TreeMap<>(), Points.NONE);
  }

  /** These and more; of two tables of one day the other's. */
  public Rates with(Collection<RateTable> more) {
    NavigableMap<LocalDate, RateTable> all = new TreeMap<>(tables);
    for (RateTable table : more) all.put(table.day(), table);
    return new Rates(all, world, points);
  }

  /** These and more of the rest of the world; of two tables of one day the other's. */
  public Rates withWorld(Collection<WorldRates> more) {
    NavigableMap<LocalDate, WorldRates> all = new TreeMap<>(world);
    for (WorldRates table : more) all.put(table.day(), table);
    return new Rates(tables, all, points);
  }

  /** The same rates, knowing what points are worth. */
  public Rates with(Points worth) {
    return new Rates(tables, world, worth);
  }

  /**
   * The rates as they were on a day: the newest table that is not after it, or where there is none
   * the oldest; {@link #date} says which.
   */
  public Rates on(LocalDate day) {
    return new Rates(until(day, tables), until(day, world), points);
  }

  private static <T> NavigableMap<LocalDate, T> until(
      LocalDate day, NavigableMap<LocalDate, T> tables) {
    NavigableMap<LocalDate, T> until = tables.headMap(day, true);
    return until.isEmpty() && !tables.isEmpty() ? tables.headMap(tables.firstKey(), true) : until;
  }

  /** Day of the newest table of the bank. */
  public LocalDate date() {
    return tables.lastKey();
  }

  /** Day of the newest table of the rest of the world; absent if there is none. */
  public Optional<LocalDate> worldDate() {
    return world.isEmpty() ? Optional.empty() : Optional.of(world.lastKey());
  }

  /** Every table of the bank, oldest first. */
  public List<RateTable> tables() {
    return List.copyOf(tables.values());
  }

  /** What points are worth. */
  public Points points() {
    return points;
  }

  /** ISO codes of the currencies it knows. */
  public Set<String> currencies() {
    Set<String> all = new TreeSet<>(newest().perEuro().keySet());
    world.values().forEach(table -> all.addAll(table.perDollar().keySet()));
    return all;
  }

  /** Whether a currency can be converted. */
  public boolean knows(String currency) {
    return perEuro(currency).isPresent();
  }

  private RateTable newest() {
    return tables.lastEntry().getValue();
  }

  /** The newest of the world's tables that has a currency; null if none has. */
  private @Nullable WorldRates world(String currency) {
    for (WorldRates table : world.descendingMap().values())
      if (table.perDollar().containsKey(currency)) return table;
    return null;
  }

  /**
   * The world's table that counts for a currency, since the bank has no rate or a much older one;
   * null where the bank's counts or nobody has a rate.
   */
  private @Nullable WorldRates beyondBank(String currency) {
    WorldRates table = world(currency);
    boolean bank = newest().perEuro().containsKey(currency);
    if (table == null || (bank && !date().plusDays(DAYS).isBefore(table.day()))) return null;
    return table;
  }

  /**
   * An amount in another currency, to 4 significant digits; the amount itself if both currencies
   * are the same; absent if a currency is not known.
   */
  public Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
    if (from.equals(to)) return Optional.of(amount);
    Optional<BigDecimal> source = perEuro(from);
    return perEuro(to)
        .flatMap(
            target ->
                source.map(one -> amount.multiply(target).divide(one, INSIDE).round(PRECISION)));
  }

  /** What one euro is in a currency; by way of the dollar where the bank's rate does not count. */
  private Optional<BigDecimal> perEuro(String currency) {
    Map<String, BigDecimal> bank = newest().perEuro();
    WorldRates table = beyondBank(currency);
    if (table == null) return Optional.ofNullable(bank.get(currency));
    return Optional.ofNullable(bank.get(DOLLAR))
        .map(
            dollar ->
                Objects.requireNonNull(
                        table.perDollar().get(currency),
                        "beyondBank() gives a table with the currency")
                    .multiply(dollar, INSIDE));
  }

  /** What a conversion rests on: whose rates of which day, and what they may hide. */
  List<Reason> evidence(String from, String to) {
    WorldRates table = Optional.ofNullable(beyondBank(from)).orElseGet(() -> beyondBank(to));
    Reason rates =
        table == null
            ? PayReasons.convertedByBank(from, to, date())
            : PayReasons.converted(from, to, table.day());
    Stream<Reason> doubts =
        Stream.of(from, to).filter(WorldRates::isOfficialOnly).map(PayReasons::officialRate);
    return Stream.concat(Stream.of(rates), doubts).toList();
  }

  /** Day of the rates that a currency is converted at. */
  public LocalDate date(String currency) {
    WorldRates table = beyondBank(currency);
    return table == null ? date() : table.day();
  }
}
