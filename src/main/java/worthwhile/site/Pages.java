package worthwhile.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** Renders the templates, which the build has compiled into this package. */
final class Pages {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "worthwhile.site");
  private final SiteSettings settings;
  private final Assets assets;

  Pages(SiteSettings settings, Assets assets) {
    this.settings = settings;
    this.assets = assets;
  }

  /** The whole page. */
  String render(String template, Layout layout, Object view) {
    StringOutput out = new StringOutput(32 * 1024);
    Map<String, Object> parameters =
        Map.of("layout", layout, "settings", settings, "assets", assets, "view", view);
    engine.render(template + ".jte", parameters, out);
    return out.toString();
  }
}
