package worthwhile.store.community;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.RejectionCause;
import worthwhile.reputation.statement.Review;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.sql.Columns;

/** Reviews. Hidden ones are among the answers unless a method says otherwise. */
public final class ReviewRows {
  private static final String INSERT =
      """
      insert into review (id, account, subject, platform, requester, posting, outcome, minutes,
        unpaid_minutes, currency, paid, paid_after_days, rejected_for, overturned,
        screened_out_paid, answered, again, deactivated, text, verified, confirms, hidden, at,
        created, changed)
      values (:id, :account, :about, :platform, :requester, :posting, :outcome, :facts.minutes,
        :facts.unpaidMinutes, :facts.currency, :facts.paid, :facts.paidAfterDays, :rejectedFor,
        :facts.overturned, :facts.screenedOutPaid, :facts.answered, :facts.again,
        :facts.deactivated, :text, :verified, :confirms, :hidden, :at, :created, :changed)
      on conflict (account, subject) do nothing
      """;
  private static final String UPDATE =
      """
      update review set outcome = :outcome, minutes = :facts.minutes,
        unpaid_minutes = :facts.unpaidMinutes, currency = :facts.currency, paid = :facts.paid,
        paid_after_days = :facts.paidAfterDays, rejected_for = :rejectedFor,
        overturned = :facts.overturned, screened_out_paid = :facts.screenedOutPaid,
        answered = :facts.answered, again = :facts.again, deactivated = :facts.deactivated,
        text = :text, verified = :verified, at = :at, changed = :changed
      where id = :id and account = :account
      """;

  private static final String TELLERS =
      """
      select account, sum(case when outcome in ('paid', 'rejected') then 1 else 0 end) as judged,
        sum(case when outcome = 'paid' or outcome = 'rejected' and overturned = 1 then 1 else 0 end)
          as paid,
        round(avg(paid_after_days)) as days, max(own_answered) as answered,
        max(own_deactivated) as deactivated, min(at) as since
      from (select review.*,
          case when subject = platforms.subject_of then answered end as own_answered,
          case when subject = platforms.subject_of then coalesce(deactivated, 0) end
            as own_deactivated
        from review cross join (select cast(? as text) as subject_of) platforms
        where review.platform = ? and review.hidden = 0
          and (review.verified = 1
            or exists (select 1 from reviewer_voice voice
              where voice.account = review.account and voice.trust > 0)
            or exists (select 1 from work where work.account = review.account
              and work.platform = review.platform and work.provenance in ('import', 'timer'))))
        told
      group by account
      """;

  private final Handle handle;

  ReviewRows(Handle handle) {
    this.handle = handle;
  }

  /** Stores a new one; false if the account has one of the same subject. */
  public boolean add(Review review) {
    return bind(INSERT, review) == 1;
  }

  /** Replaces facts, text and day of an account's own; false if there is no such. */
  public boolean replace(Review review) {
    return bind(UPDATE, review) == 1;
  }

  private int bind(String sql, Review review) {
    return handle
        .createUpdate(sql)
        .bindMethods(review)
        .bind("about", review.subject().toString())
        .bind("outcome", review.facts().outcome().word())
        .bind(
            "rejectedFor",
            Optional.ofNullable(review.facts().rejectedFor()).map(RejectionCause::word))
        .execute();
  }

  /** Deletes an account's own; false if there is no such. */
  public boolean delete(String account, String id) {
    return handle.execute("delete from review where id = ? and account = ?", id, account) == 1;
  }

  /** Takes one out of sight, or brings it back; whether there is such. */
  public boolean hide(String id, boolean hidden) {
    return handle.execute("update review set hidden = ? where id = ?", hidden, id) == 1;
  }

  /**
   * Lets the facts of an account's reviews stay without anything that tells of her: no text, no
   * account.
   *
   * @param number none that was used before
   */
  public int leave(String account, String number) {
    return handle.execute(
        "update review set account = ?, text = null where account = ?",
        Review.former(number),
        account);
  }

  public Optional<Review> byId(String id) {
    return list("id = ?", id).stream().findFirst();
  }

  /** What an account says of this. */
  public Optional<Review> of(String account, Subject subject) {
    return list("account = ? and subject = ?", account, subject.toString()).stream().findFirst();
  }

  /** All of an account, the newest first. */
  public List<Review> of(String account) {
    return list("account = ?", account);
  }

