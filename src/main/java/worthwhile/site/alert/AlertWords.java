package worthwhile.site.alert;

import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.posting.Sentences;

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

  static String state(Delivery.State state) {
    return of("state." + state.word());
  }
}
