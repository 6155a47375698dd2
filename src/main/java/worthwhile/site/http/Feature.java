package worthwhile.site.http;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of the site with all of its addresses.
 *
 * @param name under which {@code openapi/NAME.json} describes what programs may ask of it
 * @param routes where two fit a request, the earlier one answers
 */
public record Feature(String name, List<Route> routes) {
  /** A feature that gives its routes in several tables. */
  @SafeVarargs
  public static Feature of(String name, List<Route>... tables) {
    return new Feature(name, Stream.of(tables).flatMap(List::stream).toList());
  }
}
