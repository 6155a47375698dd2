package worthwhile.store.alert;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import worthwhile.alert.saved.AlertReason;
import worthwhile.alert.saved.Delivery;
import worthwhile.posting.PostingJson;
import worthwhile.posting.word.Worded;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.InLists;

/** The outbox, which is the ledger too. */
public final class DeliveryRows {
  /** Read by their places: to look each up by its name for each row cost more than the rows. */
  private static final String COLUMNS =
      "delivery.id, delivery.account, delivery.recipient, delivery.reason, delivery.state,"
          + " delivery.why, delivery.items, delivery.due, delivery.next_try, delivery.attempts,"
          + " delivery.error, delivery.created, delivery.done";

  private static final String SELECT = "select " + COLUMNS + " from delivery";

  private static final String INSERT =
      """
      insert into delivery (id, account, recipient, reason, state, why, items, due, next_try,
        attempts, error, created, done, lease, lease_until)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Whoever had an address with the account that a search is of was told of what it found. */
  private static final String OF_SEARCH =
      SELECT
          + """
           where recipient in (
              select number from recipient where account = :account
              union select number from former_recipient where account = :account)
            and replace(items, :named, '') <> items
            and (:posting = '' or replace(items, :posting, '') <> items)
          order by created desc, id limit :most offset :skip
          """;

  static final String SETTLE =
      """
      update delivery set state = ?, why = ?, items = coalesce(?, items), next_try = ?,
        attempts = ?, error = ?, done = ?, lease = null, lease_until = null
      where id = ? and lease = ? and state = 'due'
      """;
  private static final String CLAIM =
      """
      update delivery set lease = :lease, lease_until = :until
      where id in (select id from delivery where state = 'due' and next_try <= :now
          and (lease_until is null or lease_until <= :now) and recipient not in (<busy>)
          order by next_try limit :most)
        and state = 'due' and (lease_until is null or lease_until <= :now)
      returning
      """
          + COLUMNS;

  /** Since a list must not be empty. */
  private static final List<Long> NOBODY = List.of(-1L);

  private final Handle handle;

  DeliveryRows(Handle handle) {
    this.handle = handle;
  }

  /** Stores new ones. */
  public void add(Collection<Delivery> all) {
    add(all, null, null);
  }

  /**
   * Stores new ones that are taken already, until a moment; without Jdbi, whose work for each row
   * was most of it in a burst.
   *
   * @param lease a word that no other taking has; absent, as the moment, if nobody has them
   */
  public void add(Collection<Delivery> all, @Nullable String lease, @Nullable Instant until) {
    if (all.isEmpty()) return;
    try (var rows = handle.getConnection().prepareStatement(INSERT)) {
      for (Delivery each : all) {
        bind(rows, each);
        rows.setString(14, lease);
        rows.setObject(15, until == null ? null : until.toEpochMilli());
        rows.addBatch();
      }
      rows.executeBatch();
    } catch (SQLException e) {
      throw new Database.JdbiFailure(e);
    }
  }

  private static void bind(PreparedStatement row, Delivery delivery) throws SQLException {
    row.setString(1, delivery.id());
    row.setString(2, Columns.text(delivery.account()));
    row.setLong(3, delivery.recipient());
    row.setString(4, delivery.reason().word());
    row.setString(5, delivery.state().word());
    row.setString(6, delivery.why().map(PostingJson::stored).map(Columns::text).orElse(null));
    row.setString(7, Columns.text(AlertColumns.json(delivery.items())));
    row.setLong(8, delivery.due().toEpochMilli());
    row.setLong(9, delivery.nextTry().toEpochMilli());
    row.setInt(10, delivery.attempts());
    row.setString(11, delivery.error().map(Columns::text).orElse(null));
    row.setLong(12, delivery.created().toEpochMilli());
    row.setObject(13, delivery.done().map(Instant::toEpochMilli).orElse(null));
  }

  /**
   * Takes what is due for a time during which nobody else takes it; what was taken by somebody who
   * has not said for so long what became of it is taken again.
   *
   * @param lease a word that no other taking has
   * @param busy recipients that are being served already
   */
  public List<Delivery> claim(
      String lease, Instant now, Duration time, Collection<Long> busy, int most) {
    List<Delivery> taken =
        handle
            .createQuery(CLAIM)
            .bind("lease", lease)
            .bind("until", now.plus(time))
            .bind("now", now)
            .bind("most", most)
            .bindList("busy", InLists.steady(busy.isEmpty() ? NOBODY : List.copyOf(busy)))
            .scanResultSet(Columns.all(DeliveryRows::delivery));
    taken.sort(
        Comparator.comparing(Delivery::due)
            .thenComparing(Delivery::created)
            .thenComparing(Delivery::id));
    return taken;
  }

  /**
   * What is to be kept of the postings of one that was tried, as JSON; null where that is what was
   * stored with it: at a first attempt from which nothing was left out.
   */
  static @Nullable String settledItems(Delivery delivery) {
    boolean same =
        delivery.attempts() <= 1
            && delivery.items().stream().allMatch(item -> item.leftOut().isEmpty());
    return same ? null : Columns.text(AlertColumns.json(delivery.items()));
  }

  /** Notes what became of one that was taken; false if somebody else has it now. */
  public boolean settle(Delivery delivery, String lease) {
    return handle.execute(
            SETTLE,
            delivery.state().word(),
            delivery.why().map(PostingJson::stored).orElse(null),
            settledItems(delivery),
            delivery.nextTry(),
            delivery.attempts(),
            delivery.error().orElse(null),
            delivery.done().orElse(null),
            delivery.id(),
            lease)
        == 1;
  }

  /** What waits for a recipient and is not being tried, the oldest first. */
  public List<Delivery> waiting(long recipient, Instant now) {
    return handle
        .select(
            SELECT
                + " where recipient = ? and state = 'due'"
                + " and (lease_until is null or lease_until <= ?) order by due, created, id",
            recipient,
            now)
        .map((row, _) -> delivery(row))
        .list();
  }

  /** What a recipient was to get for a reason since a moment. */
  public List<Delivery> of(long recipient, AlertReason reason, Instant since) {
    return handle
        .select(
            SELECT + " where recipient = ? and reason = ? and created >= ?",
            recipient,
            reason.word(),
            since)
        .map((row, _) -> delivery(row))
        .list();
  }

  /** How many attempts to reach a recipient failed for what waits and since it last took one. */
  public int failures(long recipient) {
    return handle
        .select(
            "select coalesce(sum(attempts), 0) from delivery where recipient = ?"
                + " and error is not null and (state = 'due' or (state in ('failed', 'merged')"
                + " and done > coalesce((select max(done) from delivery where recipient = ?"
                + " and state = 'sent'), 0)))",
            recipient,
            recipient)
        .mapTo(Integer.class)
        .one();
  }

  /** Stores one that waited or failed as it is now; false if somebody tries it just then. */
  public boolean handOver(Delivery delivery, Instant now) {
    return handle.execute(
            "update delivery set state = ?, why = ?, items = ?, done = ?, lease = null,"
                + " lease_until = null where id = ? and state in ('due', 'failed')"
                + " and (lease_until is null or lease_until <= ?)",
            delivery.state().word(),
            delivery.why().map(PostingJson::stored).orElse(null),
            AlertColumns.json(delivery.items()),
            delivery.done().orElse(null),
            delivery.id(),
            now)
        == 1;
  }

  /** Notes what became of one that nobody takes. */
  public void conclude(Delivery delivery) {
    handle.execute(
        "update delivery set state = ?, why = ?, attempts = ?, error = ?, done = ? where id = ?",
        delivery.state().word(),
        delivery.why().map(PostingJson::stored).orElse(null),
        delivery.attempts(),
        delivery.error().orElse(null),
        delivery.done().orElse(null),
        delivery.id());
  }

  /** How many a recipient was to get for a reason since a moment. */
  public int since(long recipient, AlertReason reason, Instant since) {
    return handle
        .select(
            "select count(*) from delivery where recipient = ? and reason = ? and created > ?",
            recipient,
            reason.word(),
            since)
        .mapTo(Integer.class)
        .one();
  }

  /** Keeps what was taken by these leases, and is still being tried, from being taken again. */
  public int renew(Collection<String> leases, Instant until) {
    int renewed = 0;
    for (List<String> some : SavedSearchRows.chunks(leases))
      renewed +=
          handle
              .createUpdate(
                  "update delivery set lease_until = :until where lease in (<leases>)"
                      + " and state = 'due'")
              .bind("until", until)
              .bindList("leases", some)
              .execute();
    return renewed;
  }

  /** Gives back what was taken for a recipient and not tried. */
  public int release(String lease, long recipient) {
    return handle.execute(
        "update delivery set lease = null, lease_until = null where lease = ? and recipient = ?"
            + " and state = 'due'",
        lease,
        recipient);
  }

  public Optional<Delivery> byId(String id) {
    return list("id = ?", id).stream().findFirst();
  }

  /**
   * What a saved search's postings came to, the newest first.
   *
   * @param posting only deliveries that name this one
   */
  public List<Delivery> ofSearch(String savedSearch, Optional<String> posting, int skip, int most) {
    Optional<String> account =
        handle
            .select("select account from saved_search where id = ?", savedSearch)
            .mapTo(String.class)
            .findOne();
    if (account.isEmpty()) return List.of();
    return handle
        .createQuery(OF_SEARCH)
        .bind("account", account.get())
        .bind("named", AlertColumns.json(savedSearch))
        .bind("posting", posting.map(AlertColumns::json).orElse(""))
        .bind("most", most)
        .bind("skip", skip)
        .map((row, _) -> delivery(row))
        .list();
  }

  /** Notes that somebody came to a posting by the link of a message; false if there is none. */
  public boolean reached(String delivery, String posting, Instant at) {
    Optional<Delivery> told = byId(delivery);
    if (told.isEmpty()) return false;
    boolean isToldOf =
        together(told.get()).stream()
            .flatMap(each -> each.items().stream())
            .anyMatch(item -> item.posting().equals(posting));
    if (!isToldOf) return false;
    handle.execute(
        "insert into alert_reached (account, posting, at) values (?, ?, ?)"
            + " on conflict (account, posting) do nothing",
        told.get().account(),
        posting,
        at);
    return true;
  }

  /** All that went in one message with a delivery. */
  private List<Delivery> together(Delivery one) {
    return handle
        .select(
            SELECT + " where recipient = ? and state = 'sent' and done = ?",
            one.recipient(),
            one.done().orElse(Instant.EPOCH))
        .map((row, _) -> delivery(row))
        .list();
  }

  /** Those of these postings that an account came to by the link of a message. */
  public Set<String> reached(String account, Collection<String> postings) {
    Set<String> reached = new TreeSet<>();
    for (List<String> some : SavedSearchRows.chunks(Set.copyOf(postings)))
      reached.addAll(
          handle
              .createQuery(
                  "select posting from alert_reached where account = :account"
                      + " and posting in (<postings>)")
              .bind("account", account)
              .bindList("postings", some)
              .mapTo(String.class)
              .list());
    return reached;
  }

  /** What was sent to a recipient or lies ready for it, the newest first. */
  public List<Delivery> sentTo(long recipient, int most) {
    return list(
        "recipient = ? and state = 'sent' order by created desc, id limit " + most, recipient);
  }

  /** What concerns a recipient, whatever became of it, the newest first. */
  public List<Delivery> to(long recipient, int most) {
    return list("recipient = ? order by created desc, id limit " + most, recipient);
  }

  /** How many messages a recipient was sent since a moment; one may be of several deliveries. */
  public int sentSince(long recipient, Instant since) {
    return sentSince(List.of(recipient), since, 0).getOrDefault(recipient, 0);
  }

  /**
   * The same for several recipients; those that were sent fewer than so many may be absent, since
   * who has not so many rows in all is seen by the index alone.
   */
  public Map<Long, Integer> sentSince(Collection<Long> recipients, Instant since, int least) {
    Map<Long, Integer> sent = new HashMap<>();
    for (List<Long> some : SavedSearchRows.chunks(having(recipients, least)))
      handle
          .createQuery(
              "select recipient, count(distinct done) as messages from delivery"
                  + " where recipient in (<recipients>) and state = 'sent' and done >= :since"
                  + " group by recipient")
          .bindList("recipients", some)
          .bind("since", since)
          .map((row, _) -> sent.put(row.getLong("recipient"), row.getInt("messages")))
          .list();
    return sent;
  }

  /**
   * Those of some recipients with at least so many deliveries, whatever became of them; each is
   * looked up in the index, which PostgreSQL would else leave aside for the whole table while it
   * knows little of it.
   */
  private Collection<Long> having(Collection<Long> recipients, int least) {
    if (least <= 1) return recipients;
    List<Long> many = new ArrayList<>();
    for (List<Long> some : SavedSearchRows.chunks(recipients))
      many.addAll(
          handle
              .createQuery(
                  "select number from recipient where number in (<recipients>) and exists (select"
                      + " 1 from delivery where recipient = recipient.number limit 1 offset :but)")
              .bindList("recipients", some)
              .bind("but", least - 1)
              .mapTo(Long.class)
              .list());
    return many;
  }

  /** Ends everything that waits for a recipient. */
  public int cancel(long recipient, Delivery.State state, String why, Instant at) {
    return handle.execute(
        "update delivery set state = ?, why = ?, done = ?, lease = null, lease_until = null"
            + " where recipient = ? and state = 'due'",
        state.word(),
        why,
        at,
        recipient);
  }

  /** Whether anything is to be tried now and nobody has it. */
  public boolean hasWaiting(Instant now) {
    return handle
        .select(
            "select 1 from delivery where state = 'due' and next_try <= ?"
                + " and (lease_until is null or lease_until <= ?) limit 1",
            now,
            now)
        .mapTo(Integer.class)
        .findFirst()
        .isPresent();
  }

  /** Leases that have not ended, by which something is being tried. */
  public List<String> leases(Instant now) {
    return handle
        .select("select distinct lease from delivery where state = 'due' and lease_until > ?", now)
        .mapTo(String.class)
        .list();
  }

  /** Since when the oldest that is due waits; absent if nothing does. */
  public Optional<Instant> oldestDue(Instant now) {
    return handle
        .select("select min(due) from delivery where state = 'due' and due <= ?", now)
        .mapTo(Instant.class)
        .findOne();
  }

  /** What could not be sent, the newest first. */
  public List<Delivery> failed(int most) {
    return handle
        .select(SELECT + " where state = 'failed' order by done desc, id limit ?", most)
        .map((row, _) -> delivery(row))
        .list();
  }

  /** Forgets what was done before a moment. */
  public int thin(Instant before) {
    handle.execute("delete from alert_reached where at < ?", before);
    int gone = handle.execute("delete from delivery where done < ?", before);
    handle.execute(
        "delete from former_recipient where not exists"
            + " (select 1 from delivery where recipient = former_recipient.number)");
    return gone;
  }

  private List<Delivery> list(String condition, Object value) {
    return handle
        .select(SELECT + " where " + condition, value)
        .map((row, _) -> delivery(row))
        .list();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        Worded.of(AlertReason.class, row.getString(4)).orElseThrow(),
        Worded.of(Delivery.State.class, row.getString(5)).orElseThrow(),
        Optional.ofNullable(row.getString(6)).map(PostingJson::readReason),
        AlertColumns.items(row.getString(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        Instant.ofEpochMilli(row.getLong(9)),
        row.getInt(10),
        Optional.ofNullable(row.getString(11)),
        Instant.ofEpochMilli(row.getLong(12)),
        Columns.optionalInstant(row, 13));
  }
}
