package worthwhile.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import worthwhile.account.RandomSecret;
import worthwhile.alert.Wanted.Outcome;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.RecipientBuilder;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Watched;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/** What an account wants to hear of: made, changed and deleted, with the channels it needs. */
public final class SavedSearches {
  private static final String PLATFORM = "platform";

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
        search.watches(),
        search.timetable(),
        search.mostPerDay(),
        search.paused(),
        search.channels().stream()
            .filter(recipients::containsKey)
            .map(
                number ->
                    named(
                        Objects.requireNonNull(recipients.get(number), "others were passed over")
                            .destination()))
            .toList());
  }

  /** A browser that is gone does not come back because its search is paused or renamed. */
  private static Destination named(Destination destination) {
    return destination instanceof Destination.Push push
        ? new Destination.Push(push.endpoint(), "", "")
        : destination;
  }

  /** All channels that an account has. */
  public List<Recipient> channels(String account) {
    return store.alerts(alerts -> alerts.recipients().of(account));
  }

  /** Makes one that hears of what happens from now on. */
  public Outcome add(String account, Wanted wanted) {
    List<Mistake> mistakes = mistakes(account, wanted);
    if (!mistakes.isEmpty()) return new Outcome.Refused(mistakes);
    return store.changeAlerts(
        alerts -> {
          if (alerts.searches().count(account) >= SavedSearch.MOST)
            return refused("name", wanted.name(), "at most 1000 saved searches of one account");
          String id = UUID.randomUUID().toString();
          Instant now = clock.instant();
          // What comes before anybody looked for the first time is looked at then all the same.
          if (alerts.followed(AlertFollower.NAME).isEmpty())
            alerts.follow(AlertFollower.NAME, alerts.revision(), now);
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
    return change(account, id, _ -> wanted);
  }

  /**
   * The same where the wish is made of what stands there: again, if another one changed it
   * meanwhile, so that of two changes at once none is lost.
   */
  public Outcome change(String account, String id, Function<SavedSearch, Wanted> wish) {
    Optional<Outcome> outcome = Optional.empty();
    while (outcome.isEmpty()) {
      Optional<SavedSearch> before = of(account, id);
      outcome = before.isEmpty() ? Optional.of(new Outcome.Absent()) : changed(before.get(), wish);
    }
    return outcome.get();
  }

  /** Nothing if it is no more as it was. */
  private Optional<Outcome> changed(SavedSearch before, Function<SavedSearch, Wanted> wish) {
    Wanted wanted = wish.apply(before);
    List<Mistake> mistakes = mistakes(before.account(), wanted);
    if (!mistakes.isEmpty()) return Optional.of(new Outcome.Refused(mistakes));
    return store.changeAlerts(
        alerts ->
            alerts
                .searches()
                .of(before.account(), before.id())
                .filter(before::equals)
                .map(_ -> replace(alerts, before, wanted)));
  }

  private Outcome replace(Alerts alerts, SavedSearch before, Wanted wanted) {
    Map<String, Recipient> used = new HashMap<>();
    alerts
        .recipients()
        .byNumbers(before.channels())
        .values()
        .forEach(each -> used.put(key(each.destination()), each));
    List<Long> channels = channels(alerts, before.account(), before.id(), wanted, used);
    boolean asksElse =
        !before.query().equals(wanted.query())
            || before.watches() != wanted.watches()
            || before.paused();
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

  /**
   * What belongs to one search goes with it, a browser with the last that names it; a mailbox stays
   * its account's.
   */
  private static void drop(Alerts alerts, Recipient recipient) {
    boolean idle =
        recipient.type() == ChannelType.PUSH
            && alerts.searches().using(recipient.number()).isEmpty();
    if (idle || recipient.savedSearch().isPresent()) alerts.recipients().delete(recipient.number());
  }

  /** Deletes an account's own with what waits for it; false if there is no such. */
  public boolean delete(String account, String id) {
    return store.changeAlerts(
        alerts -> {
          Optional<SavedSearch> search = alerts.searches().of(account, id);
          if (search.isEmpty()) return false;
          boolean deleted = alerts.searches().delete(account, id, clock.instant());
          alerts
              .recipients()
              .byNumbers(search.get().channels())
              .values()
              .forEach(each -> drop(alerts, each));
          return deleted;
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
        wanted.watches(),
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

  /**
   * Naming a mailbox again never takes its confirmation away; one that was left is asked anew, but
   * not because a search that has it is renamed.
   */
  private Recipient again(Alerts alerts, Recipient known, Destination wanted) {
    if (isOnlyNamed(wanted) || isMailboxAsItWas(known, wanted)) return known;
    if (known.isConfirmed() && !hasNewKeys(known, wanted)) return renewed(alerts, known, wanted);
    if (known.state() == Recipient.State.UNCONFIRMED) return known;
    Destination anew = secured(wanted);
    Recipient now =
        RecipientBuilder.builder(known)
            .destination(anew)
            .hash(hash(anew))
            .state(first(anew))
            .ended(Optional.empty())
            .error(Optional.empty())
            .created(clock.instant())
            .build();
    alerts.recipients().replace(now);
    new Questions(alerts, clock.instant()).ask(now);
    return now;
  }

  /** A browser may make itself other keys and keep its endpoint. */
  private static boolean hasNewKeys(Recipient known, Destination wanted) {
    return wanted instanceof Destination.Push && !wanted.equals(known.destination());
  }

  /** Whether it is a mailbox with the secret that it was given: nobody typed its address anew. */
  private static boolean isMailboxAsItWas(Recipient known, Destination wanted) {
    return wanted instanceof Destination.Mail mail
        && !mail.secret().isEmpty()
        && wanted.equals(known.destination());
  }

  /** Whether it is a browser without its keys: it stays as it is known. */
  private static boolean isOnlyNamed(Destination wanted) {
    return wanted instanceof Destination.Push push && !push.isComplete();
  }

  /** A topic that is named again with a token is written to with that one from now on. */
  private static Recipient renewed(Alerts alerts, Recipient known, Destination wanted) {
    boolean same =
        !(wanted instanceof Destination.Ntfy ntfy)
            || ntfy.token().isEmpty()
            || wanted.equals(known.destination());
    if (same) return known;
    Recipient now = RecipientBuilder.builder(known).destination(wanted).build();
    alerts.recipients().replace(now);
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
    new Questions(alerts, now).ask(recipient);
    return recipient;
  }

  /** Of the secret word in the links that lead to a recipient; a webhook has none. */
  static Optional<String> hash(Destination destination) {
    return switch (destination) {
      case Destination.Feed(String secret) -> Optional.of(RandomSecret.hash(secret));
      case Destination.Mail(var _, String secret) -> Optional.of(RandomSecret.hash(secret));
      case Destination.Webhook _,
          Destination.Push _,
          Destination.Ntfy _,
          Destination.Telegram _,
          Destination.Discord _ ->
          Optional.empty();
    };
  }

  /** A mailbox or a chat is somebody's only when she says so; whoever knows the rest has it. */
  private static Recipient.State first(Destination destination) {
    return switch (destination) {
      case Destination.Mail _, Destination.Telegram _ -> Recipient.State.UNCONFIRMED;
      case Destination.Webhook _,
          Destination.Push _,
          Destination.Feed _,
          Destination.Ntfy _,
          Destination.Discord _ ->
          Recipient.State.CONFIRMED;
    };
  }

  static Destination secured(Destination destination) {
    return switch (destination) {
      case Destination.Webhook webhook ->
          new Destination.Webhook(webhook.url(), List.of(ChannelSecrets.signing()));
      case Destination.Feed _ -> new Destination.Feed(RandomSecret.next());
      case Destination.Mail(String mailbox, var _) ->
          new Destination.Mail(mailbox, RandomSecret.next());
      case Destination.Push push -> push;
      case Destination.Telegram telegram -> ChannelSecrets.asking(telegram);
      case Destination.Ntfy _, Destination.Discord _ -> destination;
    };
  }

  // --- what is allowed

  private List<Mistake> mistakes(String account, Wanted wanted) {
    List<Mistake> mistakes = new ArrayList<>();
    if (wanted.name().isBlank() || wanted.name().length() > SavedSearch.LONGEST_NAME)
      mistakes.add(new Mistake("name", wanted.name(), "1 to 100 characters"));
    if (wanted.mostPerDay() < 1 || wanted.mostPerDay() > SavedSearch.MOST_PER_DAY)
      mistakes.add(
          new Mistake(
              "mostPerDay", Integer.toString(wanted.mostPerDay()), "a whole number, 1 to 100000"));
    if (wanted.channels().size() > SavedSearch.MOST_CHANNELS)
      mistakes.add(new Mistake("channels", "", "at most 10 channels"));
    if (SearchQuery.parse(wanted.query()) instanceof Parsed.Invalid(List<Mistake> wrong))
      mistakes.addAll(wrong);
    if (wanted.watches() == Watched.CHANGES
        && !Set.of(PLATFORM).containsAll(wanted.query().keySet()))
      mistakes.add(
          new Mistake("query", "", "platform alone, where changes at platforms are watched"));
    for (Destination channel : wanted.channels())
      limits
          .refusal(channel)
          .ifPresent(why -> mistakes.add(new Mistake("channels", channel.visible(), why)));
    unknown(account, wanted)
        .ifPresent(
            push ->
                mistakes.add(
                    new Mistake(
                        "channels",
                        push.visible(),
                        "p256dh and auth beside an endpoint that the account does not have yet")));
    return mistakes;
  }

  /** A browser that is only named and that the account does not have; absent if all are known. */
  private Optional<Destination> unknown(String account, Wanted wanted) {
    List<Destination> named =
        wanted.channels().stream().filter(SavedSearches::isOnlyNamed).toList();
    if (named.isEmpty()) return Optional.empty();
    Set<String> known =
        channels(account).stream()
            .map(each -> each.destination().key())
            .collect(Collectors.toSet());
    return named.stream().filter(each -> !known.contains(each.key())).findFirst();
  }

  private static Outcome refused(String field, String value, String allowed) {
    return new Outcome.Refused(List.of(new Mistake(field, value, allowed)));
  }
}
