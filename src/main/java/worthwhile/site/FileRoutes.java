package worthwhile.site;

import io.javalin.http.Context;
import java.util.List;
import worthwhile.site.http.Answer;
import worthwhile.site.http.Assets;
import worthwhile.site.http.Route;

/** What is the same for everybody at all times: style, scripts, icon, the API's description. */
final class FileRoutes {
  private static final String FAVICON =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\""
          + " height=\"32\" rx=\"7\" fill=\"#0b5d4b\"/><path d=\"M6 10l4.5 13L16 12l5.5 11L26"
          + " 10\" fill=\"none\" stroke=\"#fff\" stroke-width=\"3.2\" stroke-linecap=\"round\""
          + " stroke-linejoin=\"round\"/></svg>";

  private FileRoutes() {}

  static List<Route> of(Assets assets, OpenApi openapi) {
    return List.of(
        Route.file(assets.style().path(), assets.style()::send),
        Route.file(assets.script().path(), assets.script()::send),
        Route.file(assets.passkeys().path(), assets.passkeys()::send),
        Route.file(assets.alerts().path(), assets.alerts()::send),
        Route.file("/favicon.svg", FileRoutes::icon),
        Route.file("/favicon.ico", FileRoutes::icon),
        Route.call("/openapi.json", openapi));
  }

  private static void icon(Context ctx) {
    Answer.send(ctx, 200, "image/svg+xml", "public, max-age=86400", FAVICON);
  }
}
