package worthwhile.alert.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.Reach;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.channel.WebhookChannel;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;

/**
 * The way from the outbox back to this site, for proofs alone: a wire of their own that knows one
 * host, this site. That messages of others go to public addresses only is not touched by it.
 */
public final class CanaryRoute implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST = 4_000_000;

  private final Wire wire;
  private final Channel webhook;

  /**
   * A way.
   *
   * @param site where this site is reached from this machine
   * @param agent how it introduces itself
   */
  public CanaryRoute(URI site, String agent, Clock clock) {
    wire = Wire.of(Map.of(CanarySearch.HOST, site), 2);
    webhook = new WebhookChannel(wire, agent, clock);
  }

  /** The same channels, but that messages of proofs go this way. */
  public Reach beside(Reach reach) {
    Channel others = reach.channels().get(ChannelType.WEBHOOK);
    Map<ChannelType, Channel> channels = new EnumMap<>(ChannelType.class);
    channels.putAll(reach.channels());
    channels.put(
        ChannelType.WEBHOOK, (message, to) -> send(message, to, Optional.ofNullable(others)));
    return new Reach(channels, reach.wire());
  }

  private Attempt send(AlertMessage message, Recipient to, Optional<Channel> others) {
    if (to.account().equals(CanarySearch.ACCOUNT)) return webhook.send(message, to);
    return others
        .map(channel -> channel.send(message, to))
        .orElseGet(() -> new Attempt.Later(Optional.empty(), "this instance has no webhooks"));
  }

  /** Whether a posting stands in the feed with this secret word, as this site answers it. */
  boolean isFed(String secret, String posting) {
    URI feed = URI.create("http://" + CanarySearch.HOST + "/alerts/feeds/" + secret + ".json");
    Wire.Call call =
        new Wire.Call(
            feed, "GET", Map.of(), Optional.empty(), TIMEOUT, LONGEST, Wire.Reading.WHOLE);
    return switch (wire.send(call)) {
      case Wire.Result.Answer answer ->
          answer.status() == 200 && new String(answer.body(), UTF_8).contains(":" + posting + "\"");
      case Wire.Result.Failure _ -> false;
    };
  }

  @Override
  public void close() {
    wire.close();
  }
}
