package worthwhile.site.view;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.search.SearchQuery;
import worthwhile.site.http.Urls;

/**
 * The search that a reader came from, which the links of its list carry along in {@code back}. Only
 * what reads as a search is taken, and it is written anew: no link leads elsewhere.
 *
 * @param href address of the search page
 */
public record BackLink(String href) {
  public static final String NAME = "back";

  /** To the search page as it opens by itself. */
  public static final BackLink HOME = new BackLink("/");

  private static final int LONGEST = 600;

  /** What a request carries; the plain search page if it carries nothing that makes sense. */
  public static BackLink of(Context ctx) {
    return Optional.ofNullable(ctx.queryParam(NAME))
        .or(() -> Optional.ofNullable(ctx.formParam(NAME)))
        .filter(text -> text.length() <= LONGEST)
        .flatMap(BackLink::parsed)
        .map(parameters -> new BackLink(Urls.of("/", parameters)))
        .orElse(HOME);
  }

  private static Optional<Map<String, List<String>>> parsed(String text) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    try {
      for (String pair : text.split("&")) {
        String[] sides = pair.split("=", 2);
        if (sides.length == 2 && !sides[1].isBlank())
          parameters
              .computeIfAbsent(decoded(sides[0]), _ -> new ArrayList<>())
              .add(decoded(sides[1]));
      }
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
    Map<String, List<String>> asked = PageAddress.OF_ANYBODY.asked(parameters);
    return SearchQuery.parse(asked) instanceof SearchQuery.Parsed.Valid
        ? Optional.of(parameters)
        : Optional.empty();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Whether there is a search of her own to go back to. */
  public boolean isSearch() {
    return !equals(HOME);
  }

  /** As a link carries it; empty if there is nothing to carry or it would be too long. */
  public String value() {
    String value = isSearch() ? href.substring(2) : "";
    return value.length() > LONGEST ? "" : value;
  }

  /** The same on the address of a page of this site; a search needs none. */
  public String on(String address) {
    if (value().isEmpty() || address.startsWith("/?") || address.equals("/")) return address;
    return address + "?" + NAME + "=" + Urls.parameter(value());
  }
}
