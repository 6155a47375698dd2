package worthwhile.site.operate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.Trouble;
import worthwhile.alert.saved.TroubleKind;
import worthwhile.posting.Reason;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** How alerts fare, for everybody: no address, no number of anybody's messages. */
final class AlertsPart {
  private AlertsPart() {}

  static StatusPage.Part of(SiteInstance instance) {
    List<Trouble> troubles =
        instance.store().alerts(alerts -> alerts.troubles().open()).stream()
            .filter(trouble -> trouble.kind() != TroubleKind.SOURCE)
            .toList();
    if (!troubles.isEmpty())
      return part(
          "bad",
          troubles.stream()
              .map(trouble -> trouble.reason().said())
              .collect(Collectors.joining(" ")));
    Optional<Canary> last =
        instance.store().alerts(alerts -> alerts.canaries().ended(1)).stream().findFirst();
    return last.map(canary -> proof(canary, instance))
        .orElseGet(() -> part("idle", Reason.of("alerts-not-proved-yet").said()));
  }

  private static StatusPage.Part proof(Canary canary, SiteInstance instance) {
    String when = Show.ago(canary.begun(), instance.now());
    return canary
        .trouble()
        .map(why -> Reason.of("alerts-not-proved").with("when", when).with("why", why.said()))
        .map(reason -> part("idle", reason.said()))
        .orElseGet(() -> part("good", Reason.of("alerts-proved").with("when", when).said()));
  }

  private static StatusPage.Part part(String tone, String words) {
    return new StatusPage.Part(AlertHealthPage.words("part"), tone, words);
  }
}
