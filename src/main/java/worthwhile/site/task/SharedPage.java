package worthwhile.site.task;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.posting.Posting;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Urls;
import worthwhile.site.http.Visitors;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.text.CleanText;

/**
 * {@code GET /share}: what a phone shares with the site. A task whose address is known here is
 * opened; anything else can be noted as work in hand, or be looked at as {@code /check} does. An
 * installed site has one place to share with, so both stand on one page. Nothing is stored by it.
 */
final class SharedPage implements Handler {
  static final String PATH = "/share";
  private static final int LONGEST_TITLE = 300;

  private final SiteInstance instance;
  private final Visitors visitors;
  private final Pages pages;

  SharedPage(SiteInstance instance, Visitors visitors, Pages pages) {
    this.instance = instance;
    this.visitors = visitors;
    this.pages = pages;
  }

  /**
   * The page.
   *
   * @param title what the task is probably called; empty if nothing was shared
   * @param platform name of the platform that its address belongs to; empty if none does
   * @param text all that was shared
   * @param hasAddress whether an address is among it
   * @param canNote whether the reader has a list of her own here
   */
  record View(String title, String platform, String text, boolean hasAddress, boolean canNote) {}

  @Override
  public void handle(Context ctx) {
    String text =
        Stream.of("title", "text", "url")
            .map(ctx::queryParam)
            .filter(value -> value != null && !value.isBlank())
            .distinct()
            .collect(Collectors.joining("\n"));
    Optional<SharedAddress> address = SharedAddress.in(text);
    Optional<String> known = address.flatMap(this::known);
    if (known.isPresent()) {
      ctx.redirect(Urls.task(known.get()), HttpStatus.SEE_OTHER);
      return;
    }
    View view =
        new View(
            title(text),
            address.flatMap(this::platform).map(Platform::name).orElse(""),
            text,
            address.isPresent(),
            visitors.of(ctx).isPresent());
    Layout layout =
        Layout.of(Labels.part("share.title"), Labels.part("share.about"), "").notIndexed();
    Answer.html(ctx, 200, pages.render(ctx, "task/shared", layout, view));
  }

  /** The first line that is no address. */
  private static String title(String text) {
    return text.lines()
        .map(line -> CleanText.line(SharedAddress.without(line)))
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> line.substring(0, Math.min(line.length(), LONGEST_TITLE)))
        .orElse("");
  }

  /**
   * The id of the task of this address. Ids are made of a source and of what the platform calls the
   * task, which its address mostly holds: each such id is looked up, and its own address compared.
   */
  private Optional<String> known(SharedAddress address) {
    List<String> ids =
        instance.sources().all().stream()
            .flatMap(source -> address.words().stream().map(word -> source.id() + ":" + word))
            .toList();
    Map<String, Posting> found = ids.isEmpty() ? Map.of() : instance.store().postings().byIds(ids);
    return found.values().stream()
        .filter(posting -> address.isOf(posting.job().url()))
        .map(Posting::id)
        .sorted()
        .findFirst();
  }

  private Optional<Platform> platform(SharedAddress address) {
    return instance.sources().platforms().stream()
        .filter(platform -> platform.homepage().filter(address::isBelow).isPresent())
        .findFirst();
  }
}
