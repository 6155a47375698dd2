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
import worthwhile.reputation.statement.ModerationCase;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.sql.Columns;
import worthwhile.warning.JudgedWords;

/** Questions to moderators, and what each person said to them. */
public final class CaseRows {
  private static final String INSERT =
      """
      insert into moderation_case (id, kind, about, requester, harm, state, opened_by, reason,
        of_case, rules, opened, decided)
      values (:id, :what, :subject, :requester, :harm, :now, :openedBy, :reason, :ofCase, :rules,
        :opened, :decided)
      """;
  private static final String VOTE =
      """
      insert into moderation_vote (moderation_case, account, vote, rule, reason, moderator, at)
      values (:moderationCase, :account, :word, :rule, :reason, :moderator, :at)
      on conflict (moderation_case, account) do nothing
      """;

  private final Handle handle;

  CaseRows(Handle handle) {
    this.handle = handle;
  }

  public void add(ModerationCase one) {
    handle
        .createUpdate(INSERT)
        .bindMethods(one)
        .bind("what", one.kind().word())
        .bind("subject", one.about().toString())
        .bind("now", one.state().word())
        .execute();
  }

  public Optional<ModerationCase> byId(String id) {
    return list("id = ?", id).stream().findFirst();
  }

  /** All about something, the oldest first. */
  public List<ModerationCase> about(Subject about) {
    return list("about = ?", about.toString());
  }

  /** The one that is not decided yet, of a kind and about something. */
  public Optional<ModerationCase> open(ModerationCase.Kind kind, Subject about) {
    return about(about).stream()
        .filter(each -> each.kind() == kind && !each.isDecided())
        .findFirst();
  }

  /** All that are not decided yet: what hurts most first, then the oldest. */
  public List<ModerationCase> queue(int most) {
    return handle
        .select(
            "select * from moderation_case where state in ('open', 'waiting-for-second')"
                + " order by harm desc, opened, id limit ?",
            most)
        .map(CaseRows::one)
        .list();
  }

  /** When people last found a burst of reviews of one of these honest; absent if never. */
  public Optional<Instant> honestUntil(Collection<RequesterId> members) {
    if (members.isEmpty()) return Optional.empty();
    return handle
        .createQuery(
            "select decided from moderation_case where kind = 'burst' and state = 'dismissed'"
                + " and about in (<about>) order by decided desc limit 1")
        .bindList(
            "about",
            members.stream().map(id -> Subject.requester(id.toString()).toString()).toList())
        .mapTo(Instant.class)
        .findFirst();
  }

  /** How many are decided. */
  public int decided() {
    return handle
        .select("select count(*) from moderation_case where decided is not null")
        .mapTo(Integer.class)
        .one();
  }

  /** Moves one on that is not decided; false if it is decided already. */
  public boolean set(String id, ModerationCase.State state, Optional<Instant> decided) {
    return handle.execute(
            "update moderation_case set state = ?, decided = ?"
                + " where id = ? and state in ('open', 'waiting-for-second')",
            state.word(),
            decided,
            id)
        == 1;
  }

  /** Forgets what was said to one that is not decided; how many said something. */
  public int forgetVotes(String id) {
    return handle.execute("delete from moderation_vote where moderation_case = ?", id);
  }

  /** Notes which words are judged. */
  public void judged(String id, JudgedWords words) {
    handle.execute("update moderation_case set judged = ? where id = ?", words.write(), id);
  }

  /** Which words are judged, or were; absent if they were not noted. */
  public Optional<JudgedWords> judged(String id) {
    return handle
        .select("select judged from moderation_case where id = ? and judged is not null", id)
        .mapTo(String.class)
        .findOne()
        .map(JudgedWords::read);
  }

  /** Raises the harm of an open one; it never sinks. */
  public void raise(String id, int harm) {
    handle.execute("update moderation_case set harm = ? where id = ? and harm < ?", harm, id, harm);
  }

  /** Stores what somebody says to a case; false if she has said something to it before. */
  public boolean vote(ModerationCase.Vote vote) {
    return handle.createUpdate(VOTE).bindMethods(vote).bind("word", vote.choice().word()).execute()
        == 1;
  }

  /** What was said to a case, in order. */
  public List<ModerationCase.Vote> votes(String id) {
    return handle
        .select("select * from moderation_vote where moderation_case = ? order by at, account", id)
        .map(CaseRows::vote)
        .list();
  }

  private List<ModerationCase> list(String condition, Object value) {
    return handle
        .select("select * from moderation_case where " + condition + " order by opened, id", value)
        .map(CaseRows::one)
        .list();
  }

  private static ModerationCase one(ResultSet row, StatementContext context) throws SQLException {
    return new ModerationCase(
        row.getString("id"),
        StatementColumns.word(row, "kind", ModerationCase.Kind.class),
        StatementColumns.subject(row, "about"),
        StatementColumns.requester(row, "requester"),
        row.getInt("harm"),
        StatementColumns.word(row, "state", ModerationCase.State.class),
        Columns.optionalText(row, "opened_by"),
        Columns.optionalText(row, "reason"),
        Columns.optionalText(row, "of_case"),
        row.getString("rules"),
        Columns.instant(row, "opened"),
        Columns.optionalInstant(row, "decided"));
  }

  private static ModerationCase.Vote vote(ResultSet row, StatementContext context)
      throws SQLException {
    return new ModerationCase.Vote(
        row.getString("moderation_case"),
        row.getString("account"),
        StatementColumns.word(row, "vote", ModerationCase.Choice.class),
        row.getString("rule"),
        row.getString("reason"),
        row.getInt("moderator") == 1,
        Columns.instant(row, "at"));
  }
}
