package worthwhile.alert.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.CanaryTask;
import worthwhile.alert.channel.WebhookChannel;
import worthwhile.posting.PostingJson;
import worthwhile.store.Store;

/** The receiver of a proof's webhook: it believes only what is signed, and lately. */
public final class CanaryReceiver {
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Store store;
  private final Clock clock;

  public CanaryReceiver(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Takes what arrived, the same any number of times; false if it is not signed as it should be.
   *
   * @param id of the message, as its header has it
   * @param time in seconds since 1970, as its header has it
   * @param signatures as its header has them
   */
  public boolean take(String id, String time, String signatures, byte[] body) {
    Optional<String> secret = store.alerts(CanarySearch::hookSecret);
    boolean genuine =
        secret.isPresent()
            && isRecent(time)
            && WebhookChannel.isSigned(secret.get(), id, time, body, signatures);
    if (genuine) number(body).ifPresent(this::note);
    return genuine;
  }

  private boolean isRecent(String time) {
    if (!time.matches("[0-9]{1,12}")) return false;
    Instant signed = Instant.ofEpochSecond(Long.parseLong(time));
    return Duration.between(signed, clock.instant()).abs().compareTo(SKEW) <= 0;
  }

  private void note(long number) {
    store.changeAlerts(alerts -> alerts.canaries().handed(number, clock.instant()));
  }

  private static Optional<Long> number(byte[] body) {
    try {
      JsonNode first =
          PostingJson.MAPPER
              .readTree(new String(body, UTF_8))
              .path("data")
              .path("postings")
              .path(0);
      return CanaryTask.number(first.path("id").asString(""));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
