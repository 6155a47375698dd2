package worthwhile.alert.saved;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a message goes. What must not be read by others (keys, tokens, the secret part of an
 * address) stands in components that {@link #visible} leaves out.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Destination.Mail.class, name = "mail"),
  @JsonSubTypes.Type(value = Destination.Webhook.class, name = "webhook"),
  @JsonSubTypes.Type(value = Destination.Push.class, name = "push"),
  @JsonSubTypes.Type(value = Destination.Feed.class, name = "feed"),
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

  /**
   * A mailbox.
   *
   * @param secret in the links of its messages; empty as long as it is only wanted
   */
  record Mail(String mailbox, String secret) implements Destination {
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
   * @param until when all but the newest of them end; absent if there is only one
   */
  record Webhook(URI url, List<String> secrets, Optional<Instant> until) implements Destination {
    public Webhook {
      secrets = List.copyOf(secrets);
      until = Absent.ifNull(until);
    }

    /** One whose secrets all hold. */
    public Webhook(URI url, List<String> secrets) {
      this(url, secrets, Optional.empty());
    }

    /** Those of its secrets by which a message is signed at a moment, the newest first. */
    public List<String> secretsAt(Instant now) {
      boolean over = until.filter(end -> !now.isBefore(end)).isPresent();
      return over ? secrets.subList(0, 1) : secrets;
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

  /**
   * A browser that shows messages itself (RFC 8030). Messages to it are encrypted for its key.
   *
   * @param endpoint where its push service takes them; secret, since whoever knows it can send
   *     there
   * @param p256dh its public key, a point of the curve P-256 in base64url; empty as long as the
   *     browser is only named by its endpoint
   * @param auth 16 bytes that it shares with us, in base64url; empty where the key is
   */
  record Push(URI endpoint, String p256dh, String auth) implements Destination {
    public Push {
      if (!"https".equals(endpoint.getScheme()) || endpoint.getHost() == null)
        throw new IllegalArgumentException("a push service is reached by https");
      boolean isNamed = p256dh.isEmpty() && auth.isEmpty();
      if (!isNamed && !PushKeys.arePlausible(p256dh, auth))
        throw new IllegalArgumentException("no keys of a browser");
    }

    /** Whether messages can be encrypted for it. */
    @JsonIgnore
    public boolean isComplete() {
      return !p256dh.isEmpty();
    }

    @Override
    public ChannelType type() {
      return ChannelType.PUSH;
    }

    /** Its service, and the last characters by which two browsers can be told apart. */
    @Override
    public String visible() {
      String whole = endpoint.toString();
      return endpoint.getHost() + " …" + whole.substring(whole.length() - 4);
    }

    @Override
    public String key() {
      return "push:" + endpoint;
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

  /**
   * A topic of an ntfy server: whoever knows its name can read along and write there.
   *
   * @param server its address, without a slash at its end
   * @param topic 1 to 64 letters, digits, _ and -
   * @param token by which the server lets one write; absent where it asks for none
   */
  record Ntfy(URI server, String topic, Optional<String> token) implements Destination {
    private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final int SHOWN = 3;

    public Ntfy {
      token = Absent.ifNull(token);
      server = URI.create(server.toString().replaceFirst("/+$", ""));
      if (server.getHost() == null || server.getRawQuery() != null)
        throw new IllegalArgumentException("no server: " + server);
      if (!TOPIC.matcher(topic).matches())
        throw new IllegalArgumentException("a topic has 1 to 64 letters, digits, _ and -");
      if (token.filter(word -> !TOKEN.matcher(word).matches()).isPresent())
        throw new IllegalArgumentException("a token has 1 to 200 signs without blanks");
    }

    @Override
    public ChannelType type() {
      return ChannelType.NTFY;
    }

    /** The begin of the topic only. */
    @Override
    public String visible() {
      return server + "/" + topic.substring(0, Math.min(SHOWN, topic.length() / 2)) + "…";
    }

    @Override
    public String key() {
      return "ntfy:" + server.toString().toLowerCase(Locale.ROOT) + "/" + topic;
    }
  }

  /**
   * A chat that the operator's bot can write to. Its number is no secret, so that its reader has to
   * repeat a code that is sent there.
   *
   * @param chat its number, or the @name of a public one
   * @param code as long as it is asked for
   */
  record Telegram(String chat, Optional<ChatCode> code) implements Destination {
    private static final Pattern CHAT = Pattern.compile("-?[1-9][0-9]{0,19}|@[a-z][a-z0-9_]{3,31}");

    public Telegram {
      code = Absent.ifNull(code);
      chat = chat.toLowerCase(Locale.ROOT);
      if (!CHAT.matcher(chat).matches())
        throw new IllegalArgumentException("a chat is a number, or the @name of a public one");
    }

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
      return "telegram:" + chat;
    }
  }

  /**
   * A webhook of a Discord channel: whoever knows its address can write there.
   *
   * @param url as Discord shows it
   */
  record Discord(URI url) implements Destination {
    private static final Pattern URL =
        Pattern.compile(
            "https://(?:(?:ptb|canary)\\.)?discord(?:app)?\\.com/api/(?:v[0-9]{1,2}/)?webhooks"
                + "/([0-9]{5,25})/([-_A-Za-z0-9]{20,100})");

    public Discord {
      parts(url);
    }

    private static Matcher parts(URI url) {
      Matcher parts = URL.matcher(url.toString());
      if (!parts.matches())
        throw new IllegalArgumentException(
            "a webhook of Discord looks like https://discord.com/api/webhooks/NUMBER/TOKEN");
      return parts;
    }

    @Override
    public ChannelType type() {
      return ChannelType.DISCORD;
    }

    /** Without its token. */
    @Override
    public String visible() {
      return "https://discord.com/api/webhooks/" + parts(url).group(1) + "/…";
    }

    @Override
    public String key() {
      Matcher parts = parts(url);
      return "discord:" + parts.group(1) + "/" + parts.group(2);
    }
  }
}