  /** All about a requester, under each of these ids, the newest first. */
  public List<Review> about(Collection<RequesterId> members) {
    if (members.isEmpty()) return List.of();
    return handle
        .createQuery("select * from review where requester in (<ids>) order by at desc, id")
        .bindList("ids", members.stream().map(RequesterId::toString).toList())
        .map(ReviewRows::review)
        .list();
  }

  /**
   * Those about a requester that count for her, the newest first: all but what was written by whom
   * proved later to be her.
   */
  public List<Review> counting(Collection<RequesterId> members) {
    if (members.isEmpty()) return List.of();
    return handle
        .createQuery(
            "select * from review where requester in (<ids>) and account not in (select account"
                + " from claim where proved is not null and requester in (<ids>))"
                + " order by at desc, id")
        .bindList("ids", members.stream().map(RequesterId::toString).toList())
        .map(ReviewRows::review)
        .list();
  }

  /** All of a platform and of requesters there, the newest first. */
  public List<Review> onPlatform(String platform) {
    return list("platform = ?", platform);
  }

  /**
   * What one worker tells of a platform in sum.
   *
   * @param judged her tasks that were paid or rejected
   * @param days from handing in to pay, on the average; null if she does not tell
   * @param answered whether the platform's support answered; null if she does not tell
   * @param deactivated whether the platform shut her account; null if she does not tell of it
   * @param since the first day that she tells of
   */
  public record Teller(
      String account,
      int judged,
      int paid,
      @Nullable Integer days,
      @Nullable Boolean answered,
      @Nullable Boolean deactivated,
      Instant since) {}

  /** Those who tell of a platform and whose work there, or whose word, is known. */
  public List<Teller> tellersOf(String platform) {
    return handle.select(TELLERS, "platform:" + platform, platform).map(ReviewRows::teller).list();
  }

  private static Teller teller(ResultSet row, StatementContext context) throws SQLException {
    return new Teller(
        row.getString("account"),
        row.getInt("judged"),
        row.getInt("paid"),
        StatementColumns.number(row, "days"),
        StatementColumns.truth(row, "answered"),
        StatementColumns.truth(row, "deactivated"),
        Columns.instant(row, "since"));
  }

  /** All of a posting, the newest first. */
  public List<Review> aboutPosting(String posting) {
    return list("posting = ?", posting);
  }

  /**
   * Moves whenever a review is written, changed, hidden or deleted; for telling whether one was.
   */
  public String fingerprint() {
    return handle
        .select(
            "select count(*) as n, coalesce(max(changed), 0) as newest, coalesce(sum(hidden), 0) as"
                + " hidden, coalesce(sum(verified), 0) as verified from review")
        .map(
            (row, _) ->
                row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3) + " " + row.getLong(4))
        .one();
  }

  private List<Review> list(String condition, Object... values) {
    return handle
        .select("select * from review where " + condition + " order by at desc, id", values)
        .map(ReviewRows::review)
        .list();
  }

  static Review review(ResultSet row, StatementContext context) throws SQLException {
    return new Review(
        row.getString("id"),
        row.getString("account"),
        StatementColumns.subject(row, "subject"),
        row.getString("platform"),
        StatementColumns.requester(row, "requester"),
        Columns.optionalText(row, "posting"),
        facts(row),
        Columns.optionalText(row, "text"),
        Columns.optionalText(row, "confirms"),
        row.getInt("verified") == 1,
        row.getInt("hidden") == 1,
        Columns.instant(row, "at"),
        Columns.instant(row, "created"),
        Columns.instant(row, "changed"));
  }

  private static Review.Facts facts(ResultSet row) throws SQLException {
    String paid = row.getString("paid");
    return new Review.Facts(
        StatementColumns.word(row, "outcome", Outcome.class),
        StatementColumns.number(row, "minutes"),
        StatementColumns.number(row, "unpaid_minutes"),
        row.getString("currency"),
        paid == null ? null : new BigDecimal(paid),
        StatementColumns.number(row, "paid_after_days"),
        StatementColumns.ifAny(row, "rejected_for", RejectionCause.class).orElse(null),
        StatementColumns.truth(row, "overturned"),
        StatementColumns.truth(row, "screened_out_paid"),
        StatementColumns.truth(row, "answered"),
        StatementColumns.truth(row, "again"),
        StatementColumns.truth(row, "deactivated"));
  }
}
