package worthwhile.store.posting;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatements;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.PostingJson;
import worthwhile.store.sql.Database;

/** Posts of forum threads. */
public final class ForumPosts {
  private static final String INSERT =
      "insert into forum_post (id, source, published, json)"
          + " values (:id, :source, :published, :json) on conflict (id) do nothing";
  private static final String REPLACE =
      "update forum_post set json = :json where id = :id and json <> :json";

  private static final String MENTION =
      "insert into forum_mention (requester, post) values (?, ?)"
          + " on conflict (requester, post) do nothing";

  private final Database database;
  private final Clock clock;

  public ForumPosts(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds or replaces; a post that says what is stored already is not written.
   *
   * @return how many were new
   */
  public int put(List<DiscussionForumPosting> posts) {
    return database.write(handle -> put(handle, posts));
  }

  int put(Handle handle, List<DiscussionForumPosting> posts) {
    if (posts.isEmpty()) return 0;
    Map<String, DiscussionForumPosting> byId = new LinkedHashMap<>();
    posts.forEach(post -> byId.put(post.id(), post));
    return put(handle, byId.values());
  }

  private int put(Handle handle, Collection<DiscussionForumPosting> posts) {
    int[] added = execute(handle, INSERT, posts);
    mention(handle, posts);
    List<DiscussionForumPosting> known = new ArrayList<>();
    int position = 0;
    for (DiscussionForumPosting post : posts) if (added[position++] == 0) known.add(post);
    if (!known.isEmpty()) execute(handle, REPLACE, known);
    return posts.size() - known.size();
  }

  private static void mention(Handle handle, Collection<DiscussionForumPosting> posts) {
    PreparedBatch batch = handle.prepareBatch(MENTION);
    for (DiscussionForumPosting post : posts)
      for (String requester : Set.copyOf(post.mentions())) batch.add(key(requester), post.id());
    if (batch.size() > 0) batch.execute();
  }

  private static String key(String requester) {
    return requester.strip().toLowerCase(Locale.ROOT);
  }

  private int[] execute(Handle handle, String sql, Collection<DiscussionForumPosting> posts) {
    PreparedBatch batch = handle.prepareBatch(sql);
    batch.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    for (DiscussionForumPosting post : posts) {
      Instant published = Objects.requireNonNullElseGet(post.datePublished(), clock::instant);
      batch
          .bind("id", post.id())
          .bind("source", post.source())
          .bind("published", published)
          .bind("json", PostingJson.stored(post))
          .add();
    }
    return batch.execute();
  }

  /** Newest posts since a day that speak of a requester, by the name in any case. */
  public List<DiscussionForumPosting> mentioning(String requester, Instant since, int limit) {
    return database.list(
        (row, _) -> read(row.getString("json")),
        """
        select forum_post.json from forum_mention
        join forum_post on forum_post.id = forum_mention.post
        where forum_mention.requester = ? and forum_post.published >= ?
        order by forum_post.published desc, forum_post.id desc limit ?
        """,
        key(requester),
        since,
        limit);
  }

  /** Whether any stored post speaks of a requester. */
  public boolean isAnybodyMentioned() {
    return !database
        .list((row, _) -> row.getInt(1), "select 1 from forum_mention limit 1")
        .isEmpty();
  }

  private static DiscussionForumPosting read(String json) {
    return PostingJson.MAPPER.readValue(json, DiscussionForumPosting.class);
  }

  /** Newest posts of a source; one without a date counts from when it was first stored. */
  public List<DiscussionForumPosting> newest(String source, int limit) {
    return database.list(
        (row, _) -> read(row.getString("json")),
        "select json from forum_post where source = ? order by published desc, id desc limit ?",
        source,
        limit);
  }
}
