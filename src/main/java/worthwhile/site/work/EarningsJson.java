package worthwhile.site.work;

import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.PostingJson;
import worthwhile.work.earn.CountedWork;
import worthwhile.work.earn.Earnings;
import worthwhile.work.earn.Period;
import worthwhile.work.earn.Totals;

/** Earnings as the API tells them: the figures of the page. */
final class EarningsJson {
  private EarningsJson() {}

  static ObjectNode of(Earnings earnings, Period period, ZoneId zone) {
    List<CountedWork> work = earnings.of(period);
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("period", period.word());
    period.from(earnings.today()).ifPresent(from -> node.put("from", from.toString()));
    node.put("to", earnings.today().toString()).put("zone", zone.getId());
    node.put("currency", earnings.currency());
    node.set("totals", totals(Totals.of(work)));
    parts(node.putArray("platforms"), Earnings.byPlatform(work));
    parts(node.putArray("requesters"), Earnings.byRequester(work));
    return node;
  }

  private static void parts(ArrayNode array, List<Earnings.Part> parts) {
    for (Earnings.Part part : parts)
      array.addObject().put("name", part.name()).set("totals", totals(part.totals()));
  }

  private static ObjectNode totals(Totals totals) {
    ObjectNode node = PostingJson.MAPPER.createObjectNode();
    node.put("paid", totals.paid()).put("pending", totals.pending());
    node.put("lost", totals.lost()).put("fees", totals.fees());
    node.put("activeMinutes", totals.hours().active().toMinutes());
    node.put("clockMinutes", totals.hours().clock().toMinutes());
    node.put("lostMinutes", totals.lostTime().toMinutes());
    totals.hourlyActive().ifPresent(hourly -> node.put("hourlyActive", hourly));
    totals.hourlyClock().ifPresent(hourly -> node.put("hourlyClock", hourly));
    node.put("timed", totals.timed()).put("unknownPay", totals.unknownPay());
    ObjectNode pieces = node.putObject("pieces");
    totals.pieces().forEach((status, count) -> pieces.put(status.word(), count));
    return node;
  }
}
