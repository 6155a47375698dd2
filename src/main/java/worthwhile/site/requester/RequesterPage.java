package worthwhile.site.requester;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.Conduct;
import worthwhile.posting.Reason;
import worthwhile.search.BlockedRequesters;
import worthwhile.site.block.BlockForm;
import worthwhile.site.block.Blocking;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;
import worthwhile.store.posting.Requesters;

/** {@code GET /requesters/{platform}:{id or name}}: a requester's open tasks, and what is said. */
final class RequesterPage implements Handler {
  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;
  private final Blocking blocking;

  RequesterPage(SiteInstance instance, Visitors visitors, Pages pages) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
    this.blocking = new Blocking(instance, visitors);
  }

  /**
   * The requester as the page shows it.
   *
   * @param block the form that blocks her; absent where several share the name
   */
  record View(
      RequesterView requester,
      Optional<RequesterDetails> details,
      Optional<BlockForm> block,
      BackLink back,
      SiteInstance instance) {
    String platformName() {
      return instance.platformName(requester.platform());
    }

    String attribution(AggregateRating rating) {
      return RequesterView.attribution(rating, instance);
    }

    String score(Conduct conduct) {
      return Reason.of("requester-score")
          .with("score", conduct.score())
          .with("low", conduct.low())
          .with("high", conduct.high())
          .with("n", conduct.n())
          .with("day", day(conduct.asOf()))
          .said();
    }

    String pay(RequesterDetails.Measured pay) {
      return Reason.of("requester-pay")
          .with("n", pay.n())
          .with("median", Show.money(pay.median(), pay.currency()))
          .said();
    }

    String named(Requesters.Name name) {
      return Reason.of("requester-named")
          .with("name", name.name())
          .with("first", day(name.first()))
          .with("last", day(name.last()))
          .said();
    }

    /** What was taken as one, and whether that still holds. */
    String told(Requesters.Merge merge) {
      Reason told =
          merge
              .undone()
              .map(at -> Reason.of("requester-separated").with("undone", day(at)))
              .orElse(Reason.of("requester-merged").with("reason", merge.reason()));
      return told.with("requester", merge.requester().toString())
          .with("into", merge.into().toString())
          .with("day", day(merge.at()))
          .with("number", merge.number())
          .said();
    }

    private static LocalDate day(Instant at) {
      return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Her tasks in the search, also where she is blocked. */
    String searchUrl() {
      Map<String, List<String>> search = hers();
      if (block.filter(BlockForm::blocked).isPresent())
        search.put(BlockedRequesters.PARAMETER, List.of(Remembered.ANY));
      return Urls.of("/", search);
    }

    /** Where its reader asks to be told of new tasks of the requester. */
    String tellUrl() {
      return Urls.of("/alerts/new", hers());
    }

    private Map<String, List<String>> hers() {
      Map<String, List<String>> search = new LinkedHashMap<>();
      search.put("requester", List.of(requester.name()));
      search.put("platform", List.of(requester.platform()));
      return search;
    }
  }

  @Override
  public void handle(Context ctx) {
    RequesterView requester = RequesterView.find(instance, ctx.pathParam("id"));
    Optional<RequesterDetails> details = RequesterDetails.of(instance, requester, visitors.of(ctx));
    Optional<BlockForm> block =
        requester.members().stream()
            .findFirst()
            .filter(id -> BlockedRequesters.fit(List.of(id)))
            .map(
                id -> blocking.form(ctx, blocking.of(ctx), id, requester.name(), Optional.empty()));
    View view = new View(requester, details, block, BackLink.of(ctx), instance);
    String about =
        Labels.part(
            "requester.open-tasks-of-on-and-what-is-said",
            "requester",
            requester.name(),
            "platform",
            view.platformName());
    Layout layout = Layout.of(requester.name(), about, "/");
    Answer.html(ctx, 200, pages.render(ctx, "requester/requester", layout, view));
  }
}
