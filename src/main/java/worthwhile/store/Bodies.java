package worthwhile.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;

/** What was fetched: compressed, for a bounded time, newest per page kept longest. */
public interface Bodies {
  /** Keeps a body with its validators, under the run and the page that it was fetched for. */
  void keep(String source, String page, String runId, Response response, Validators validators);

  /** Validators of the newest body of a page. */
  Validators validators(String source, String url);

  /** Bodies of the newest complete run of a source, in the order of its pages. */
  List<Response> newest(String source);

  /** Deletes what is older, but never the newest run of a source; answers how many went. */
  int deleteBefore(Instant instant);

  /** The newest body of one page. */
  Optional<Response> newest(String source, String url);
}
