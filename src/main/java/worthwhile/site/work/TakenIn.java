package worthwhile.site.work;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.site.http.Urls;
import worthwhile.work.Merge;

/**
 * What an import came to, told on the page of earnings that it leads to.
 *
 * @param rejected rows that were not taken
 */
record TakenIn(int added, int changed, int unchanged, int rejected) {
  static TakenIn of(Merge.Plan plan, int rejected) {
    return new TakenIn(plan.added().size(), plan.changed().size(), plan.unchanged(), rejected);
  }

  /** Where it is told: beside all of her work, since a history is older than a month. */
  String address() {
    return Urls.of(
        EarningsPage.PATH,
        Map.of(
            "period", List.of("all"),
            "added", List.of("" + added),
            "changed", List.of("" + changed),
            "known", List.of("" + unchanged),
            "rejected", List.of("" + rejected)));
  }

  /** What the address tells; absent if it tells of no import. */
  static Optional<TakenIn> of(Context ctx) {
    if (ctx.queryParam("added") == null) return Optional.empty();
    return Optional.of(
        new TakenIn(
            number(ctx, "added"),
            number(ctx, "changed"),
            number(ctx, "known"),
            number(ctx, "rejected")));
  }

  private static int number(Context ctx, String name) {
    String value = ctx.queryParam(name);
    return value != null && value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
  }
}
