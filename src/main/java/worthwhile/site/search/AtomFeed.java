package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.StringWriter;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import worthwhile.posting.Posting;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
import worthwhile.site.view.SiteInstance;

/** {@code GET /api/v1/postings/feed.atom} (RFC 4287). */
public final class AtomFeed implements Handler {
  private final SiteInstance instance;

  AtomFeed(SiteInstance instance) {
    this.instance = instance;
  }

  @Override
  public void handle(Context ctx) throws XMLStreamException {
    Feed feed = Feed.of(ctx, instance).orElse(null);
    if (feed == null) return;
    StringWriter out = new StringWriter();
    write(feed, XMLOutputFactory.newInstance().createXMLStreamWriter(out));
    Answer.send(ctx, 200, "application/atom+xml; charset=utf-8", Answer.SHORT, out.toString());
  }

  private void write(Feed feed, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
    text(xml, "id", feed.id());
    text(xml, "title", feed.title());
    text(xml, "updated", feed.updated().toString());
    link(xml, "self", feed.self());
    link(xml, "alternate", feed.home());
    xml.writeStartElement("author");
    text(xml, "name", "Worthwhile");
    xml.writeEndElement();
    for (Posting posting : feed.postings()) entry(feed, posting, xml);
    xml.writeEndDocument();
    xml.flush();
  }

  private void entry(Feed feed, Posting posting, XMLStreamWriter xml) throws XMLStreamException {
    Instant published = Feed.published(posting);
    xml.writeStartElement("entry");
    text(xml, "id", Feed.id(posting, instance.settings()));
    text(xml, "title", posting.job().title());
    text(xml, "updated", Feed.updated(posting).toString());
    text(xml, "published", published.toString());
    link(xml, "alternate", feed.page(posting));
    String source = Urls.web(posting.job().url()).orElse(null);
    if (source != null) link(xml, "via", source);
    xml.writeStartElement("author");
    text(xml, "name", author(posting));
    xml.writeEndElement();
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", clean(posting.job().platform()));
    text(xml, "content", feed.text(posting));
    xml.writeEndElement();
  }

  private String author(Posting posting) {
    String name =
        posting.job().hiringOrganization() == null
            ? null
            : posting.job().hiringOrganization().name();
    return name == null ? instance.platformName(posting.job().platform()) : name;
  }

  private static void link(XMLStreamWriter xml, String relation, String url)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", url);
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(value));
    xml.writeEndElement();
  }

  /** Without what XML 1.0 cannot hold: most control characters and lone surrogates. */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(AtomFeed::isXml).forEach(clean::appendCodePoint);
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
