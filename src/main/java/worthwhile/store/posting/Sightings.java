package worthwhile.store.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.posting.Standing;
import worthwhile.posting.StandingBuilder;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/**
 * What accounts' browsers passed on and others do not see in that form, until two agree. An account
 * sees its own of postings that are not open for everybody.
 */
public final class Sightings {
  private static final String UPSERT =
      """
      insert into sighting (posting, account, source, first_at, at, network, gone, shown, json, pay,
        not_known, reputation, risk, warnings, not_checked)
      values (:posting, :account, :source, :at, :at, :network, :gone,
        case when :gone = 1
          or exists (select 1 from posting where id = :posting and state <> 'closed')
          then 0 else 1 end,
        :json, :pay, :notKnown, :reputation, :risk, :warnings, :notChecked)
      on conflict (posting, account) do update set at = excluded.at, network = excluded.network,
        gone = excluded.gone, shown = excluded.shown, json = excluded.json, pay = excluded.pay,
        not_known = excluded.not_known, reputation = excluded.reputation, risk = excluded.risk,
        warnings = excluded.warnings, not_checked = excluded.not_checked
        where sighting.at <= excluded.at
      """;

  private static final String WITNESSES =
      "select sighting.posting, sighting.account, sighting.network, sighting.json,"
          + " account.created from sighting left join account on account.id = sighting.account";

  private static final String MOVED =
      """
      insert into forwarder (account, version, day, tasks) values (?, 1, 0, 0)
      on conflict (account) do update set version = forwarder.version + 1
      """;

  private static final String SHOWN =
      "select first_at, at, json, pay, not_known, reputation, risk, warnings, not_checked"
          + " from sighting"
          + " where account = ? and shown = 1";

  private static final String UNSEEN = " where source = ? and shown = 1 and at < ?";

  private final Database database;

  public Sightings(Database database) {
    this.database = database;
  }

  /**
   * An account saw a posting.
   *
   * @param network stands for the network from where it was told; absent if not known
   * @param seen in this form; absent: that it is gone
   */
  public record Sighting(
      String account,
      String source,
      String posting,
      Instant at,
      Optional<String> network,
      Optional<Posting> seen) {}

  /**
   * Who saw a posting.
   *
   * @param created when the account was made; absent for one that is not stored
   * @param seen in this form; absent: that it is gone
   */
  public record Witness(
      String account,
      Optional<Instant> created,
      Optional<String> network,
      Optional<JobPosting> seen) {}

  // --- inside a batch's transaction

  /** Who has seen these postings, by posting; what accounts saw that others see too is left out. */
  static Map<String, List<Witness>> witnesses(Handle handle, Collection<String> postings) {
    Map<String, List<Witness>> all = new HashMap<>();
    PostingRows.in(
            handle,
            WITNESSES,
            "sighting.posting",
            postings,
            (row, _) -> Map.entry(row.getString("posting"), witness(row)))
        .forEach(
            each ->
                all.computeIfAbsent(each.getKey(), _ -> new ArrayList<>()).add(each.getValue()));
    return all;
  }

  private static Witness witness(ResultSet row) throws SQLException {
    return new Witness(
        row.getString("account"),
        Columns.optionalInstant(row, "created"),
        Columns.optionalText(row, "network"),
        Columns.optionalText(row, "json").map(PostingJson::readJob));
  }

  /** Notes these in the place of what the same accounts saw of the same postings before. */
  static void put(Handle handle, Collection<Sighting> sightings) {
    if (sightings.isEmpty()) return;
    PreparedBatch batch = handle.prepareBatch(UPSERT);
    for (Sighting each : sightings)
      batch
          .bindMethods(each)
          .bind("network", each.network().orElse(null))
          .bind("gone", each.seen().isEmpty() ? 1 : 0)
          .bind("json", each.seen().map(PostingRows::json).orElse(null))
          .bind("pay", each.seen().map(PostingRows::pay).orElse(null))
          .bind("notKnown", each.seen().map(PostingRows::notKnown).orElse(null))
          .bind("reputation", each.seen().map(PostingRows::reputation).orElse(null))
          .bind("risk", each.seen().map(seen -> seen.assessment().risk()).orElse(null))
          .bind("warnings", each.seen().map(PostingRows::warnings).orElse(null))
          .bind("notChecked", each.seen().map(PostingRows::notChecked).orElse(null))
          .add();
    batch.execute();
    moved(handle, sightings.stream().map(Sighting::account).toList());
  }

