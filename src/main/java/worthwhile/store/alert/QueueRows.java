package worthwhile.store.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import worthwhile.alert.saved.ChannelCheck;
import worthwhile.alert.saved.Delivery;
import worthwhile.posting.Reason;

/** How full the outbox is and how its channels fare, for whoever runs the instance. */
public final class QueueRows {
  private static final String SENT = "alerts-sent ";

  private final Handle handle;

  QueueRows(Handle handle) {
    this.handle = handle;
  }

  /** Deliveries that are due at a moment, by the word of the channel's type. */
  public Map<String, Long> due(Instant now, String exceptFor) {
    return byType("delivery.state = 'due' and delivery.due <= ?", now, exceptFor);
  }

  /** Deliveries that were sent since a moment, by the word of the channel's type. */
  public Map<String, Long> sentSince(Instant since, String exceptFor) {
    return byType("delivery.state = 'sent' and delivery.done >= ?", since, exceptFor);
  }

  private Map<String, Long> byType(String condition, Instant moment, String exceptFor) {
    Map<String, Long> found = new TreeMap<>();
    handle
        .select(
            "select coalesce(recipient.type, 'removed') as type, count(*) as rows from delivery"
                + " left join recipient on recipient.number = delivery.recipient where "
                + condition
                + " and delivery.account <> ? group by coalesce(recipient.type, 'removed')",
            moment,
            exceptFor)
        .map((row, _) -> found.put(row.getString(1), row.getLong(2)))
        .list();
    return found;
  }

  /** Deliveries that wait for their time, quiet hours and digests included. */
  public long waiting(Instant now) {
    return count("select count(*) from delivery where state = 'due' and due > ?", now);
  }

  /** Deliveries that were given up since a moment. */
  public long failedSince(Instant since, String exceptFor) {
    return handle
        .select(
            "select count(*) from delivery where state = 'failed' and done >= ? and account <> ?",
            since,
            exceptFor)
        .mapTo(Long.class)
        .one();
  }

  /**
   * Since when the oldest waits that should have been tried by now; absent if none does. What is
   * tried again later does not count, nor what waits for its turn at somebody who is being served.
   */
  public Optional<Instant> oldestUntried(Instant now) {
    return handle
        .select(
            "select min(next_try) from delivery where state = 'due' and next_try <= ?"
                + " and recipient not in (select recipient from delivery where state = 'due'"
                + " and lease_until > ?)",
            now,
            now)
        .mapTo(Instant.class)
        .findOne();
  }

  /** When the first thing happened that a follower has not looked at; absent if there is none. */
  public Optional<Instant> notLookedAt(String follower) {
    return handle
        .select(
            "select min(at) from posting_history where step = 0 and revision ="
                + " (select min(revision) from posting_history where step = 0 and revision >"
                + " (select revision from follower where name = ?))",
            follower)
        .mapTo(Instant.class)
        .findOne();
  }

  /** Tries one that was given up from its begin; false if there is no such. */
  public boolean retry(String id, Instant now) {
    return handle.execute(
            "update delivery set state = 'due', why = null, error = null, done = null,"
                + " attempts = 0, next_try = ?, lease = null, lease_until = null"
                + " where id = ? and state = 'failed'",
            now,
            id)
        == 1;
  }

  /** Puts one aside that was given up, for this reason; false if there is no such. */
  public boolean drop(String id, Reason why) {
    return handle.execute(
            "update delivery set state = ?, why = ?, error = null where id = ?"
                + " and state = 'failed'",
            Delivery.State.HELD.word(),
            why,
            id)
        == 1;
  }

  /** Counts deliveries that were sent; the sum outlives them. */
  public void countSent(String type, int deliveries) {
    handle.execute(
        "insert into counter (name, value) values (?, ?) on conflict (name)"
            + " do update set value = counter.value + excluded.value",
        SENT + type,
        deliveries);
  }

  /** Deliveries that were ever sent, by the word of the channel's type. */
  public Map<String, Long> sent() {
    Map<String, Long> found = new TreeMap<>();
    handle
        .select("select name, value from counter where name like ?", SENT + "%")
        .map((row, _) -> found.put(row.getString(1).substring(SENT.length()), row.getLong(2)))
        .list();
    return found;
  }

  // --- channels

  /** What was found out of each type of channel, by its word. */
  public List<ChannelCheck> checks() {
    return handle
        .select("select * from channel_check order by type")
        .mapTo(ChannelCheck.class)
        .list();
  }

  /** Notes whether a type of channel could be reached; why not, if it could not. */
  public void check(String type, Instant at, Optional<String> trouble) {
    handle.execute(
        "insert into channel_check (type, at, failures, trouble) values (?, ?, ?, ?)"
            + " on conflict (type) do update set at = excluded.at, trouble = excluded.trouble,"
            + " failures = case when excluded.failures = 0 then 0"
            + " else channel_check.failures + 1 end",
        type,
        at,
        trouble.isPresent() ? 1 : 0,
        trouble);
  }

  private long count(String sql, Instant moment) {
    return handle.select(sql, moment).mapTo(Long.class).one();
  }
}
