package worthwhile.site.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Headers of every answer, errors included. */
public final class SecurityHeaders {
  /**
   * Nothing but our own style sheet, script, images and manifest; no frame around us, no form to
   * elsewhere.
   */
  public static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "strict-origin-when-cross-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");

  /** For a year browsers ask by https only. Other names of the operator are not ours to bind. */
  private static final String HTTPS_ONLY = "max-age=31536000";

  /** Where one signs in, decides about others or runs the instance. */
  private static final List<String> APART = List.of("/account", "/moderation", "/operate");

  private SecurityHeaders() {}

  /**
   * The header that takes from a site that opened ours its hold on the window, on the pages where
   * it could do harm. It makes a browser begin a new process: on a slow phone that is half a second
   * of the first page, which is not asked of those who look at tasks.
   */
  public static Map<String, String> opener(String path) {
    boolean apart =
        APART.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    return apart ? Map.of("Cross-Origin-Opener-Policy", "same-origin") : Map.of();
  }

  /** The headers of an instance; one that people reach by https says that it stays so. */
  public static Map<String, String> of(SiteSettings settings) {
    if (!settings.https()) return ALWAYS;
    Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
    headers.put("Strict-Transport-Security", HTTPS_ONLY);
    return Map.copyOf(headers);
  }
}
