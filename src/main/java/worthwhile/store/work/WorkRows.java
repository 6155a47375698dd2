package worthwhile.store.work;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.RequesterId;
import worthwhile.posting.WorkReport;
import worthwhile.posting.word.Worded;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Meta;
import worthwhile.store.sql.Revision;
import worthwhile.work.Merge;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Recognition;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;
import worthwhile.work.earn.ApprovalRate;

/** The work of each account; every method but those for public figures answers one account's. */
public final class WorkRows {
  static final String SELECT = "select work.* from work";

  private static final String NEWEST_FIRST =
      " order by coalesce(submitted, started, 0) desc, recorded desc, id";
  private static final List<String> LOST =
      Arrays.stream(Status.values()).filter(Status::isLost).map(Status::word).toList();

  private static final String INSERT =
      """
      insert into work (id, account, platform, identifier, posting, title, title_key, requester,
        requester_id, requester_key, currency, reward, bonus, fee, paid, started, submitted, active,
        elapsed, status, provenance, fingerprint, recorded, days)
      values (:id, :worker, :platform, :identifier, :posting, :title, :titleKey, :requester?.name,
        :requester?.identifier, :requesterKey, :payment.currency, :payment.reward, :payment.bonus,
        :payment.fee, :payment.paid, :times.started, :times.submitted, :times.active,
        :times.elapsed, :status.word, :provenance.word, :fingerprint, :recorded, :daysOf)
      on conflict do nothing
      """;
  private static final String UPDATE =
      """
      update work set platform = :platform, identifier = :identifier, posting = :posting,
        title = :title, title_key = :titleKey, requester = :requester?.name,
        requester_id = :requester?.identifier, requester_key = :requesterKey,
        currency = :payment.currency, reward = :payment.reward, bonus = :payment.bonus,
        fee = :payment.fee, paid = :payment.paid, started = :times.started,
        submitted = :times.submitted, active = :times.active, elapsed = :times.elapsed,
        status = :status.word, provenance = :provenance.word, fingerprint = :fingerprint,
        recorded = :recorded, days = :daysOf
      where id = :id and account = :worker
      """;

  private final Database database;
  private final Contributed contributed;

  public WorkRows(Database database, Meta meta, Clock clock) {
    this.database = database;
    this.contributed = new Contributed(database, meta, clock);
  }

  /** Whether any worker lets her work into figures at all. */
  public boolean isAnythingTold() {
    return contributed.isAnybody();
  }

  /**
   * What consenting workers' timers and imported histories say of a posting, which need not be
   * stored; none where fewer than three workers tell. For computing figures: the reports themselves
   * are not to be shown or kept with the posting, since consent can be taken back.
   */
  public List<WorkReport> reportsFor(JobPosting posting) {
    return contributed.of(List.of(posting)).getOrDefault(posting.id(), List.of());
  }

  /** Postings from which work was started, those of the newest work first. */
  public List<String> postings(int most) {
    return database.list(
        String.class,
        "select posting from work where posting is not null group by posting"
            + " order by max(recorded) desc, posting limit ?",
        most);
  }

  /** Postings of an account's own work, those of the newest work first. */
  public List<String> postingsOf(String account, int most) {
    return database.list(
        String.class,
        "select posting from work where account = ? and posting is not null group by posting"
            + " order by max(recorded) desc, posting limit ?",
        account,
        most);
  }

  /** All work of an account, the newest first; what has no date last. */
  public List<Work> of(String account) {
    return list("", account);
  }

  /** Its work that was handed in, or at least begun, at this moment or later. */
  public List<Work> since(String account, Instant from) {
    return list(" and coalesce(submitted, started) >= ?", account, from);
  }

  /**
   * Its work by the moment of payment, where that is not known of handing in.
   *
   * @param to the first moment that does not count any more
   */
  public List<Work> ofPayments(String account, Instant from, Instant to) {
    return list(
        " and coalesce(paid, submitted, started) >= ?"
            + " and coalesce(paid, submitted, started) < ?",
        account,
        from,
        to);
  }

