package worthwhile.alert.channel;

import java.net.URI;

/**
 * The operator's bot.
 *
 * @param api address of the Bot API
 * @param token by which it signs in, such as 123456:ABC…; never shown
 */
public record TelegramBot(URI api, String token) {
  public TelegramBot {
    if (!token.matches("[0-9]{3,20}:[-_A-Za-z0-9]{20,100}"))
      throw new IllegalArgumentException("no token of a bot");
  }

  /** Where a method of the Bot API is called: the token is a part of the address. */
  URI method(String name) {
    return URI.create(api.toString().replaceFirst("/+$", "") + "/bot" + token + "/" + name);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "a bot at " + api;
  }
}
