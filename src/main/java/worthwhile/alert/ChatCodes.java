package worthwhile.alert;

import java.security.SecureRandom;
import java.util.Optional;
import worthwhile.alert.saved.ChatCode;
import worthwhile.alert.saved.Destination;

/** Codes by which the reader of a chat says that it is hers. */
final class ChatCodes {
  private ChatCodes() {}

  /** The same chat, asked for a new code. */
  static Destination.Telegram asking(Destination.Telegram telegram) {
    String digits = "%06d".formatted(new SecureRandom().nextInt(1_000_000));
    return new Destination.Telegram(
        telegram.chat(), Optional.of(new ChatCode(digits, ChatCode.TRIES)));
  }
}
