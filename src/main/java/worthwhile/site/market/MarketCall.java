package worthwhile.site.market;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.market.BestHour;
import worthwhile.market.Market;
import worthwhile.market.MarketCsv;
import worthwhile.market.MarketFigures;
import worthwhile.market.Sample;
import worthwhile.market.Stay;
import worthwhile.posting.PostingJson;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Problem;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.SiteInstance;

/** {@code GET /api/v1/market} and {@code /market.csv}: what {@link MarketPage} shows. */
final class MarketCall {
  private static final String CSV = "text/csv;charset=utf-8";
  private static final List<String> PAY =
      List.of(
          "Key",
          "Name",
          "Tasks",
          "With known pay",
          "Median USD per hour",
          "Lower quartile",
          "Upper quartile",
          "At least the floor (%)",
          "Note");
  private static final List<String> OPEN =
      List.of(
          "Key",
          "Name",
          "Closed",
          "Watched",
          "Median minutes open",
          "Minutes between readings",
          "Note");

  private final SiteInstance instance;
  private final Market market;

  MarketCall(SiteInstance instance, Market market) {
    this.instance = instance;
    this.market = market;
  }

  /** All tables as JSON. */
  void json(Context ctx) {
    switch (parsed(ctx, List.of("zone", Floor.NAME))) {
      case MarketQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case MarketQuery.Parsed.Valid(MarketQuery query) -> Answer.json(ctx, json(query).toString());
    }
  }

  private MarketQuery.Parsed parsed(Context ctx, List<String> known) {
    return MarketQuery.parse(ctx, instance, known, () -> MarketQuery.UTC, () -> Floor.NONE);
  }

  private ObjectNode json(MarketQuery query) {
    MarketFigures figures = market.figures();
    ObjectNode body = PostingJson.MAPPER.createObjectNode();
    body.put("asOf", figures.at().toString()).put("days", Market.DAYS);
    body.put("zone", query.zone().getId());
    if (query.floor().chosen().isPresent()) body.set("floor", query.floor().json());
    Optional<BigDecimal> floor = query.floor().usd();
    body.set("all", sample(figures.all(), floor));
    for (MarketTable table : MarketTable.all(figures, query.zone(), instance))
      table.lines().forEach(line -> array(body, table.by()).add(line(line, floor)));
    market.stays().forEach(stay -> array(body, MarketBy.OPEN_TIME).add(stay(stay)));
    figures
        .bestHour(query.zone(), floor, instance.now())
        .ifPresent(best -> body.set("bestHour", best(best)));
    return body;
  }

  /** The table's rows; the word in camel case, as all names in JSON. */
  private static ArrayNode array(ObjectNode body, MarketBy by) {
    return body.withArray(by == MarketBy.OPEN_TIME ? "openTime" : by.word());
  }

  private static ObjectNode line(MarketTable.Line line, Optional<BigDecimal> floor) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("key", line.key()).put("name", line.name());
    return node.setAll(sample(line.sample(), floor));
  }

  /** What a sample says, with as little as its size allows. */
  private static ObjectNode sample(Sample sample, Optional<BigDecimal> floor) {
    ObjectNode node = MarketJson.of(sample);
    floor.ifPresent(
        usd ->
            sample
                .percentAtLeast(usd)
                .ifPresent(
                    percent ->
                        node.put("atLeastFloor", sample.atLeast(usd))
                            .put("percentAtLeastFloor", percent)));
    return node;
  }

  private ObjectNode stay(Stay stay) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("key", stay.platform()).put("name", instance.platformName(stay.platform()));
    node.put("closed", stay.closed()).put("n", stay.n());
    stay.open().ifPresent(open -> node.put("medianMinutes", MarketWords.minutes(open)));
    stay.reading().ifPresent(gap -> node.put("precisionMinutes", MarketWords.minutes(gap)));
    return node;
  }

  private static ObjectNode best(BestHour best) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("hour", best.hour()).put("atLeast", best.least());
    return node.put("tasks", best.good()).put("n", best.n()).put("hoursAhead", best.hoursAhead());
  }

  /** One table as CSV. */
  void csv(Context ctx) {
    switch (parsed(ctx, List.of("by", "zone", Floor.NAME))) {
      case MarketQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case MarketQuery.Parsed.Valid(MarketQuery query) -> csv(ctx, query);
    }
  }

  private void csv(Context ctx, MarketQuery query) {
    MarketBy by = query.by().orElseThrow();
    MarketCsv csv = by == MarketBy.OPEN_TIME ? stays() : table(query, by);
    ctx.header(
        "Content-Disposition", "attachment; filename=\"worthwhile-market-" + by.word() + ".csv\"");
    Answer.send(ctx, 200, CSV, Answer.SHORT, csv.toString());
  }

  private MarketCsv table(MarketQuery query, MarketBy by) {
    MarketCsv csv = new MarketCsv(PAY);
    MarketTable.all(market.figures(), query.zone(), instance).stream()
        .filter(table -> table.by() == by)
        .flatMap(table -> table.lines().stream())
        .forEach(line -> csv.row(cells(line, query.floor().usd())));
    return csv;
  }

  private static List<Object> cells(MarketTable.Line line, Optional<BigDecimal> floor) {
    Sample sample = line.sample();
    return List.of(
        line.key(),
        line.name(),
        sample.postings(),
        sample.n(),
        sample.median(),
        sample.lowerQuartile(),
        sample.upperQuartile(),
        floor.flatMap(sample::percentAtLeast),
        note(sample.isEnough()));
  }

  private MarketCsv stays() {
    MarketCsv csv = new MarketCsv(OPEN);
    for (Stay stay : market.stays())
      csv.row(
          List.of(
              stay.platform(),
              instance.platformName(stay.platform()),
              stay.closed(),
              stay.n(),
              stay.open().map(MarketWords::minutes),
              stay.reading().map(MarketWords::minutes),
              note(stay.open().isPresent())));
    return csv;
  }

  private static String note(boolean enough) {
    return enough ? "" : Labels.part("market.too-few").toLowerCase(Locale.ROOT);
  }
}
