package worthwhile.site.requester;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.PostingJson;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Urls;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Requesters;

/** {@code GET /api/v1/requesters}: what is known of requesters, asked for by their ids. */
final class RequestersCall implements Handler {
  /** Requesters that one call may ask for. */
  static final int MOST = 100;

  private static final int LONGEST = 200;
  private static final List<String> NAMES = List.of("platform", "ids");

  private final SiteInstance instance;

  RequestersCall(SiteInstance instance) {
    this.instance = instance;
  }

  @Override
  public void handle(Context ctx) {
    Map<String, List<String>> given = Parameters.filled(ctx);
    Set<String> ids = ids(given);
    List<Mistake> mistakes = mistakes(given, ids);
    if (!mistakes.isEmpty()) {
      Problem.badParameters(mistakes).send(ctx);
      return;
    }
    String platform =
        instance
            .sources()
            .platform(
                Objects.requireNonNull(
                        given.get("platform"), "mistakes() refused a call without a platform")
                    .getFirst())
            .orElseThrow()
            .id();
    Answer.json(ctx, answer(platform, ids).toString());
  }

  private static Set<String> ids(Map<String, List<String>> given) {
    Set<String> ids = new LinkedHashSet<>();
    for (String list : given.getOrDefault("ids", List.of()))
      Arrays.stream(list.split(",")).map(String::strip).filter(s -> !s.isEmpty()).forEach(ids::add);
    return ids;
  }

  private List<Mistake> mistakes(Map<String, List<String>> given, Set<String> ids) {
    List<Mistake> mistakes = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : given.entrySet())
      if (!NAMES.contains(each.getKey()))
        mistakes.add(
            new Mistake(
                each.getKey(),
                each.getValue().getFirst(),
                "no such parameter: allowed are " + String.join(", ", NAMES)));
    List<String> platforms = given.getOrDefault("platform", List.of());
    String platform = platforms.isEmpty() ? "" : platforms.getFirst();
    if (platforms.size() != 1 || instance.sources().platform(platform).isEmpty())
      mistakes.add(new Mistake("platform", platform, "the id of one platform, see /platforms"));
    boolean tooLong = ids.stream().anyMatch(id -> id.length() > LONGEST);
    if (ids.isEmpty() || ids.size() > MOST || tooLong)
      mistakes.add(
          new Mistake(
              "ids",
              String.join(",", ids),
              "1 to " + MOST + " ids of requesters on the platform, joined by commas"));
    return mistakes;
  }

  private ObjectNode answer(String platform, Set<String> ids) {
    Map<String, Requesters.Known> known = instance.store().requesters().known(platform, ids);
    Map<String, List<AggregateRating>> ratings = instance.store().ratings().of(platform, ids);
    ObjectNode body = PostingJson.MAPPER.createObjectNode().put("platform", platform);
    ArrayNode list = body.putArray("requesters");
    for (String id : ids)
      one(
          list.addObject(),
          platform,
          id,
          Optional.ofNullable(known.get(id)),
          ratings.getOrDefault(id, List.of()));
    return body;
  }

  private void one(
      ObjectNode node,
      String platform,
      String id,
      Optional<Requesters.Known> known,
      List<AggregateRating> ratings) {
    RequesterView requester =
        new RequesterView(
            platform,
            Optional.of(id),
            known.stream().flatMap(all -> all.names().stream()).map(Requesters.Name::name).toList(),
            List.of(),
            List.of(),
            known,
            List.of(),
            ratings);
    boolean isKnown = known.isPresent() || !ratings.isEmpty();
    node.put("identifier", id).put("known", isKnown);
    if (isKnown) node.put("name", requester.name()).put("url", Urls.requester(platform, id));
    ArrayNode others = node.putArray("other_names");
    requester.otherNames().forEach(others::add);
    node.put("open_postings", known.map(Requesters.Known::open).orElse(0));
    ArrayNode said = node.putArray("ratings");
    ratings.forEach(rating -> said.add(json(rating, instance)));
  }

  /** The rating without what is said around it already, with what its site's terms want shown. */
  static ObjectNode json(AggregateRating rating, SiteInstance instance) {
    ObjectNode node = (ObjectNode) PostingJson.tree(rating);
    for (String name : List.of("id", "platform", "identifier", "itemReviewed")) node.remove(name);
    return node.put("attribution", RequesterView.attribution(rating, instance));
  }
}
