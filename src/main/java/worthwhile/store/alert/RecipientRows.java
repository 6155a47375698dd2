package worthwhile.store.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.Recipient;
import worthwhile.posting.word.Worded;
import worthwhile.store.sql.Columns;

/** Where messages go. */
public final class RecipientRows {
  /** Whose one was that is erased, without its address: the ledger of its owner needs it. */
  private static final String LEAVE_WHOSE =
      "insert into former_recipient (number, account) select number, account from recipient where ";

  private static final String ONCE = " on conflict do nothing";

  /** Read by their places, as whole bursts of them are. */
  private static final String SELECT =
      "select number, account, credential, saved_search, hash, state, created, confirmed, ended,"
          + " error from recipient where ";

  private static final String INSERT =
      """
      insert into recipient (number, account, type, address, credential, hash, saved_search, state,
        created, confirmed, ended, error)
      values (:number, :account, :type, :address, :credential, :hash, :savedSearch, :state,
        :created, :confirmed, :ended, :error)
      """;
  private static final String UPDATE =
      """
      update recipient set address = :address, credential = :credential, hash = :hash,
        state = :state, created = :created, confirmed = :confirmed, ended = :ended, error = :error
      where number = :number
      """;

  /** Why what waits for an address that is erased is not sent. */
  private static final String LEFT = "{\"code\":\"alert-left\",\"parameters\":{}}";

  private final Handle handle;

  RecipientRows(Handle handle) {
    this.handle = handle;
  }

  /** A number that no recipient has had. */
  public long next() {
    handle.execute("update counter set value = value + 1 where name = 'recipient'");
    return handle
        .select("select value from counter where name = 'recipient'")
        .mapTo(Long.class)
        .one();
  }

  public void add(Recipient recipient) {
    bind(INSERT, recipient);
  }

  /** Stores what one is now. */
  public void replace(Recipient recipient) {
    bind(UPDATE, recipient);
  }

  private void bind(String sql, Recipient recipient) {
    Destination destination = recipient.destination();
    handle
        .createUpdate(sql)
        .bindMethods(recipient)
        .bind("type", destination.type().word())
        .bind("address", destination.visible())
        .bind("credential", AlertColumns.json(destination))
        .bind("state", recipient.state().word())
        .execute();
  }

  /** Nobody else changes one until the transaction ends. */
  public void lock(long number) {
    handle.execute("update recipient set number = number where number = ?", number);
  }

  /** How many places an account has of which nobody has said yet that they are hers. */
  public int unconfirmed(String account) {
    return handle
        .select(
            "select count(*) from recipient where account = ? and state = 'unconfirmed'", account)
        .mapTo(Integer.class)
        .one();
  }

  /** Notes why the last attempt to reach one failed, or that it did not. */
  public void note(long number, Optional<String> error) {
    handle.execute(
        "update recipient set error = ? where number = ?"
            + " and coalesce(error, '') <> coalesce(cast(? as text), '')",
        error,
        number,
        error);
  }

  /** Notes that nothing is to be sent there any more. */
  public void end(long number, Recipient.State state, Instant at) {
    handle.execute(
        "update recipient set state = ?, ended = ? where number = ?", state.word(), at, number);
  }

  public Optional<Recipient> byNumber(long number) {
    return list("number = ?", number).stream().findFirst();
  }

  /** The one whose links have a secret word with this hash. */
  public Optional<Recipient> byHash(String hash) {
    return list("hash = ?", hash).stream().findFirst();
  }

  /** All of an account, the oldest first. */
  public List<Recipient> of(String account) {
    return list("account = ?", account);
  }

  /** Those with these numbers, by number. */
  public Map<Long, Recipient> byNumbers(Collection<Long> numbers) {
    Map<Long, Recipient> found = new HashMap<>();
    for (List<Long> some : SavedSearchRows.chunks(numbers))
      handle
          .createQuery(SELECT + "number in (<numbers>)")
          .bindList("numbers", some)
          .scanResultSet(Columns.all(RecipientRows::recipient))
          .forEach(each -> found.put(each.number(), each));
    return found;
  }

  /** Deletes one; whose it was is known while something that it was told is kept. */
  public void delete(long number) {
    handle.execute(LEAVE_WHOSE + "number = ?" + ONCE, number);
    handle.execute("delete from recipient where number = ?", number);
  }

  /**
   * Deletes what its owner did not confirm, and what was left, before these moments; what others
   * said of it, which may name the address, goes with it.
   */
  public int purge(Instant unconfirmedBefore, Instant endedBefore) {
    List<Long> numbers =
        handle
            .select(
                "select number from recipient where (state = 'unconfirmed' and created < ?)"
                    + " or (state in ('left', 'gone') and ended < ?)",
                unconfirmedBefore,
                endedBefore)
            .mapTo(Long.class)
            .list();
    for (List<Long> some : SavedSearchRows.chunks(numbers)) erase(some);
    return numbers.size();
  }

  private void erase(List<Long> numbers) {
    for (String sql :
        List.of(
            "update delivery set error = null, why = case when why like '%\"error\"%' then '"
                + LEFT
                + "' else why end where recipient in (<numbers>)",
            "update delivery set state = 'held', why = '"
                + LEFT
                + "', done = next_try where state = 'due' and recipient in (<numbers>)",
            "delete from saved_search_channel where recipient in (<numbers>)",
            "delete from silence_told where recipient in (<numbers>)",
            LEAVE_WHOSE + "number in (<numbers>)" + ONCE,
            "delete from recipient where number in (<numbers>)"))
      handle.createUpdate(sql).bindList("numbers", numbers).execute();
  }

  private List<Recipient> list(String condition, Object value) {
    return handle
        .select(SELECT + condition + " order by number", value)
        .map((row, _) -> recipient(row))
        .list();
  }

  private static Recipient recipient(ResultSet row) throws SQLException {
    return new Recipient(
        row.getLong(1),
        row.getString(2),
        AlertColumns.destination(row.getString(3)),
        Optional.ofNullable(row.getString(4)),
        Optional.ofNullable(row.getString(5)),
        Worded.of(Recipient.State.class, row.getString(6)).orElseThrow(),
        Instant.ofEpochMilli(row.getLong(7)),
        Columns.optionalInstant(row, 8),
        Columns.optionalInstant(row, 9),
        Optional.ofNullable(row.getString(10)));
  }
}
