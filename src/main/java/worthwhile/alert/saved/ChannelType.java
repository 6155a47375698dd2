package worthwhile.alert.saved;

import java.time.Duration;
import worthwhile.posting.word.Worded;

/** By what a message travels. */
public enum ChannelType implements Worded {
  MAIL(Duration.ofMinutes(1), 100),
  WEBHOOK(Duration.ofSeconds(1), 100_000),
  PUSH(Duration.ofSeconds(10), 200),
  FEED(Duration.ofMinutes(15), 100_000),
  /** Public servers take 250 messages a day. */
  NTFY(Duration.ofSeconds(5), 200),
  TELEGRAM(Duration.ofSeconds(5), 500),
  DISCORD(Duration.ofSeconds(5), 500);

  private final Duration delay;
  private final int mostPerDay;

  ChannelType(Duration delay, int mostPerDay) {
    this.delay = delay;
    this.mostPerDay = mostPerDay;
  }

  /** How long a message is usually under way after it was handed over, as far as is known. */
  public Duration delay() {
    return delay;
  }

  /** Messages that one recipient gets on one day at most. */
  public int mostPerDay() {
    return mostPerDay;
  }

  /**
   * Whether it belongs to one saved search: programs read it, and what two searches find is not
   * merged there.
   */
  public boolean isOfOneSearch() {
    return this == WEBHOOK || this == FEED;
  }

  /** Whether the reader fetches what is there, so that there is nothing to be sent. */
  public boolean isFetched() {
    return this == FEED;
  }
}
