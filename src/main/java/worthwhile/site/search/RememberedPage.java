package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import worthwhile.pay.money.MinimumWage;
import worthwhile.pay.money.WageFloor;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.block.Blocking;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.me.ComparedTasks;
import worthwhile.site.me.LanguageNames;
import worthwhile.site.me.LastVisit;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;

/** {@code /me}: what the browser remembers of its worker, to be read, changed and forgotten. */
final class RememberedPage {
  /** In the short form above a list. */
  private static final String BRIEF = "brief";

  /** What that form says by fields that are left empty. */
  private static final Map<String, List<String>> UNSAID =
      Map.of(
          Remembered.COUNTRY, List.of(),
          Remembered.LANGUAGE, List.of(),
          Floor.NAME, List.of("none"),
          Remembered.MINUTES, List.of("none"));

  private static final List<String> FIELDS =
      List.of(
          Remembered.COUNTRY,
          Remembered.LANGUAGE,
          Floor.NAME,
          Remembered.CURRENCY,
          Remembered.MINUTES,
          Remembered.KIND,
          Remembered.DEVICE,
          Remembered.PLATFORM);

  /** Platforms to choose from: those with most tasks here. */
  private static final int MOST_PLATFORMS = 40;

  private final SiteInstance instance;
  private final Pages pages;
  private final Blocking blocking;

  RememberedPage(SiteInstance instance, Pages pages, Blocking blocking) {
    this.instance = instance;
    this.pages = pages;
    this.blocking = blocking;
  }

  /**
   * The page.
   *
   * @param form what is remembered, or what was typed
   * @param platforms names to choose from, by id
   * @param blocked whom the reader blocks, the last one first
   * @param hidden tasks that the reader hid, the last one first
   * @param back to the search that the reader came from
   */
  record View(
      Form form,
      List<Mistake> mistakes,
      SearchView.Countries countries,
      List<MinimumWage> wages,
      Set<String> currencies,
      Map<String, String> platforms,
      List<BlockedLine> blocked,
      List<HiddenLine.Task> hidden,
      BackLink back) {
    /** What the form calls a field. */
    static String label(String field) {
      return Labels.part("me." + field);
    }

    boolean isWrong(String field) {
      return mistakes.stream().anyMatch(mistake -> mistake.parameter().equals(field));
    }
  }

  /**
   * A requester that is blocked.
   *
   * @param platform its name
   */
  record BlockedLine(RequesterId id, String name, String platform) {}

  private Map<String, String> platforms(Form form) {
    Set<String> ids = new TreeSet<>(form.all(Remembered.PLATFORM));
    instance
        .index()
        .search(SearchQuery.everything().withSize(1))
        .facets()
        .getOrDefault(Remembered.PLATFORM, List.of())
        .stream()
        .limit(MOST_PLATFORMS)
        .forEach(counted -> ids.add(counted.value()));
    Map<String, String> names = new LinkedHashMap<>();
    ids.stream()
        .sorted(Comparator.comparing(instance::platformName, String.CASE_INSENSITIVE_ORDER))
        .forEach(id -> names.put(id, instance.platformName(id)));
    return names;
  }

  private List<BlockedLine> blocked(Context ctx) {
    return blocking.of(ctx).ids().reversed().stream()
        .map(id -> new BlockedLine(id, blocking.name(id), instance.platformName(id.platform())))
        .toList();
  }

  private List<HiddenLine.Task> hidden(Context ctx) {
    List<String> ids = Remembered.of(ctx).hidden().ids().reversed();
    Map<String, Posting> known = ids.isEmpty() ? Map.of() : instance.store().postings().byIds(ids);
    return ids.stream().map(id -> HiddenLine.task(id, Optional.ofNullable(known.get(id)))).toList();
  }

  void show(Context ctx) {
    Remembered now = Remembered.of(ctx);
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put(Remembered.COUNTRY, now.countries());
    fields.put(Remembered.LANGUAGE, line(LanguageNames.line(now.languages())));
    fields.put(Remembered.MINUTES, now.minutes().map(String::valueOf).stream().toList());
    fields.put(Remembered.DEVICE, now.devices());
    fields.put(Remembered.PLATFORM, now.platforms());
    fields.put(Floor.NAME, now.floor().stream().toList());
    fields.put(Remembered.CURRENCY, now.currency().stream().toList());
    fields.put("kind", now.kinds());
    answer(ctx, 200, new Form(fields), List.of());
  }

  private static List<String> line(String text) {
    return text.isEmpty() ? List.of() : List.of(text);
  }

  private void answer(Context ctx, int status, Form form, List<Mistake> mistakes) {
    View view =
        new View(
            form,
            mistakes,
            SearchChoices.countries(form, List.of()),
            Floor.choices(instance.today()),
            new TreeSet<>(instance.rates().currencies()),
            platforms(form),
            blocked(ctx),
            hidden(ctx),
            BackLink.of(ctx));
    Layout layout =
        Layout.of(
                Labels.part("search.about-you"),
                Labels.part("search.what-this-browser-remembers"),
                "")
            .notIndexed();
    Answer.html(ctx, status, pages.render(ctx, "search/me", layout, view));
  }

  /**
   * A field left empty is forgotten; whom she blocks, what she hid and her rhythm stay. The short
   * form above a list says nothing of what it does not ask for.
   */
  void keep(Context ctx) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (String name : FIELDS) {
      List<String> values =
          ctx.formParams(name).stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
      if (!values.isEmpty()) said.put(name, values);
    }
    Remembered known = Remembered.of(ctx);
    boolean brief = ctx.formParam(BRIEF) != null;
    if (brief && known.countries().isEmpty()) proposeFloor(said);
    PersonalWords words = PersonalWords.ofForm(said, instance);
    if (!words.mistakes().isEmpty()) {
      answer(ctx, 400, new Form(said), words.mistakes());
      return;
    }
    (brief ? known.with(UNSAID) : besides(known)).with(words.said()).keep(ctx, instance.settings());
    ctx.redirect(BackLink.of(ctx).href(), HttpStatus.SEE_OTHER);
  }

  private static Remembered besides(Remembered known) {
    return Remembered.NOTHING
        .withBlocked(known.blocked())
        .withHidden(known.hidden())
        .withRhythm(known.rhythm());
  }

  /**
   * The official minimum wage of her country, where there is one and she has named nothing else.
   */
  private void proposeFloor(Map<String, List<String>> said) {
    List<String> countries = PersonalWords.codes(said.getOrDefault("country", List.of()));
    if (said.containsKey(Floor.NAME) || countries.size() != 1) return;
    boolean official =
        Floor.choice(countries.getFirst(), instance.today(), instance::rates)
                instanceof Floor.Choice.Made(Floor floor)
            && floor.chosen().filter(WageFloor.Official.class::isInstance).isPresent();
    if (official) said.put(Floor.NAME, countries);
  }

  void forget(Context ctx) {
    blocking.forget(ctx);
    LastVisit.forget(ctx, instance.settings());
    ComparedTasks.forget(ctx, instance.settings());
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }
}