  /** Forgets what everybody saw of these postings. */
  static void forget(Handle handle, Collection<String> postings) {
    change(handle, "delete from sighting where ", "posting in (<ids>)", postings);
  }

  /** Forgets what one account saw of a posting; whether there was anything. */
  static boolean forget(Handle handle, String posting, String account) {
    boolean some =
        handle.execute("delete from sighting where posting = ? and account = ?", posting, account)
            > 0;
    if (some) moved(handle, List.of(account));
    return some;
  }

  /** These are there: whoever saw that they were gone was wrong, or they came back. */
  static void areThere(Handle handle, Collection<String> postings) {
    change(handle, "delete from sighting where ", "gone = 1 and posting in (<ids>)", postings);
  }

  /** These are open for everybody now: nobody sees her own any more. */
  static void published(Handle handle, Collection<String> postings) {
    change(
        handle,
        "update sighting set shown = 0 where ",
        "shown = 1 and posting in (<ids>)",
        postings);
  }

  private static void change(
      Handle handle, String sql, String condition, Collection<String> postings) {
    for (List<String> ids : Database.chunks(postings)) {
      List<String> accounts =
          handle
              .createQuery("select distinct account from sighting where " + condition)
              .bindList("ids", ids)
              .mapTo(String.class)
              .list();
      if (accounts.isEmpty()) continue;
      handle.createUpdate(sql + condition).bindList("ids", ids).execute();
      moved(handle, accounts);
    }
  }

  /**
   * Counts postings of which an account tells for the first time.
   *
   * @param day since 1970
   * @return how many of them the account may still tell that day
   */
  static int allow(Handle handle, String account, long day, int wanted, int most) {
    int used =
        handle
            .select("select tasks from forwarder where account = ? and day = ?", account, day)
            .mapTo(Integer.class)
            .findOne()
            .orElse(0);
    int allowed = Math.clamp((long) most - used, 0, wanted);
    if (allowed == 0) return 0;
    moved(handle, List.of(account));
    handle.execute(
        "update forwarder set day = ?, tasks = ? where account = ?", day, used + allowed, account);
    return allowed;
  }

  private static void moved(Handle handle, Collection<String> accounts) {
    accounts.stream().distinct().sorted().forEach(account -> handle.execute(MOVED, account));
  }

  // --- for the accounts themselves

  /** A number that moves with what an account alone sees; absent if it never told anything. */
  public Optional<Long> version(String account) {
    return database.find(Long.class, "select version from forwarder where account = ?", account);
  }

  /** What an account alone sees. */
  public List<Posting> shownTo(String account) {
    return database.list(Sightings::posting, SHOWN + " order by posting", account);
  }

  /** The posting as an account alone sees it. */
  public Optional<Posting> shownTo(String account, String posting) {
    return database.find(Sightings::posting, SHOWN + " and posting = ?", account, posting);
  }

  /** What an account saw of these postings last, whether or not others see them too. */
  public Map<String, JobPosting> seenBy(String account, Collection<String> postings) {
    Map<String, JobPosting> seen = new HashMap<>();
    database.read(handle -> witnesses(handle, postings)).values().stream()
        .flatMap(List::stream)
        .filter(witness -> witness.account().equals(account))
        .forEach(witness -> witness.seen().ifPresent(job -> seen.put(job.id(), job)));
    return seen;
  }

  private static Posting posting(ResultSet row, StatementContext context) throws SQLException {
    Standing standing =
        StandingBuilder.builder()
            .firstSeen(Columns.instant(row, "first_at"))
            .lastSeen(Columns.instant(row, "at"))
            .state(PostingState.OPEN)
            .confirmed(false)
            .seenOnlyByYou(true)
            .build();
    return new Posting(
        PostingJson.readJob(row.getString("json")), standing, PostingRows.assessment(row));
  }

  // --- what is old

  /** No account sees any more what its browser has not shown since. */
  public void hideUnseen(String source, Instant before) {
    database.write(
        handle -> {
          List<String> accounts =
              handle
                  .select("select distinct account from sighting" + UNSEEN, source, before)
                  .mapTo(String.class)
                  .list();
          moved(handle, accounts);
          return handle.execute("update sighting set shown = 0" + UNSEEN, source, before);
        });
  }

  /** Forgets what is older. */
  public void deleteBefore(Instant at) {
    database.update("delete from sighting where at < ?", at);
  }
}
