package worthwhile.site.search;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import worthwhile.pay.money.MinimumWage;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.search.SearchQuery.Parsed.Mistake;
import worthwhile.site.block.Blocking;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Form;
import worthwhile.site.view.BackLink;
import worthwhile.site.view.Floor;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.Remembered;
import worthwhile.site.view.SiteInstance;

/** {@code /me}: what the browser remembers of its worker, to be read, changed and forgotten. */
final class RememberedPage {
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
      List<BlockedLine> blocked,
      List<HiddenLine.Task> hidden,
      BackLink back) {
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
    fields.put("country", now.countries());
    fields.put(Floor.NAME, now.floor().stream().toList());
    fields.put(Remembered.CURRENCY, now.currency().stream().toList());
    fields.put("kind", now.kinds());
    answer(ctx, 200, new Form(fields), List.of());
  }

  private void answer(Context ctx, int status, Form form, List<Mistake> mistakes) {
    View view =
        new View(
            form,
            mistakes,
            SearchChoices.countries(form, List.of()),
            Floor.choices(instance.today()),
            new TreeSet<>(instance.rates().currencies()),
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

  /** A field left empty is forgotten; whom she blocks and what she hid stays. */
  void keep(Context ctx) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (String name : List.of("country", Floor.NAME, Remembered.CURRENCY, "kind")) {
      List<String> values =
          ctx.formParams(name).stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
      if (!values.isEmpty()) said.put(name, values);
    }
    PersonalWords words = PersonalWords.of(said, instance);
    if (!words.mistakes().isEmpty()) {
      answer(ctx, 400, new Form(said), words.mistakes());
      return;
    }
    Remembered.NOTHING
        .withBlocked(Remembered.of(ctx).blocked())
        .withHidden(Remembered.of(ctx).hidden())
        .with(words.said())
        .keep(ctx, instance.settings());
    ctx.redirect(BackLink.of(ctx).href(), HttpStatus.SEE_OTHER);
  }

  void forget(Context ctx) {
    blocking.forget(ctx);
    ctx.redirect("/", HttpStatus.SEE_OTHER);
  }
}
