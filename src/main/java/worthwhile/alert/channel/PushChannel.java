package worthwhile.alert.channel;

import com.interaso.webpush.WebPush;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.PushBody;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;
import worthwhile.source.Stop;

/**
 * Messages to browsers through their push services (RFC 8030), which cannot read them: they are
 * encrypted for the browser (RFC 8291) and signed by this instance (RFC 8292).
 */
public final class PushChannel implements Channel {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 4_096;
  private static final int TOO_LARGE = 413;

  /** How long a message is worth keeping for a browser that is off. */
  private static final Duration URGENT_KEPT = Duration.ofHours(4);

  private static final Duration KEPT = Duration.ofHours(24);

  private final Wire wire;
  private final String agent;
  private final PushIdentity identity;
  private final String contact;
  private final Duration timeout;

  /**
   * A channel.
   *
   * @param contact where a push service reaches the operator: {@code mailto:…} or {@code https://…}
   */
  public PushChannel(Wire wire, String agent, PushIdentity identity, String contact) {
    this(wire, agent, identity, contact, TIMEOUT);
  }

  /** One that waits for as long as a test likes. */
  PushChannel(Wire wire, String agent, PushIdentity identity, String contact, Duration timeout) {
    this.wire = wire;
    this.agent = agent;
    this.identity = identity;
    this.contact = contact;
    this.timeout = timeout;
  }

  @Override
  public Attempt send(AlertMessage message, Recipient to) {
    if (!(to.destination() instanceof Destination.Push push))
      throw new IllegalArgumentException("no browser: " + to.type());
    if (!push.isComplete()) return new Attempt.Refused("the browser gave no keys");
    Wire.Result result = send(message, push, PushBody.LONGEST);
    boolean shorter = result instanceof Wire.Result.Answer answer && answer.status() == TOO_LARGE;
    return judge(shorter ? send(message, push, PushBody.SHORT) : result);
  }

  private Wire.Result send(AlertMessage message, Destination.Push push, int longest) {
    WebPush crypto = new WebPush(contact, identity.keys());
    byte[] body =
        crypto.getBody(PushBody.of(message, longest), bytes(push.p256dh()), bytes(push.auth()));
    return wire.send(
        new Wire.Call(
            push.endpoint(),
            "POST",
            headers(crypto, message, push.endpoint()),
            Optional.of(body),
            timeout,
            LONGEST_ANSWER,
            Wire.Reading.STATUS_COUNTS));
  }

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  /** A repetition takes the place of what still waits at the service: both have the same topic. */
  private Map<String, String> headers(WebPush crypto, AlertMessage message, URI endpoint) {
    Duration kept = message.urgent() ? URGENT_KEPT : KEPT;
    Map<String, String> headers =
        new HashMap<>(
            crypto.getHeaders(
                endpoint.toString(),
                (int) kept.toSeconds(),
                topic(message),
                message.urgent() ? WebPush.Urgency.High : WebPush.Urgency.Normal));
    headers.put("User-Agent", agent);
    return headers;
  }

  /** At most 32 characters of base64url: a delivery's id without its hyphens. */
  private static String topic(AlertMessage message) {
    return message.delivery().replace("-", "");
  }

  private static Attempt judge(Wire.Result result) {
    return switch (result) {
      case Wire.Result.Answer answer -> judge(answer);
      case Wire.Result.Failure(Stop stop) -> HttpAnswers.failed(stop);
    };
  }

  private static Attempt judge(Wire.Result.Answer answer) {
    int status = answer.status();
    String said = "the push service answered " + status;
    if (status >= 200 && status < 300) return new Attempt.Sent();
    if (HttpAnswers.isPassing(status)) return new Attempt.Later(WebhookChannel.wait(answer), said);
    return switch (status) {
      case 404, 410 -> new Attempt.Gone(said + ": the browser takes no messages any more");
      case 401, 403 ->
          new Attempt.Refused(
              said
                  + ": it does not take who we are. Take the device away and add it anew; if that"
                  + " does not help, the operator sets base-url or mail-from");
      case TOO_LARGE -> new Attempt.Refused(said + ": it takes not even a short message");
      default -> new Attempt.Refused(said);
    };
  }
}
