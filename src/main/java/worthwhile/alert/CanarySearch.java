package worthwhile.alert;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.Watched;
import worthwhile.store.alert.Alerts;

/** The saved search that finds the invented task, with its webhook and its feed. */
public final class CanarySearch {
  /** Whose it is: no account has this id, since those of accounts are given. */
  public static final String ACCOUNT = "~canary";

  /** Its id. */
  public static final String ID = "~canary";

  /** A host that does not exist: only a wire that is told where to go instead reaches it. */
  public static final String HOST = "canary.invalid";

  /** Where its webhook arrives on this site. */
  public static final String HOOK = "/alerts/canary";

  private static final Map<String, List<String>> QUERY =
      Map.of("platform", List.of(CanaryTask.SOURCE), "q", List.of("canary"));

  private CanarySearch() {}

  /** Its channels, which are made with it where it is not there yet. */
  public static List<Recipient> channels(Alerts alerts, Instant now) {
    List<Recipient> known = alerts.recipients().of(ACCOUNT);
    if (known.size() == 2 && alerts.searches().byId(ID).isPresent()) return known;
    known.forEach(each -> alerts.recipients().delete(each.number()));
    List<Recipient> made =
        List.of(
            add(
                alerts,
                new Destination.Webhook(URI.create("http://" + HOST + HOOK), List.of()),
                now),
            add(alerts, new Destination.Feed(""), now));
    SavedSearch search = search(made.stream().map(Recipient::number).toList(), now);
    if (alerts.searches().replace(search).isEmpty()) alerts.searches().add(search);
    return made;
  }

  /** The secret by which messages to its webhook are signed; absent before the first proof. */
  public static Optional<String> hookSecret(Alerts alerts) {
    return alerts.recipients().of(ACCOUNT).stream()
        .map(Recipient::destination)
        .filter(Destination.Webhook.class::isInstance)
        .map(webhook -> ((Destination.Webhook) webhook).secrets().getFirst())
        .findFirst();
  }

  /** The secret word in the address of its feed; absent before the first proof. */
  public static Optional<String> feedSecret(Alerts alerts) {
    return alerts.recipients().of(ACCOUNT).stream()
        .map(Recipient::destination)
        .filter(Destination.Feed.class::isInstance)
        .map(feed -> ((Destination.Feed) feed).secret())
        .findFirst();
  }

  private static Recipient add(Alerts alerts, Destination wanted, Instant now) {
    Destination destination = SavedSearches.secured(wanted);
    Recipient recipient =
        new Recipient(
            alerts.recipients().next(),
            ACCOUNT,
            destination,
            Optional.of(ID),
            SavedSearches.hash(destination),
            Recipient.State.CONFIRMED,
            now,
            Optional.of(now),
            Optional.empty(),
            Optional.empty());
    alerts.recipients().add(recipient);
    return recipient;
  }

  private static SavedSearch search(List<Long> channels, Instant now) {
    return new SavedSearch(
        ID,
        ACCOUNT,
        "Canary",
        QUERY,
        Watched.POSTINGS,
        new Timetable(new Rhythm.Instantly(), Optional.empty(), ZoneOffset.UTC),
        channels,
        SavedSearch.MOST_PER_DAY,
        false,
        -1,
        0,
        Optional.empty(),
        now,
        now);
  }
}
