package worthwhile.store.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Claim;
import worthwhile.store.sql.Columns;

/** Who says, or proved, to be which requester. */
public final class ClaimRows {
  private static final String INSERT =
      """
      insert into claim (id, account, requester, proof, detail, code, state, created, decided,
        proved)
      values (:id, :account, :requester, :how, :detail, :code, :now, :created, :decided,
        :proved)
      """;

  private final Handle handle;

  ClaimRows(Handle handle) {
    this.handle = handle;
  }

  public void add(Claim claim) {
    handle
        .createUpdate(INSERT)
        .bindMethods(claim)
        .bind("how", claim.proof().word())
        .bind("now", claim.state().word())
        .bind("proved", proved(claim.state(), claim.decided().orElse(claim.created())))
        .execute();
  }

  private static Optional<Instant> proved(Claim.State state, Instant at) {
    return Optional.of(at).filter(_ -> state == Claim.State.ACCEPTED);
  }

  /** What becomes of one; false if it is decided already. */
  public boolean decide(String id, Claim.State state, Instant at) {
    return handle.execute(
            "update claim set state = ?, decided = ?, proved = ? where id = ? and state = 'open'",
            state.word(),
            at,
            proved(state, at),
            id)
        == 1;
  }

  /** An account takes its own back; false if it has no such that is open or accepted. */
  public boolean withdraw(String account, String id, Instant at) {
    return handle.execute(
            "update claim set state = 'withdrawn', decided = ?"
                + " where id = ? and account = ? and state in ('open', 'accepted')",
            at,
            id,
            account)
        == 1;
  }

  public Optional<Claim> byId(String id) {
    return handle.select("select * from claim where id = ?", id).map(ClaimRows::claim).findOne();
  }

  /** All of an account, the newest first. */
  public List<Claim> of(String account) {
    return handle
        .select("select * from claim where account = ? order by created desc, id", account)
        .map(ClaimRows::claim)
        .list();
  }

  /**
   * Whether an account speaks for one of these requesters: it proved to be her and stands to it.
   */
  public boolean isRequester(String account, Collection<RequesterId> members) {
    return accounts("state = 'accepted'", members).contains(account);
  }

  /**
   * Accounts that ever proved to be one of these requesters: what they say of her is no worker's
   * word, also when they took the claim back.
   */
  public List<String> proved(Collection<RequesterId> members) {
    return accounts("proved is not null", members);
  }

  private List<String> accounts(String condition, Collection<RequesterId> members) {
    if (members.isEmpty()) return List.of();
    return handle
        .createQuery(
            "select distinct account from claim where "
                + condition
                + " and requester in (<ids>) order by account")
        .bindList("ids", members.stream().map(RequesterId::toString).toList())
        .mapTo(String.class)
        .list();
  }

  private static Claim claim(ResultSet row, StatementContext context) throws SQLException {
    return new Claim(
        row.getString("id"),
        row.getString("account"),
        StatementColumns.requester(row, "requester").orElseThrow(),
        StatementColumns.word(row, "proof", Claim.Proof.class),
        Columns.optionalText(row, "detail"),
        row.getString("code"),
        StatementColumns.word(row, "state", Claim.State.class),
        Columns.instant(row, "created"),
        Columns.optionalInstant(row, "decided"));
  }
}
