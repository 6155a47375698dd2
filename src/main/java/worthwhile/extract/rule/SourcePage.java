package worthwhile.extract.rule;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.fetch.body.Body;
import worthwhile.fetch.body.LenientJson;
import worthwhile.fetch.body.XmlText;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;

/** A page of a source while its rows are read, with notes on what was odd about it. */
public final class SourcePage {
  private final SourceDefinition source;
  private final ParsedPage page;
  private final List<String> notes;

  public SourcePage(SourceDefinition source, ParsedPage page) {
    this.source = source;
    this.page = page;
    this.notes = new ArrayList<>(page.body().notes());
  }

  public SourceDefinition source() {
    return source;
  }

  public ParsedPage parsed() {
    return page;
  }

  public Response response() {
    return page.response();
  }

  String text() {
    return page.body().text();
  }

  public Body.Kind kind() {
    return page.kind();
  }

  void note(String note) {
    if (!notes.contains(note)) notes.add(note);
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** What relative addresses are relative to. */
  public URI base() {
    if (kind() != Body.Kind.HTML) return response().url();
    return Requests.uri(document().body().baseUri())
        .filter(uri -> uri.getHost() != null)
        .orElse(response().url());
  }

  /** The markup, parsed; XML only after {@link #xml()} found it whole. */
  public Document document() {
    return page.document();
  }

  XmlText.Checked xml() {
    if (page.xml() instanceof XmlText.Whole whole) whole.notes().forEach(this::note);
    return page.xml();
  }

  LenientJson.Read json() {
    return page.json();
  }

  /** The body's JSON, if it is any. */
  public Optional<JsonNode> jsonRoot() {
    return page.jsonRoot();
  }
}
