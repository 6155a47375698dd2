package worthwhile.pay.money;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The European Central Bank's files of reference rates: a cube for each day, in it one for each
 * currency.
 */
final class EuroFile {
  private EuroFile() {}

  /**
   * @throws IllegalArgumentException if it is no such file, with the reason
   */
  static List<RateTable> read(InputStream xml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return read(factory.createXMLStreamReader(xml));
    } catch (XMLStreamException | NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException("no table of reference rates: " + e.getMessage(), e);
    }
  }

  private static List<RateTable> read(XMLStreamReader reader) throws XMLStreamException {
    List<RateTable> tables = new ArrayList<>();
    LocalDate day = null;
    Map<String, BigDecimal> perEuro = new HashMap<>();
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamReader.START_ELEMENT) continue;
      if (!reader.getLocalName().equals("Cube")) continue;
      String time = reader.getAttributeValue(null, "time");
      if (time != null) {
        if (day != null) tables.add(new RateTable(day, perEuro));
        day = LocalDate.parse(time);
        perEuro = new HashMap<>();
      }
      String currency = reader.getAttributeValue(null, "currency");
      if (currency != null) perEuro.put(currency, rate(reader.getAttributeValue(null, "rate")));
    }
    if (day == null)
      throw new IllegalArgumentException("no table of reference rates: no day in it");
    tables.add(new RateTable(day, perEuro));
    return tables;
  }

  private static BigDecimal rate(String text) {
    if (text == null) throw new NumberFormatException("a currency without a rate");
    return new BigDecimal(text);
  }
}
