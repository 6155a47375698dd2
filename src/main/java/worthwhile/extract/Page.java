package worthwhile.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.Response;
import worthwhile.source.SourceDefinition;

/** One answer while it is being read; each way of parsing it is done at most once. */
final class Page {
  private final SourceDefinition source;
  private final Response response;
  private final Body body;
  private final Body.Kind kind;
  private final List<String> notes = new ArrayList<>();
  private Document document;
  private LenientJson.Read json;
  private XmlText.Checked xml;

  Page(SourceDefinition source, Response response) {
    this.source = source;
    this.response = response;
    this.body = Body.of(response);
    this.kind = body.kind(response);
    notes.addAll(body.notes());
  }

  SourceDefinition source() {
    return source;
  }

  Response response() {
    return response;
  }

  String text() {
    return body.text();
  }

  Body.Kind kind() {
    return kind;
  }

  void note(String note) {
    if (!notes.contains(note)) notes.add(note);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  /** What relative addresses are relative to. */
  URI base() {
    if (kind != Body.Kind.HTML || document == null) return response.url();
    String declared = document.body().baseUri();
    return worthwhile.source.Requests.uri(declared)
        .filter(uri -> uri.getHost() != null)
        .orElse(response.url());
  }

  /** The markup, parsed; XML only after {@link #xml()} found it whole. */
  Document document() {
    if (document == null) {
      String address = response.url().toString();
      document =
          kind == Body.Kind.XML && xml() instanceof XmlText.Whole whole
              ? Jsoup.parse(whole.xml(), address, Parser.xmlParser())
              : Jsoup.parse(body.text(), address);
    }
    return document;
  }

  XmlText.Checked xml() {
    if (xml == null) {
      xml = XmlText.check(body.text());
      if (xml instanceof XmlText.Whole whole) whole.notes().forEach(this::note);
    }
    return xml;
  }

  LenientJson.Read json() {
    if (json == null) json = LenientJson.body(body.text());
    return json;
  }

  /** The body's JSON, if it is any. */
  Optional<JsonNode> jsonRoot() {
    return kind == Body.Kind.JSON && json() instanceof LenientJson.Values values
        ? Optional.of(values.values().getFirst())
        : Optional.empty();
  }
}
