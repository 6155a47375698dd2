package worthwhile.alert.saved;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Where a message goes. What must not be read by others (keys, tokens, the secret part of an
 * address) stands in components that {@link #visible} leaves out.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Destination.Mail.class, name = "mail"),
  @JsonSubTypes.Type(value = Destination.Webhook.class, name = "webhook"),
  @JsonSubTypes.Type(value = Destination.Push.class, name = "push"),
  @JsonSubTypes.Type(value = Destination.Feed.class, name = "feed")
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
}
