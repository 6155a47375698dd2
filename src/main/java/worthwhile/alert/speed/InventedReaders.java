package worthwhile.alert.speed;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.Watched;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.UnitText;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/**
 * People who each wait for tasks about one subject, and such tasks, the same for the same seed. A
 * few subjects are wanted and offered by far the most, as it is with real ones.
 */
final class InventedReaders {
  private static final int SUBJECTS = 300;
  private static final int CHUNK = 1_000;
  private static final Timetable AT_ONCE =
      new Timetable(new Rhythm.Instantly(), Optional.empty(), ZoneOffset.UTC);

  private final Random random = new Random(14);
  private int tasks;

  /** Stores so many readers, every second with a mailbox, the others with a webhook. */
  void settle(Store store, int readers, Instant now) {
    for (int first = 0; first < readers; first += CHUNK) {
      int from = first;
      int until = Math.min(first + CHUNK, readers);
      List<String> wanted = IntStream.range(from, until).mapToObj(_ -> subject()).toList();
      store.changeAlerts(
          alerts -> {
            for (int i = from; i < until; i++) add(alerts, i, wanted.get(i - from), now);
            return until - from;
          });
    }
  }

  private static void add(Alerts alerts, int number, String subject, Instant now) {
    String id = "search-" + number;
    String account = "reader-" + number;
    boolean mail = number % 2 == 0;
    Destination to =
        mail
            ? new Destination.Mail("reader" + number + "@readers.test", "secret" + number)
            : new Destination.Webhook(
                URI.create("https://hooks.test/" + number), List.of("whsec_" + number));
    Recipient recipient =
        new Recipient(
            alerts.recipients().next(),
            account,
            to,
            mail ? Optional.empty() : Optional.of(id),
            Optional.empty(),
            Recipient.State.CONFIRMED,
            now,
            Optional.of(now),
            Optional.empty(),
            Optional.empty());
    alerts.recipients().add(recipient);
    alerts.searches().add(search(id, account, subject, recipient.number(), alerts, now));
  }

  private static SavedSearch search(
      String id, String account, String subject, long recipient, Alerts alerts, Instant now) {
    return new SavedSearch(
        id,
        account,
        "About " + subject,
        Map.of("q", List.of(subject)),
        Watched.POSTINGS,
        AT_ONCE,
        List.of(recipient),
        SavedSearch.MOST_PER_DAY,
        false,
        alerts.revision(),
        0,
        Optional.empty(),
        now,
        now);
  }

  /** The next tasks that nobody has seen. */
  List<JobPosting> tasks(int many) {
    return IntStream.range(0, many).mapToObj(_ -> task()).toList();
  }

  private JobPosting task() {
    String name = "t" + tasks++;
    return JobPosting.builder("invented", "invented", name)
        .title("Say what you see in " + subject() + " " + name)
        .description("Look at picture " + name + " and describe it in a sentence or two.")
        .url("https://invented.test/" + name)
        .hiringOrganization(Organization.named("Requester " + random.nextInt(50)))
        .timeRequired(Duration.ofMinutes(6))
        .baseSalary(
            MonetaryAmount.of("USD", BigDecimal.valueOf(1 + random.nextInt(4)), UnitText.TASK))
        .build();
  }

  /** Every seventeenth is about the first of them. */
  private String subject() {
    return "subject" + (int) (SUBJECTS * Math.pow(random.nextDouble(), 2)) + "x";
  }
}
