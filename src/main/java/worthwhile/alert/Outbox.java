package worthwhile.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.Breaker;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.posting.Reason;
import worthwhile.store.Store;

/**
 * Empties the outbox: takes what is due, hands it over, notes what became of it. What was taken by
 * a process that died is taken again by any other once its lease is over, under the same id.
 *
 * <p>Each recipient is served by a thread of its own, one at a time, so that one that hangs delays
 * nobody else.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** Longer than the longest attempt at everything that one recipient gets at once. */
  private static final Duration LEASE = Duration.ofSeconds(45);

  private static final int AT_ONCE = 300;

  /** Messages to one recipient under one lease: each attempt may take ten seconds. */
  private static final int IN_A_ROW = 3;

  private final Store store;
  private final Map<ChannelType, Channel> channels;
  private final Composer composer;
  private final Breaker breaker;
  private final Clock clock;
  private final RandomGenerator random;
  private final Set<Long> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;

  public Outbox(Store store, Reach reach, String site, Clock clock, RandomGenerator random) {
    this.store = store;
    this.channels = reach.channels();
    this.composer = new Composer(store, site);
    this.breaker = new Breaker(clock);
    this.clock = clock;
    this.random = random;
  }

  /** Takes what is due and begins to hand it over; how many deliveries that was. */
  public int step() {
    if (stopping) return 0;
    Instant now = clock.instant();
    if (store.alerts(alerts -> alerts.deliveries().oldestDue(now)).isEmpty()) return 0;
    String lease = UUID.randomUUID().toString();
    List<Delivery> taken =
        store.changeAlerts(
            alerts -> alerts.deliveries().claim(lease, now, LEASE, Set.copyOf(busy), AT_ONCE));
    Map<Long, List<Delivery>> byRecipient =
        taken.stream()
            .collect(
                Collectors.groupingBy(
                    Delivery::recipient, LinkedHashMap::new, Collectors.toList()));
    byRecipient.forEach((number, all) -> begin(number, lease, all));
    return taken.size();
  }

  private void begin(long number, String lease, List<Delivery> all) {
    if (!busy.add(number)) {
      release(number, lease);
      return;
    }
    threads.execute(
        () -> {
          try {
            serve(number, lease, all);
            release(number, lease);
          } catch (RuntimeException e) {
            LOG.error("Deliveries to recipient {} failed and are tried again", number, e);
          } finally {
            busy.remove(number);
          }
        });
  }

  /** What was taken beyond what can be tried under one lease is anybody's again. */
  private void release(long number, String lease) {
    store.changeAlerts(alerts -> alerts.deliveries().release(lease, number));
  }

  private void serve(long number, String lease, List<Delivery> all) {
    Optional<Recipient> recipient = store.alerts(alerts -> alerts.recipients().byNumber(number));
    List<Delivery> open = new ArrayList<>(all);
    for (List<Delivery> together : messages(recipient, open)) {
      if (stopping) return;
      if (recipient.isEmpty()) settle(lease, ended(together, Delivery.State.HELD, "alert-left"));
      else serve(recipient.get(), lease, together);
    }
  }

  /**
   * A program gets each delivery as it is; a person what there is for one reason in one message.
   */
  private static List<List<Delivery>> messages(Optional<Recipient> recipient, List<Delivery> all) {
    boolean apart = recipient.filter(to -> !to.type().isOfOneSearch()).isEmpty();
    if (apart) return all.stream().limit(IN_A_ROW).map(List::of).toList();
    return List.copyOf(
        all.stream()
            .collect(
                Collectors.groupingBy(Delivery::reason, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private void serve(Recipient to, String lease, List<Delivery> together) {
    boolean asked = together.getFirst().reason() == AlertReason.CONFIRM;
    if (!to.isConfirmed() && !asked) {
      settle(lease, ended(together, Delivery.State.HELD, "alert-left"));
      return;
    }
    Composer.Composed composed = composer.compose(to, together, clock.instant());
    settle(lease, composed.withoutMessage());
    if (composed.message().isEmpty()) return;
    Optional<Duration> rest = breaker.rest(place(to));
    Attempt attempt =
        rest.isPresent()
            ? new Attempt.Later(rest, to.error().orElse("it did not answer lately"))
            : send(to, composed.message().get());
    note(to, lease, composed.deliveries(), attempt, rest.isPresent());
  }

  private Attempt send(Recipient to, AlertMessage message) {
    Channel channel = channels.get(to.type());
    if (channel == null)
      return new Attempt.Later(
          Optional.empty(), "this instance has no " + to.type().word() + " any more");
    Attempt attempt = channel.send(message, to);
    breaker.note(place(to), attempt instanceof Attempt.Later);
    return attempt;
  }

  /** What breaks together: all that lies on one host, all mail. */
  private static String place(Recipient to) {
    return switch (to.destination()) {
      case Destination.Webhook webhook -> "webhook " + webhook.url().getAuthority();
      case Destination.Push push -> "push " + push.endpoint().getHost();
      case Destination.Ntfy ntfy -> "ntfy " + ntfy.url().getHost();
      case Destination.Mail _,
          Destination.Feed _,
          Destination.Stream _,
          Destination.Telegram _,
          Destination.Discord _ ->
          to.type().word();
    };
  }

  // --- what became of it

  private void note(
      Recipient to, String lease, List<Delivery> all, Attempt attempt, boolean spared) {
    Instant now = clock.instant();
    List<Delivery> settled =
        switch (attempt) {
          case Attempt.Sent _ ->
              ended(all, Delivery.State.SENT, Optional.empty(), Optional.empty());
          case Attempt.Later(Optional<Duration> after, String why) ->
              all.stream().map(each -> later(each, after, why, spared)).toList();
          case Attempt.Refused(String why) -> refused(all, why);
          case Attempt.Gone(String why) -> refused(all, why);
        };
    store.changeAlerts(
        alerts -> {
          settled.forEach(each -> alerts.deliveries().settle(each, lease));
          if (!spared) alerts.recipients().attempted(to.number(), now, error(attempt));
          if (attempt instanceof Attempt.Gone)
            alerts.recipients().end(to.number(), Recipient.State.GONE, now);
          return settled.size();
        });
  }

  private static Optional<String> error(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Sent _ -> Optional.empty();
      case Attempt.Later(var _, String why) -> Optional.of(why);
      case Attempt.Refused(String why) -> Optional.of(why);
      case Attempt.Gone(String why) -> Optional.of(why);
    };
  }

  private List<Delivery> refused(List<Delivery> all, String why) {
    return ended(
        all,
        Delivery.State.FAILED,
        Optional.of(Reason.of("alert-refused").with("error", why)),
        Optional.of(why));
  }

  /** An attempt that was spared counts for nothing. */
  private Delivery later(Delivery each, Optional<Duration> after, String why, boolean spared) {
    int attempts = spared ? each.attempts() : each.attempts() + 1;
    Optional<Duration> wait =
        spared ? after : BackOff.after(attempts, random).map(own -> longer(own, after));
    if (wait.isEmpty())
      return ended(
              List.of(DeliveryBuilder.builder(each).attempts(attempts).build()),
              Delivery.State.FAILED,
              Optional.of(
                  Reason.of("alert-given-up").with("attempts", (long) attempts).with("error", why)),
              Optional.of(why))
          .getFirst();
    return DeliveryBuilder.builder(each)
        .attempts(attempts)
        .nextTry(clock.instant().plus(wait.get()))
        .error(Optional.of(why))
        .build();
  }

  private static Duration longer(Duration own, Optional<Duration> asked) {
    return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
  }

  private List<Delivery> ended(List<Delivery> all, Delivery.State state, String why) {
    return ended(all, state, Optional.of(Reason.of(why)), Optional.empty());
  }

  private List<Delivery> ended(
      List<Delivery> all, Delivery.State state, Optional<Reason> why, Optional<String> error) {
    Instant now = clock.instant();
    return all.stream()
        .map(
            each ->
                DeliveryBuilder.builder(each)
                    .state(state)
                    .why(why)
                    .error(error)
                    .attempts(
                        state == Delivery.State.SENT || error.isPresent()
                            ? Math.max(1, each.attempts() + (state == Delivery.State.SENT ? 1 : 0))
                            : each.attempts())
                    .done(Optional.of(now))
                    .build())
        .toList();
  }

  private void settle(String lease, List<Delivery> all) {
    if (all.isEmpty()) return;
    store.changeAlerts(
        alerts -> {
          all.forEach(each -> alerts.deliveries().settle(each, lease));
          return all.size();
        });
  }

  /** Returns when nobody is being served. */
  public void awaitRest(Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (!busy.isEmpty() && System.nanoTime() < until) TimeUnit.MILLISECONDS.sleep(5);
  }

  @Override
  public void close() {
    stopping = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(3, TimeUnit.SECONDS)) threads.shutdownNow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      threads.shutdownNow();
    }
  }
}
