package worthwhile.site.alert;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.Backtest;
import worthwhile.alert.Wanted;
import worthwhile.alert.WantedBuilder;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Silence;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Problem;
import worthwhile.site.http.Route;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.JsonFields;

/** {@code /api/v1/saved-searches}: save, change, delete, look back, read the ledger. */
final class SavedSearchesCall {
  static final String PATH = Route.API + "/saved-searches";
  private static final String CHANNELS = "channels";
  private static final int LEDGER_ROWS = 200;

  private final AlertDesk desk;

  SavedSearchesCall(AlertDesk desk) {
    this.desk = desk;
  }

  void list(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    List<SavedSearch> all = desk.searches().of(visitor.account().id());
    Map<Long, Recipient> recipients = desk.searches().recipients(all);
    List<Silence> silences = desk.silences();
    ObjectNode body = SavedSearchJson.object().put("total", all.size());
    ArrayNode items = body.putArray("items");
    all.forEach(
        search ->
            items.add(SavedSearchJson.of(search, recipients, silences, desk.instance().base(ctx))));
    Answer.own(ctx, body.toString());
  }

  void one(Context ctx, Visitor visitor) {
    if (ApiQuery.refuses(ctx)) return;
    SavedSearch search = desk.own(ctx, visitor);
    ObjectNode json = json(ctx, search);
    SearchFigures figures =
        SearchFigures.of(search, desk.instance().store(), desk.instance().now());
    json.set("figures", SavedSearchJson.figures(figures));
    Answer.own(ctx, json.toString());
  }

  void add(Context ctx, Visitor visitor) {
    Wanted wanted = SavedSearchReader.read(JsonFields.of(ctx, SavedSearchReader.NAMES).object());
    answer(ctx, 201, desk.searches().add(visitor.account().id(), wanted));
  }

  /** What is not named stays as it is. */
  void change(Context ctx, Visitor visitor) {
    JsonNode given = JsonFields.of(ctx, SavedSearchReader.NAMES).object();
    SavedSearch own = desk.own(ctx, visitor);
    answer(
        ctx,
        200,
        desk.searches().change(own.account(), own.id(), before -> changed(ctx, before, given)));
  }

  private Wanted changed(Context ctx, SavedSearch before, JsonNode given) {
    ObjectNode whole = json(ctx, before);
    whole.retain(SavedSearchReader.NAMES);
    whole.remove(CHANNELS);
    given.properties().forEach(each -> whole.set(each.getKey(), each.getValue()));
    Wanted wanted = SavedSearchReader.read(whole);
    return given.has(CHANNELS)
        ? wanted
        : WantedBuilder.builder(wanted).channels(desk.searches().wanted(before).channels()).build();
  }

  void delete(Context ctx, Visitor visitor) {
    if (!desk.searches().delete(visitor.account().id(), ctx.pathParam("id")))
      throw AlertDesk.absent();
    ctx.status(204);
  }

  void backtest(Context ctx, Visitor visitor) {
    JsonNode body = JsonFields.of(ctx, List.of("query", "days")).object();
    JsonNode days = body.path("days");
    int back = days.isMissingNode() ? Backtest.USUAL_DAYS : days.isInt() ? days.asInt() : 0;
    if (back < 1 || back > Backtest.MOST_DAYS)
      throw JsonFields.wrong("days: must be a whole number from 1 to " + Backtest.MOST_DAYS + ".");
    switch (SearchQuery.parse(SavedSearchReader.query(body.path("query")))) {
      case Parsed.Valid(SearchQuery query) ->
          Answer.own(ctx, SavedSearchJson.backtest(desk.backtest().of(query, back)).toString());
      case Parsed.Invalid(List<Mistake> mistakes) -> Problem.badParameters(mistakes).send(ctx);
    }
  }

  void ledger(Context ctx, Visitor visitor) {
    List<Mistake> mistakes = ApiQuery.mistakes(ctx, List.of("page", "posting"));
    if (!mistakes.isEmpty()) {
      Problem.badParameters(mistakes).send(ctx);
      return;
    }
    SavedSearch search = desk.own(ctx, visitor);
    String page = Optional.ofNullable(ctx.queryParam("page")).orElse("1");
    if (!page.matches("[1-9]\\d{0,4}")) throw JsonFields.wrong("page: must be a number from 1.");
    Optional<String> posting = Optional.ofNullable(ctx.queryParam("posting"));
    ObjectNode body = SavedSearchJson.object();
    ArrayNode items = body.putArray("items");
    new Ledger(desk.instance().store())
        .of(search.id(), posting, (Integer.parseInt(page) - 1) * LEDGER_ROWS, LEDGER_ROWS)
        .forEach(entry -> items.add(SavedSearchJson.entry(entry)));
    Answer.own(ctx, body.toString());
  }

  private void answer(Context ctx, int status, Wanted.Outcome outcome) {
    switch (outcome) {
      case Wanted.Outcome.Kept(SavedSearch search) -> {
        if (status == 201) ctx.header("Location", PATH + "/" + search.id());
        Answer.send(ctx, status, Answer.JSON, "no-store", json(ctx, search).toString());
      }
      case Wanted.Outcome.Refused(List<Mistake> mistakes) ->
          Problem.badParameters("Nothing was saved", mistakes).send(ctx);
      case Wanted.Outcome.Absent _ -> throw AlertDesk.absent();
    }
  }

  private ObjectNode json(Context ctx, SavedSearch search) {
    return SavedSearchJson.of(
        search,
        desk.searches().recipients(List.of(search)),
        desk.silences(),
        desk.instance().base(ctx));
  }
}
