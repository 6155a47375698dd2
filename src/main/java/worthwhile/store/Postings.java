package worthwhile.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import worthwhile.intake.Change;
import worthwhile.intake.Known;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingJson;

/** Postings, their states and their history. */
public final class Postings implements Known {
  private static final String OPEN = " and posting.state in ('open', 'evergreen')";
  private static final String NEWEST_FIRST =
      " order by coalesce(posting.date_posted, posting.first_seen) desc, posting.id limit :limit";

  private final Database database;

  Postings(Database database) {
    this.database = database;
  }

  /** The posting with this id, closed or not. */
  public Optional<JobPosting> byId(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(PostingRows.SELECT + " where posting.id = :id")
                .bind("id", id)
                .map(PostingRows::posting)
                .findOne());
  }

  @Override
  public Map<String, JobPosting> byIds(Collection<String> ids) {
    return database.read(
        handle ->
            PostingRows.in(handle, PostingRows.SELECT, "posting.id", ids, PostingRows::posting)
                .stream()
                .collect(Collectors.toMap(JobPosting::id, Function.identity())));
  }

  @Override
  public List<JobPosting> notClosed(String source) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    PostingRows.SELECT
                        + " where posting.source = :source and posting.state <> 'closed'"
                        + " order by posting.revision")
                .bind("source", source)
                .map(PostingRows::posting)
                .list());
  }

  @Override
  public Map<String, List<JobPosting>> byFingerprints(Collection<String> fingerprints) {
    RowMapper<Map.Entry<String, JobPosting>> mapper =
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

  /** The same for a run that saw all that its source offers, if its outcome says so. */
  public long apply(List<Change> changes, Runs.Run run) {
    return apply(changes, run, true);
  }

  /**
   * Carries out what a run means, all or nothing, and writes the run with it.
   *
   * <p>A run whose id is already stored changes nothing, and a change that says what is stored
   * already writes no row and gives no revision, so that a run repeated after a crash is harmless.
   * {@link Change.Unchanged} never writes. Ids of duplicates that are stored are kept beside those
   * that the change brings: another source's run may have added one in between.
   *
   * @param whole whether the run read the source's listing to its end. If not, only the postings of
   *     its changes were seen, {@link Change.Unchanged} included, and that is written for each
   * @return the revision after it
   * @throws IllegalArgumentException if a posting has no state
   */
  public long apply(List<Change> changes, Runs.Run run, boolean whole) {
    return database.write(
        handle -> {
          Revision.lock(handle);
          if (Runs.insert(handle, run, whole)) {
            new ChangeWriter(handle, run).write(changes);
            if (!whole) Seen.note(handle, changes, run.at());
          }
          return Revision.current(handle);
        });
  }

  /**
   * Forgets the postings of a source that it has not shown since, in two steps: what is not closed
   * is closed, so that whoever follows the revisions drops it; what is closed and followed already
   * is deleted with its history.
   *
   * @param followed the revision up to which the index has everything
   * @return how many were closed or deleted
   */
  public int forget(String source, Instant before, long followed) {
    return database.write(
        handle -> {
          Revision.lock(handle);
          return new Forgetting(handle, source, before).run(followed);
        });
  }

  /** The highest revision given to any posting; 0 in an empty database. */
  public long revision() {
    return database.read(Revision::current);
  }

  /** Postings whose revision is higher than this one, lowest first. */
  public List<Versioned> changedSince(long revision, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    PostingRows.SELECT
                        + " where posting.revision > :revision"
                        + " order by posting.revision limit :limit")
                .bind("revision", revision)
                .bind("limit", limit)
                .map(PostingRows::versioned)
                .list());
  }

  /** Every posting that is not closed; to be closed by the caller. */
  public Stream<JobPosting> notClosed() {
    return database.stream(
        PostingRows.SELECT + " where posting.state <> 'closed'", PostingRows::posting);
  }

  /** What happened to a posting, newest first. */
  public List<HistoryRow> history(String id) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select at, what, detail from posting_history where posting = :id"
                        + " order by revision desc, step desc")
                .bind("id", id)
                .map(
                    (row, context) ->
                        new HistoryRow(
                            Columns.instant(row, "at"),
                            row.getString("what"),
                            row.getString("detail")))
                .list());
  }

  /** Newest postings of a requester on a platform, closed ones too. */
  public List<JobPosting> ofRequester(String platform, String name, int limit) {
    return ofRequester("posting.requester = :word", platform, name, limit);
  }

  /** Newest open and evergreen postings of the requester with this id on a platform. */
  public List<JobPosting> openOfRequesterId(String platform, String id, int limit) {
    return ofRequester("posting.requester_id = :word" + OPEN, platform, id, limit);
  }

  /** Newest open and evergreen postings of the requester with this name on a platform. */
  public List<JobPosting> openOfRequester(String platform, String name, int limit) {
    return ofRequester("posting.requester = :word" + OPEN, platform, name, limit);
  }

  /** Newest postings of requesters with this name on any platform, closed ones too. */
  public List<JobPosting> ofRequester(String name, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(PostingRows.SELECT + " where posting.requester = :name" + NEWEST_FIRST)
                .bind("name", Columns.text(name))
                .bind("limit", limit)
                .map(PostingRows::posting)
                .list());
  }

  private List<JobPosting> ofRequester(String condition, String platform, String word, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    PostingRows.SELECT
                        + " where posting.platform = :platform and "
                        + condition
                        + NEWEST_FIRST)
                .bind("word", Columns.text(word))
                .bind("platform", platform)
                .bind("limit", limit)
                .map(PostingRows::posting)
                .list());
  }

  /**
   * Newest postings of a requester on a platform of whose time something is known from those who
   * did them, closed ones too.
   *
   * @param requester found by the identifier, or where there is none by the name
   */
  public List<JobPosting> timed(String platform, Organization requester, int limit) {
    boolean byId = requester.identifier() != null;
    String key = byId ? requester.identifier() : requester.name();
    return database.read(
        handle ->
            handle
                .createQuery(
                    PostingRows.SELECT
                        + (byId
                            ? " where posting.requester_id = :key"
                            : " where posting.requester = :key")
                        + " and posting.platform = :platform and (posting.json like :reports"
                        + " or posting.json like :measured)"
                        + NEWEST_FIRST)
                .bind("key", Columns.text(key))
                .bind("platform", platform)
                .bind("reports", "%\"reports\":[%")
                .bind("measured", "%\"timeMeasured\":%")
                .bind("limit", limit)
                .map(PostingRows::posting)
                .list());
  }

  /** Numbers for the status page: postings by source and state. */
  public List<StateCount> counts() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select source, state, count(*) as number from posting"
                        + " group by source, state order by source, state")
                .map(
                    (row, context) ->
                        new StateCount(
                            row.getString("source"), row.getString("state"), row.getLong("number")))
                .list());
  }

  /** A posting with the revision of its last change. */
  public record Versioned(JobPosting posting, long revision) {}

  /**
   * One step in a posting's life.
   *
   * @param what new, changed, reposted, duplicate, missing, closed
   * @param detail the fields that changed, the other posting's id, or the reason; empty if there is
   *     nothing to say
   */
  public record HistoryRow(Instant at, String what, String detail) {
    /** The detail in English: why it is missing or closed, else as it is kept. */
    public String text() {
      boolean why = what.equals("missing") || what.equals("closed");
      return why && detail != null ? PostingJson.readReason(detail).text() : detail;
    }
  }

  /** How many postings of a source are in a state. */
  public record StateCount(String source, String state, long count) {}
}
