package worthwhile.site.market;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.account.Account;
import worthwhile.market.BestHour;
import worthwhile.market.Market;
import worthwhile.market.MarketFigures;
import worthwhile.market.Sample;
import worthwhile.market.Stay;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Dispensable;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/** {@code GET /market}: what is paid by whom, for what and when, and how soon it is gone. */
final class MarketPage implements Handler {
  static final String PATH = "/market";

  /** Lines of a table that a page shows; the file has all. */
  static final int MOST = 30;

  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;
  private final Market market;

  MarketPage(SiteInstance instance, Visitors visitors, Pages pages, Market market) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
    this.market = market;
  }

  /** The tables and what they rest on. */
  record Tables(
      MarketQuery query,
      MarketFigures figures,
      List<MarketTable> all,
      List<Stay> stays,
      Optional<BestHour> best,
      SiteInstance instance) {
    /** How many of all with known pay leave at least the floor; absent without one. */
    Optional<Integer> atLeastFloor() {
      return query.floor().usd().map(figures.all()::atLeast);
    }

    /** The share of a group that leaves at least the floor. */
    String share(Sample sample) {
      return query
          .floor()
          .usd()
          .flatMap(sample::percentAtLeast)
          .map(percent -> percent + " %")
          .orElse("–");
    }

    Instant now() {
      return instance.now();
    }

    List<Stay> shownStays() {
      return stays.stream().limit(MOST).toList();
    }
  }

  /**
   * The page.
   *
   * @param zone as the form shows it
   * @param tables absent if the parameters had mistakes
   */
  record View(List<Mistake> mistakes, String zone, String floor, Optional<Tables> tables) {}

  @Override
  public void handle(Context ctx) {
    Map<String, List<String>> given = Parameters.filled(ctx);
    if (Parameters.hasBlank(ctx) && Urls.fits(Urls.of(PATH, given))) {
      ctx.redirect(Urls.of(PATH, given), HttpStatus.SEE_OTHER);
      return;
    }
    MarketQuery.Parsed parsed =
        MarketQuery.parse(
            ctx, instance, List.of("zone", Floor.NAME), () -> zone(ctx), () -> floor(ctx));
    switch (parsed) {
      case MarketQuery.Parsed.Invalid(List<Mistake> mistakes) -> {
        Form form = new Form(given);
        send(
            ctx, 400, new View(mistakes, form.one("zone"), form.one(Floor.NAME), Optional.empty()));
      }
      case MarketQuery.Parsed.Valid(MarketQuery query) ->
          send(
              ctx,
              200,
              new View(
                  List.of(),
                  query.zone().getId(),
                  query.floor().text(),
                  Optional.of(tables(query))));
    }
  }

  private Tables tables(MarketQuery query) {
    MarketFigures figures = market.figures();
    return new Tables(
        query,
        figures,
        MarketTable.all(figures, query.zone(), instance),
        market.stays(),
        figures.bestHour(query.zone(), query.floor().usd(), instance.now()),
        instance);
  }

  private Floor floor(Context ctx) {
    return Floor.of(ctx, instance.today(), instance::rates);
  }

  /** What the reader has set for her own work; on a personal instance else the machine's. */
  private ZoneId zone(Context ctx) {
    Optional<Account> account = new Dispensable().ask(() -> visitors.of(ctx), Optional.empty());
    return account
        .flatMap(
            who ->
                instance
                    .store()
                    .workSettings()
                    .of(who.id())
                    .zone()
                    .or(() -> Optional.of(ZoneId.systemDefault()).filter(_ -> who.isLocal())))
        .orElse(MarketQuery.UTC);
  }

  private void send(Context ctx, int status, View view) {
    Layout layout = Layout.of(Labels.part("market.title"), Labels.part("market.about"), PATH);
    if (status != 200 || !ctx.queryParamMap().isEmpty()) layout = layout.notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "market/market", layout, view));
  }
}
