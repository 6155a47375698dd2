package worthwhile.site.block;

import java.util.Optional;
import worthwhile.posting.Reason;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.site.view.BackLink;

/**
 * The form by which a visitor blocks a requester or takes that back.
 *
 * @param name of the requester
 * @param blocked whether she is blocked
 * @param alerts whether the visitor has an account, whose alerts go by it too
 * @param posting id of the task on whose page it stands; absent on the page of the requester
 * @param back to the search that the visitor came from
 * @param letGo name of the one that is blocked no more because of the last; absent if all fitted
 */
public record BlockForm(
    RequesterId id,
    String name,
    boolean blocked,
    boolean alerts,
    Optional<String> posting,
    BackLink back,
    Optional<String> letGo) {
  /** Where forms that block are sent to. */
  public static final String PATH = "/me/blocked";

  static final String LET_GO = "let_go";

  /** What became of it, in a sentence. */
  public String said() {
    return Reason.of(alerts ? "requester-blocked-alerts" : "requester-blocked")
        .with("name", name)
        .said();
  }

  /** Who is blocked no more because of it, in a sentence. */
  public Optional<String> fallen() {
    return letGo.map(
        gone ->
            Reason.of("requester-let-go")
                .with("name", gone)
                .with("most", BlockedRequesters.MOST)
                .said());
  }
}
