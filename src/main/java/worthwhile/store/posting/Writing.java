package worthwhile.store.posting;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import worthwhile.intake.Change;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.Conduct;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;
import worthwhile.store.account.Belongings;
import worthwhile.store.community.Statements;
import worthwhile.store.source.Runs;
import worthwhile.store.sql.Meta;
import worthwhile.store.sql.Revision;

/**
 * What a batch does in its one transaction: it sees everything that was stored before, and nobody
 * else stores anything until it ends.
 */
public final class Writing {
  private static final String LATER = "insert into posting_to_assess (posting, times) ";
  private static final String AGAIN =
      " on conflict (posting) do update set times = posting_to_assess.times + 1";

  private final Handle handle;
  private final ForumPosts forumPosts;

  Writing(Handle handle, ForumPosts forumPosts) {
    this.handle = handle;
    this.forumPosts = forumPosts;
    Revision.lock(handle);
  }

  /** The revision that the batch finds. */
  public long revision() {
    return Revision.current(handle);
  }

  /** How a source's postings stand. */
  public Extent extent(String source) {
    return handle
        .select(
            "select count(*) as standing, coalesce(max(revision), 0) as revision,"
                + " coalesce(sum(case when state = 'missing' then 1 else 0 end), 0) as missing"
                + " from posting where source = ? and state <> 'closed'",
            source)
        .map(
            (row, _) ->
                new Extent(
                    row.getLong("standing"), row.getLong("missing"), row.getLong("revision")))
        .one();
  }

  /** Writes forum posts; how many were new. */
  public int posts(List<DiscussionForumPosting> posts) {
    return forumPosts.put(handle, posts);
  }

  /** Writes what other sites say of requesters; how many say something new. */
  public int ratings(List<AggregateRating> ratings) {
    return Ratings.put(handle, ratings);
  }

  /** What people say and what is decided about it. */
  public Statements statements() {
    return new Statements(handle);
  }

  /** Deletes an account and all that belongs to it, in whichever table. */
  public void forgetAccount(String account) {
    Belongings.delete(handle, account);
  }

  /** All ids that are the same requester as this one, the one that stands for all first. */
  public List<RequesterId> members(RequesterId id) {
    List<RequesterId> members = Requesters.members(handle, id);
    return members.isEmpty() ? List.of(id) : members;
  }

  /** As {@link Requesters#merge}; what stood of either stands for neither until it is reckoned. */
  public long merge(RequesterId from, RequesterId into, String actor, String reason, Instant at) {
    long number = Requesters.merge(handle, from, into, actor, reason, at);
    for (RequesterId member : members(into))
      statements().conducts().put(member, Optional.empty(), at);
    return number;
  }

  /** As {@link Requesters#separate}. */
  public boolean separate(long merge, String actor, Instant at) {
    return Requesters.separate(handle, merge, actor, at);
  }

  /** Who saw these postings in a form that others do not see, by posting. */
  public Map<String, List<Sightings.Witness>> witnesses(Collection<String> postings) {
    return Sightings.witnesses(handle, postings);
  }

  /** Notes what accounts saw, in the place of what the same ones saw before. */
  public void sightings(Collection<Sightings.Sighting> sightings) {
    Sightings.put(handle, sightings);
  }

  /**
   * Counts postings of which an account tells for the first time on a day.
   *
   * @param day since 1970
   * @return how many of them it may still tell that day
   */
  public int allowNew(String account, long day, int wanted, int most) {
    return Sightings.allow(handle, account, day, wanted, most);
  }

  /** Notes that the rows of these changes were seen; that gives no revision. */
  public void seen(List<Change> changes, Instant at) {
    Seen.note(handle, changes, at);
  }

  /** Forgets who saw these postings: it is no longer needed. */
  public void forgetSightings(Collection<String> postings) {
    Sightings.forget(handle, postings);
  }

  /** Forgets what one account saw of a posting; whether there was anything. */
  public boolean forgetSighting(String posting, String account) {
    return Sightings.forget(handle, posting, account);
  }

  /** These are there: whoever saw that they were gone was wrong, or they came back. */
  public void areThere(Collection<String> postings) {
    Sightings.areThere(handle, postings);
  }

