package worthwhile.fetch.body;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;
import worthwhile.text.FailureText;

/** Makes sure that an XML body is whole, mending what feeds usually get wrong. */
public final class XmlText {
  private static final Pattern AMPERSAND =
      Pattern.compile(
          "&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)([A-Za-z][A-Za-z0-9]{1,30};)?");
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");
  private static final Pattern LAST_TAG =
      Pattern.compile("</[A-Za-z][\\w:.-]*\\s*>\\s*(?:<!--.*-->\\s*)?$", Pattern.DOTALL);
  private static final XMLInputFactory FACTORY = factory();

  private XmlText() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return factory;
  }

  /** What the check came to. */
  public sealed interface Checked {}

  /** XML that can be read on. */
  public record Whole(String xml, List<String> notes) implements Checked {}

  /** XML that ends too early. */
  public record CutShort(String reason) implements Checked {}

  /** Checks an XML body to its end and mends what can be mended. */
  public static Checked check(String text) {
    String xml = mended(text.strip());
    List<String> notes = new ArrayList<>();
    if (xml.length() != text.strip().length()) notes.add("mended stray characters in the XML");
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) reader.next();
      reader.close();
      return new Whole(xml, notes);
    } catch (XMLStreamException e) {
      String reason =
          FailureText.of(e).lines().reduce((a, b) -> b).orElse("").replace("Message: ", "");
      if (!LAST_TAG.matcher(xml.substring(Math.max(0, xml.length() - 2000))).find())
        return new CutShort("the XML is cut short: " + reason);
      if (reason.contains("must start and end within the same entity"))
        return new CutShort("the XML is cut short: " + reason);
      notes.add("not well-formed: " + reason);
      return new Whole(xml, notes);
    }
  }

  /** Stray ampersands become text, HTML's named entities characters, control characters go. */
  private static String mended(String text) {
    String clean = FORBIDDEN.matcher(text).replaceAll("");
    if (clean.contains("<![CDATA[")) return outsideCdata(clean);
    return ampersands(clean);
  }

  private static String outsideCdata(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    int from = 0;
    while (true) {
      int open = text.indexOf("<![CDATA[", from);
      int close = open < 0 ? -1 : text.indexOf("]]>", open);
      if (open < 0 || close < 0) return mended.append(ampersands(text.substring(from))).toString();
      mended.append(ampersands(text.substring(from, open))).append(text, open, close + 3);
      from = close + 3;
    }
  }

  private static String ampersands(String text) {
    if (text.indexOf('&') < 0) return text;
    return AMPERSAND
        .matcher(text)
        .replaceAll(
            match -> {
              String name = match.group(1);
              if (name == null) return "&amp;";
              String known = Entities.getByName(name.substring(0, name.length() - 1));
              return Matcher.quoteReplacement(known.isEmpty() ? "&amp;" + name : known);
            });
  }
}
