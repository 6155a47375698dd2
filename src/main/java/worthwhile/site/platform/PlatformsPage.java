package worthwhile.site.platform;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.market.Market;
import worthwhile.posting.Reason;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.http.Parameters;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Floor;
import worthwhile.site.view.JoinedPlatforms;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/** {@code GET /platforms}: every place where work is offered, compared in one table. */
final class PlatformsPage implements Handler {
  private static final String COUNTRY = "country";

  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;
  private final JoinedPlatforms joined;
  private final Market market;

  PlatformsPage(
      SiteInstance instance,
      Visitors visitors,
      Pages pages,
      JoinedPlatforms joined,
      Market market) {
    this.instance = instance;
    this.visitors = visitors;
    this.joined = joined;
    this.pages = pages;
    this.market = market;
  }

  /**
   * The table.
   *
   * @param query absent if the parameters had mistakes
   * @param all number of platforms without any filter
   * @param leftOut number of those that fit but take no workers from the reader's countries
   * @param worth platforms that the reader has not joined and that pay more than she needs
   * @param any whether the address says that her countries do not matter
   */
  record View(
      Form form,
      List<Mistake> mistakes,
      Optional<PlatformQuery> query,
      List<PlatformLine> lines,
      int all,
      int leftOut,
      List<WorthJoining> worth,
      boolean any) {
    /** What a table's column says of its order to those who cannot see it. */
    @Nullable String ariaSort(PlatformSort sort) {
      if (query.map(PlatformQuery::sort).filter(sort::equals).isEmpty()) return null;
      return switch (sort) {
        case OPEN, PAY -> "descending";
        case NAME, KIND, STATUS, ACCESS, MINIMUM, DELAY -> "ascending";
      };
    }

    /** The address of the same list in another order. */
    String by(PlatformSort sort) {
      return query.map(asked -> at(asked.in(sort).toParameters(), any)).orElse("/platforms");
    }

    /** The address of the same list, also with those that take nobody from her countries. */
    String anywhere() {
      Map<String, List<String>> parameters = new LinkedHashMap<>(form.values());
      parameters.remove(COUNTRY);
      return at(parameters, true);
    }

    /** The address of the same list, as her browser's countries have it. */
    String mine() {
      return at(form.values(), false);
    }

    /** What the form has to carry along. */
    List<String> countries() {
      return any ? List.of(Remembered.ANY) : form.all(COUNTRY);
    }

    /** From where she may join, in words; absent for no matter where. */
    Optional<String> from() {
      return query
          .map(PlatformQuery::countries)
          .filter(countries -> !countries.isEmpty())
          .map(Show::countries);
    }

    /** How many are left out because they take nobody from her countries. */
    String toldLeftOut() {
      return Reason.of("platforms-left-out")
          .with("n", leftOut)
          .with("countries", from().orElse(""))
          .said();
    }

    /** Whether she may join, in a word or two. */
    String joins(PlatformLine line) {
      return query
          .flatMap(asked -> Joining.of(line.platform(), asked.countries()))
          .map(Joining::word)
          .orElse("");
    }

    private static String at(Map<String, List<String>> parameters, boolean any) {
      Map<String, List<String>> all = new LinkedHashMap<>(parameters);
      if (any) all.put(COUNTRY, List.of(Remembered.ANY));
      return Urls.of("/platforms", all);
    }
  }

  @Override
  public void handle(Context ctx) {
    Map<String, List<String>> given = Parameters.filled(ctx);
    if (Parameters.hasBlank(ctx) && Urls.fits(Urls.of("/platforms", given))) {
      ctx.redirect(Urls.of("/platforms", given), HttpStatus.SEE_OTHER);
      return;
    }
    switch (PlatformQuery.parse(asked(ctx, given))) {
      case PlatformQuery.Parsed.Invalid(List<Mistake> mistakes) ->
          send(
              ctx,
              400,
              new View(
                  new Form(given),
                  mistakes,
                  Optional.empty(),
                  List.of(),
                  all(),
                  0,
                  List.of(),
                  false));
      case PlatformQuery.Parsed.Valid(PlatformQuery query) ->
          send(
              ctx,
              200,
              view(ctx, query, given.containsKey(COUNTRY) && query.countries().isEmpty()));
    }
  }

  /** What the address says, and the remembered countries where it says nothing of them. */
  private static Map<String, List<String>> asked(Context ctx, Map<String, List<String>> given) {
    List<String> remembered = Remembered.of(ctx).countries();
    if (given.containsKey(COUNTRY) || remembered.isEmpty()) return given;
    Map<String, List<String>> asked = new LinkedHashMap<>(given);
    asked.put(COUNTRY, remembered);
    return asked;
  }

  private View view(Context ctx, PlatformQuery query, boolean any) {
    List<PlatformLine> fitting = query.anywhere(instance, market.figures());
    List<PlatformLine> open = fitting.stream().filter(query::takesWorkers).toList();
    return new View(
        new Form(query.toParameters()),
        List.of(),
        Optional.of(query),
        open,
        all(),
        fitting.size() - open.size(),
        worth(ctx, query, open),
        any);
  }

  /** Nothing for readers who have not said which platforms they have joined. */
  private List<WorthJoining> worth(Context ctx, PlatformQuery query, List<PlatformLine> open) {
    Remembered remembered = Remembered.of(ctx);
    if (remembered.platforms().isEmpty()) return List.of();
    return WorthJoining.of(
        open,
        query.countries(),
        joined.of(visitors.of(ctx), remembered),
        Floor.of(ctx, instance.today(), instance::rates),
        market.figures().all().median());
  }

  private int all() {
    return instance.sources().platforms().size();
  }

  private void send(Context ctx, int status, View view) {
    Layout layout =
        Layout.of(
            Labels.part("platform.platforms"),
            Labels.part("platform.platforms-boards-and-forums-with-paid-tasks"),
            "/platforms");
    if (!ctx.queryParamMap().isEmpty()) layout = layout.notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "platform/platforms", layout, view));
  }
}
