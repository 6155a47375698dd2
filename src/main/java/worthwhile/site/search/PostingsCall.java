package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.search.Besides;
import worthwhile.search.Dimension;
import worthwhile.search.Eligibility;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.Relaxed;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.Paging;
import worthwhile.site.view.PostingTree;
import worthwhile.site.view.SiteInstance;
import worthwhile.site.view.SourcesJson;

/** {@code GET /api/v1/postings}: the search. */
final class PostingsCall implements Handler {
  static final String PATH = "/api/v1/postings";

  private final SiteInstance instance;
  private final Visitors visitors;

  PostingsCall(SiteInstance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
  }

  @Override
  public void handle(Context ctx) {
    ApiSearch.of(ctx, instance).ifPresent(asked -> answer(ctx, asked));
  }

  private void answer(Context ctx, ApiSearch search) {
    SearchQuery query = search.query();
    Optional<Besides> own = instance.besides(visitors.signedIn(ctx));
    SearchResult result = instance.search(query, own);
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("total", result.total());
    ArrayNode items = body.putArray("items");
    result.hits().forEach(hit -> items.add(item(hit, search)));
    if (search.floor().chosen().isPresent()) body.set("floor", search.floor().json());
    ObjectNode facets = body.putObject("facets");
    result
        .facets()
        .forEach((name, counts) -> facets.set(name, PostingJson.MAPPER.valueToTree(counts)));
    ObjectNode groups = body.putObject("groups");
    result.groups().forEach((group, count) -> groups.put(group.word(), count));
    result.relaxed().ifPresent(relaxed -> say(relaxed, body));
    result.suggestion().ifPresent(text -> body.put("suggestion", text));
    Dispensable asked = new Dispensable();
    List<UnknownValue> unknown = UnknownValue.in(query, result, instance);
    if (!unknown.isEmpty()) body.set("unknown", PostingJson.MAPPER.valueToTree(unknown));
    ArrayNode none = PostingJson.MAPPER.createArrayNode();
    body.set("sources", asked.ask(() -> SourcesJson.brief(instance), none));
    if (asked.isMissed()) body.put("degraded", Dispensable.AWAY.text());
    if (instance.condition().isCatchingUp()) body.put("catchingUp", true);
    String text = body.toString();
    String tag = Answer.tag(text);
    String links = Paging.links(PATH, query, result.total(), search::withFloor);
    if (!links.isEmpty()) ctx.header("Link", links);
    String caching = own.isPresent() ? Answer.REVALIDATE : Answer.SHORT;
    Answer.send(ctx, 200, Answer.JSON, caching, timed(text, result), tag);
  }

  /** The time is no part of what the answer says, and comes last. */
  private static String timed(String body, SearchResult result) {
    String took = ",\"took_ms\":" + Paging.millis(result.tookNanos()) + "}";
    return body.substring(0, body.length() - 1) + took;
  }

  private JsonNode item(SearchResult.Hit hit, ApiSearch search) {
    ObjectNode item = PostingTree.of(hit.posting(), search.floor(), instance.today());
    Set<String> countries = search.query().chosen(Dimension.COUNTRY);
    hit.group().ifPresent(group -> item.put("group", group.word()));
    if (!countries.isEmpty())
      item.put(
          "eligibility", Eligibility.of(countries, instance.index().facts(hit.posting())).word());
    return item;
  }

  private static void say(Relaxed relaxed, ObjectNode body) {
    switch (relaxed) {
      case Relaxed.AnyWord() -> body.put("relaxed", "any-word");
      case Relaxed.Respelled(String words) -> {
        body.put("relaxed", "spelling");
        body.put("searchedInstead", words);
      }
    }
  }
}
