package worthwhile.alert.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.WebhookBody;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;
import worthwhile.source.Stop;

/**
 * Signed messages to a program, as Standard Webhooks describes them: the id of a message is the
 * same in every attempt, and its signature covers id, time and body.
 */
public final class WebhookChannel implements Channel {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 4_096;
  private static final String PREFIX = "whsec_";
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  private final Wire wire;
  private final String agent;
  private final Clock clock;

  public WebhookChannel(Wire wire, String agent, Clock clock) {
    this.wire = wire;
    this.agent = agent;
    this.clock = clock;
  }

  @Override
  public Attempt send(AlertMessage message, Recipient to) {
    if (!(to.destination() instanceof Destination.Webhook webhook))
      throw new IllegalArgumentException("no webhook: " + to.type());
    byte[] body = WebhookBody.of(message).getBytes(UTF_8);
    List<String> secrets = webhook.secretsAt(clock.instant());
    return switch (wire.send(call(webhook.url(), headers(message, secrets, body), body))) {
      case Wire.Result.Answer answer -> judge(answer);
      case Wire.Result.Failure(Stop stop) -> HttpAnswers.failed(stop);
    };
  }

  private static Wire.Call call(URI url, Map<String, String> headers, byte[] body) {
    return new Wire.Call(
        url,
        "POST",
        headers,
        Optional.of(body),
        TIMEOUT,
        LONGEST_ANSWER,
        Wire.Reading.STATUS_COUNTS);
  }

  private Map<String, String> headers(AlertMessage message, List<String> secrets, byte[] body) {
    String time = Long.toString(clock.instant().getEpochSecond());
    String signatures =
        secrets.stream()
            .map(secret -> "v1," + signature(secret, message.delivery(), time, body))
            .collect(Collectors.joining(" "));
    return Map.of(
        "Content-Type", "application/json",
        "User-Agent", agent,
        "webhook-id", message.delivery(),
        "webhook-timestamp", time,
        "webhook-signature", signatures);
  }

  /**
   * Whether a message that arrived was signed with a secret.
   *
   * @param signatures as its header has them
   */
  public static boolean isSigned(
      String secret, String id, String time, byte[] body, String signatures) {
    byte[] right = ("v1," + signature(secret, id, time, body)).getBytes(UTF_8);
    return Arrays.stream(signatures.split(" ", 10))
        .anyMatch(each -> MessageDigest.isEqual(right, each.getBytes(UTF_8)));
  }

  static String signature(String secret, String id, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  /** Where an address leads elsewhere, its owner has to name that: a redirect is not followed. */
  private static Attempt judge(Wire.Result.Answer answer) {
    int status = answer.status();
    String said = "it answered " + status;
    if (status >= 200 && status < 300) return new Attempt.Sent();
    if (status == 410) return new Attempt.Gone(said);
    if (status >= 300 && status < 400)
      return new Attempt.Refused(said + ": redirects are not followed, name the address itself");
    return HttpAnswers.isPassing(status)
        ? new Attempt.Later(wait(answer), said)
        : new Attempt.Refused(said);
  }

  static Optional<Duration> wait(Wire.Result.Answer answer) {
    return answer
        .header("retry-after")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .map(wait -> wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }
}
