package worthwhile.site.alert;

import java.util.Optional;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.posting.Posting;
import worthwhile.posting.Sentences;
import worthwhile.site.view.Show;

/** Words of this room from the catalogue. */
final class AlertWords {
  private AlertWords() {}

  static String of(String key) {
    return Sentences.english()
        .part("alerts." + key)
        .orElseThrow(() -> new IllegalStateException("the catalogue lacks alerts." + key));
  }

  /** What a field is called on the page; its own name where it is none of the page's. */
  static String field(String name) {
    return Sentences.english().part("alerts.field." + name).orElse(name);
  }

  /** "E-mail: a@b.org", "Webhook: https://…". */
  static String channel(Recipient recipient) {
    String visible = recipient.destination().visible();
    String name = of("channel." + recipient.type().word());
    return visible.isEmpty() ? name : name + ": " + visible;
  }

  /** "$12.00/h · new", and what warns of it. */
  static String told(AlertReason reason, Posting posting) {
    String pay =
        Optional.ofNullable(posting.pay())
            .filter(known -> known.net() != null)
            .map(known -> Show.money(known.net(), known.currency()) + "/h · ")
            .orElse("");
    String warning =
        posting.assessment().gravest().map(gravest -> " · ⚠ " + gravest.text()).orElse("");
    return pay + of("reason." + reason.word()) + warning;
  }

  static String state(Delivery.State state) {
    return of("state." + state.word());
  }
}