  /**
   * Writes a run with everything that it means, unless a run with this id is written already.
   *
   * <p>A change that says what is stored already writes no row and gives no revision, so that a run
   * repeated after a crash is harmless. {@link Change.Unchanged} writes no posting. Duplicates that
   * are stored are kept beside those that a change brings.
   *
   * @param reassessed other postings whose assessment is new
   * @param whole whether the run read the source's listing to its end. If not, only the postings of
   *     its changes were seen, {@link Change.Unchanged} included, and that is written for each
   * @throws IllegalArgumentException if a posting has no state
   */
  public void run(Runs.Run run, List<Change> changes, List<Posting> reassessed, boolean whole) {
    if (!Runs.insert(handle, run, whole)) return;
    new ChangeWriter(handle, run.id(), run.at()).write(changes, reassessed);
    if (!whole) Seen.note(handle, changes, run.at());
  }

  /** Writes new assessments of stored postings; what is said already is not written. */
  public void reassess(List<Posting> postings, Instant at) {
    new ChangeWriter(handle, "", at).write(List.of(), postings);
  }

  /** Gives a revision to nothing: whoever decided on what was stored before begins again. */
  public void touch() {
    long unused = Revision.reserve(handle, 1);
  }

  /**
   * Open postings of these requesters that say something else of them.
   *
   * @param said what is to be said; absent for nothing
   */
  public List<Posting> otherwiseSaid(
      Collection<RequesterId> members, Optional<Conduct> said, int most) {
    return handle
        .createQuery(
            PostingRows.SELECT
                + " where posting.requester in (<ids>) and posting.state <> 'closed' and"
                + " coalesce(assessment.reputation, '') <> :said order by posting.id limit :most")
        .bindList("ids", members.stream().map(RequesterId::toString).toList())
        .bind("said", said.map(PostingRows::reputation).orElse(""))
        .bind("most", most)
        .map(PostingRows::posting)
        .list();
  }

  /** Ids of the postings of these requesters that somebody flagged. */
  public List<String> flaggedPostings(Collection<RequesterId> members) {
    return handle
        .createQuery(
            "select distinct posting.id from flag join posting on flag.about = 'posting:' ||"
                + " posting.id where flag.state <> 'dismissed' and posting.requester in (<ids>)")
        .bindList("ids", members.stream().map(RequesterId::toString).toList())
        .mapTo(String.class)
        .list();
  }

  /** A posting; absent if none has this id. */
  public Optional<Posting> posting(String id) {
    return Optional.ofNullable(PostingRows.byIds(handle, List.of(id)).get(id));
  }

  /** Those that are warned of because they name this host are assessed soon. */
  public void assessLaterNaming(String host) {
    handle.execute(
        LATER + "select posting, 1 from assessment where gravest >= 1 and warnings like ?" + AGAIN,
        "%\"host\":\"" + host + "\"%");
  }

  /** These are assessed soon: something beside their words is known now. */
  public void assessLater(Collection<String> postings) {
    for (String id : Set.copyOf(postings)) handle.execute(LATER + "values (?, 1)" + AGAIN, id);
  }

  /** The open postings of a requester are assessed soon. */
  public void assessLater(RequesterId requester) {
    handle.execute(
        LATER + "select id, 1 from posting where requester = ? and state <> 'closed'" + AGAIN,
        requester.toString());
  }

  /** Postings whose ids come after this one, in their order, closed ones too. */
  public List<Posting> after(String id, int most) {
    return handle
        .select(PostingRows.SELECT + " where posting.id > ? order by posting.id limit ?", id, most)
        .map(PostingRows::posting)
        .list();
  }

  /**
   * Writes stored postings of which we say category or kind anew. That is no change that their
   * source made: the change log tells it like a new assessment, and their histories do not.
   */
  public void sort(List<Posting> postings, Instant at) {
    if (postings.isEmpty()) return;
    Map<String, Posting> before =
        PostingRows.byIds(handle, postings.stream().map(Posting::id).toList());
    PreparedBatch batch = handle.prepareBatch("update posting set json = ? where id = ?");
    Map<String, List<PostingRow.Step>> steps = new LinkedHashMap<>();
    for (Posting posting : postings) {
      batch.add(PostingRows.besideColumns(posting.job()), posting.id());
      steps.put(posting.id(), List.of(sorted(Optional.ofNullable(before.get(posting.id())))));
    }
    batch.execute();
    History.write(handle, steps, "", at);
  }

  private static PostingRow.Step sorted(Optional<Posting> before) {
    return new PostingRow.Step("reassessed", "category", before.map(Earlier::of));
  }

  /** What is noted of the store itself under a name, see {@link Meta}. */
  public Optional<String> noted(String name) {
    return Meta.get(handle, name);
  }

  /** Notes something of the store itself under a name. */
  public void note(String name, String value) {
    Meta.put(handle, name, value);
  }
}
