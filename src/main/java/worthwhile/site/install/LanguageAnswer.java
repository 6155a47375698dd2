package worthwhile.site.install;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.site.http.Cookies;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.language.ReaderLanguage;

/**
 * {@code POST /language}: has the browser keep the language that its reader chose in the footer,
 * and leads back to the page on which she did.
 */
final class LanguageAnswer implements Handler {
  private static final Duration YEAR = Duration.ofDays(365);

  private final SiteSettings settings;

  LanguageAnswer(SiteSettings settings) {
    this.settings = settings;
  }

  @Override
  public void handle(Context ctx) {
    Optional<String> chosen = ReaderLanguage.known(ctx.formParam(ReaderLanguage.NAME));
    Duration lifetime = chosen.isPresent() ? YEAR : Duration.ZERO;
    Cookies.keepReadable(ctx, settings, ReaderLanguage.NAME, chosen.orElse(""), lifetime);
    ctx.redirect(page(ctx.header("Referer")), HttpStatus.SEE_OTHER);
  }

  /**
   * Path and query of the page that the form stood on. Only they are taken, so that no other site
   * can be led to; the form came from this one, or it would have been refused.
   */
  private static String page(@Nullable String referrer) {
    if (referrer == null) return "/";
    try {
      URI uri = URI.create(referrer);
      String path = uri.getRawPath();
      if (path == null || !path.startsWith("/") || path.startsWith("//")) return "/";
      return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException garbled) {
      return "/";
    }
  }
}
