package worthwhile.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import worthwhile.alert.saved.SavedSearch.Channel;
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
        searches.stream()
            .flatMap(search -> search.channels().stream().map(Channel::recipient))
            .distinct()
            .toList();
    return store.alerts(alerts -> alerts.recipients().byNumbers(numbers));
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
          List<Channel> channels = channels(alerts, account, id, wanted, Map.of());
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
    List<Long> numbers = before.channels().stream().map(Channel::recipient).toList();
    alerts
        .recipients()
        .byNumbers(numbers)
        .values()
        .forEach(each -> used.put(key(each.destination()), each));
    List<Channel> channels = channels(alerts, before.account(), before.id(), wanted, used);
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
    numbers.stream()
        .filter(number -> channels.stream().noneMatch(each -> each.recipient() == number))
        .forEach(number -> drop(alerts, used, number));
    return new Outcome.Kept(kept);
  }

  private static void drop(Alerts alerts, Map<String, Recipient> used, long number) {
    used.values().stream()
        .filter(each -> each.number() == number && each.savedSearch().isPresent())
        .forEach(each -> alerts.recipients().delete(each.number()));
  }

  /** Deletes an account's own with what waits for it; false if there is no such. */
  public boolean delete(String account, String id) {
    return store.changeAlerts(
        alerts -> {
          Optional<SavedSearch> search = alerts.searches().of(account, id);
          if (search.isEmpty()) return false;
          search
              .get()
              .channels()
              .forEach(
                  channel ->
                      alerts
                          .recipients()
                          .byNumber(channel.recipient())
                          .filter(each -> each.savedSearch().isPresent())
                          .ifPresent(each -> alerts.recipients().delete(each.number())));
          return alerts.searches().delete(account, id, clock.instant());
        });
  }

  private static SavedSearch search(
      String id,
      String account,
      Wanted wanted,
      List<Channel> channels,
      long since,
      Instant created,
      Instant now) {
    return new SavedSearch(
        id,
        account,
        wanted.name(),
        wanted.kind(),
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

  private List<Channel> channels(
      Alerts alerts, String account, String id, Wanted wanted, Map<String, Recipient> used) {
    List<Channel> channels = new ArrayList<>();
    for (Wanted.Channel each : wanted.channels()) {
      Recipient recipient = recipient(alerts, account, id, each.destination(), used);
      if (channels.stream().noneMatch(other -> other.recipient() == recipient.number()))
        channels.add(new Channel(recipient.number(), each.backup()));
    }
    return channels;
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
        .orElseGet(() -> add(alerts, account, Optional.empty(), wanted));
  }

  /** A feed or stream of a search is the same one whatever its secret. */
  private static String key(Destination destination) {
    return destination instanceof Destination.Feed ? "feed:" : destination.key();
  }

  /** Naming a channel again never takes its confirmation away; one that was left is asked anew. */
  private Recipient again(Alerts alerts, Recipient known, Destination wanted) {
    if (known.isConfirmed() || known.state() == Recipient.State.UNCONFIRMED) {
      if (known.destination().equals(wanted)) return known;
      Recipient now = RecipientBuilder.builder(known).destination(wanted).build();
      alerts.recipients().replace(now);
      return now;
    }
    Recipient now =
        RecipientBuilder.builder(known)
            .destination(wanted)
            .state(first(wanted))
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
            Optional.of(hash(destination)),
            state,
            Locale.ENGLISH,
            now,
            state == Recipient.State.CONFIRMED ? Optional.of(now) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty());
    alerts.recipients().add(recipient);
    ask(alerts, recipient);
    return recipient;
  }

  private static String hash(Destination destination) {
    return RandomSecret.hash(
        destination instanceof Destination.Feed(String secret) ? secret : RandomSecret.next());
  }

  /** A mailbox is somebody's only when she says so; whoever knows the rest has it. */
  private static Recipient.State first(Destination destination) {
    return destination.type() == ChannelType.MAIL
        ? Recipient.State.UNCONFIRMED
        : Recipient.State.CONFIRMED;
  }

  private static Destination secured(Destination destination) {
    return switch (destination) {
      case Destination.Webhook(var url, List<String> secrets) when secrets.isEmpty() ->
          new Destination.Webhook(url, List.of(secret()));
      case Destination.Feed _ -> new Destination.Feed(RandomSecret.next());
      case Destination.Webhook _,
          Destination.Mail _,
          Destination.Stream _,
          Destination.Push _,
          Destination.Ntfy _,
          Destination.Telegram _,
          Destination.Discord _ ->
          destination;
    };
  }

  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new java.security.SecureRandom().nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  /** Whoever reads the mailbox is asked whether it is hers. */
  private void ask(Alerts alerts, Recipient recipient) {
    if (recipient.state() != Recipient.State.UNCONFIRMED) return;
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
                    Optional.empty(),
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
    for (Wanted.Channel channel : wanted.channels())
      limits
          .refusal(channel.destination())
          .ifPresent(
              why ->
                  mistakes.add(
                      new Mistake("channels", shortened(channel.destination().visible()), why)));
    return mistakes;
  }

  private static Outcome refused(String field, String value, String allowed) {
    return new Outcome.Refused(List.of(new Mistake(field, shortened(value), allowed)));
  }

  private static String shortened(String value) {
    return value.length() <= 100 ? value : value.substring(0, 100) + "…";
  }
}
