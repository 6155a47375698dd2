package worthwhile.site.operate;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import worthwhile.crawl.Crawlable;
import worthwhile.crawl.HeldBatch;
import worthwhile.crawl.SourceControl;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.word.Worded;
import worthwhile.site.http.Answer;
import worthwhile.site.http.HttpRefusal;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.SourceDefinition;
import worthwhile.store.source.Runs;

/** {@code /operate/sources/{id}}: how one source fares and what can be done to it. */
final class SourceCarePage {
  static final String PATH = OverviewPage.PATH + "/sources/{id}";
  private static final int ACTS = 10;

  private final SiteInstance instance;
  private final Pages pages;
  private final SourceControl control;

  SourceCarePage(SiteInstance instance, Pages pages, SourceControl control) {
    this.instance = instance;
    this.pages = pages;
    this.control = control;
  }

  static String path(String id) {
    return OverviewPage.PATH + "/sources/" + Urls.segment(id);
  }

  /**
   * What came of what was asked for.
   *
   * @param good whether it was done
   */
  record Done(boolean good, String words) {}

  /**
   * What the page shows.
   *
   * @param notRead why nothing can be done here; absent if it is a source that this instance reads
   */
  record View(
      SourceLine line,
      Optional<String> notRead,
      List<Runs.Run> runs,
      Sparkline rows,
      Sparkline times,
      Optional<HeldBatch> held,
      List<RunError> errors,
      List<ActLine> acts,
      Optional<Done> done,
      Instant now) {
    private static final int SAMPLES = 8;

    /** The first rows that would come in, in words, with the pay by which some are held back. */
    List<String> samples() {
      return held.stream()
          .flatMap(batch -> batch.items().stream())
          .limit(SAMPLES)
          .map(View::words)
          .toList();
    }

    private static String words(Item item) {
      return switch (item) {
        case JobPosting job ->
            job.baseSalary() == null
                ? job.title()
                : job.title() + " · " + Show.stated(job.baseSalary());
        case DiscussionForumPosting post -> post.headline() == null ? post.id() : post.headline();
        case AggregateRating rating -> rating.id();
      };
    }

    String rowsSaid() {
      return said(rows, "operate.source.rows-said", Show::number);
    }

    String timesSaid() {
      return said(times, "operate.source.times-said", at -> Show.took(Duration.ofMillis(at)));
    }

    private static String said(Sparkline line, String key, LongFunction<String> shown) {
      return line.figures()
          .map(
              figures ->
                  Labels.part(
                      key,
                      "lowest",
                      shown.apply(figures.lowest()),
                      "median",
                      shown.apply(figures.median()),
                      "latest",
                      shown.apply(figures.latest()),
                      "n",
                      figures.n(),
                      "failed",
                      line.failed()))
          .orElseGet(() -> Labels.part("operate.source.no-figures"));
    }
  }

  void show(Context ctx, Visitor visitor) {
    SourceDefinition source = source(ctx, instance);
    Layout layout =
        Layout.of(
                Labels.part("operate.source.title", "name", source.name()),
                Labels.part("operate.source.lead"),
                "/status")
            .notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "operate/source", layout, view(source, done(ctx))));
    ctx.header("Cache-Control", "no-store");
  }

  /** The source that the address names. */
  static SourceDefinition source(Context ctx, SiteInstance instance) {
    return instance
        .sources()
        .byId(ctx.pathParam("id"))
        .orElseThrow(() -> new HttpRefusal(404, "Not found", "There is no such source."));
  }

  /** Why nothing can be done to a source; absent if it is read here. */
  static Optional<String> notRead(SourceDefinition source, SiteInstance instance) {
    if (instance.settings().demo()) return Optional.of(Labels.part("operate.source.demo"));
    return Crawlable.whyNot(source, instance.settings().switchedOn())
        .map(why -> Labels.part("operate.source.not-read", "why", why));
  }

  private View view(SourceDefinition source, Optional<Done> done) {
    List<Runs.Run> runs = instance.store().runs().ofSource(source.id(), Sparkline.RUNS);
    return new View(
        SourceLine.of(source, instance),
        notRead(source, instance),
        runs,
        Sparkline.of(runs, Runs.Run::items),
        Sparkline.of(runs, run -> run.took().toMillis()),
        control.held(source),
        RunError.of(source.id(), instance.store()),
        ActLine.of(instance.store().operatorLog().ofSource(source.id(), ACTS), instance),
        done,
        instance.now());
  }

  private static Optional<Done> done(Context ctx) {
    String word = ctx.queryParam("done");
    if (SourceActions.NOT_READ.equals(word))
      return Optional.of(new Done(false, Labels.part("operate.source.done.not-read")));
    for (SourceControl.Outcome outcome : SourceControl.Outcome.values())
      if (Worded.wordOf(outcome).equals(word))
        return Optional.of(new Done(outcome.isDone(), Labels.part("operate.source.done." + word)));
    return Optional.empty();
  }
}