  /** Its work that is pending, or was approved or paid since a moment. */
  public List<Work> openOrPaid(String account, Instant since) {
    return list(
        " and (status = 'pending' or status in ('approved', 'paid')"
            + " and coalesce(paid, submitted, started) >= ?)",
        account,
        since);
  }

  /** How much of its work was approved and rejected on each platform, by the platforms' ids. */
  public List<ApprovalRate> approvals(String account) {
    return database.list(
        (row, _) ->
            new ApprovalRate(
                row.getString("platform"), row.getInt("approved"), row.getInt("rejected")),
        "select platform, sum(case when status = 'rejected' then 0 else 1 end) as approved,"
            + " sum(case when status = 'rejected' then 1 else 0 end) as rejected from work"
            + " where account = ? and status in ('approved', 'paid', 'rejected')"
            + " group by platform order by platform",
        account);
  }

  /** Its work of which no date is known. */
  public List<Work> undated(String account) {
    return list(" and coalesce(paid, submitted, started) is null", account);
  }

  private List<Work> list(String condition, Object... values) {
    return database.list(
        WorkRows::work, SELECT + " where account = ?" + condition + NEWEST_FIRST, values);
  }

  /** A part of {@link #of}. */
  public List<Work> page(String account, long skip, int size) {
    return database.list(
        WorkRows::work,
        SELECT + " where account = ?" + NEWEST_FIRST + " limit ? offset ?",
        account,
        size,
        skip);
  }

