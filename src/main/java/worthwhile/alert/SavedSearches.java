package worthwhile.alert;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import worthwhile.account.RandomSecret;
import worthwhile.alert.Wanted.Outcome;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.RecipientBuilder;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/** What an account wants to hear of: made, changed and deleted, with the channels it needs. */
public final class SavedSearches {
  /** Nothing but a webhook's receiver knows it; as long as Standard Webhooks advises. */
  private static final int SECRET_BYTES = 24;

  private final Store store;
  private final ChannelLimits limits;
  private final Clock clock;

  public SavedSearches(Store store, ChannelLimits limits, Clock clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  public List<SavedSearch> of(String account) {
    return store.alerts(alerts -> alerts.searches().of(account));
  }

  public Optional<SavedSearch> of(String account, String id) {
    return store.alerts(alerts -> alerts.searches().of(account, id));
  }

  /** The recipients of some saved searches, by number. */
  public Map<Long, Recipient> recipients(List<SavedSearch> searches) {
    List<Long> numbers =
        searches.stream().flatMap(search -> search.channels().stream()).distinct().toList();
    return store.alerts(alerts -> alerts.recipients().byNumbers(numbers));
  }

  /** A saved search as the wish that it was. */
  public Wanted wanted(SavedSearch search) {
    Map<Long, Recipient> recipients = recipients(List.of(search));
    return new Wanted(
        search.name(),
        search.query(),
        search.timetable(),
        search.mostPerDay(),
        search.paused(),
        search.channels().stream()
            .filter(recipients::containsKey)
            .map(number -> recipients.get(number).destination())
            .toList());
  }

  /** All channels that an account has. */
  public List<Recipient> channels(String account) {
    return store.alerts(alerts -> alerts.recipients().of(account));
  }

  /** Makes one that hears of what happens from now on. */
  public Outcome add(String account, Wanted wanted) {
    List<Mistake> mistakes = mistakes(wanted);
    if (!mistakes.isEmpty()) return new Outcome.Refused(mistakes);
    return store.changeAlerts(
        alerts -> {
          if (alerts.searches().count(account) >= SavedSearch.MOST)
            return refused("name", wanted.name(), "at most 1000 saved searches of one account");
          String id = UUID.randomUUID().toString();
          Instant now = clock.instant();
          List<Long> channels = channels(alerts, account, id, wanted, Map.of());
          return new Outcome.Kept(
              alerts
                  .searches()
                  .add(search(id, account, wanted, channels, alerts.revision(), now, now)));
        });
  }

  /**
   * Makes an account's own as wanted; what it waits for goes on, channels that stay keep their
   * secrets.
   */
  public Outcome change(String account, String id, Wanted wanted) {
    List<Mistake> mistakes = mistakes(wanted);
    if (!mistakes.isEmpty()) return new Outcome.Refused(mistakes);
    return store.changeAlerts(
        alerts ->
            alerts
                .searches()
                .of(account, id)
                .map(before -> replace(alerts, before, wanted))
                .orElseGet(Outcome.Absent::new));
  }

  private Outcome replace(Alerts alerts, SavedSearch before, Wanted wanted) {
    Map<String, Recipient> used = new HashMap<>();
    alerts
        .recipients()
        .byNumbers(before.channels())
        .values()
        .forEach(each -> used.put(key(each.destination()), each));
    List<Long> channels = channels(alerts, before.account(), before.id(), wanted, used);
    boolean asksElse = !before.query().equals(wanted.query()) || before.paused();
    long since = asksElse ? alerts.revision() : before.since();
    SavedSearch now =
        search(
            before.id(),
            before.account(),
            wanted,
            channels,
            since,
            before.created(),
            clock.instant());
    SavedSearch kept = alerts.searches().replace(now).orElseThrow();
    used.values().stream()
        .filter(each -> !channels.contains(each.number()))
        .forEach(each -> drop(alerts, each));
    return new Outcome.Kept(kept);
  }

  /** What belongs to one search goes with it; a mailbox stays its account's. */
  private static void drop(Alerts alerts, Recipient recipient) {
    if (recipient.savedSearch().isPresent()) alerts.recipients().delete(recipient.number());
  }

  /** Deletes an account's own with what waits for it; false if there is no such. */
  public boolean delete(String account, String id) {
    return store.changeAlerts(
        alerts -> {
          Optional<SavedSearch> search = alerts.searches().of(account, id);
          if (search.isEmpty()) return false;
          alerts
              .recipients()
              .byNumbers(search.get().channels())
              .values()
              .forEach(each -> drop(alerts, each));
          return alerts.searches().delete(account, id, clock.instant());
        });
  }

  private static SavedSearch search(
      String id,
      String account,
      Wanted wanted,
      List<Long> channels,
      long since,
      Instant created,
      Instant now) {
    return new SavedSearch(
        id,
        account,
        wanted.name(),
        wanted.query(),
        wanted.timetable(),
        channels,
        wanted.mostPerDay(),
        wanted.paused(),
        since,
        0,
        Optional.empty(),
        created,
        now);
  }

  // --- channels

  private List<Long> channels(
      Alerts alerts, String account, String id, Wanted wanted, Map<String, Recipient> used) {
    return wanted.channels().stream()
        .map(each -> recipient(alerts, account, id, each, used).number())
        .distinct()
        .toList();
  }

  private Recipient recipient(
      Alerts alerts, String account, String id, Destination wanted, Map<String, Recipient> used) {
    if (wanted.type().isOfOneSearch()) {
      Recipient same = used.get(key(wanted));
      return same != null ? same : add(alerts, account, Optional.of(id), secured(wanted));
    }
    return alerts.recipients().of(account).stream()
        .filter(each -> each.destination().key().equals(wanted.key()))
        .findFirst()
        .map(known -> again(alerts, known, wanted))
        .orElseGet(() -> add(alerts, account, Optional.empty(), secured(wanted)));
  }

  /** A feed or stream of a search is the same one whatever its secret. */
  private static String key(Destination destination) {
    return destination instanceof Destination.Feed ? "feed:" : destination.key();
  }

  /** Naming a mailbox again never takes its confirmation away; one that was left is asked anew. */
  private Recipient again(Alerts alerts, Recipient known, Destination wanted) {
    if (known.isConfirmed() || known.state() == Recipient.State.UNCONFIRMED) return known;
    Destination anew = secured(wanted);
    Recipient now =
        RecipientBuilder.builder(known)
            .destination(anew)
            .hash(hash(anew))
            .state(first(anew))
            .ended(Optional.empty())
            .created(clock.instant())
            .build();
    alerts.recipients().replace(now);
    ask(alerts, now);
    return now;
  }

  private Recipient add(
      Alerts alerts, String account, Optional<String> search, Destination destination) {
    Instant now = clock.instant();
    Recipient.State state = first(destination);
    Recipient recipient =
        new Recipient(
            alerts.recipients().next(),
            account,
            destination,
            search,
            hash(destination),
            state,
            now,
            state == Recipient.State.CONFIRMED ? Optional.of(now) : Optional.empty(),
            Optional.empty(),
            Optional.empty());
    alerts.recipients().add(recipient);
    ask(alerts, recipient);
    return recipient;
  }

  /** Of the secret word in the links that lead to a recipient; a webhook has none. */
  static Optional<String> hash(Destination destination) {
    return switch (destination) {
      case Destination.Feed(String secret) -> Optional.of(RandomSecret.hash(secret));
      case Destination.Mail(var _, String secret) -> Optional.of(RandomSecret.hash(secret));
      case Destination.Webhook _ -> Optional.empty();
    };
  }

  /** A mailbox is somebody's only when she says so; whoever knows the rest has it. */
  private static Recipient.State first(Destination destination) {
    return destination.type() == ChannelType.MAIL
        ? Recipient.State.UNCONFIRMED
        : Recipient.State.CONFIRMED;
  }

  static Destination secured(Destination destination) {
    return switch (destination) {
      case Destination.Webhook(var url, var _) -> new Destination.Webhook(url, List.of(secret()));
      case Destination.Feed _ -> new Destination.Feed(RandomSecret.next());
      case Destination.Mail(String mailbox, var _) ->
          new Destination.Mail(mailbox, RandomSecret.next());
    };
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  /** Whoever reads the mailbox is asked whether it is hers. */
  private void ask(Alerts alerts, Recipient recipient) {
    if (recipient.state() != Recipient.State.UNCONFIRMED) return;
    if (alerts.suppressions().covers(Mailboxes.hash(recipient.destination()), "*")) return;
    Instant now = clock.instant();
    alerts
        .deliveries()
        .add(
            List.of(
                new Delivery(
                    UUID.randomUUID().toString(),
                    recipient.account(),
                    recipient.number(),
                    AlertReason.CONFIRM,
                    Delivery.State.DUE,
                    Optional.empty(),
                    List.of(),
                    now,
                    now,
                    0,
                    Optional.empty(),
                    now,
                    Optional.empty())));
  }

  // --- what is allowed

  private List<Mistake> mistakes(Wanted wanted) {
    List<Mistake> mistakes = new ArrayList<>();
    if (wanted.name().isBlank() || wanted.name().length() > SavedSearch.LONGEST_NAME)
      mistakes.add(new Mistake("name", shortened(wanted.name()), "1 to 100 characters"));
    if (wanted.mostPerDay() < 1 || wanted.mostPerDay() > SavedSearch.MOST_PER_DAY)
      mistakes.add(
          new Mistake(
              "mostPerDay", Integer.toString(wanted.mostPerDay()), "a whole number, 1 to 100000"));
    if (wanted.channels().size() > SavedSearch.MOST_CHANNELS)
      mistakes.add(new Mistake("channels", "", "at most 10 channels"));
    if (SearchQuery.parse(wanted.query()) instanceof Parsed.Invalid(List<Mistake> wrong))
      mistakes.addAll(wrong);
    for (Destination channel : wanted.channels())
      limits
          .refusal(channel)
          .ifPresent(
              why -> mistakes.add(new Mistake("channels", shortened(channel.visible()), why)));
    return mistakes;
  }

  private static Outcome refused(String field, String value, String allowed) {
    return new Outcome.Refused(List.of(new Mistake(field, shortened(value), allowed)));
  }

  private static String shortened(String value) {
    return value.length() <= 100 ? value : value.substring(0, 100) + "…";
  }
}
