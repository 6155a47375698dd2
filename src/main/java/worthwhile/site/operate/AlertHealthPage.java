package worthwhile.site.operate;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import worthwhile.alert.CanarySearch;
import worthwhile.alert.saved.Canary;
import worthwhile.alert.saved.ChannelCheck;
import worthwhile.alert.saved.Delivery;
import worthwhile.alert.saved.Recipient;
import worthwhile.alert.saved.Trouble;
import worthwhile.posting.Reason;
import worthwhile.posting.Sentences;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.alert.Alerts;
import worthwhile.store.alert.QueueRows;
import worthwhile.store.source.Actor;
import worthwhile.store.source.Deed;

/** {@code /operate/alerts}: how alerts fare, for the operator alone, since it shows addresses. */
final class AlertHealthPage {
  static final String PATH = "/operate/alerts";
  private static final int LETTERS = 50;
  private static final int TROUBLES = 10;
  private static final int CANARIES = 5;

  private final SiteInstance instance;
  private final Pages pages;

  AlertHealthPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * What one type of channel does.
   *
   * @param check whether it could be signed in to; absent where that is not tried
   */
  record Row(String name, long due, long hour, long day, long ever, Optional<ChannelCheck> check) {}

  /**
   * A message that was given up.
   *
   * @param to type and address of its channel
   */
  record Letter(Delivery delivery, String to, String why) {}

  /** What the page shows. */
  record View(
      List<Trouble> troubles,
      List<Row> rows,
      long due,
      long waiting,
      Optional<Instant> oldest,
      List<Canary> canaries,
      List<Letter> letters,
      Optional<String> done,
      Instant now) {}

  void show(Context ctx, Visitor visitor) {
    Layout layout = Layout.of(words("title"), words("lead"), "/status").notIndexed();
    View view = instance.store().alerts(alerts -> view(alerts, done(ctx)));
    Answer.html(ctx, 200, pages.render(ctx, "operate/alerts", layout, view));
    ctx.header("Cache-Control", "no-store");
  }

  private View view(Alerts alerts, Optional<String> done) {
    Instant now = instance.now();
    List<Row> rows = rows(alerts.queue(), now);
    return new View(
        alerts.troubles().newest(TROUBLES),
        rows,
        rows.stream().mapToLong(Row::due).sum(),
        alerts.queue().waiting(now),
        alerts.queue().oldestUntried(now),
        alerts.canaries().newest(CANARIES),
        letters(alerts),
        done,
        now);
  }

  private static List<Row> rows(QueueRows queue, Instant now) {
    Map<String, Long> due = queue.due(now, CanarySearch.ACCOUNT);
    Map<String, Long> hour = queue.sentSince(now.minus(Duration.ofHours(1)), CanarySearch.ACCOUNT);
    Map<String, Long> day = queue.sentSince(now.minus(Duration.ofDays(1)), CanarySearch.ACCOUNT);
    Map<String, Long> ever = queue.sent();
    Map<String, ChannelCheck> checks =
        queue.checks().stream().collect(Collectors.toMap(ChannelCheck::type, check -> check));
    Set<String> types = new TreeSet<>(ever.keySet());
    List.of(due, day, checks).forEach(each -> types.addAll(each.keySet()));
    return types.stream()
        .map(
            type ->
                new Row(
                    type,
                    due.getOrDefault(type, 0L),
                    hour.getOrDefault(type, 0L),
                    day.getOrDefault(type, 0L),
                    ever.getOrDefault(type, 0L),
                    Optional.ofNullable(checks.get(type))))
        .toList();
  }

  private static List<Letter> letters(Alerts alerts) {
    List<Delivery> failed =
        alerts.deliveries().failed(LETTERS).stream()
            .filter(each -> !each.account().equals(CanarySearch.ACCOUNT))
            .toList();
    Map<Long, Recipient> recipients =
        alerts.recipients().byNumbers(failed.stream().map(Delivery::recipient).distinct().toList());
    return failed.stream()
        .map(each -> letter(each, Optional.ofNullable(recipients.get(each.recipient()))))
        .toList();
  }

  private static Letter letter(Delivery delivery, Optional<Recipient> recipient) {
    String to =
        recipient
            .map(known -> known.type().word() + " " + known.destination().visible())
            .orElse(words("removed"));
    String why = delivery.why().map(Reason::said).or(delivery::error).orElse("");
    return new Letter(delivery, to, why);
  }

  // --- what can be done

  void retry(Context ctx, Visitor visitor) {
    change(
        ctx,
        visitor,
        Deed.MESSAGE_RETRIED,
        "retried",
        alerts -> alerts.queue().retry(ctx.pathParam("id"), instance.now()));
  }

  void drop(Context ctx, Visitor visitor) {
    Reason why = Reason.of("alert-dropped");
    change(
        ctx,
        visitor,
        Deed.MESSAGE_DROPPED,
        "dropped",
        alerts -> alerts.queue().drop(ctx.pathParam("id"), why));
  }

  void acknowledge(Context ctx, Visitor visitor) {
    change(
        ctx,
        visitor,
        Deed.TROUBLE_ACKNOWLEDGED,
        "acknowledged",
        alerts -> alerts.troubles().acknowledge(ctx.pathParam("id"), instance.now()));
  }

  private void change(
      Context ctx, Visitor visitor, Deed deed, String done, Predicate<Alerts> change) {
    boolean changed = instance.store().changeAlerts(change::test);
    Actor who = new Actor.Operator(visitor.account().id());
    if (changed) instance.store().operatorLog().note(who, deed, Optional.empty());
    ctx.redirect(PATH + "?done=" + (changed ? done : "late"), HttpStatus.SEE_OTHER);
  }

  private static Optional<String> done(Context ctx) {
    return Optional.ofNullable(ctx.queryParam("done"))
        .filter(List.of("retried", "dropped", "acknowledged", "late")::contains)
        .map(word -> words("done." + word));
  }

  static String words(String key) {
    return Sentences.spoken().words("operate.alerts." + key);
  }

  /** How long after its begin a proof had come so far, in milliseconds; a dash if it had not. */
  static String after(Canary canary, Optional<Instant> at) {
    return at.map(moment -> Duration.between(canary.begun(), moment).toMillis() + " ms")
        .orElse("–");
  }

  /** What came of a proof. */
  static String outcome(Canary canary) {
    if (canary.ended().isEmpty()) return words("under-way");
    return canary.trouble().map(Reason::said).orElseGet(() -> words("proved"));
  }
}
