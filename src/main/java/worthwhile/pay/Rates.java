package worthwhile.pay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Dated reference rates of exchange of the European Central Bank. */
public final class Rates {
  private static final String FILE = "eurofxref-daily.xml";
  private static final MathContext PRECISION = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final MathContext INSIDE = MathContext.DECIMAL64;

  private final LocalDate date;
  private final Map<String, BigDecimal> perEuro;

  private Rates(LocalDate date, Map<String, BigDecimal> perEuro) {
    this.date = date;
    this.perEuro = Map.copyOf(perEuro);
  }

  /** The table shipped inside; older than today's, and it says how old. */
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
   * Reads a table in the form of the European Central Bank's daily file; of a file with several
   * days the first, which is the newest.
   *
   * @throws IllegalArgumentException if it is no such file, with the reason
   */
  public static Rates read(InputStream xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return read(factory.createXMLStreamReader(xml));
    } catch (XMLStreamException | NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException("no table of reference rates: " + e.getMessage(), e);
    }
  }

  private static Rates read(XMLStreamReader reader) throws XMLStreamException {
    LocalDate date = null;
    Map<String, BigDecimal> perEuro = new HashMap<>();
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamReader.START_ELEMENT) continue;
      if (!reader.getLocalName().equals("Cube")) continue;
      String time = reader.getAttributeValue(null, "time");
      if (time != null && date != null) break;
      if (time != null) date = LocalDate.parse(time);
      String currency = reader.getAttributeValue(null, "currency");
      if (currency != null) perEuro.put(currency, rate(reader.getAttributeValue(null, "rate")));
    }
    if (date == null || perEuro.isEmpty())
      throw new IllegalArgumentException("no table of reference rates: no day or no rate in it");
    perEuro.put("EUR", BigDecimal.ONE);
    return new Rates(date, perEuro);
  }

  private static BigDecimal rate(String text) {
    if (text == null) throw new NumberFormatException("a currency without a rate");
    BigDecimal rate = new BigDecimal(text);
    if (rate.signum() <= 0) throw new NumberFormatException("a rate of " + text);
    return rate;
  }

  /** Day of the rates. */
  public LocalDate date() {
    return date;
  }

  /** ISO codes of the currencies it knows. */
  public Set<String> currencies() {
    return perEuro.keySet();
  }

  /**
   * An amount in another currency, to 4 significant digits; the amount itself if both currencies
   * are the same; absent if a currency is not known.
   */
  public Optional<BigDecimal> convert(BigDecimal amount, String from, String to) {
    if (from.equals(to)) return Optional.of(amount);
    BigDecimal source = perEuro.get(from);
    BigDecimal target = perEuro.get(to);
    if (source == null || target == null) return Optional.empty();
    return Optional.of(amount.multiply(target).divide(source, INSIDE).round(PRECISION));
  }
}
