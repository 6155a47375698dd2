package worthwhile.alert.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;
import worthwhile.work.Status;
import worthwhile.work.Work;
import worthwhile.work.rejection.DuePay;
import worthwhile.work.rejection.RejectionRules;

/**
 * Asks workers who want it whether work was paid that should have been by now: once for each piece,
 * and at most one message a day.
 */
public final class DueTeller {
  /** Channels of people; programs are told nothing of anybody's money. */
  private static final Set<ChannelType> SAYING =
      EnumSet.complementOf(EnumSet.of(ChannelType.FEED, ChannelType.WEBHOOK));

  private static final Duration DAY = Duration.ofDays(1);

  private final Store store;
  private final Function<String, RejectionRules> rules;
  private final Clock clock;

  /**
   * A teller.
   *
   * @param rules of platforms for paying, by id
   */
  public DueTeller(Store store, Function<String, RejectionRules> rules, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /** Puts into the outbox what is to be asked; how many messages. */
  public int tell() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int told = 0;
    for (String account : store.alerts(alerts -> alerts.dues().asking()))
      told += tell(account, now);
    return told;
  }

  private int tell(String account, Instant now) {
    if (isEarly(account, now)) return 0;
    List<UUID> due = due(account, now);
    return due.isEmpty() ? 0 : store.changeAlerts(alerts -> tell(alerts, account, due, now));
  }

  private boolean isEarly(String account, Instant now) {
    return store.alerts(alerts -> isEarly(alerts, account, now));
  }

  private static boolean isEarly(Alerts alerts, String account, Instant now) {
    return alerts.dues().last(account).filter(last -> last.plus(DAY).isAfter(now)).isPresent();
  }

  /** Work that should have been paid by now, whether she was asked about it or not. */
  private List<UUID> due(String account, Instant now) {
    List<Work> all = store.work().of(account);
    if (all.stream().noneMatch(work -> work.status() == Status.PENDING)) return List.of();
    ZoneId zone = store.workSettings().of(account).zone().orElseGet(ZoneId::systemDefault);
    LocalDate today = LocalDate.ofInstant(now, zone);
    return new DuePay(all, rules, zone)
        .on(today).stream()
            .map(Work::id)
            .filter(id -> store.pursuits().of(account, id).outcome().isEmpty())
            .toList();
  }

  private static int tell(Alerts alerts, String account, List<UUID> due, Instant now) {
    if (!alerts.dues().lock(account) || isEarly(alerts, account, now)) return 0;
    Set<UUID> told = alerts.dues().told(account);
    List<UUID> fresh = due.stream().filter(id -> !told.contains(id)).toList();
    List<Recipient> to =
        alerts.recipients().of(account).stream()
            .filter(each -> each.isConfirmed() && SAYING.contains(each.type()))
            .toList();
    if (fresh.isEmpty() || to.isEmpty()) return 0;
    alerts.dues().tell(account, fresh, now);
    List<Delivery> deliveries = new ArrayList<>();
    for (Recipient each : to)
      deliveries.add(Delivery.waiting(each, AlertReason.DUE, due(alerts, each, now), now));
    alerts.deliveries().add(deliveries);
    return deliveries.size();
  }

  /** Now, unless a saved search that uses the channel has quiet hours. */
  private static Instant due(Alerts alerts, Recipient to, Instant now) {
    return alerts.searches().byIds(alerts.searches().using(to.number())).values().stream()
        .map(SavedSearch::timetable)
        .map(usual -> new Timetable(new Rhythm.Instantly(), usual.quiet(), usual.zone()).due(now))
        .max(Instant::compareTo)
        .orElse(now);
  }
}
