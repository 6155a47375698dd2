package worthwhile.site;

import java.util.List;

/**
 * A part of the site with all of its addresses.
 *
 * @param name under which {@code openapi/NAME.json} describes what programs may ask of it
 * @param routes where two fit a request, the earlier one answers
 */
record Feature(String name, List<Route> routes) {}
