package worthwhile.store.posting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import worthwhile.store.source.Runs;
import worthwhile.store.sql.Database;

/** When postings came and went, and between which readings of their source. */
public final class Departures {
  /** So many are looked at, those that went last: a bound for what a page may cost. */
  static final int MOST = 20_000;

  /** A posting is missing before it is closed, mostly by less than this. */
  private static final long EARLIER_MILLIS = 24 * 3_600_000L;

  /** The last reading of a source, before a time, that told all of it. */
  private static final String READ_BEFORE =
      "(select max(run.at) from run where run.source = left_off.source and "
          + Runs.IS_COMPLETE
          + " and run.at < left_off.";

  private static final String SQL =
      """
      select left_off.platform, left_off.first_seen as seen, left_off.gone,
      """
          + READ_BEFORE
          + "first_seen) as read_before_seen, "
          + READ_BEFORE
          + "gone) as read_before_gone"
          + """
           from (select posting.id, posting.platform, posting.source, posting.first_seen,
              min(posting_history.at) as gone
            from posting_history
              join posting on posting.id = posting_history.posting
              left join assessment on assessment.posting = posting.id
            where posting_history.what in ('missing', 'closed') and posting_history.at >= ?
              and posting_history.at >= posting.last_seen and posting.state = 'closed'
              and posting.reposts = 0 and posting.platform is not null
              and coalesce(assessment.gravest, 0) < 3
              and coalesce(posting.state_reason, '') not like '%"replaced"%'
              and coalesce(posting.state_reason, '') not like '%"kept-long-enough"%'
            group by posting.id, posting.platform, posting.source, posting.first_seen
            order by gone desc limit ?) left_off
          where left_off.gone >= ?
          """;

  private final Database database;

  public Departures(Database database) {
    this.database = database;
  }

  /**
   * A posting that is closed.
   *
   * @param platform id
   * @param seen when it was first seen
   * @param gone when it was first missed, for good
   * @param readBeforeSeen when its source had been read to the end before it was seen
   * @param readBeforeGone the same before it was missed
   */
  public record Departure(
      String platform,
      Instant seen,
      Instant gone,
      Optional<Instant> readBeforeSeen,
      Optional<Instant> readBeforeGone) {}

  /**
   * Postings that went since then and never came back. Left out are those whose warnings call them
   * dangerous, those that were put up again, and those that were only forgotten here.
   */
  public List<Departure> since(Instant since) {
    return database.list(Departure.class, SQL, since.minusMillis(EARLIER_MILLIS), MOST, since);
  }
}
