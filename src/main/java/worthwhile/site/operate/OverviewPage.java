package worthwhile.site.operate;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.CanarySearch;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.Store;
import worthwhile.store.alert.Alerts;

/** {@code /operate}: what needs the operator, what waits and how much is stored. */
final class OverviewPage {
  static final String PATH = "/operate";

  private final SiteInstance instance;
  private final Pages pages;

  OverviewPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /**
   * How much waits.
   *
   * @param due sources that should be read now
   * @param running runs under way, in all processes
   * @param behind changes that the index does not have yet
   * @param mail of the messages that are due those by mail
   * @param dead messages that were given up
   */
  record Queues(
      long due, long running, long behind, long messages, long mail, long waiting, long dead) {}

  /**
   * How much is stored, and what room is left.
   *
   * @param rows of each table
   * @param free bytes that can still be written in the data folder
   */
  record Room(long database, long index, long free, Map<String, Long> rows) {
    long of(String table) {
      return rows.getOrDefault(table, 0L);
    }
  }

  /**
   * What the page shows.
   *
   * @param lastSuccess when a source last told all that it offers
   */
  record View(
      List<SourceLine> needy,
      List<SourceLine> paused,
      List<SourceLine> fine,
      List<SourceLine> off,
      Queues queues,
      Room room,
      Optional<Instant> lastSuccess,
      boolean demo,
      Instant now) {}

  void show(Context ctx, Visitor visitor) {
    Layout layout =
        Layout.of(
                Labels.part("operate.overview.title"),
                Labels.part("operate.overview.lead"),
                "/status")
            .notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "operate/overview", layout, view()));
    ctx.header("Cache-Control", "no-store");
  }

  private View view() {
    List<SourceLine> lines = SourceLine.all(instance);
    return new View(
        lines.stream().filter(line -> line.fares().needsAttention()).toList(),
        lines.stream().filter(line -> line.standing().paused().isPresent()).toList(),
        lines.stream().filter(line -> line.fares() == Fares.FINE).toList(),
        lines.stream()
            .filter(line -> line.fares() == Fares.OFF && line.standing().paused().isEmpty())
            .toList(),
        queues(lines),
        room(),
        lines.stream().flatMap(line -> line.lastSuccess().stream()).max(Comparator.naturalOrder()),
        instance.settings().demo(),
        instance.now());
  }

  private Queues queues(List<SourceLine> lines) {
    Instant now = instance.now();
    long due =
        lines.stream()
            .filter(line -> line.standing().nextRun().filter(at -> !at.isAfter(now)).isPresent())
            .count();
    Store store = instance.store();
    long behind = store.postings().revision() - instance.index().revision();
    return store.alerts(alerts -> queues(alerts, now, due, Math.max(0, behind)));
  }

  private Queues queues(Alerts alerts, Instant now, long due, long behind) {
    Map<String, Long> messages = alerts.queue().due(now, CanarySearch.ACCOUNT);
    return new Queues(
        due,
        instance.store().runs().underWay(),
        behind,
        messages.values().stream().mapToLong(Long::longValue).sum(),
        messages.getOrDefault("mail", 0L),
        alerts.queue().waiting(now),
        alerts.queue().failedSince(Instant.EPOCH, CanarySearch.ACCOUNT));
  }

  private Room room() {
    Store.Sizes sizes = instance.store().sizes();
    return new Room(
        sizes.bytes(), instance.index().bytes(), instance.condition().room(), sizes.rows());
  }
}
