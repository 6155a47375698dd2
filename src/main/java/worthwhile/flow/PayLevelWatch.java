package worthwhile.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.store.Store;
import worthwhile.warning.PayLevels;

/** Learns now and then what pay is usual on this instance; every process of a store knows it. */
public final class PayLevelWatch {
  private static final Logger LOG = LoggerFactory.getLogger(PayLevelWatch.class);
  static final String NAME = "usual-pay";
  private static final String LEARNED = "usual-pay-learned";
  private static final Duration EVERY = Duration.ofHours(6);

  /** So many postings say what is usual: those that changed last. */
  private static final int MOST = 50_000;

  private final Store store;
  private final Clock clock;

  public PayLevelWatch(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Learns it anew if that was long ago. */
  public void learnIfDue() {
    Instant now = clock.instant();
    Optional<Instant> last = store.meta().get(LEARNED).map(Instant::parse);
    if (last.filter(at -> at.isAfter(now.minus(EVERY)) && !at.isAfter(now)).isPresent()) return;
    learn();
    store.meta().put(LEARNED, now.toString());
  }

  void learn() {
    PayLevels.Learning learning = new PayLevels.Learning();
    try (Stream<Posting> all = store.postings().withPay(MOST)) {
      all.forEach(learning::see);
    }
    store.meta().put(NAME, PostingJson.MAPPER.writeValueAsString(learning.result()));
  }

  /** What is usual, as it was learned last; nothing where that cannot be read. */
  static PayLevels known(Store store) {
    return store.meta().get(NAME).flatMap(PayLevelWatch::read).orElse(PayLevels.NONE);
  }

  /** Absent where it cannot be read. */
  static Optional<PayLevels> read(String json) {
    try {
      return Optional.of(PostingJson.MAPPER.readValue(json, PayLevels.class));
    } catch (JacksonException e) {
      LOG.warn("What pay is usual cannot be read and is learned anew: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
