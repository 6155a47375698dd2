package worthwhile.store.work;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.work.earn.Expense;
import worthwhile.work.earn.TaxShare;

/** What each account spent for its work, and which share of its pay it sets aside for tax. */
public final class ExpenseRows {
  private static final String NEWEST_FIRST = " order by day desc, id";

  private final Database database;

  public ExpenseRows(Database database) {
    this.database = database;
  }

  /** All of an account, the newest first. */
  public List<Expense> of(String account) {
    return database.list(
        ExpenseRows::expense,
        "select * from work_expense where account = ?" + NEWEST_FIRST,
        account);
  }

  /** Those of a span of days, both its ends among them, the newest first. */
  public List<Expense> between(String account, LocalDate first, LocalDate last) {
    return database.list(
        ExpenseRows::expense,
        "select * from work_expense where account = ? and day >= ? and day <= ?" + NEWEST_FIRST,
        account,
        first.toString(),
        last.toString());
  }

  /** Stores a new one; one that is sent twice stands once. */
  public void add(String account, Expense expense) {
    database.update(
        """
        insert into work_expense (id, account, day, amount, currency, purpose, weekly)
        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        expense.id().toString(),
        account,
        expense.day().toString(),
        expense.amount().toPlainString(),
        expense.currency(),
        expense.purpose(),
        expense.weekly() ? 1 : 0);
  }

  /** Deletes one of an account; whether there was such. */
  public boolean delete(String account, UUID id) {
    return database.update(
            "delete from work_expense where account = ? and id = ?", account, id.toString())
        == 1;
  }

  /** The share that an account sets aside; absent if it has set none. */
  public Optional<TaxShare> share(String account) {
    return database.find(
        (row, _) ->
            new TaxShare(
                Columns.optionalText(row, "country"), new BigDecimal(row.getString("share"))),
        "select * from work_tax where account = ?",
        account);
  }

  /** Replaces the share that an account sets aside. */
  public void put(String account, TaxShare share) {
    database.update(
        """
        insert into work_tax (account, country, share) values (?, ?, ?)
        on conflict (account) do update set country = excluded.country, share = excluded.share
        """,
        account,
        share.country(),
        share.percent().toPlainString());
  }

  /** Sets nothing aside any more. */
  public void forgetShare(String account) {
    database.update("delete from work_tax where account = ?", account);
  }

  private static Expense expense(ResultSet row, StatementContext context) throws SQLException {
    return new Expense(
        UUID.fromString(row.getString("id")),
        LocalDate.parse(row.getString("day")),
        new BigDecimal(row.getString("amount")),
        row.getString("currency"),
        row.getString("purpose"),
        row.getInt("weekly") != 0);
  }
}
