package worthwhile.site.task;

import java.util.List;
import java.util.Map;
import worthwhile.reputation.statement.FlagKind;
import worthwhile.reputation.statement.Outcome;
import worthwhile.site.http.Urls;
import worthwhile.site.view.Labels;

/**
 * A way of saying what went wrong with a task.
 *
 * @param href of the form, which has chosen it already
 */
record ReportLink(String label, String href) {
  /** Not paid, rejected, asked for money, anything else. */
  static List<ReportLink> of(String id) {
    return List.of(
        flag("not-paid", id, FlagKind.NON_PAYMENT.word()),
        new ReportLink(
            Labels.part("report.rejected"),
            Urls.of("/reviews/new", Map.of("posting", List.of(id)))
                + "&outcome="
                + Outcome.REJECTED.word()),
        flag("asked-for-money", id, FlagKind.FEE_ASKED.word()),
        flag("other", id, ""));
  }

  private static ReportLink flag(String key, String id, String kind) {
    String about = "/flags/new?about=" + Urls.parameter("posting:" + id);
    String href = kind.isEmpty() ? about : about + "&kind=" + kind;
    return new ReportLink(Labels.part("report." + key), href);
  }
}
