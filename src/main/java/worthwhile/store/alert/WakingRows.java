package worthwhile.store.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** When new postings of platforms came, when their sources were read, and who was told of it. */
public final class WakingRows {
  /** Outcomes of runs after which a new posting would have been known. */
  private static final String IS_READ =
      "outcome in ('items', 'empty', 'unchanged', 'partial', 'forwarded')";

  private final Handle handle;

  WakingRows(Handle handle) {
    this.handle = handle;
  }

  /** When the last posting of a platform came up to a moment; absent if none is known. */
  public Optional<Instant> last(String platform, Instant upTo) {
    return moment("max(first_seen)", "first_seen <= ?", platform, upTo);
  }

  /** When the first posting of a platform came after a moment; absent if none did. */
  public Optional<Instant> first(String platform, Instant after) {
    return moment("min(first_seen)", "first_seen > ?", platform, after);
  }

  private Optional<Instant> moment(String which, String where, String platform, Instant at) {
    return handle
        .select("select " + which + " from posting where platform = ? and " + where, platform, at)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Moments at which postings of a platform came, the earliest first; both ends count. */
  public List<Instant> arrivals(String platform, Instant from, Instant until) {
    return handle
        .select(
            "select distinct first_seen from posting where platform = ? and first_seen >= ?"
                + " and first_seen <= ? order by first_seen",
            platform,
            from,
            until)
        .mapTo(Instant.class)
        .list();
  }

  /** Sources from which postings of a platform came; both ends count. */
  public List<String> sources(String platform, Instant from, Instant until) {
    return handle
        .select(
            "select distinct source from posting where platform = ? and first_seen >= ?"
                + " and first_seen <= ? order by source",
            platform,
            from,
            until)
        .mapTo(String.class)
        .list();
  }

  /** Whether a source was asked at all, with whatever outcome; both ends count. */
  public boolean isAsked(String source, Instant from, Instant until) {
    return handle
            .select(
                "select count(*) from run where source = ? and at >= ? and at <= ?",
                source,
                from,
                until)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  /** When a source was read so that a new posting would have been known, the earliest first. */
  public List<Instant> reads(String source, Instant from, Instant until) {
    return handle
        .select(
            "select at from run where source = ? and at >= ? and at <= ? and "
                + IS_READ
                + " order by at",
            source,
            from,
            until)
        .mapTo(Instant.class)
        .list();
  }

  /** Usual time between runs of a source; absent if it has not settled. */
  public Optional<Duration> interval(String source) {
    return handle
        .select("select revisit from source_state where source = ?", source)
        .mapTo(Long.class)
        .findOne()
        .map(Duration::ofMillis);
  }

  /**
   * Those of these recipients who were told of a waking.
   *
   * @param last day of the platform's last posting before, counted from 1970
   */
  public Set<Long> told(String platform, long last, Collection<Long> recipients) {
    Set<Long> found = new HashSet<>();
    for (List<Long> some : SavedSearchRows.chunks(recipients))
      found.addAll(
          handle
              .createQuery(
                  "select recipient from waking_told where platform = :platform and last = :last"
                      + " and recipient in (<recipients>)")
              .bind("platform", platform)
              .bind("last", last)
              .bindList("recipients", some)
              .mapTo(Long.class)
              .list());
    return found;
  }

  /** Notes that a recipient is told of a waking. */
  public void tell(long recipient, String account, String platform, long last, Instant at) {
    handle.execute(
        "insert into waking_told (recipient, platform, last, account, at) values (?, ?, ?, ?, ?)"
            + " on conflict do nothing",
        recipient,
        platform,
        last,
        account,
        at);
  }

  /** Forgets what was told before a moment. */
  public int thin(Instant before) {
    return handle.execute("delete from waking_told where at < ?", before);
  }
}
