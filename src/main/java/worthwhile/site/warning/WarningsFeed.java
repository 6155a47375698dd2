package worthwhile.site.warning;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import worthwhile.posting.Posting;
import worthwhile.posting.Warning;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Urls;
import worthwhile.site.view.AtomXml;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** {@code GET /warnings/feed.atom}: what {@link WarningsPage} shows. */
final class WarningsFeed implements Handler {
  static final String PATH = WarningsPage.PATH + "/feed.atom";
  static final String TITLE = "Worthwhile: tasks with warnings";

  private final SiteInstance instance;

  WarningsFeed(SiteInstance instance) {
    this.instance = instance;
  }

  @Override
  public void handle(Context ctx) throws XMLStreamException {
    switch (WarningsQuery.parse(ctx, instance)) {
      case WarningsQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case WarningsQuery.Parsed.Valid(WarningsQuery query) -> send(ctx, query);
    }
  }

  private void send(Context ctx, WarningsQuery query) throws XMLStreamException {
    List<Posting> postings = query.part(instance).postings();
    String base = instance.base(ctx);
    AtomXml xml =
        new AtomXml(
            "urn:worthwhile:" + query.at("warnings", query.page()).replace('?', ':'),
            TITLE,
            postings.stream()
                .map(WarningsFeed::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH),
            base + query.at(PATH, query.page()),
            base + query.at(WarningsPage.PATH, query.page()));
    for (Posting posting : postings) {
      xml.entry(id(posting), posting.job().title(), updated(posting));
      xml.link("alternate", base + Urls.task(posting.id()));
      xml.category(posting.job().platform());
      xml.text("content", text(posting, query));
      xml.end();
    }
    xml.send(ctx);
  }

  /** What names its entry in a feed of warnings for ever. */
  static String id(Posting posting) {
    return "urn:worthwhile:warnings:" + Urls.segment(posting.id());
  }

  /** Since when it carries its newest warning. */
  static Instant updated(Posting posting) {
    return posting.assessment().warnings().stream()
        .map(Warning::since)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Its warnings, a line for each, with the words that they rest on. */
  static String text(Posting posting, WarningsQuery query) {
    return posting.assessment().warnings().stream()
        .filter(query.filter()::takes)
        .map(Show::warning)
        .collect(Collectors.joining("\n"));
  }
}
