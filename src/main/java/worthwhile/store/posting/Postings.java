package worthwhile.store.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.intake.Change;
import worthwhile.intake.KnownPostings;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.store.source.Runs;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Revision;

/** Postings, their states and their history. */
public final class Postings implements KnownPostings {
  private final Database database;
  private final ForumPosts forumPosts;

  public Postings(Database database, ForumPosts forumPosts) {
    this.database = database;
    this.forumPosts = forumPosts;
  }

  /** The posting with this id, closed or not. */
  public Optional<Posting> byId(String id) {
    return database.find(PostingRows::posting, PostingRows.SELECT + " where posting.id = ?", id);
  }

  @Override
  public Map<String, Posting> byIds(Collection<String> ids) {
    return database.read(handle -> PostingRows.byIds(handle, ids));
  }

  @Override
  public List<Posting> notClosed(String source) {
    return database.list(
        PostingRows::posting,
        PostingRows.SELECT
            + " where posting.source = ? and posting.state <> 'closed' order by posting.revision",
        source);
  }

  @Override
  public Map<String, List<Posting>> byFingerprints(Collection<String> fingerprints) {
    RowMapper<Map.Entry<String, Posting>> mapper =
        (row, context) ->
            Map.entry(row.getString("fingerprint"), PostingRows.posting(row, context));
    return database.read(
        handle ->
            PostingRows.in(handle, PostingRows.SELECT, "posting.fingerprint", fingerprints, mapper)
                .stream()
                .collect(
                    Collectors.groupingBy(
                        Map.Entry::getKey,
                        HashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  /** Writes a batch, see {@link worthwhile.store.Store#write}. */
  public <T> T write(Function<Writing, T> work) {
    return database.write(handle -> work.apply(new Writing(handle, forumPosts)));
  }

  /** Carries out a run that saw all that its source offers, if its outcome says so. */
  public long apply(List<Change> changes, Runs.Run run) {
    return apply(changes, run, true);
  }

  /** Carries out a run alone, see {@link Writing#run}; answers the revision after it. */
  public long apply(List<Change> changes, Runs.Run run, boolean whole) {
    return write(
        writing -> {
          writing.run(run, changes, List.of(), whole);
          return writing.revision();
        });
  }

  /**
   * Forgets the postings of a source that it has not shown since, with their histories. Whoever
   * follows the changes learns of it.
   *
   * @return how many were deleted
   */
  public int forget(String source, Instant before, Instant now) {
    return database.write(
        handle -> {
          Revision.lock(handle);
          return Forgetting.run(handle, source, before, now);
        });
  }

  /** The highest revision given to any posting; 0 in an empty database. */
  public long revision() {
    return database.read(Revision::current);
  }

  /** Every posting that is not closed; to be closed by the caller. */
  public Stream<Posting> notClosed() {
    return database.stream(
        PostingRows.SELECT + " where posting.state <> 'closed'", PostingRows::posting);
  }

  /** Ids of postings that are not closed and come after this one, in their order. */
  public List<String> idsAfter(String id, int most) {
    return database.list(
        String.class,
        "select id from posting where id > ? and state <> 'closed' order by id limit ?",
        id,
        most);
  }

  /** Every posting that is not closed, or was last seen after this; to be closed by the caller. */
  public Stream<Posting> notClosedBefore(Instant since) {
    return database.stream(
        PostingRows.SELECT + " where posting.state <> 'closed' or posting.last_seen >= ?",
        PostingRows::posting,
        since);
  }

  /**
   * Postings whose pay is known, those that changed last first, so many at most; to be closed by
   * the caller.
   */
  public Stream<Posting> withPay(int most) {
    return database.stream(
        PostingRows.SELECT
            + " where assessment.pay is not null order by posting.revision desc limit ?",
        PostingRows::posting,
        most);
  }

  /**
   * A posting that waits to be assessed.
   *
   * @param times how often that was asked for
   */
  public record Waiting(String posting, long times) {}

  /** Postings of which something beside their words is known now. */
  public List<Waiting> waiting(int most) {
    return database.list(
        Waiting.class,
        "select posting, times from posting_to_assess order by posting limit ?",
        most);
  }

  /** These were assessed; what was asked for once more meanwhile goes on waiting. */
  public void assessed(List<Waiting> done) {
    if (done.isEmpty()) return;
    database.write(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch("delete from posting_to_assess where posting = ? and times = ?");
          for (Waiting each : done) batch.add(each.posting(), each.times());
          return batch.execute().length;
        });
  }

  /** What happened to a posting, newest first. */
  public List<HistoryRow> history(String id) {
    return database.list(
        HistoryRow.class,
        "select at, what, detail from posting_history where posting = ? and what not"
            + " in ('reassessed', 'forgotten') order by revision desc, step desc",
        id);
  }

  /** Pay as it was stated before each change of it, oldest first, as far as that is kept. */
  public List<MonetaryAmount> earlierPay(String id) {
    return database
        .list(
            (row, _) -> Earlier.read(row.getString("was")),
            "select was from posting_history where posting = ? and was is not null"
                + " and detail like '%baseSalary%' order by revision, step",
            id)
        .stream()
        .flatMap(earlier -> earlier.pay().stream())
        .toList();
  }

  /** When each of these was found to be gone, every time; those that never were lack. */
  public Map<String, List<Instant>> goneAt(Collection<String> ids) {
    Map<String, List<Instant>> gone = new HashMap<>();
    for (List<String> some : Database.chunks(ids))
      database.read(
          handle ->
              handle
                  .createQuery(
                      "select posting, at from posting_history where posting in (<ids>)"
                          + " and what in ('missing', 'closed') order by at")
                  .bindList("ids", some)
                  .map((row, _) -> Map.entry(row.getString("posting"), Columns.instant(row, "at")))
                  .stream()
                  .mapToInt(row -> note(gone, row))
                  .sum());
    return gone;
  }

  private static int note(Map<String, List<Instant>> gone, Map.Entry<String, Instant> row) {
    gone.computeIfAbsent(row.getKey(), _ -> new ArrayList<>()).add(row.getValue());
    return 1;
  }

  /** Postings of a source that were written last, closed ones too. */
  public List<Posting> newest(String source, int limit) {
    return database.list(
        PostingRows::posting,
        PostingRows.SELECT + " where posting.source = ? order by posting.revision desc limit ?",
        source,
        limit);
  }

  /** Newest postings of these requesters, closed ones too. */
  public List<Posting> ofRequesters(Collection<RequesterId> requesters, int limit) {
    return ofRequesters(requesters, "", limit);
  }

  /** Newest open and evergreen postings of these requesters. */
  public List<Posting> openOfRequesters(Collection<RequesterId> requesters, int limit) {
    return ofRequesters(requesters, " and posting.state in ('open', 'evergreen')", limit);
  }

  /**
   * Newest postings of these requesters of whose time something is known from those who did them,
   * closed ones too.
   */
  public List<Posting> timed(Collection<RequesterId> requesters, int limit) {
    return ofRequesters(requesters, " and posting.timed = 1", limit);
  }

  /** Those of these requesters of one of whose postings {@link #timed} would tell. */
  public Set<RequesterId> haveTimed(Collection<RequesterId> requesters) {
    Set<RequesterId> have = new HashSet<>();
    for (List<RequesterId> some : Database.chunks(requesters))
      database
          .read(
              handle ->
                  handle
                      .createQuery(
                          "select distinct requester from posting"
                              + " where timed = 1 and requester in (<ids>)")
                      .bindList("ids", some)
                      .mapTo(String.class)
                      .list())
          .forEach(id -> RequesterId.parse(id).ifPresent(have::add));
    return have;
  }

  private List<Posting> ofRequesters(
      Collection<RequesterId> requesters, String condition, int limit) {
    if (requesters.isEmpty()) return List.of();
    return database.read(
        handle ->
            handle
                .createQuery(
                    PostingRows.SELECT
                        + " where posting.requester in (<ids>)"
                        + condition
                        + " order by coalesce(posting.date_posted, posting.first_seen) desc,"
                        + " posting.id limit :limit")
                .bindList("ids", List.copyOf(requesters))
                .bind("limit", limit)
                .map(PostingRows::posting)
                .list());
  }

  /** Numbers for the status page: postings by source and state. */
  public List<StateCount> counts() {
    return database.list(
        StateCount.class,
        "select source, state, count(*) as count from posting group by source, state"
            + " order by source, state");
  }

  /**
   * One step in a posting's life.
   *
   * @param what new, changed, reopened, reposted, duplicate, missing, closed; warned with the
   *     severity and code of each new warning; cleared with one that was withdrawn, by whom, since
   *     when it had stood and why
   * @param detail the fields that changed, the other posting's id, or the reason; empty if there is
   *     nothing to say
   */
  public record HistoryRow(Instant at, String what, String detail) {
    /** The detail in English: why it is missing or closed, else as it is kept. */
    public String text() {
      boolean why = what.equals("missing") || what.equals("closed");
      return why && detail != null ? PostingJson.readReason(detail).text() : detail;
    }

    /** The same in the language of whoever is being answered. */
    public String said() {
      boolean why = what.equals("missing") || what.equals("closed");
      return why && detail != null ? PostingJson.readReason(detail).said() : detail;
    }
  }

  /** How many postings of a source are in a state. */
  public record StateCount(String source, String state, long count) {}
}
