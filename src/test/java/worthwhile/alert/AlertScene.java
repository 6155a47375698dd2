package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.channel.Channel;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.QuietHours;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.Watched;
import worthwhile.fetch.wire.Wire;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.posting.UnitText;
import worthwhile.search.PostingIndex;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.store.Store;

/** A store, its tail and its alerts, with channels that keep what they are given. */
final class AlertScene implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final String ANNA = "anna";

  /** What arrived somewhere. */
  record Arrived(Recipient to, AlertMessage message) {
    List<String> postings() {
      return message.matches().stream().map(match -> match.posting().id()).toList();
    }
  }

  private Instant now = NOW;
  final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  final Store store;
  final PostingIndex index;
  final Tail tail;
  final SavedSearches searches;
  final List<Arrived> arrived = new ArrayList<>();
  Attempt answer = new Attempt.Sent();
  private Reach reach;
  private AlertFollower follower;
  Outbox outbox;

  AlertScene(String database, Path folder) {
    store = Store.open(database, clock);
    index = SearchIndex.open(folder.resolve("index"), clock);
    Assessor assessor = Assessor.with(() -> HourlyPay.at(Rates.shipped()));
    tail = new Tail(store, Normalise.plain(), assessor, () -> {}, clock);
    Channel keeping = this::take;
    reach =
        new Reach(
            Map.of(
                ChannelType.WEBHOOK, keeping,
                ChannelType.PUSH, keeping,
                ChannelType.MAIL, keeping),
            Wire.of(Map.of("hooks.test", URI.create("http://127.0.0.1:9")), 1));
    searches = new SavedSearches(store, wanted -> reach.refusal(wanted), clock);
    restart();
  }

  /** What happens while a message is on its way. */
  Runnable meanwhile = () -> {};

  private synchronized Attempt take(AlertMessage message, Recipient to) {
    if (message.reason() == AlertReason.CONFIRM) return new Attempt.Sent();
    meanwhile.run();
    if (answer instanceof Attempt.Sent) arrived.add(new Arrived(to, message));
    return answer;
  }

  /** Lets a real channel carry a type of messages. */
  void carry(ChannelType type, Channel channel) {
    Map<ChannelType, Channel> channels = new EnumMap<>(reach.channels());
    channels.put(type, channel);
    reach = new Reach(channels, reach.wire());
    restart();
  }

  Reach reach() {
    return reach;
  }

  /** Everything that only memory holds is lost. */
  void restart() {
    if (outbox != null) outbox.close();
    follower = new AlertFollower(store, index, clock);
    outbox = outbox();
  }

  /** As another process on the same store has it. */
  Outbox outbox() {
    return new Outbox(store, reach, "http://here.test", clock, new Random(1));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Finds whom changes concern, and tells them until nothing is due. */
  void run() {
    find();
    send();
  }

  /** Finds whom changes concern, and has what is due in hand. */
  void find() {
    follower.catchUp(outbox);
  }

  void send() {
    try {
      while (outbox.step() > 0) outbox.awaitRest(Duration.ofSeconds(10));
      outbox.awaitRest(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Finds whom changes concern; what is due is anybody's. */
  void match() {
    follower.catchUp();
  }

  // --- what comes in

  static JobPostingBuilder task(String identifier) {
    return JobPosting.builder("mill", "mill", identifier)
        .title("Match shapes " + identifier)
        .url("https://mill.test/" + identifier)
        .hiringOrganization(Organization.named("Stone Lab"))
        .timeRequired(Duration.ofMinutes(6))
        .baseSalary(usd("2"));
  }

  static MonetaryAmount usd(String amount) {
    return MonetaryAmount.of("USD", new BigDecimal(amount), UnitText.TASK);
  }

  void come(JobPostingBuilder... rows) {
    tail.take(
        Batch.Rows.of("mill", now)
            .outcome(RunOutcome.Read.PARTIAL)
            .items(Arrays.stream(rows).<Item>map(JobPostingBuilder::build).toList())
            .build());
  }

  /** Everything that the source offers. */
  void listing(JobPostingBuilder... rows) {
    tail.take(
        Batch.Rows.of("mill", now)
            .outcome(RunOutcome.Read.ITEMS)
            .whole(true)
            .items(Arrays.stream(rows).<Item>map(JobPostingBuilder::build).toList())
            .build());
  }

  // --- what is wanted

  static Destination hook(String path) {
    return new Destination.Webhook(URI.create("http://hooks.test/" + path), List.of());
  }

  static Destination mail() {
    return new Destination.Mail("anna@home.test", "");
  }

  static Timetable instantly() {
    return new Timetable(new Rhythm.Instantly(), Optional.empty(), ZoneOffset.UTC);
  }

  static Timetable instantlyBut(QuietHours quiet) {
    return new Timetable(new Rhythm.Instantly(), Optional.of(quiet), ZoneOffset.UTC);
  }

  static Wanted wanted(Map<String, List<String>> query, Destination... to) {
    return wanted(query, instantly(), 1_000, to);
  }

  static Wanted wanted(
      Map<String, List<String>> query, Timetable timetable, int mostPerDay, Destination... to) {
    return new Wanted("Shapes", query, Watched.POSTINGS, timetable, mostPerDay, false, List.of(to));
  }

  SavedSearch save(Wanted wanted) {
    return ((Wanted.Outcome.Kept) searches.add(ANNA, wanted)).search();
  }

  /** Saves, and says of every mailbox that it is hers. */
  SavedSearch saveConfirmed(Wanted wanted) {
    SavedSearch search = save(wanted);
    Mailboxes mailboxes = new Mailboxes(store, clock);
    for (Recipient each : searches.channels(ANNA))
      if (each.destination() instanceof Destination.Mail(var _, String secret))
        assertThat(mailboxes.confirm(secret)).isPresent();
    return search;
  }

  /** Anna blocks a requester. */
  void block(RequesterId requester) {
    store.changeAlerts(
        alerts -> {
          alerts.blocked().block(ANNA, requester, now);
          return requester;
        });
  }

  void unblock(RequesterId requester) {
    store.changeAlerts(
        alerts -> {
          alerts.blocked().unblock(ANNA, requester);
          return requester;
        });
  }

  /** What became of each match of a search: posting, state and the code of the reason. */
  List<String> ledger(SavedSearch search) {
    List<Delivery> all =
        store.alerts(
            alerts -> alerts.deliveries().ofSearch(search.id(), Optional.empty(), 0, 1_000));
    return all.stream()
        .flatMap(
            delivery ->
                delivery.items().stream()
                    .filter(item -> item.searches().contains(search.id()))
                    .map(
                        item ->
                            item.posting()
                                + " "
                                + item.leftOut()
                                    .map(why -> "out " + why)
                                    .orElseGet(() -> told(delivery))))
        .sorted()
        .toList();
  }

  private static String told(Delivery delivery) {
    return delivery.state().word()
        + " "
        + delivery.why().map(Reason::code).orElse(delivery.reason().word());
  }

  /** Ids of the postings in all messages, in the order of their arrival. */
  List<String> told() {
    return arrived.stream().flatMap(each -> each.postings().stream()).toList();
  }

  List<String> reasons() {
    return arrived.stream().map(each -> each.message().reason().word()).toList();
  }

  @Override
  public void close() throws Exception {
    outbox.close();
    index.close();
    store.close();
  }
}
