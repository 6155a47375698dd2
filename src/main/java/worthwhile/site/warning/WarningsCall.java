package worthwhile.site.warning;

import io.javalin.http.Context;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Warning;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Urls;
import worthwhile.site.view.FeedJson;
import worthwhile.site.view.Floor;
import worthwhile.site.view.PostingTree;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Warned;

/** {@code GET /api/v1/warnings} and {@code /warnings/feed.json}: as {@link WarningsPage}. */
final class WarningsCall {
  static final String FEED = WarningsPage.PATH + "/feed.json";

  private final SiteInstance instance;

  WarningsCall(SiteInstance instance) {
    this.instance = instance;
  }

  void list(Context ctx) {
    switch (WarningsQuery.parse(ctx, instance)) {
      case WarningsQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case WarningsQuery.Parsed.Valid(WarningsQuery query) -> {
        Warned.Part part = query.part(instance);
        ObjectNode body = PostingJson.MAPPER.createObjectNode().put("total", part.total());
        body.put("page", query.page()).put("size", WarningsQuery.SIZE);
        ArrayNode items = body.putArray("items");
        part.postings().forEach(posting -> items.add(item(posting, query)));
        Answer.json(ctx, body.toString());
      }
    }
  }

  /** The posting with the gravest of the warnings that are asked for. */
  private ObjectNode item(Posting posting, WarningsQuery query) {
    ObjectNode node = PostingTree.of(posting, Floor.NONE, instance.today());
    Warning gravest =
        posting.assessment().warnings().stream()
            .filter(query.filter()::takes)
            .findFirst()
            .orElseThrow();
    node.set("warning", PostingJson.MAPPER.valueToTree(gravest));
    return node;
  }

  void feed(Context ctx) {
    switch (WarningsQuery.parse(ctx, instance)) {
      case WarningsQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case WarningsQuery.Parsed.Valid(WarningsQuery query) -> send(ctx, query);
    }
  }

  private void send(Context ctx, WarningsQuery query) {
    String base = instance.base(ctx);
    FeedJson body =
        new FeedJson(
            WarningsFeed.TITLE,
            base + query.at(FEED, query.page()),
            base + query.at(WarningsPage.PATH, query.page()));
    for (Posting posting : query.part(instance).postings()) {
      ObjectNode item =
          body.entry(
              WarningsFeed.id(posting),
              base + Urls.task(posting.id()),
              posting.job().title(),
              WarningsFeed.text(posting, query));
      item.put("date_modified", WarningsFeed.updated(posting).toString());
      item.putArray("tags").add(instance.platformName(posting.job().platform()));
    }
    body.send(ctx, Answer.SHORT);
  }
}
