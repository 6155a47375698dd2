package worthwhile.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import worthwhile.store.account.SessionRows;

/**
 * Signed-in browsers. What the browser holds is random, new at each proof of identity and stored as
 * a hash, so neither a planted cookie nor a stolen database signs anybody in.
 */
public final class Sessions {
  /** A session that is not used for so long is over. */
  public static final Duration IDLE = Duration.ofDays(30);

  /** After this a person signs in again, however often the session is used. */
  public static final Duration LONGEST = Duration.ofDays(180);

  /** Uses are noted at most this often, so that reading does not write. */
  private static final Duration NOTED = Duration.ofMinutes(5);

  private final SessionRows rows;
  private final Clock clock;

  Sessions(SessionRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * A session just begun.
   *
   * @param secret what the browser keeps; it is told nowhere else
   */
  public record Begun(Session session, String secret) {}

  /** Begins a session of somebody who has just proved who they are. */
  public Begun begin(String account, String device) {
    Instant now = clock.instant();
    rows.deleteExpired(now);
    String secret = RandomSecret.next();
    Session session = new Session(UUID.randomUUID().toString(), account, device, now, now, now);
    rows.add(
        new SessionRows.Row(
            session.id(),
            RandomSecret.hash(secret),
            account,
            device,
            now,
            now,
            now,
            now.plus(IDLE)));
    return new Begun(session, secret);
  }

  /** The session that a browser holds; absent if there is none such or it is over. */
  public Optional<Session> of(String secret) {
    Instant now = clock.instant();
    Optional<SessionRows.Row> row =
        rows.byHash(RandomSecret.hash(secret)).filter(found -> found.expires().isAfter(now));
    row.filter(found -> found.lastSeen().plus(NOTED).isBefore(now))
        .ifPresent(found -> rows.seen(found.id(), now, expiry(found, now)));
    return row.map(Sessions::session);
  }

  private static Instant expiry(SessionRows.Row row, Instant now) {
    Instant idle = now.plus(IDLE);
    Instant last = row.created().plus(LONGEST);
    return idle.isBefore(last) ? idle : last;
  }

  /** Those of an account that are not over, the last used first. */
  public List<Session> list(String account) {
    Instant now = clock.instant();
    return rows.of(account).stream()
        .filter(row -> row.expires().isAfter(now))
        .map(Sessions::session)
        .toList();
  }

  /**
   * The person has proved once more who they are: the session goes on under a new secret.
   *
   * @return what the browser keeps from now on
   */
  public String confirm(Session session) {
    String secret = RandomSecret.next();
    rows.confirmed(session.id(), RandomSecret.hash(secret), clock.instant());
    return secret;
  }

  /** Ends one; whether there was such. */
  public boolean end(String account, String id) {
    return rows.end(account, id);
  }

  /** Ends all but one; returns how many. An empty id keeps none. */
  public int endOthers(String account, String kept) {
    return rows.endOthers(account, kept);
  }

  private static Session session(SessionRows.Row row) {
    return new Session(
        row.id(), row.account(), row.device(), row.created(), row.confirmed(), row.lastSeen());
  }
}
