package worthwhile.extract.rule;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.fetch.body.Body;
import worthwhile.fetch.body.LenientJson;
import worthwhile.fetch.body.XmlText;
import worthwhile.source.Css;
import worthwhile.source.SourceDefinition;

/** A page of a source while its rows are read, with notes on what was odd about it. */
public final class SourcePage {
  private final SourceDefinition source;
  private final ParsedPage page;
  private final List<String> notes;
  private @Nullable URI base;
  private @Nullable Boolean based;
  private @Nullable Set<String> names;

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

  /** Adds what was odd, once. */
  public void note(String note) {
    if (!notes.contains(note)) notes.add(note);
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** What relative addresses are relative to. */
  public URI base() {
    if (base == null)
      base =
          Optional.ofNullable(kind() == Body.Kind.HTML ? document() : null)
              .map(document -> document.selectFirst("base[href]"))
              .flatMap(element -> under(response().url(), element.attr("href")))
              .orElse(response().url());
    return base;
  }

  /** What relative addresses at an element of a feed are relative to (XML Base). */
  URI base(Element at) {
    if (based == null) based = kind() == Body.Kind.XML && text().contains("xml:base");
    if (!based) return base();
    URI found = base();
    for (Element each : at.parents().reversed()) found = beneath(found, each);
    return beneath(found, at);
  }

  private static URI beneath(URI base, Element element) {
    return under(base, element.attr("xml:base")).orElse(base);
  }

  private static Optional<URI> under(URI base, String text) {
    return WebAddress.resolve(base, text).map(URI::create).filter(uri -> uri.getHost() != null);
  }

  /** The markup, parsed; XML only after {@link #xml()} found it whole. */
  public Document document() {
    return page.document();
  }

  /** Every element that a selector selects, in document order. */
  public List<Element> all(Css css) {
    return css.mayBeAmong(names()) ? document().select(css.selector()) : List.of();
  }

  /** The first element that a selector selects. */
  public Optional<Element> first(Css css) {
    return css.mayBeAmong(names())
        ? Optional.ofNullable(document().selectFirst(css.selector()))
        : Optional.empty();
  }

  /**
   * Ids and classes of the page, as a selector's needs are written: a look into them is cheaper
   * than a walk through the page for each selector, of which most find nothing.
   */
  private Set<String> names() {
    if (names == null) names = names(document());
    return names;
  }

  private static Set<String> names(Document document) {
    Set<String> names = new HashSet<>();
    for (Element element : document.getAllElements()) {
      if (element.attributesSize() == 0) continue;
      if (!element.id().isEmpty()) names.add("#" + element.id().toLowerCase(Locale.ROOT));
      addClasses(element.attr("class"), names);
    }
    return names;
  }

  private static void addClasses(String classes, Set<String> names) {
    int start = 0;
    for (int i = 0; i <= classes.length(); i++) {
      if (i < classes.length() && !Character.isWhitespace(classes.charAt(i))) continue;
      if (i > start) names.add("." + classes.substring(start, i).toLowerCase(Locale.ROOT));
      start = i + 1;
    }
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
