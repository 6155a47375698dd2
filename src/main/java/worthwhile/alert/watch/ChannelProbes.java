package worthwhile.alert.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.ChannelType;
import worthwhile.store.Store;

/**
 * Signs in to each channel that can be signed in to, and once a day sends the operator a message.
 */
public final class ChannelProbes {
  private static final Duration DAY = Duration.ofDays(1);

  /** Under which it is noted whether the operator's own mailbox takes mail. */
  private static final String OPERATOR = "operator-mail";

  private final Store store;
  private final Map<ChannelType, Channel> channels;
  private final Optional<OperatorMail> operator;
  private final Clock clock;

  public ChannelProbes(
      Store store,
      Map<ChannelType, Channel> channels,
      Optional<OperatorMail> operator,
      Clock clock) {
    this.store = store;
    this.channels = Map.copyOf(channels);
    this.operator = operator;
    this.clock = clock;
  }

  /** Does both, and notes what came of it. */
  void run() {
    channels.forEach(
        (type, channel) -> {
          Optional<Attempt> attempt = channel.probe();
          if (attempt.isPresent()) note(type.word(), OperatorMail.failure(attempt.get()));
        });
    operator.ifPresent(this::mailOfTheDay);
  }

  private void mailOfTheDay(OperatorMail mail) {
    Instant now = clock.instant();
    if (!store.changeAlerts(alerts -> alerts.canaries().takeDailyMail(now, DAY))) return;
    Optional<Canary> last = store.alerts(alerts -> alerts.canaries().ended(1).stream().findFirst());
    Optional<String> failure = mail.daily(last, now);
    note(OPERATOR, failure);
    if (failure.isEmpty()) return;
    store.changeAlerts(
        alerts -> {
          alerts.canaries().giveBackDailyMail();
          return true;
        });
  }

  private void note(String type, Optional<String> failure) {
    store.changeAlerts(
        alerts -> {
          alerts.queue().check(type, clock.instant(), failure);
          return true;
        });
  }
}
