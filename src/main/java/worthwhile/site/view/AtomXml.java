package worthwhile.site.view;

import io.javalin.http.Context;
import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import worthwhile.site.http.Answer;

/** Writes an Atom feed (RFC 4287), whatever characters the texts hold. */
public final class AtomXml {
  private static final String TYPE = "application/atom+xml; charset=utf-8";

  private final StringWriter out = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * Begins a feed.
   *
   * @param id the same for ever
   * @param self its own address
   * @param page address of the page that shows the same
   */
  public AtomXml(String id, String title, Instant updated, String self, String page)
      throws XMLStreamException {
    xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
    text("id", id);
    text("title", title);
    text("updated", updated.toString());
    link("self", self);
    link("alternate", page);
    author("Worthwhile");
  }

  /** Begins an entry. */
  public void entry(String id, String title, Instant updated) throws XMLStreamException {
    xml.writeStartElement("entry");
    text("id", id);
    text("title", title);
    text("updated", updated.toString());
  }

  /** Ends an entry. */
  public void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  public void author(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    text("name", name);
    xml.writeEndElement();
  }

  public void category(String term) throws XMLStreamException {
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", clean(term));
  }

  public void link(String relation, String url) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", url);
  }

  public void text(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(value));
    xml.writeEndElement();
  }

  /** Ends the feed and sends it. */
  public void send(Context ctx) throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
    Answer.send(ctx, 200, TYPE, Answer.SHORT, out.toString());
  }

  /** Without what XML 1.0 cannot hold: most control characters and lone surrogates. */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(AtomXml::isXml).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isXml(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
