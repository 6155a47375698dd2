package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import worthwhile.posting.Posting;
import worthwhile.site.http.Urls;
import worthwhile.site.view.AtomXml;
import worthwhile.site.view.SiteInstance;

/** {@code GET /api/v1/postings/feed.atom} (RFC 4287). */
final class AtomFeed implements Handler {
  private final SiteInstance instance;

  AtomFeed(SiteInstance instance) {
    this.instance = instance;
  }

  @Override
  public void handle(Context ctx) throws XMLStreamException {
    Feed feed = Feed.of(ctx, instance).orElse(null);
    if (feed == null) return;
    AtomXml xml = new AtomXml(feed.id(), feed.title(), feed.updated(), feed.self(), feed.home());
    for (Posting posting : feed.postings()) entry(feed, posting, xml);
    xml.send(ctx);
  }

  private void entry(Feed feed, Posting posting, AtomXml xml) throws XMLStreamException {
    Instant published = Feed.published(posting);
    xml.entry(Feed.id(posting, instance.settings()), posting.job().title(), Feed.updated(posting));
    xml.text("published", published.toString());
    xml.link("alternate", feed.page(posting));
    String source = Urls.web(posting.job().url()).orElse(null);
    if (source != null) xml.link("via", source);
    xml.author(author(posting));
    xml.category(posting.job().platform());
    xml.text("content", feed.text(posting));
    xml.end();
  }

  private String author(Posting posting) {
    String name =
        posting.job().hiringOrganization() == null
            ? null
            : posting.job().hiringOrganization().name();
    return name == null ? instance.platformName(posting.job().platform()) : name;
  }
}
