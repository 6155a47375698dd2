package worthwhile.site.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.PostingJson;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchQuery.Parsed.Mistake;

/**
 * An error of the API (RFC 9457).
 *
 * @param type what kind of problem it is
 * @param title the same for every problem of a kind
 * @param status the HTTP status
 * @param detail what is wrong here and how to mend it
 * @param instance path, or the reference under which the log has more; null if neither helps
 * @param errors each wrong parameter, and what is allowed
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    List<Mistake> errors) {

  /** A search whose parameters are not understood. */
  public static Problem badParameters(List<Mistake> all) {
    return badParameters("Nothing was searched", all);
  }

  /**
   * A call whose parameters are not understood.
   *
   * @param consequence what was not done, in a few words
   */
  public static Problem badParameters(String consequence, List<Mistake> all) {
    List<Mistake> mistakes = all.stream().limit(Parsed.MOST_TOLD).toList();
    return new Problem(
        "urn:worthwhile:problem:bad-parameters",
        "Bad parameters",
        400,
        consequence
            + ": "
            + (mistakes.size() == 1 ? "1 parameter is" : mistakes.size() + " parameters are")
            + " not understood. See errors for what is allowed.",
        null,
        mistakes);
  }

  public static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, null, List.of());
  }

  public Problem withInstance(String reference) {
    return new Problem(type, title, status, detail, reference, errors);
  }

  public void send(Context ctx) {
    String body = PostingJson.MAPPER.writeValueAsString(this);
    Answer.send(ctx, status, Answer.PROBLEM, "no-store", body);
  }
}
