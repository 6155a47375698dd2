package worthwhile.site.install;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
import worthwhile.site.view.SiteInstance;

/** {@code GET /sitemap.xml}: the pages that search engines may keep (sitemaps.org 0.9). */
final class Sitemap implements Handler {
  private static final String SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9";

  /** Tasks that are named, the newest ones: {@value} pages of {@link #SIZE}. */
  private static final int PAGES = 10;

  private static final int SIZE = 100;

  /** So long the tasks stand as they were asked: who asks often costs nothing. */
  private static final Duration KEPT = Duration.ofMinutes(15);

  private final SiteInstance instance;
  private final List<String> readable;
  private volatile Tasks tasks = new Tasks(Instant.EPOCH, List.of());

  Sitemap(SiteInstance instance, List<String> readable) {
    this.instance = instance;
    this.readable = List.copyOf(readable);
  }

  private record Tasks(Instant asked, List<String> paths) {}

  @Override
  public void handle(Context ctx) throws XMLStreamException {
    Stream<String> platforms =
        instance.sources().platforms().stream().map(each -> Urls.platform(each.id()));
    List<String> paths =
        Stream.of(readable.stream(), platforms, tasks().stream())
            .flatMap(each -> each)
            .distinct()
            .toList();
    String base = instance.base(ctx);
    String type = "application/xml; charset=utf-8";
    Answer.send(ctx, 200, type, "public, max-age=900", written(base, paths));
  }

  private List<String> tasks() {
    Tasks known = tasks;
    Instant now = instance.now();
    if (Duration.between(known.asked(), now).compareTo(KEPT) < 0) return known.paths();
    Tasks fresh = new Tasks(now, newest());
    tasks = fresh;
    return fresh.paths();
  }

  private List<String> newest() {
    List<String> paths = new ArrayList<>();
    for (int page = 1; page <= PAGES; page++) {
      List<String> found = page(page);
      paths.addAll(found);
      if (found.size() < SIZE) break;
    }
    return paths;
  }

  private List<String> page(int number) {
    Map<String, List<String>> asked =
        Map.of(
            "sort", List.of("newest"),
            "size", List.of(String.valueOf(SIZE)),
            "page", List.of(String.valueOf(number)));
    return switch (SearchQuery.parse(asked)) {
      case Parsed.Valid(SearchQuery query) ->
          instance.index().search(query).hits().stream()
              .map(hit -> Urls.task(hit.posting().id()))
              .toList();
      case Parsed.Invalid(List<Parsed.Mistake> mistakes) ->
          throw new IllegalStateException("a search of our own is refused: " + mistakes);
    };
  }

  private static String written(String base, List<String> paths) throws XMLStreamException {
    StringWriter out = new StringWriter();
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("urlset");
    xml.writeDefaultNamespace(SCHEMA);
    for (String path : paths) {
      xml.writeStartElement("url");
      xml.writeStartElement("loc");
      xml.writeCharacters(base + path);
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return out.toString();
  }
}
