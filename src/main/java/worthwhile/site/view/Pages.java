package worthwhile.site.view;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import worthwhile.account.Account;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Reason;
import worthwhile.site.http.Assets;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.Visitors;
import worthwhile.work.time.Timer;

/** Renders the templates, which the build has compiled into this package. */
public final class Pages {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "worthwhile.site");
  private final SiteSettings settings;
  private final Assets assets;
  private final Visitors visitors;
  private final Supplier<Rates> rates;
  private final NearDeadlines deadlines;
  private final Function<Account, Optional<Timer>> timers;
  private final ToIntFunction<Account> untold;
  private final Clock clock;

  /**
   * Pages of a site.
   *
   * @param timers the timer that runs for an account
   * @param untold how many notices an account has not looked at
   */
  public Pages(
      SiteSettings settings,
      Assets assets,
      Visitors visitors,
      Supplier<Rates> rates,
      NearDeadlines deadlines,
      Function<Account, Optional<Timer>> timers,
      ToIntFunction<Account> untold,
      Clock clock) {
    this.settings = settings;
    this.assets = assets;
    this.visitors = visitors;
    this.rates = rates;
    this.deadlines = deadlines;
    this.timers = timers;
    this.untold = untold;
    this.clock = clock;
  }

  /** The whole page, as whoever asks for it sees it. */
  public String render(Context ctx, String template, Layout layout, Object view) {
    Dispensable asked = new Dispensable();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Floor floor = asked.ask(() -> Floor.of(ctx, today, rates), Floor.NONE);
    Optional<Account> visitor = asked.ask(() -> visitors.of(ctx), Optional.empty());
    Optional<Timer> timer = asked.ask(() -> visitor.flatMap(timers), Optional.empty());
    int news = asked.ask(() -> visitor.map(untold::applyAsInt).orElse(0), 0);
    Layout seen =
        layout.seenBy(
            visitor, timer.map(running -> RunningClock.of(running, clock.instant())), news);
    for (Reason near :
        asked.ask(() -> deadlines.of(visitor, Remembered.of(ctx), today), List.<Reason>of()))
      seen = seen.withNotice(near);
    return render(template, asked.said(seen), view, floor);
  }

  /**
   * The whole page, as nobody in particular sees it: asks no database, so that nothing can fail.
   */
  public String render(String template, Layout layout, Object view) {
    return render(template, layout, view, Floor.NONE);
  }

  private String render(String template, Layout layout, Object view, Floor floor) {
    StringOutput out = new StringOutput(32 * 1024);
    Map<String, Object> parameters =
        Map.of(
            "layout", layout, "settings", settings, "assets", assets, "view", view, "floor", floor);
    engine.render(template + ".jte", parameters, out);
    return out.toString();
  }
}
