package worthwhile.alert;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets by which messages to webhooks are signed. */
final class WebhookSecret {
  /** As long as Standard Webhooks advises. */
  private static final int BYTES = 24;

  private WebhookSecret() {}

  /** A new one, which nobody can guess. */
  static String next() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
