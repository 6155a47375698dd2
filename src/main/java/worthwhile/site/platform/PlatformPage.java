package worthwhile.site.platform;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.alert.note.PlatformChange;
import worthwhile.alert.note.PlatformChanges;
import worthwhile.market.Market;
import worthwhile.market.Sample;
import worthwhile.posting.Reason;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Missing;
import worthwhile.site.http.Urls;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.store.source.Announced;

/** {@code GET /platforms/{id}}: the card of one platform. */
final class PlatformPage implements Handler {
  private final SiteInstance instance;
  private final KeptRecords records;
  private final Market market;
  private final Pages pages;

  PlatformPage(SiteInstance instance, KeptRecords records, Market market, Pages pages) {
    this.instance = instance;
    this.records = records;
    this.market = market;
    this.pages = pages;
  }

  /**
   * The card.
   *
   * @param sources that are read of it, with where they stand
   * @param open tasks of it that are open here
   * @param sample what its tasks of the last 30 days pay per hour
   * @param joins whether it takes workers from the countries that the reader's browser remembers
   * @param lineage what became of what, see {@link Lineage}
   * @param instead platforms that offer such work now
   * @param coming deadlines that can still be kept, the soonest first
   * @param past what changed, the newest first
   * @param facts that still are so, as far as is known
   * @param former facts that something else has taken the place of
   * @param record what workers here say; empty as long as too few tell
   * @param announced what it announced of its own end; absent if a crawl met no such thing
   */
  record View(
      Platform platform,
      List<SiteInstance.Standing> sources,
      long open,
      Sample sample,
      Optional<Joining> joins,
      List<List<Lineage.Step>> lineage,
      List<Platform> instead,
      List<PlatformChange> coming,
      List<PlatformChange> past,
      List<Platform.Fact> facts,
      List<Platform.Fact> former,
      List<String> record,
      Optional<Announced.Entry> announced,
      SiteInstance instance) {
    /** Where its reader asks to be told of something of the platform. */
    String tellUrl(String watches) {
      Map<String, List<String>> asked = new LinkedHashMap<>();
      asked.put("platform", List.of(platform.id()));
      if (!watches.equals("postings")) asked.put("watches", List.of(watches));
      return Urls.of("/alerts/new", asked);
    }
  }

  private static boolean standsNowhereElse(PlatformChange change) {
    return switch (change.kind()) {
      case DEADLINE, CHANGE -> true;
      case BREACH, SUSPENSION, ANNOUNCED -> false;
    };
  }

  @Override
  public void handle(Context ctx) {
    String id = ctx.pathParam("id");
    Platform platform =
        instance
            .sources()
            .platform(id)
            .orElseThrow(() -> new Missing(Reason.of("no-such-platform").with("id", id)));
    if (!platform.id().equals(id)) {
      ctx.redirect(Urls.platform(platform.id()), HttpStatus.MOVED_PERMANENTLY);
      return;
    }
    List<SiteInstance.Standing> sources =
        instance.standings().stream()
            .filter(standing -> standing.source().platform().equals(id))
            .toList();
    long open = instance.index().openByPlatform().getOrDefault(id, 0L);
    String about =
        platform
            .summary()
            .orElse(
                Labels.part(
                    "platform.what-is-known-of-with-its-sources", "platform", platform.name()));
    Layout layout = Layout.of(platform.name(), about, "/platforms");
    PlatformChanges changes =
        PlatformChanges.of(Set.of(id), instance.sources(), instance.store(), instance.now());
    Map<Boolean, List<Platform.Fact>> facts =
        platform.facts().stream()
            .collect(Collectors.partitioningBy(fact -> fact.until().isEmpty()));
    View view =
        new View(
            platform,
            sources,
            open,
            market.figures().platform(id),
            Joining.of(platform, Remembered.of(ctx).countries()),
            Lineage.of(platform, instance.sources()),
            platform.instead().stream()
                .flatMap(other -> instance.sources().platform(other).stream())
                .toList(),
            changes.coming(),
            changes.past().stream().filter(PlatformPage::standsNowhereElse).toList(),
            Objects.requireNonNull(facts.get(true), "partitioningBy gives both parts"),
            Objects.requireNonNull(facts.get(false), "partitioningBy gives both parts"),
            records.of(id).map(RecordWords::of).orElse(List.of()),
            instance.store().announced().of(id),
            instance);
    Answer.html(ctx, 200, pages.render(ctx, "platform/platform", layout, view));
  }
}
