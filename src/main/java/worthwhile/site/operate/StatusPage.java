package worthwhile.site.operate;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import worthwhile.flow.Condition;
import worthwhile.flow.Finding;
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.read.Sources;
import worthwhile.store.posting.Postings;
import worthwhile.store.source.Announced;
import worthwhile.store.source.RateTables.Publisher;

/** {@code GET /status}: how every source fares. */
final class StatusPage implements Handler {
  private final SiteInstance instance;
  private final Pages pages;

  StatusPage(SiteInstance instance, Pages pages) {
    this.instance = instance;
    this.pages = pages;
  }

  /** What the page shows. */
  record View(
      List<SourceLine> needy,
      List<SourceLine> fine,
      List<SourceLine> off,
      List<Sources.Problem> problems,
      List<Announced.Entry> announced,
      long indexed,
      long stored,
      long bytes,
      LocalDate rates,
      Optional<String> ratesTrouble,
      Optional<LocalDate> worldRates,
      Optional<String> worldTrouble,
      List<Part> parts,
      Instant now) {
    int sources() {
      return needy.size() + fine.size() + off.size();
    }
  }

  /**
   * What can be damaged without anybody noticing.
   *
   * @param name for people
   * @param tone colour of its dot
   * @param words what is known of it
   */
  record Part(String name, String tone, String words) {}

  @Override
  public void handle(Context ctx) {
    Layout layout =
        Layout.of(
            "Status",
            "How every source fares: last success, next run, and what is wrong.",
            "/status");
    Answer.html(ctx, 200, pages.render(ctx, "operate/status", layout.notIndexed(), view()));
  }

  private View view() {
    List<SourceLine> lines = SourceLine.all(instance);
    return new View(
        lines.stream().filter(line -> line.fares().needsAttention()).toList(),
        lines.stream().filter(line -> line.fares() == Fares.FINE).toList(),
        lines.stream().filter(line -> line.fares() == Fares.OFF).toList(),
        instance.sources().problems(),
        instance.store().announced().all(),
        instance.index().size(),
        instance.store().postings().counts().stream().mapToLong(Postings.StateCount::count).sum(),
        instance.store().sizes().bytes(),
        instance.rates().date(),
        instance.store().rateTables().standing(Publisher.BANK).trouble(),
        instance.rates().worldDate(),
        instance.store().rateTables().standing(Publisher.WORLD).trouble(),
        parts(),
        instance.now());
  }

  private List<Part> parts() {
    Condition condition = instance.condition();
    List<Part> parts = new ArrayList<>();
    parts.add(part("Database", condition.database(), Reason.of("database-damaged")));
    parts.add(part("Index", condition.index(), Reason.of("index-damaged")));
    parts.add(AlertsPart.of(instance));
    if (condition.isDiskFull()) parts.add(new Part("Disk", "bad", Reason.of("disk-full").said()));
    return parts;
  }

  private Part part(String name, Finding finding, Reason damaged) {
    return switch (finding) {
      case Finding.Unknown _ -> new Part(name, "idle", Reason.of("not-checked-yet").said());
      case Finding.Checking _ -> new Part(name, "idle", Reason.of("being-checked").said());
      case Finding.Sound(Instant at) ->
          new Part(
              name,
              "good",
              Reason.of("checked-sound").with("when", Show.ago(at, instance.now())).said());
      case Finding.Damaged _ -> new Part(name, "bad", damaged.said());
    };
  }
}
