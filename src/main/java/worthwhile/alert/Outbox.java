package worthwhile.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
import worthwhile.alert.note.Composed;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.posting.Reason;
import worthwhile.schedule.GracefulEnd;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/**
 * Empties the outbox: takes what is due, hands it over, notes what became of it. What was taken by
 * a process that died is taken again by any other once its lease is over, under the same id.
 *
 * <p>Each recipient is served by a thread of its own, one at a time, so that one that hangs delays
 * nobody else.
 */
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private static final Duration GRACE = Duration.ofSeconds(3);

  /** After this what a dead process had taken is taken again. */
  private static final Duration LEASE = Duration.ofSeconds(45);

  /** What is being tried is taken anew this often, however long an attempt lasts. */
  private static final Duration RENEWED = Duration.ofSeconds(10);

  private static final int AT_ONCE = 1_000;

  /** Messages to one recipient in a row, before others have their turn. */
  private static final int IN_A_ROW = 3;

  private final Store store;
  private final Map<ChannelType, Channel> channels;
  private final Composer composer;
  private final Breaker breaker;
  private final Clock clock;
  private final RandomGenerator random;

  /** Recipients that are being served, and the leases under which. */
  private final Map<Long, String> busy = new ConcurrentHashMap<>();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;
  private Instant renewed = Instant.MIN;

  public Outbox(Store store, Reach reach, String site, Clock clock, RandomGenerator random) {
    this.store = store;
    this.channels = reach.channels();
    this.composer = new Composer(store, site);
    this.breaker = new Breaker(clock);
    this.clock = clock;
    this.random = random;
  }

  /**
   * Takes what is due and begins to hand it over, until nothing is or many are being served; how
   * many deliveries that was.
   */
  int drain() {
    int all = 0;
    for (int taken = step(); taken > 0; taken = step()) {
      all += taken;
      if (busy.size() > AT_ONCE) return all;
    }
    return all;
  }

  /** Takes some of what is due and begins to hand it over; how many deliveries that was. */
  public int step() {
    if (stopping) return 0;
    Instant now = clock.instant();
    renew(now);
    if (!store.alerts(alerts -> alerts.deliveries().hasDue(now))) return 0;
    String lease = UUID.randomUUID().toString();
    List<Delivery> taken =
        store.changeAlerts(
            alerts ->
                alerts.deliveries().claim(lease, now, LEASE, Set.copyOf(busy.keySet()), AT_ONCE));
    Map<Long, List<Delivery>> byRecipient =
        taken.stream()
            .collect(
                Collectors.groupingBy(
                    Delivery::recipient, LinkedHashMap::new, Collectors.toList()));
    Optional<Seen> seen = seen(byRecipient.keySet(), taken);
    byRecipient.forEach((number, all) -> begin(number, lease, all, seen));
    return taken.size();
  }

  /** What was looked up at once for all that was taken. */
  private record Seen(
      Map<Long, Recipient> recipients, Map<Long, Integer> sent, Composer.Known known) {}

  /** Absent if something of it cannot be read: then only those whom it concerns are to suffer. */
  private Optional<Seen> seen(Set<Long> numbers, List<Delivery> taken) {
    try {
      Map<Long, Recipient> recipients =
          store.alerts(alerts -> alerts.recipients().byNumbers(numbers));
      return Optional.of(
          new Seen(recipients, sentToday(recipients.values()), composer.known(taken)));
    } catch (RuntimeException e) {
      LOG.warn("{} deliveries cannot be looked up at once and are one by one", taken.size(), e);
      return Optional.empty();
    }
  }

  /** Messages of the last day to those that might have had as many as their channels take. */
  private Map<Long, Integer> sentToday(Collection<Recipient> recipients) {
    List<Recipient> bounded = recipients.stream().filter(Outbox::isBounded).toList();
    int least = bounded.stream().mapToInt(to -> to.type().mostPerDay()).min().orElse(0);
    List<Long> numbers = bounded.stream().map(Recipient::number).toList();
    return store.alerts(alerts -> alerts.deliveries().sentSince(numbers, aDayAgo(), least));
  }

  private void renew(Instant now) {
    if (busy.isEmpty() || now.isBefore(renewed.plus(RENEWED))) return;
    Set<String> leases = Set.copyOf(busy.values());
    store.changeAlerts(alerts -> alerts.deliveries().renew(leases, now.plus(LEASE)));
    renewed = now;
  }

  private void begin(long number, String lease, List<Delivery> all, Optional<Seen> seen) {
    if (busy.putIfAbsent(number, lease) != null) {
      release(number, lease);
      return;
    }
    threads.execute(
        () -> {
          try {
            if (serve(number, lease, all, seen) < all.size()) release(number, lease);
          } catch (RuntimeException e) {
            LOG.error("Deliveries to recipient {} failed and are tried again", number, e);
          } finally {
            busy.remove(number);
          }
        });
  }

  /** What was taken and has not been tried is anybody's again. */
  private void release(long number, String lease) {
    store.changeAlertsTogether(alerts -> alerts.deliveries().release(lease, number));
  }

  /** Hands over what there is for a recipient; how many deliveries were tried. */
  private int serve(long number, String lease, List<Delivery> all, Optional<Seen> seen) {
    Optional<Seen> fresh = seen;
    Optional<Recipient> first =
        seen.map(at -> Optional.ofNullable(at.recipients().get(number)))
            .orElseGet(() -> recipient(number));
    int tried = 0;
    for (List<Delivery> together : messages(first, all)) {
      if (stopping) return tried;
      // An earlier message may have taken long: what comes after it is looked at anew.
      Optional<Recipient> to = tried == 0 ? first : recipient(number);
      if (to.isEmpty()) settle(lease, ended(together, Delivery.State.HELD, "alert-left"));
      else serve(to.get(), lease, together, fresh);
      fresh = Optional.empty();
      tried += together.size();
    }
    return tried;
  }

  private Optional<Recipient> recipient(long number) {
    return store.alerts(alerts -> alerts.recipients().byNumber(number));
  }

  private Composer.Known known(Optional<Seen> seen, List<Delivery> together) {
    return seen.map(Seen::known).orElseGet(() -> composer.known(together));
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

  private void serve(Recipient to, String lease, List<Delivery> together, Optional<Seen> seen) {
    boolean asked = together.getFirst().reason() == AlertReason.CONFIRM;
    if (!to.isConfirmed() && !asked) {
      settle(lease, ended(together, Delivery.State.HELD, "alert-left"));
      return;
    }
    Composed composed = composer.compose(to, together, known(seen, together), clock.instant());
    settle(lease, composed.unsaid());
    if (composed.message().isEmpty()) return;
    if (!asked && isFull(to, seen)) {
      settle(lease, ended(composed.said(), Delivery.State.CAPPED, "alert-channel-cap"));
      return;
    }
    Optional<Duration> rest = breaker.rest(place(to));
    if (rest.isPresent()) spare(to, lease, composed.said(), rest.get());
    else note(to, lease, composed.said(), send(to, composed.message().get()));
  }

  /** Whether a recipient had as many messages in the last day as its channel takes. */
  private boolean isFull(Recipient to, Optional<Seen> seen) {
    if (!isBounded(to)) return false;
    int sent =
        seen.map(all -> all.sent().getOrDefault(to.number(), 0))
            .orElseGet(
                () ->
                    store.alerts(alerts -> alerts.deliveries().sentSince(to.number(), aDayAgo())));
    return sent >= to.type().mostPerDay();
  }

  /** Whether its channel takes less than what one search may tell a day, which is kept anyway. */
  private static boolean isBounded(Recipient to) {
    return to.type().mostPerDay() < SavedSearch.MOST_PER_DAY;
  }

  private Instant aDayAgo() {
    return clock.instant().minus(Duration.ofDays(1));
  }

  /** A place that does not answer is not asked; that is no attempt. */
  private void spare(Recipient to, String lease, List<Delivery> all, Duration rest) {
    Instant now = clock.instant();
    List<Delivery> spared =
        all.stream()
            .map(each -> DeliveryBuilder.builder(each).nextTry(now.plus(rest)).build())
            .toList();
    store.changeAlerts(
        alerts -> {
          List<Delivery> kept = settle(alerts, lease, spared);
          if (to.error().isPresent()) takeOver(alerts, now).relieve(to, kept, false);
          return kept.size();
        });
  }

  private TakeOver takeOver(Alerts alerts, Instant now) {
    return new TakeOver(alerts, channels::containsKey, now);
  }

  private Attempt send(Recipient to, AlertMessage message) {
    Channel channel = channels.get(to.type());
    if (channel == null)
      return new Attempt.Later(
          Optional.empty(),
          "this instance has no " + to.type().word() + " any more: its operator took it away");
    Attempt attempt = channel.send(message, to);
    breaker.note(place(to), attempt instanceof Attempt.Away);
    return attempt;
  }

  /**
   * What fails together. All mail goes by one server, Telegram and Discord are one; of two webhooks
   * on one host the other may well answer, so that nobody is held up by somebody else's.
   */
  private static String place(Recipient to) {
    return switch (to.destination()) {
      case Destination.Mail _, Destination.Telegram _, Destination.Discord _ -> to.type().word();
      case Destination.Webhook _, Destination.Feed _, Destination.Push _, Destination.Ntfy _ ->
          to.type().word() + " " + to.number();
    };
  }

  // --- what became of it

  private void note(Recipient to, String lease, List<Delivery> all, Attempt attempt) {
    List<Delivery> settled =
        switch (attempt) {
          case Attempt.Sent _ -> tried(all, Delivery.State.SENT, Optional.empty());
          case Attempt.Later(Optional<Duration> after, String why) -> later(all, after, why);
          case Attempt.Away(String why) -> later(all, Optional.empty(), why);
          case Attempt.Refused(String why) -> refused(all, why);
          case Attempt.Gone(String why) -> refused(all, why);
        };
    if (attempt instanceof Attempt.Sent) {
      noteSent(to, lease, settled);
      return;
    }
    Instant now = clock.instant();
    store.changeAlerts(
        alerts -> {
          List<Delivery> kept = settle(alerts, lease, settled);
          Optional<String> error = settled.getFirst().error();
          if (!error.equals(to.error())) alerts.recipients().note(to.number(), error);
          if (attempt instanceof Attempt.Gone)
            alerts.recipients().end(to.number(), Recipient.State.GONE, now);
          relieve(alerts, to, movable(kept, all), attempt);
          return kept.size();
        });
  }

  /** Goes together with others; who fails may move what others wait for, and goes alone. */
  private void noteSent(Recipient to, String lease, List<Delivery> sent) {
    Optional<String> counted =
        to.account().equals(CanarySearch.ACCOUNT)
            ? Optional.empty()
            : Optional.of(to.type().word());
    store.changeAlertsTogether(
        alerts -> {
          sent.forEach(each -> alerts.settling().add(each, lease, counted));
          if (to.error().isPresent()) alerts.recipients().note(to.number(), Optional.empty());
          return sent.size();
        });
  }

  /** What came from another channel stays where it is, whatever became of it. */
  private static List<Delivery> movable(List<Delivery> kept, List<Delivery> before) {
    Set<String> own =
        before.stream()
            .filter(each -> !TakeOver.isTakenOver(each))
            .map(Delivery::id)
            .collect(Collectors.toSet());
    return kept.stream().filter(each -> own.contains(each.id())).toList();
  }

  private void relieve(Alerts alerts, Recipient to, List<Delivery> tried, Attempt attempt) {
    switch (attempt) {
      case Attempt.Sent _ -> {}
      case Attempt.Later _, Attempt.Away _ ->
          takeOver(alerts, clock.instant()).relieve(to, tried, false);
      case Attempt.Refused _, Attempt.Gone _ ->
          takeOver(alerts, clock.instant()).relieve(to, tried, true);
    }
  }

  private List<Delivery> refused(List<Delivery> all, String why) {
    Reason reason = Reason.of("alert-refused").with("error", why);
    return tried(all, Delivery.State.FAILED, Optional.of(reason)).stream()
        .map(each -> DeliveryBuilder.builder(each).error(Optional.of(why)).build())
        .toList();
  }

  private List<Delivery> later(List<Delivery> all, Optional<Duration> after, String why) {
    return all.stream().map(each -> later(each, after, why)).toList();
  }

  private Delivery later(Delivery each, Optional<Duration> after, String why) {
    int attempts = each.attempts() + 1;
    Optional<Duration> wait = BackOff.after(attempts, random).map(own -> longer(own, after));
    DeliveryBuilder now = DeliveryBuilder.builder(each).attempts(attempts).error(Optional.of(why));
    if (wait.isPresent()) return now.nextTry(clock.instant().plus(wait.get())).build();
    return now.state(Delivery.State.FAILED)
        .why(
            Optional.of(
                Reason.of("alert-given-up").with("attempts", (long) attempts).with("error", why)))
        .done(Optional.of(clock.instant()))
        .build();
  }

  private static Duration longer(Duration own, Optional<Duration> asked) {
    return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
  }

  private List<Delivery> tried(List<Delivery> all, Delivery.State state, Optional<Reason> why) {
    return ended(all, state, why).stream()
        .map(each -> DeliveryBuilder.builder(each).attempts(each.attempts() + 1).build())
        .toList();
  }

  private List<Delivery> ended(List<Delivery> all, Delivery.State state, String why) {
    return ended(all, state, Optional.of(Reason.of(why)));
  }

  private List<Delivery> ended(List<Delivery> all, Delivery.State state, Optional<Reason> why) {
    Instant now = clock.instant();
    return all.stream()
        .map(
            each ->
                DeliveryBuilder.builder(each)
                    .state(state)
                    .why(why.or(each::why))
                    .error(Optional.empty())
                    .done(Optional.of(now))
                    .build())
        .toList();
  }

  private void settle(String lease, List<Delivery> all) {
    if (all.isEmpty()) return;
    store.changeAlertsTogether(
        alerts -> {
          all.forEach(each -> alerts.settling().add(each, lease, Optional.empty()));
          return all.size();
        });
  }

  /** Those that nobody else has taken meanwhile. */
  private static List<Delivery> settle(Alerts alerts, String lease, List<Delivery> all) {
    return all.stream().filter(each -> alerts.deliveries().settle(each, lease)).toList();
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
    GracefulEnd.await(threads, GRACE);
  }
}
