package worthwhile.site.operate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.fetch.body.Body;
import worthwhile.store.Store;
import worthwhile.store.source.Runs;
import worthwhile.text.Shortened;

/**
 * A run that went wrong, with the page that caused it.
 *
 * @param page address; absent where the run asked for none
 * @param seen the beginning of what was seen there, as text; absent if it is no longer kept
 */
record RunError(Runs.Run run, Optional<String> page, Optional<String> seen) {
  private static final int SHOWN = 3;

  /** Characters of a page that are shown. */
  private static final int EXCERPT = 1_200;

  /** Bytes of a page that are looked at: its beginning tells what kind of page it is. */
  private static final int LOOKED_AT = 200_000;

  /** The last errors of a source, newest first. */
  static List<RunError> of(String source, Store store) {
    return store.runs().incomplete(source, SHOWN).stream().map(run -> of(run, store)).toList();
  }

  private static RunError of(Runs.Run run, Store store) {
    Optional<String> named =
        run.reason()
            .map(reason -> reason.parameters().get("url"))
            .filter(String.class::isInstance)
            .map(String.class::cast);
    Optional<Response> last = store.bodies().last(run.id());
    Optional<Response> body =
        last.filter(kept -> named.isEmpty() || named.get().equals(kept.url().toString()));
    return new RunError(
        run, named.or(() -> last.map(kept -> kept.url().toString())), body.map(RunError::excerpt));
  }

  private static String excerpt(Response whole) {
    ParsedPage page = ParsedPage.of(shortened(whole));
    String text =
        page.kind() == Body.Kind.HTML ? page.document().text() : page.body().text().strip();
    return Shortened.to(EXCERPT, text);
  }

  private static Response shortened(Response whole) {
    if (whole.body().length <= LOOKED_AT) return whole;
    return new Response(
        whole.url(),
        whole.status(),
        whole.headers(),
        Arrays.copyOf(whole.body(), LOOKED_AT),
        whole.at());
  }
}
