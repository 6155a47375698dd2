package worthwhile.store.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Review;
import worthwhile.store.sql.Database;

/** All reviews of requesters, read as they are asked for. */
public final class AllReviews {
  private static final String BY_REQUESTER =
      """
      select review.*, coalesce(requester.merged_into, review.requester) as head from review
        left join requester on requester.id = review.requester
      where review.hidden = 0 and review.requester is not null
        and not exists (select 1 from claim left join requester claimed on claimed.id = claim.requester
          where claim.account = review.account and claim.proved is not null
            and coalesce(claimed.merged_into, claim.requester)
              = coalesce(requester.merged_into, review.requester))
      order by head, review.at, review.id
      """;

  private final Database database;

  public AllReviews(Database database) {
    this.database = database;
  }

  /**
   * A review and whom it counts for.
   *
   * @param head the id that stands for all that were merged into it
   */
  public record Headed(RequesterId head, Review review) {}

  /**
   * Those that are not hidden and that nobody wrote of herself, one requester after the other; to
   * be closed.
   */
  public Stream<Headed> byRequester() {
    return database.stream(BY_REQUESTER, AllReviews::headed);
  }

  private static Headed headed(ResultSet row, StatementContext context) throws SQLException {
    Review review = ReviewRows.review(row, context);
    RequesterId head = StatementColumns.requester(row, "head").or(review::requester).orElseThrow();
    return new Headed(head, review);
  }
}
