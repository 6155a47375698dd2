package worthwhile.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.alert.InHand.Handful;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.Breaker;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.channel.Settlement;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.note.Composed;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.DeliveryBuilder;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.schedule.GracefulEnd;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;
import worthwhile.store.source.ProcessId;

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

  /** What is found is left to whoever looks first while this many are in hand here. */
  private static final int MOST_IN_HAND = 20_000;

  /** The store is looked through this often, however much was found here. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final int AT_ONCE = 1_000;

  /** Messages to one recipient in a row, before others have their turn. */
  private static final int IN_A_ROW = 3;

  private final Store store;
  private final Map<ChannelType, Channel> channels;
  private final Composer composer;
  private final Breaker breaker;
  private final Clock clock;
  private final Settlement settlement;
  private final InHand inHand = new InHand();

  /** What is being handed over, by recipient. */
  private final Map<Long, Handful> busy = new ConcurrentHashMap<>();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean waitsForRoom = new AtomicBoolean();
  private volatile Runnable wake = () -> {};
  private volatile boolean stopping;
  private Instant renewed = Instant.MIN;
  private Instant looked = Instant.MIN;

  public Outbox(Store store, Reach reach, String site, Clock clock, RandomGenerator random) {
    this.store = store;
    this.channels = reach.channels();
    this.composer = new Composer(store, site);
    this.breaker = new Breaker(clock);
    this.clock = clock;
    this.settlement = new Settlement(clock, random);
  }

  /** Says what has this outbox emptied soon, by another thread. */
  void onMore(Runnable wake) {
    this.wake = wake;
  }

  /** A right to deliveries that are about to be stored; absent while enough is in hand. */
  Optional<InHand.Lease> lease() {
    int room = stopping ? 0 : MOST_IN_HAND - inHand.size();
    return room > 0 ? Optional.of(lease(clock.instant(), room)) : Optional.empty();
  }

  /** Any process can see by its word whether the one that has it still runs. */
  private static InHand.Lease lease(Instant now, int most) {
    return new InHand.Lease(ProcessId.self() + " " + UUID.randomUUID(), now.plus(LEASE), most);
  }

  /** Takes what was stored as taken by a lease: it need not be looked for. */
  void take(InHand.Lease lease, List<Delivery> stored) {
    inHand.add(lease.word(), stored);
  }

  /** Has what waits handed over soon. */
  void soon() {
    wake.run();
  }

  /**
   * Takes what is due and begins to hand it over, until nothing is or many are being served; how
   * many deliveries that was.
   */
  int drain() {
    int all = 0;
    for (int taken = step(); taken > 0; taken = step()) {
      all += taken;
      if (busy.size() > AT_ONCE) {
        waitsForRoom.set(true);
        return all;
      }
    }
    return all;
  }

  /** Takes some of what is due and begins to hand it over; how many deliveries that was. */
  public int step() {
    if (stopping) return 0;
    Instant now = clock.instant();
    renew(now);
    if (isOver(looked, LOOK, now)) look(now);
    List<Handful> next = inHand.next(AT_ONCE, busy::containsKey);
    if (next.isEmpty()) {
      look(now);
      next = inHand.next(AT_ONCE, busy::containsKey);
    }
    List<Delivery> taken = next.stream().flatMap(each -> each.all().stream()).toList();
    if (taken.isEmpty()) return 0;
    Optional<Seen> seen =
        seen(next.stream().map(Handful::recipient).collect(Collectors.toSet()), taken);
    next.forEach(each -> begin(each, seen));
    return taken.size();
  }

  /** Whether a time has passed, as far as can be told: a clock that was put back tells nothing. */
  private static boolean isOver(Instant since, Duration time, Instant now) {
    return now.isBefore(since) || !now.isBefore(since.plus(time));
  }

  /** Takes what is due and nobody has. */
  private void look(Instant now) {
    looked = now;
    if (!store.alerts(alerts -> alerts.deliveries().hasWaiting(now))) return;
    InHand.Lease lease = lease(now, AT_ONCE);
    inHand.add(
        lease.word(),
        store.changeAlerts(
            alerts ->
                alerts
                    .deliveries()
                    .claim(lease.word(), now, LEASE, Set.copyOf(busy.keySet()), lease.most())));
  }

  /**
   * What was looked up at once for all that was taken.
   *
   * @param sent messages of the last day; absent where one was sent since
   */
  private record Seen(
      Map<Long, Recipient> recipients,
      Optional<Map<Long, Integer>> sent,
      Composer.Known known,
      Instant at) {
    /** The same after a message. */
    Seen later() {
      return new Seen(recipients, Optional.empty(), known, at);
    }
  }

  private boolean isOld(Optional<Seen> seen) {
    return seen.filter(all -> isOver(all.at(), LOOK, clock.instant())).isPresent();
  }

  /** Absent if something of it cannot be read: then only those whom it concerns are to suffer. */
  private Optional<Seen> seen(Set<Long> numbers, List<Delivery> taken) {
    try {
      Map<Long, Recipient> recipients =
          store.alerts(alerts -> alerts.recipients().byNumbers(numbers));
      return Optional.of(
          new Seen(
              recipients,
              Optional.of(sentToday(recipients.values())),
              composer.known(taken),
              clock.instant()));
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

  /** Keeps what is in hand, and takes from processes that are gone what they had. */
  private void renew(Instant now) {
    if (!isOver(renewed, RENEWED, now)) return;
    renewed = now;
    Set<String> leases = inHand.leases();
    busy.values().forEach(each -> leases.addAll(each.leases().values()));
    if (!leases.isEmpty())
      store.changeAlerts(alerts -> alerts.deliveries().renew(leases, now.plus(LEASE)));
    Set<String> left = new HashSet<>(store.alerts(alerts -> alerts.deliveries().leases(now)));
    left.removeIf(Outbox::isHeld);
    if (!left.isEmpty())
      store.changeAlerts(alerts -> alerts.deliveries().renew(left, Instant.EPOCH));
  }

  /** Whether the process that has a lease runs, or may: that of another computer is not seen. */
  private static boolean isHeld(String lease) {
    int word = lease.lastIndexOf(' ');
    if (word < 0) return true;
    return ProcessId.parse(lease.substring(0, word)).runs().orElse(true);
  }

  private void begin(Handful handful, Optional<Seen> seen) {
    long number = handful.recipient();
    if (busy.putIfAbsent(number, handful) != null) {
      inHand.add(handful);
      return;
    }
    threads.execute(
        () -> {
          try {
            goOn(handful, serve(handful, seen));
          } catch (RuntimeException e) {
            LOG.error("Deliveries to recipient {} failed and are tried again", number, e);
          } finally {
            end(number);
          }
        });
  }

  /** What was taken and has not been tried waits for its turn, or is anybody's again. */
  private void goOn(Handful handful, int tried) {
    if (tried == handful.all().size()) return;
    Handful rest = handful.after(tried);
    if (stopping) release(List.of(rest));
    else inHand.add(rest);
    soon();
  }

  private void end(long number) {
    busy.remove(number);
    boolean more = inHand.free(number);
    boolean room = busy.size() < AT_ONCE / 2 && waitsForRoom.compareAndSet(true, false);
    if (more || room) soon();
  }

  private void release(List<Handful> all) {
    store.changeAlertsTogether(
        alerts -> {
          for (Handful each : all)
            for (String lease : Set.copyOf(each.leases().values()))
              alerts.deliveries().release(lease, each.recipient());
          return all.size();
        });
  }

  /**
   * Hands over what there is for a recipient; how many deliveries were tried. Where what is known
   * grew old meanwhile, the rest is looked up with others' again, and not alone.
   */
  private int serve(Handful handful, Optional<Seen> seen) {
    long number = handful.recipient();
    Optional<Seen> known = seen;
    int tried = 0;
    for (List<Delivery> together : messages(recipient(known, number), handful.all())) {
      if (stopping || (tried > 0 && isOld(seen))) return tried;
      Optional<Recipient> to = recipient(known, number);
      boolean same = to.isPresent() && serve(to.get(), handful, together, known);
      if (to.isEmpty())
        settle(handful, settlement.ended(together, Delivery.State.HELD, "alert-left"));
      known = known.filter(_ -> same).map(Seen::later);
      tried += together.size();
    }
    return tried;
  }

  private Optional<Recipient> recipient(Optional<Seen> seen, long number) {
    return seen.isPresent()
        ? Optional.ofNullable(seen.get().recipients().get(number))
        : store.alerts(alerts -> alerts.recipients().byNumber(number));
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

  /** False if it changed what is known of the recipient. */
  private boolean serve(
      Recipient to, Handful handful, List<Delivery> together, Optional<Seen> seen) {
    boolean asked = together.getFirst().reason() == AlertReason.CONFIRM;
    if (!to.isConfirmed() && !asked) {
      settle(handful, settlement.ended(together, Delivery.State.HELD, "alert-left"));
      return true;
    }
    Composed composed = composer.compose(to, together, known(seen, together), clock.instant());
    settle(handful, composed.unsaid());
    if (composed.message().isEmpty()) return true;
    if (!asked && isFull(to, seen)) {
      settle(
          handful, settlement.ended(composed.said(), Delivery.State.CAPPED, "alert-channel-cap"));
      return true;
    }
    Optional<Duration> rest = breaker.rest(Breaker.place(to));
    if (rest.isPresent()) {
      spare(to, handful, composed.said(), rest.get());
      return false;
    }
    Attempt attempt = send(to, composed.message().get());
    note(to, handful, composed.said(), attempt);
    return attempt instanceof Attempt.Sent;
  }

  /** Whether a recipient had as many messages in the last day as its channel takes. */
  private boolean isFull(Recipient to, Optional<Seen> seen) {
    if (!isBounded(to)) return false;
    int sent =
        seen.flatMap(Seen::sent)
            .map(all -> all.getOrDefault(to.number(), 0))
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
  private void spare(Recipient to, Handful handful, List<Delivery> all, Duration rest) {
    Instant now = clock.instant();
    List<Delivery> spared =
        all.stream()
            .map(each -> DeliveryBuilder.builder(each).nextTry(now.plus(rest)).build())
            .toList();
    store.changeAlerts(
        alerts -> {
          List<Delivery> kept = settle(alerts, handful, spared);
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
    breaker.note(Breaker.place(to), attempt instanceof Attempt.Away);
    return attempt;
  }

  // --- what became of it

  private void note(Recipient to, Handful handful, List<Delivery> all, Attempt attempt) {
    List<Delivery> settled = settlement.after(all, attempt);
    if (attempt instanceof Attempt.Sent) {
      noteSent(to, handful, settled);
      return;
    }
    Instant now = clock.instant();
    store.changeAlerts(
        alerts -> {
          List<Delivery> kept = settle(alerts, handful, settled);
          Optional<String> error = settled.getFirst().error();
          if (!error.equals(to.error())) alerts.recipients().note(to.number(), error);
          if (attempt instanceof Attempt.Gone)
            alerts.recipients().end(to.number(), Recipient.State.GONE, now);
          relieve(alerts, to, movable(kept, all), attempt);
          return kept.size();
        });
  }

  /** Goes together with others; who fails may move what others wait for, and goes alone. */
  private void noteSent(Recipient to, Handful handful, List<Delivery> sent) {
    Optional<String> counted =
        to.account().equals(CanarySearch.ACCOUNT)
            ? Optional.empty()
            : Optional.of(to.type().word());
    store.changeAlertsTogether(
        alerts -> {
          sent.forEach(each -> alerts.settling().add(each, handful.lease(each), counted));
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

  private void settle(Handful handful, List<Delivery> all) {
    if (all.isEmpty()) return;
    store.changeAlertsTogether(
        alerts -> {
          all.forEach(each -> alerts.settling().add(each, handful.lease(each), Optional.empty()));
          return all.size();
        });
  }

  /** Those that nobody else has taken meanwhile. */
  private static List<Delivery> settle(Alerts alerts, Handful handful, List<Delivery> all) {
    return all.stream()
        .filter(each -> alerts.deliveries().settle(each, handful.lease(each)))
        .toList();
  }

  /** Returns when nobody is being served. */
  public void awaitRest(Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (!busy.isEmpty() && System.nanoTime() < until) TimeUnit.MILLISECONDS.sleep(5);
  }

  @Override
  public void close() {
    stopping = true;
    release(inHand.empty());
    threads.shutdown();
    GracefulEnd.await(threads, GRACE);
  }
}
