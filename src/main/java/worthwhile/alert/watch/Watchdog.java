package worthwhile.alert.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.alert.AlertFollower;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.note.SourceNotes;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.ChannelCheck;
import worthwhile.alert.saved.Trouble;
import worthwhile.alert.saved.TroubleKind;
import worthwhile.posting.Reason;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/**
 * Looks whether alerts work and sources are read, and tells the operator where not: once, again
 * each week until she says that she knows, and when it is over. Each telling is taken by one
 * process.
 */
public final class Watchdog {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /** What is due or happened longer ago is late. */
  static final Duration LATE = Duration.ofMinutes(5);

  /** Something has ended when nothing was seen of it for so long. */
  static final Duration CALM = Duration.ofMinutes(10);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration AGAIN = Duration.ofDays(7);

  /** A telling that failed, or whose process died, is tried again after this. */
  static final Duration TELLING = Duration.ofMinutes(10);

  /** So many deliveries may be given up in a day, or one in a hundred of those sent. */
  static final long GIVEN_UP = 20;

  private static final int SHARE = 100;

  private final Store store;
  private final Optional<OperatorMail> operator;
  private final Clock clock;

  /** What a trouble is about. */
  private record Subject(TroubleKind kind, String subject) {}

  /** What may pass by itself within a moment counts when it is seen twice. */
  private Set<TroubleKind> seenLate = EnumSet.noneOf(TroubleKind.class);

  public Watchdog(Store store, Optional<OperatorMail> operator, Clock clock) {
    this.store = store;
    this.operator = operator;
    this.clock = clock;
  }

  /** Looks, and tells what is to be told. */
  public synchronized void look() {
    Instant now = clock.instant();
    Map<Subject, Reason> all = new HashMap<>();
    confirmed(store.alerts(alerts -> found(alerts, now)))
        .forEach((kind, reason) -> all.put(new Subject(kind, ""), reason));
    SourceTroubles.of(store.sourceStates().all(), now)
        .forEach((source, reason) -> all.put(new Subject(TroubleKind.SOURCE, source), reason));
    boolean known = store.alerts(alerts -> !alerts.troubles().open().isEmpty());
    if (known || !all.isEmpty()) store.changeAlerts(alerts -> note(alerts, all, now));
    tell(now);
  }

  private Map<TroubleKind, Reason> confirmed(Map<TroubleKind, Reason> found) {
    Set<TroubleKind> late = EnumSet.of(TroubleKind.LATE, TroubleKind.BEHIND);
    late.retainAll(found.keySet());
    late.removeAll(seenLate);
    seenLate = EnumSet.noneOf(TroubleKind.class);
    seenLate.addAll(found.keySet());
    found.keySet().removeAll(late);
    return found;
  }

  private static boolean note(Alerts alerts, Map<Subject, Reason> found, Instant now) {
    alerts.canaries().lock();
    found.forEach(
        (what, reason) -> alerts.troubles().begin(what.kind(), what.subject(), reason, now));
    for (Trouble each : alerts.troubles().open())
      if (!found.containsKey(new Subject(each.kind(), each.subject())))
        alerts.troubles().calm(each, now, CALM);
    return true;
  }

  // --- what can be wrong

  private static Map<TroubleKind, Reason> found(Alerts alerts, Instant now) {
    Map<TroubleKind, Reason> found = new EnumMap<>(TroubleKind.class);
    late(alerts.queue().oldestUntried(now), now)
        .map(since -> Reason.of("trouble-late").with("since", SourceNotes.time(since)))
        .ifPresent(reason -> found.put(TroubleKind.LATE, reason));
    late(alerts.queue().notLookedAt(AlertFollower.NAME), now)
        .map(since -> Reason.of("trouble-behind").with("since", SourceNotes.time(since)))
        .ifPresent(reason -> found.put(TroubleKind.BEHIND, reason));
    givenUp(alerts, now).ifPresent(reason -> found.put(TroubleKind.DEAD_LETTERS, reason));
    canary(alerts).ifPresent(reason -> found.put(TroubleKind.CANARY, reason));
    channel(alerts).ifPresent(reason -> found.put(TroubleKind.CHANNEL, reason));
    return found;
  }

  private static Optional<Instant> late(Optional<Instant> since, Instant now) {
    return since.filter(at -> Duration.between(at, now).compareTo(LATE) > 0);
  }

  private static Optional<Reason> givenUp(Alerts alerts, Instant now) {
    Instant since = now.minus(DAY);
    long failed = alerts.queue().failedSince(since, CanarySearch.ACCOUNT);
    if (failed <= GIVEN_UP) return Optional.empty();
    long sent =
        alerts.queue().sentSince(since, CanarySearch.ACCOUNT).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    return failed > sent / SHARE
        ? Optional.of(Reason.of("trouble-dead-letters").with("failed", failed))
        : Optional.empty();
  }

  private static Optional<Reason> canary(Alerts alerts) {
    List<Canary> last = alerts.canaries().ended(2);
    if (last.size() < 2 || last.stream().anyMatch(Canary::isProved)) return Optional.empty();
    String why = last.getFirst().trouble().map(Reason::text).orElseThrow();
    return Optional.of(Reason.of("trouble-canary").with("why", why));
  }

  /** It says which, not why: that may name addresses. */
  private static Optional<Reason> channel(Alerts alerts) {
    String channels =
        alerts.queue().checks().stream()
            .filter(check -> check.failures() >= 2)
            .map(ChannelCheck::type)
            .collect(Collectors.joining(", "));
    return channels.isEmpty()
        ? Optional.empty()
        : Optional.of(Reason.of("trouble-channel").with("channels", channels));
  }

  // --- telling

  private void tell(Instant now) {
    Instant before = now.minus(AGAIN);
    if (store.alerts(alerts -> alerts.troubles().toBeTold(now, before)).isEmpty()) return;
    List<Trouble> taken =
        store.changeAlerts(
            alerts -> {
              alerts.canaries().lock();
              return alerts.troubles().take(now, before, now.plus(TELLING));
            });
    for (List<Trouble> together : together(taken)) tell(together, now);
  }

  /** What becomes of several sources is told in one message, everything else by itself. */
  private static Collection<List<Trouble>> together(List<Trouble> taken) {
    return taken.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.subject().isEmpty() ? each.id() : OperatorMail.subject(each),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private void tell(List<Trouble> together, Instant now) {
    for (Trouble each : together)
      if (each.ended().isPresent()) LOG.info("This is over: {}", each.reason().text());
      else LOG.warn("{}", each.reason().text());
    Optional<String> failure = operator.flatMap(mail -> mail.tell(together, now));
    if (failure.isPresent()) {
      LOG.warn("The operator could not be told by mail: {}", failure.get());
      return;
    }
    store.changeAlerts(
        alerts -> {
          for (Trouble each : together) alerts.troubles().told(each, now);
          return true;
        });
  }
}
