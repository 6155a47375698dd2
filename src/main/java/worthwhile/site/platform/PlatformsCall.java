package worthwhile.site.platform;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.alert.note.PlatformChange;
import worthwhile.alert.note.PlatformChanges;
import worthwhile.market.Market;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.posting.word.Worded;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.ApiQuery;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Problem;
import worthwhile.site.market.MarketJson;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.store.source.Announced;

/** {@code GET /api/v1/platforms} and {@code /platforms/{id}}: the cards. */
final class PlatformsCall {
  private final SiteInstance instance;

  private final KeptRecords records;
  private final Market market;

  PlatformsCall(SiteInstance instance, KeptRecords records, Market market) {
    this.instance = instance;
    this.records = records;
    this.market = market;
  }

  void all(Context ctx) {
    switch (PlatformQuery.parse(Parameters.filled(ctx))) {
      case PlatformQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case PlatformQuery.Parsed.Valid(PlatformQuery query) -> {
        List<PlatformLine> lines = query.lines(instance, market.figures());
        ObjectNode body = PostingJson.MAPPER.createObjectNode();
        body.put("total", lines.size());
        Map<String, Announced.Entry> announced = announced();
        ArrayNode items = body.putArray("items");
        lines.forEach(line -> items.add(json(line, announced, query.countries())));
        Answer.json(ctx, body.toString());
      }
    }
  }

  void one(Context ctx) {
    if (ApiQuery.refuses(ctx)) return;
    String id = ctx.pathParam("id");
    Platform platform =
        instance
            .sources()
            .platform(id)
            .orElseThrow(() -> new Missing(Reason.of("no-such-platform").with("id", id)));
    long open = instance.index().openByPlatform().getOrDefault(platform.id(), 0L);
    PlatformLine line = PlatformLine.of(platform, open, instance.rates(), market.figures());
    ObjectNode body = json(line, announced(), Set.of());
    records.of(platform.id()).ifPresent(record -> body.set("record", RecordWords.json(record)));
    Answer.json(ctx, body.toString());
  }

  /** {@code GET /api/v1/platforms/changes}. */
  void changes(Context ctx) {
    switch (ChangesQuery.parse(ctx, instance)) {
      case ChangesQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          Problem.badParameters(mistakes).send(ctx);
      case ChangesQuery.Parsed.Valid(ChangesQuery query) -> {
        PlatformChanges changes =
            PlatformChanges.of(
                query.platforms(), instance.sources(), instance.store(), instance.now());
        ObjectNode body = PostingJson.MAPPER.createObjectNode();
        body.put("total", changes.coming().size() + changes.past().size());
        ArrayNode coming = body.putArray("coming");
        changes.coming().forEach(change -> coming.add(json(change)));
        ArrayNode past = body.putArray("items");
        changes.past().forEach(change -> past.add(json(change)));
        Answer.json(ctx, body.toString());
      }
    }
  }

  private static ObjectNode json(PlatformChange change) {
    ObjectNode node = PostingJson.MAPPER.valueToTree(change);
    node.put("platform", change.platform().id());
    node.put("platformName", change.platform().name());
    node.put("kind", Worded.wordOf(change.kind()));
    return node;
  }

  private Map<String, Announced.Entry> announced() {
    return instance.store().announced().all().stream()
        .collect(Collectors.toMap(Announced.Entry::platform, Function.identity()));
  }

  private static ObjectNode announced(Announced.Entry entry) {
    ObjectNode node = PostingJson.MAPPER.valueToTree(entry);
    node.remove("platform");
    node.put("kind", Worded.wordOf(entry.kind()));
    return node;
  }

  private ObjectNode json(
      PlatformLine line, Map<String, Announced.Entry> announced, Set<String> countries) {
    ObjectNode node = PostingJson.MAPPER.valueToTree(line.platform());
    CardJson.flatten(node);
    node.put("access", Worded.wordOf(line.platform().access()));
    node.put("open", line.open());
    node.set("netPay", MarketJson.ofPlatform(line.sample()));
    Joining.of(line.platform(), countries)
        .ifPresent(joins -> node.put("mayJoin", Worded.wordOf(joins.answer())));
    List<List<Lineage.Step>> lineage = Lineage.of(line.platform(), instance.sources());
    Optional.ofNullable(announced.get(line.platform().id()))
        .ifPresent(entry -> node.set("announced", announced(entry)));
    if (!lineage.isEmpty()) node.set("lineage", PostingJson.MAPPER.valueToTree(lineage));
    return node;
  }
}
