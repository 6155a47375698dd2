package worthwhile.site.platform;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import worthwhile.alert.note.PlatformChange;
import worthwhile.alert.note.PlatformChanges;
import worthwhile.posting.word.Worded;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Urls;
import worthwhile.site.view.AtomXml;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** {@code GET /platforms/changes.atom}: what {@link ChangesPage} shows, as it became known. */
final class ChangesFeed implements Handler {
  private final SiteInstance instance;

  ChangesFeed(SiteInstance instance) {
    this.instance = instance;
  }

  @Override
  public void handle(Context ctx) throws XMLStreamException {
    switch (ChangesQuery.parse(ctx, instance)) {
      case ChangesQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case ChangesQuery.Parsed.Valid(ChangesQuery query) -> send(ctx, query);
    }
  }

  private void send(Context ctx, ChangesQuery query) throws XMLStreamException {
    PlatformChanges changes =
        PlatformChanges.of(query.platforms(), instance.sources(), instance.store(), instance.now());
    List<PlatformChange> all =
        Stream.concat(changes.coming().stream(), changes.past().stream())
            .sorted(
                Comparator.comparing(PlatformChange::told)
                    .reversed()
                    .thenComparing(PlatformChange::id))
            .toList();
    String base = instance.base(ctx);
    AtomXml xml =
        new AtomXml(
            "urn:worthwhile:" + query.at("platforms/changes").replace('?', ':'),
            "Worthwhile: changes at platforms",
            all.stream().map(change -> start(change.told())).findFirst().orElse(Instant.EPOCH),
            base + query.at(ChangesPage.FEED),
            base + query.at(ChangesPage.PATH));
    for (PlatformChange change : all) entry(change, base, xml);
    xml.send(ctx);
  }

  private static void entry(PlatformChange change, String base, AtomXml xml)
      throws XMLStreamException {
    xml.entry(
        "urn:worthwhile:platforms/changes:" + change.id(), title(change), start(change.told()));
    xml.link("alternate", base + Urls.platform(change.platform().id()));
    String source = Urls.web(change.source()).orElse(null);
    if (source != null) xml.link("via", source);
    xml.category(Worded.wordOf(change.kind()));
    xml.text("content", change.text() + change.by().map(by -> " (" + by + ")").orElse(""));
    xml.end();
  }

  private static String title(PlatformChange change) {
    String day = Show.day(change.date(), change.precision());
    return change.platform().name()
        + (change.kind() == PlatformChange.Kind.DEADLINE ? ", until " : ", ")
        + day
        + ": "
        + change.text();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
