package worthwhile.alert.saved;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a message goes. What must not be read by others (keys, tokens, the secret part of an
 * address) stands in components that {@link #visible} leaves out.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Destination.Mail.class, name = "mail"),
  @JsonSubTypes.Type(value = Destination.Webhook.class, name = "webhook"),
  @JsonSubTypes.Type(value = Destination.Feed.class, name = "feed"),
  @JsonSubTypes.Type(value = Destination.Stream.class, name = "stream"),
  @JsonSubTypes.Type(value = Destination.Push.class, name = "push"),
  @JsonSubTypes.Type(value = Destination.Ntfy.class, name = "ntfy"),
  @JsonSubTypes.Type(value = Destination.Telegram.class, name = "telegram"),
  @JsonSubTypes.Type(value = Destination.Discord.class, name = "discord")
})
public sealed interface Destination {
  /** By what it is reached. */
  @JsonIgnore
  ChannelType type();

  /** What its owner may read of it. */
  @JsonIgnore
  String visible();

  /** The same for two addresses that lead to the same place. */
  @JsonIgnore
  String key();

  /** A mailbox. */
  record Mail(String mailbox) implements Destination {
    public Mail {
      if (!mailbox.contains("@")) throw new IllegalArgumentException("no mailbox: " + mailbox);
    }

    @Override
    public ChannelType type() {
      return ChannelType.MAIL;
    }

    @Override
    public String visible() {
      return mailbox;
    }

    /** Letter case of the part after the last @ does not count; before it hardly ever does. */
    @Override
    public String key() {
      return "mail:" + mailbox.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A program that takes signed messages by HTTP.
   *
   * @param secrets by which they are signed, the newest first; none as long as it is only wanted
   */
  record Webhook(URI url, List<String> secrets) implements Destination {
    public Webhook {
      secrets = List.copyOf(secrets);
    }

    @Override
    public ChannelType type() {
      return ChannelType.WEBHOOK;
    }

    @Override
    public String visible() {
      return url.toString();
    }

    @Override
    public String key() {
      return "webhook:" + url;
    }
  }

  /** A feed under a secret address, see the recipient's hash. */
  record Feed(String secret) implements Destination {
    @Override
    public ChannelType type() {
      return ChannelType.FEED;
    }

    @Override
    public String visible() {
      return "";
    }

    @Override
    public String key() {
      return "feed:" + secret;
    }
  }

  /** Whoever has the page open. */
  record Stream() implements Destination {
    @Override
    public ChannelType type() {
      return ChannelType.STREAM;
    }

    @Override
    public String visible() {
      return "";
    }

    @Override
    public String key() {
      return "stream:";
    }
  }

  /**
   * A browser that takes Web Push (RFC 8030).
   *
   * @param p256dh its public key, URL-safe base 64
   * @param auth its secret, the same
   */
  record Push(URI endpoint, String p256dh, String auth) implements Destination {
    @Override
    public ChannelType type() {
      return ChannelType.PUSH;
    }

    @Override
    public String visible() {
      return endpoint.getHost();
    }

    @Override
    public String key() {
      return "push:" + endpoint;
    }
  }

  /**
   * A topic of an ntfy server.
   *
   * @param url the server's address with the topic
   * @param token for a topic that is protected
   */
  record Ntfy(URI url, Optional<String> token) implements Destination {
    @Override
    public ChannelType type() {
      return ChannelType.NTFY;
    }

    @Override
    public String visible() {
      return url.toString();
    }

    @Override
    public String key() {
      return "ntfy:" + url;
    }
  }

  /**
   * A chat of Telegram.
   *
   * @param bot token of the bot that speaks there
   * @param chat number of the chat, or a channel's @name
   */
  record Telegram(String bot, String chat) implements Destination {
    @Override
    public ChannelType type() {
      return ChannelType.TELEGRAM;
    }

    @Override
    public String visible() {
      return chat;
    }

    @Override
    public String key() {
      return "telegram:" + chat + " " + bot;
    }
  }

  /** A webhook of a Discord channel: its address is its secret. */
  record Discord(URI url) implements Destination {
    @Override
    public ChannelType type() {
      return ChannelType.DISCORD;
    }

    @Override
    public String visible() {
      return url.getHost();
    }

    @Override
    public String key() {
      return "discord:" + url;
    }
  }
}
