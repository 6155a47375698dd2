package worthwhile.site.minutes;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.search.Besides;
import worthwhile.search.Dimension;
import worthwhile.search.Eligibility;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Floor;
import worthwhile.site.view.PostingTree;
import worthwhile.site.view.SiteInstance;

/** {@code GET /api/v1/minutes}: as {@link MinutesPage}, by what the address says alone. */
final class MinutesCall implements Handler {
  private final SiteInstance instance;
  private final Visitors visitors;
  private final Planner planner;

  MinutesCall(SiteInstance instance, Visitors visitors) {
    this.instance = instance;
    this.visitors = visitors;
    this.planner = new Planner(instance);
  }

  @Override
  public void handle(Context ctx) {
    switch (MinutesQuery.parse(Parameters.filled(ctx))) {
      case MinutesQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case MinutesQuery.Parsed.Valid(MinutesQuery query) -> answer(ctx, query);
    }
  }

  private void answer(Context ctx, MinutesQuery query) {
    Optional<Besides> own = instance.besides(visitors.signedIn(ctx));
    Plan plan = planner.plan(query.search(), query.free(), search -> instance.search(search, own));
    Set<String> countries = query.search().chosen(Dimension.COUNTRY);
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("freeMinutes", plan.free().toMinutes());
    body.put("workMinutes", minutes(plan.work()));
    body.put("breakMinutes", minutes(plan.rest()));
    body.put("currency", "USD").put("money", plan.money());
    plan.hourly().ifPresent(hourly -> body.put("hourly", hourly));
    body.put("considered", plan.considered()).put("complete", plan.isAll());
    ArrayNode items = body.putArray("items");
    plan.tasks().forEach(each -> items.add(item(each, countries)));
    plan.missing().ifPresent(reason -> body.set("missing", PostingJson.MAPPER.valueToTree(reason)));
    String caching = own.isPresent() ? Answer.REVALIDATE : Answer.SHORT;
    Answer.send(ctx, 200, Answer.JSON, caching, body.toString());
  }

  private ObjectNode item(Plan.Chosen chosen, Set<String> countries) {
    Candidate task = chosen.task();
    ObjectNode item = PostingJson.MAPPER.createObjectNode();
    item.set("posting", PostingTree.of(task.posting(), Floor.NONE, instance.today()));
    item.put("minutes", minutes(task.time()));
    item.put("money", task.money().setScale(4, RoundingMode.HALF_EVEN).stripTrailingZeros());
    item.put("hourly", task.hourly());
    Integer places = task.posting().job().totalJobOpenings();
    if (places != null) item.put("places", places);
    if (!countries.isEmpty())
      item.put("eligibility", Eligibility.of(countries, task.facts()).word());
    item.set("why", PostingJson.MAPPER.valueToTree(chosen.why()));
    return item;
  }

  private static BigDecimal minutes(Duration span) {
    return BigDecimal.valueOf(span.toMillis())
        .divide(BigDecimal.valueOf(60_000), 1, RoundingMode.HALF_UP);
  }
}
