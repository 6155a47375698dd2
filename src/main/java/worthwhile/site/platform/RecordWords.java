package worthwhile.site.platform;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.community.published.PlatformRecord;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Reason;
import worthwhile.reputation.CountedShare;
import worthwhile.site.view.OutcomeJson;
import worthwhile.site.view.OutcomeTable;

/** What workers say of a platform, in sentences and for programs. */
final class RecordWords {
  private RecordWords() {}

  static List<String> of(PlatformRecord record) {
    List<Reason> said = new ArrayList<>();
    said.add(
        Reason.of("platform-paid")
            .with("percent", OutcomeTable.percent(record.paid()))
            .with("low", OutcomeTable.percent(record.interval().low()))
            .with("high", OutcomeTable.percent(record.interval().high()))
            .with("workers", record.workers())
            .with("tasks", record.tasks())
            .with("since", record.since()));
    record.daysToPay().ifPresent(days -> said.add(Reason.of("platform-days").with("days", days)));
    record.answered().ifPresent(share -> said.add(counted(Reason.of("platform-answered"), share)));
    record
        .deactivated()
        .ifPresent(share -> said.add(counted(Reason.of("platform-deactivated"), share)));
    return said.stream().map(Reason::said).toList();
  }

  private static Reason counted(Reason reason, CountedShare share) {
    return reason.with("hits", share.hits()).with("of", share.of());
  }

  static ObjectNode json(PlatformRecord record) {
    ObjectNode node =
        PostingJson.MAPPER
            .createObjectNode()
            .put("workers", record.workers())
            .put("tasks", record.tasks())
            .put("since", record.since().toString());
    node.putObject("paid")
        .put("share", record.paid())
        .put("low", record.interval().low())
        .put("high", record.interval().high());
    record.daysToPay().ifPresent(days -> node.put("daysToPay", days));
    record.answered().ifPresent(share -> OutcomeJson.put(node, "answered", share));
    record.deactivated().ifPresent(share -> OutcomeJson.put(node, "deactivated", share));
    return node;
  }
}
