package worthwhile.alert;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import worthwhile.alert.saved.ChatCode;
import worthwhile.alert.saved.Destination;

/** New secrets of channels, which nobody can guess. */
final class ChannelSecrets {
  /** As long as Standard Webhooks advises. */
  private static final int BYTES = 24;

  private static final int CODES = 1_000_000;

  private ChannelSecrets() {}

  /** One by which messages to a webhook are signed. */
  static String signing() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  /** The same chat, asked for a new code. */
  static Destination.Telegram asking(Destination.Telegram telegram) {
    String digits = "%06d".formatted(new SecureRandom().nextInt(CODES));
    return new Destination.Telegram(
        telegram.chat(), Optional.of(new ChatCode(digits, ChatCode.TRIES)));
  }
}
