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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import worthwhile.posting.Reason;

/**
 * Dated reference rates of exchange of the European Central Bank: one table for each day that is
 * known, beside them the rates of one day for the rest of the world, and what points are worth.
 * Converting takes the newest table, and the world's rates for what it lacks; {@link #on} gives the
 * bank's rates as they were on a day.
 */
public final class Rates {
  private static final String FILE = "eurofxref-daily.xml";
  private static final MathContext PRECISION = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final MathContext INSIDE = MathContext.DECIMAL64;

  private static final String DOLLAR = "USD";

  private final NavigableMap<LocalDate, RateTable> tables;
  private final WorldRates world;
  private final Points points;

  private Rates(NavigableMap<LocalDate, RateTable> tables, WorldRates world, Points points) {
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
        return new Rates(read(in).tables, WorldRates.shipped(), Points.NONE);
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
    return new Rates(byDay, WorldRates.NONE, Points.NONE);
  }

  /** These and more; of two tables of one day the other's. */
  public Rates with(Collection<RateTable> more) {
    NavigableMap<LocalDate, RateTable> all = new TreeMap<>(tables);
    for (RateTable table : more) all.put(table.day(), table);
    return new Rates(all, world, points);
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
    NavigableMap<LocalDate, RateTable> until = tables.headMap(day, true);
    if (until.size() == tables.size()) return this;
    return new Rates(
        until.isEmpty() ? tables.headMap(tables.firstKey(), true) : until, world, points);
  }

  /** Day of the newest table. */
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
    Set<String> all = new TreeSet<>(world.perDollar().keySet());
    all.addAll(newest().perEuro().keySet());
    return all;
  }

  private RateTable newest() {
    return tables.lastEntry().getValue();
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

  /** What one euro is in a currency; by way of the dollar where the bank has no rate. */
  private Optional<BigDecimal> perEuro(String currency) {
    Map<String, BigDecimal> bank = newest().perEuro();
    if (bank.containsKey(currency)) return Optional.of(bank.get(currency));
    return Optional.ofNullable(world.perDollar().get(currency))
        .filter(_ -> bank.containsKey(DOLLAR))
        .map(perDollar -> perDollar.multiply(bank.get(DOLLAR), INSIDE));
  }

  /** What a conversion rests on: whose rates of which day, and what they may hide. */
  List<Reason> evidence(String from, String to) {
    Reason rates =
        isBeyondBank(from) || isBeyondBank(to)
            ? PayReasons.converted(from, to, world)
            : PayReasons.converted(from, to, date());
    Stream<Reason> doubts =
        Stream.of(from, to).filter(WorldRates::isOfficialOnly).map(PayReasons::officialRate);
    return Stream.concat(Stream.of(rates), doubts).toList();
  }

  /** Day of the rates that a currency is converted at. */
  public LocalDate date(String currency) {
    return isBeyondBank(currency) ? world.day() : date();
  }

  private boolean isBeyondBank(String currency) {
    return !newest().perEuro().containsKey(currency) && world.perDollar().containsKey(currency);
  }
}
