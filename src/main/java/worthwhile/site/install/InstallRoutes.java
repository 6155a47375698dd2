package worthwhile.site.install;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Assets;
import worthwhile.site.http.Feature;
import worthwhile.site.http.Route;
import worthwhile.site.view.Labels;
import worthwhile.site.view.Layout;
import worthwhile.site.view.Pages;
import worthwhile.site.view.SiteInstance;

/**
 * What a phone needs to keep the site among its programs, what search engines ask for, and in which
 * language a browser is answered.
 */
public final class InstallRoutes {
  private static final String DAY = "public, max-age=86400";
  private static final String MANIFEST = Assets.read("/static/manifest.webmanifest");
  private static final String WORKER = Assets.read("/static/sw.js");
  private static final List<String> PICTURES =
      List.of("icon-192", "icon-512", "icon-maskable", "icon-apple", "picture");

  private InstallRoutes() {}

  /**
   * The addresses.
   *
   * @param readable paths of pages that search engines may keep, beside platforms and tasks
   */
  public static Feature of(SiteInstance instance, Pages pages, List<String> readable) {
    List<Route> files =
        List.of(
            Route.file("/manifest.webmanifest", InstallRoutes::manifest),
            Route.file("/sw.js", InstallRoutes::worker),
            Route.page("/offline", ctx -> offline(ctx, pages)),
            Route.form("/language", new LanguageAnswer(instance.settings())),
            Route.file("/robots.txt", ctx -> robots(ctx, instance)),
            Route.file("/sitemap.xml", new Sitemap(instance, readable)));
    Stream<Route> pictures =
        PICTURES.stream().map(name -> picture("/static/pictures/" + name + ".png"));
    return new Feature("install", Stream.concat(files.stream(), pictures).toList());
  }

  private static void manifest(Context ctx) {
    Answer.send(ctx, 200, "application/manifest+json", DAY, MANIFEST);
  }

  /** The script that browsers keep; each look for a newer one reaches the server. */
  private static void worker(Context ctx) {
    Answer.send(ctx, 200, "text/javascript; charset=utf-8", "no-cache", WORKER);
  }

  /** Kept by browsers and shown where the site cannot be reached: it says nothing of anybody. */
  private static void offline(Context ctx, Pages pages) {
    Layout layout = Layout.error(Labels.part("offline.title"));
    Answer.html(ctx, 200, pages.render("install/offline", layout, ""));
  }

  private static void robots(Context ctx, SiteInstance instance) {
    String text =
        "User-agent: *\nDisallow: /api/\nDisallow: /*?\nDisallow: /account\nDisallow: /metrics\n"
            + "Sitemap: "
            + instance.base(ctx)
            + "/sitemap.xml\n";
    Answer.send(ctx, 200, "text/plain; charset=utf-8", DAY, text);
  }

  private static Route picture(String path) {
    byte[] png = Assets.bytes(path);
    return Route.file(
        path, ctx -> ctx.contentType("image/png").header("Cache-Control", DAY).result(png));
  }
}