  /** How many pieces are paid in each currency, or are to be; without those that are lost. */
  public Map<String, Long> currencies(String account) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select currency, count(*) as pieces from work where account = :account"
                        + " and (reward is not null or bonus is not null)"
                        + " and status not in (<lost>) group by currency")
                .bind("account", account)
                .bindList("lost", LOST)
                .setMapKeyColumn("currency")
                .setMapValueColumn("pieces")
                .collectInto(new GenericType<Map<String, Long>>() {}));
  }

  /** Ids of the platforms of which an account has work or timers. */
  public Set<String> platforms(String account) {
    return Set.copyOf(
        database.list(
            String.class,
            "select platform from work where account = ?"
                + " union select platform from work_timer where account = ?",
            account,
            account));
  }

  /** What became of imported work on a platform, of those who consent to be counted. */
  public List<TellerOfPlatform> tellersOf(String platform) {
    return contributed.tellers(platform);
  }

  /** For which of these requesters an account has work, however it became known. */
  public Set<RequesterId> workedFor(String account, Collection<RequesterId> requesters) {
    Map<RequesterId.Kind, List<RequesterId>> kinds =
        requesters.stream().collect(Collectors.groupingBy(RequesterId::kind));
    List<RequesterId> identified = kinds.getOrDefault(RequesterId.Kind.IDENTIFIER, List.of());
    List<RequesterId> named = kinds.getOrDefault(RequesterId.Kind.NAME, List.of());
    Set<String> found =
        database.read(
            handle -> {
              Set<String> all = new HashSet<>();
              all.addAll(
                  worked(
                      handle,
                      account,
                      "requester_id",
                      identified.stream().map(RequesterId::key).toList()));
              all.addAll(worked(handle, account, "requester_key", keys(named)));
              return all;
            });
    Set<RequesterId> worked = new HashSet<>();
    for (RequesterId each : identified)
      if (found.contains(each.platform() + ":" + each.key())) worked.add(each);
    for (RequesterId each : named)
      if (found.contains(each.platform() + ":" + Recognition.key(each.key()))) worked.add(each);
    return worked;
  }

  private static List<String> keys(List<RequesterId> named) {
    return named.stream().map(each -> Recognition.key(each.key())).toList();
  }

  private static List<String> worked(
      Handle handle, String account, String column, List<String> values) {
    if (values.isEmpty()) return List.of();
    return handle
        .createQuery(
            "select distinct platform || ':' || %1$s from work where account = :account and %1$s in (<values>)"
                .formatted(column))
        .bind("account", account)
        .bindList("values", values)
        .mapTo(String.class)
        .list();
  }

  /** One piece of an account. */
  public Optional<Work> byId(String account, UUID id) {
    return database.find(WorkRows::work, SELECT + " where account = ? and id = ?", account, id);
  }

  static Optional<Work> byId(Handle handle, String account, @Nullable UUID id) {
    return handle
        .select(SELECT + " where account = ? and id = ?", account, id)
        .map(WorkRows::work)
        .findOne();
  }

  /** How many pieces an account has. */
  public int count(String account) {
    return database.one(Integer.class, "select count(*) from work where account = ?", account);
  }

  /**
   * Takes rows in, all or nothing: adds what is new, changes what is known, and answers what was
   * done.
   *
   * @throws IllegalArgumentException if a row belongs to another account
   */
  public Merge.Plan take(String account, Collection<Work> rows) {
    for (Work row : rows)
      if (!row.worker().equals(account))
        throw new IllegalArgumentException("a row of another account: " + row.id());
    return database.write(handle -> take(handle, account, rows));
  }

  /** Nobody else takes anything in meanwhile, so that what is planned is what is done. */
  static Merge.Plan take(Handle handle, String account, Collection<Work> rows) {
    Revision.lock(handle);
    Merge.Plan plan = Merge.plan(KnownWork.of(handle, account, rows), rows);
    execute(handle, INSERT, plan.added());
    execute(handle, UPDATE, plan.changed());
    return plan;
  }

  /** What {@link #take} would do. */
  public Merge.Plan plan(String account, Collection<Work> rows) {
    return database.read(handle -> Merge.plan(KnownWork.of(handle, account, rows), rows));
  }

  /** Replaces a piece of an account by what its owner says of it; whether there was such. */
  public boolean replace(Work work) {
    return database.write(handle -> replace(handle, work));
  }

  static boolean replace(Handle handle, Work work) {
    return execute(handle, UPDATE, List.of(work)) == 1;
  }

  /** Forgets one piece of an account, and what was done about it; whether there was such. */
  public boolean delete(String account, @Nullable UUID id) {
    return database.write(
        handle -> {
          handle.execute("delete from work_pursuit where account = ? and work = ?", account, id);
          return handle.execute("delete from work where account = ? and id = ?", account, id) == 1;
        });
  }

  private static int execute(Handle handle, String sql, List<Work> rows) {
    if (rows.isEmpty()) return 0;
    PreparedBatch batch = handle.prepareBatch(sql);
    for (Work work : rows) bind(batch, work).add();
    int done = 0;
    for (int count : batch.execute()) done += Math.max(count, 0);
    return done;
  }

  private static PreparedBatch bind(PreparedBatch batch, Work work) {
    String requester = work.requester() == null ? null : work.requester().name();
    return batch
        .bindMethods(work)
        .bind("daysOf", work.days() == null ? null : work.days().getId())
        .bind("titleKey", Recognition.key(work.title()))
        .bind("requesterKey", requester == null ? null : Recognition.key(requester));
  }

  static Work work(ResultSet row, StatementContext context) throws SQLException {
    String requester = row.getString("requester");
    String requesterId = row.getString("requester_id");
    return new Work(
        UUID.fromString(row.getString("id")),
        row.getString("account"),
        row.getString("platform"),
        row.getString("identifier"),
        row.getString("posting"),
        row.getString("title"),
        requester == null && requesterId == null
            ? null
            : new Organization(requester, requesterId, null),
        new Payment(
            row.getString("currency"),
            decimal(row, "reward"),
            decimal(row, "bonus"),
            decimal(row, "fee"),
            instant(row, "paid")),
        new Times(
            instant(row, "started"),
            instant(row, "submitted"),
            span(row, "active"),
            span(row, "elapsed")),
        Worded.of(Status.class, row.getString("status")).orElseThrow(),
        Worded.of(Provenance.class, row.getString("provenance")).orElseThrow(),
        row.getString("fingerprint"),
        Columns.instant(row, "recorded"),
        Optional.ofNullable(row.getString("days")).map(ZoneId::of).orElse(null));
  }

  static @Nullable BigDecimal decimal(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? null : new BigDecimal(value);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    return Columns.optionalInstant(row, column).orElse(null);
  }

  private static @Nullable Duration span(ResultSet row, String column) throws SQLException {
    return Columns.optionalDuration(row, column).orElse(null);
  }
}
