package worthwhile.store.posting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import worthwhile.posting.Assessment;
import worthwhile.posting.Conduct;
import worthwhile.posting.Duplicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.Restrictions;
import worthwhile.posting.Standing;
import worthwhile.posting.Warning;
import worthwhile.posting.word.Worded;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.InLists;

/**
 * Postings between rows and records: the source's words as JSON but for those that have columns,
 * the standing in columns, the assessment in a row of its own.
 *
 * <p>A posting that is open was seen when its source last told us all that it offers, so that
 * moment is taken from the source and no row is written for "seen again".
 */
public final class PostingRows {
  /** When a posting was last seen. */
  public static final String SEEN =
      """
      case when posting.state in ('open', 'evergreen') and source_seen.at > posting.last_seen
        then source_seen.at else posting.last_seen end\
      """;

  public static final String SELECT =
      """
      select posting.id, posting.source, posting.platform, posting.identifier, posting.title,
        posting.json, posting.revision, posting.fingerprint, posting.first_seen, posting.state,
        posting.state_reason, posting.reposts, posting.duplicates,
        posting.restrictions, posting.confirmed, assessment.pay, assessment.not_known,
        assessment.reputation, assessment.risk, assessment.warnings, assessment.not_checked,\
      """
          + SEEN
          + """
           as seen
          from posting
            left join source_seen on source_seen.source = posting.source
            left join assessment on assessment.posting = posting.id
          """;

  private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
  private static final TypeReference<List<Warning>> WARNINGS = new TypeReference<>() {};
  private static final TypeReference<List<Duplicate>> DUPLICATES = new TypeReference<>() {};

  private PostingRows() {}

  public static Posting posting(ResultSet row, StatementContext context) throws SQLException {
    return new Posting(job(row), standing(row), assessment(row));
  }

  private static JobPosting job(ResultSet row) throws SQLException {
    return PostingJson.readJob(
        row.getString("json"),
        new PostingJson.InColumns(
            row.getString("id"),
            row.getString("source"),
            row.getString("platform"),
            row.getString("identifier"),
            row.getString("title")));
  }

  static Assessment assessment(ResultSet row) throws SQLException {
    String said = row.getString("reputation");
    String pay = row.getString("pay");
    String risk = row.getString("risk");
    String warnings = row.getString("warnings");
    return new Assessment(
        pay == null ? null : PostingJson.MAPPER.readValue(pay, Pay.class),
        reasons(row.getString("not_known")),
        said == null ? null : conduct(said),
        risk == null ? null : new BigDecimal(risk),
        warnings == null ? List.of() : PostingJson.MAPPER.readValue(warnings, WARNINGS),
        reasons(row.getString("not_checked")));
  }

  private static List<Reason> reasons(String kept) {
    return kept == null ? List.of() : PostingJson.MAPPER.readValue(kept, REASONS);
  }

  private static Conduct conduct(String kept) {
    return PostingJson.MAPPER.readValue(kept, Conduct.class);
  }

  private static Standing standing(ResultSet row) throws SQLException {
    String duplicates = row.getString("duplicates");
    String restrictions = row.getString("restrictions");
    int reposts = row.getInt("reposts");
    int confirmed = row.getInt("confirmed");
    return new Standing(
        Columns.instant(row, "first_seen"),
        Instant.ofEpochMilli(row.getLong("seen")),
        state(row.getString("state")),
        reason(row.getString("state_reason")),
        reposts == 0 ? null : (Integer) reposts,
        duplicates == null ? List.of() : PostingJson.MAPPER.readValue(duplicates, DUPLICATES),
        restrictions == null
            ? null
            : PostingJson.MAPPER.readValue(restrictions, Restrictions.class),
        confirmed == 0 ? null : (Boolean) (confirmed > 0),
        null);
  }

  private static @Nullable Reason reason(String kept) {
    return kept == null ? null : PostingJson.readReason(kept);
  }

  public static @Nullable String reason(Standing standing) {
    Reason reason = standing.stateReason();
    return reason == null ? null : Columns.text(PostingJson.stored(reason));
  }

  /** The source's words as they are stored where no columns stand beside. */
  public static String json(Posting posting) {
    return Columns.text(PostingJson.stored(posting.job()));
  }

  /** The source's words as they are stored beside the columns of a posting. */
  static String besideColumns(JobPosting job) {
    return Columns.text(PostingJson.storedBesideColumns(job));
  }

  /** What a posting pays as it is stored; null if that is not known. */
  public static @Nullable String pay(Posting posting) {
    return posting.pay() == null ? null : Columns.text(PostingJson.stored(posting.pay()));
  }

  /** What is missing for saying what a posting pays, as it is stored; null if nothing is. */
  static @Nullable String notKnown(Posting posting) {
    return reasons(posting.notKnown());
  }

  /** What could not be looked at for warnings, as it is stored; null if there is nothing. */
  static @Nullable String notChecked(Posting posting) {
    return reasons(posting.assessment().notChecked());
  }

  private static @Nullable String reasons(List<Reason> reasons) {
    return reasons.isEmpty() ? null : Columns.text(PostingJson.stored(reasons));
  }

  /** The warnings as they are stored; null if there are none. */
  static @Nullable String warnings(Posting posting) {
    List<Warning> all = posting.assessment().warnings();
    return all.isEmpty() ? null : Columns.text(PostingJson.storedWarnings(all));
  }

  /** What is said of its requester as it is stored; null if nothing is. */
  static @Nullable String reputation(Posting posting) {
    return posting.reputation() == null ? null : reputation(posting.reputation());
  }

  static String reputation(Conduct said) {
    return Columns.text(PostingJson.stored(said));
  }

  public static @Nullable String duplicates(Standing standing) {
    return standing.duplicates().isEmpty()
        ? null
        : Columns.text(PostingJson.MAPPER.writeValueAsString(standing.duplicates()));
  }

  /** What all copies state together, as it is stored; null where that adds nothing. */
  static @Nullable String restrictions(Standing standing) {
    return standing.restrictions() == null
        ? null
        : Columns.text(PostingJson.MAPPER.writeValueAsString(standing.restrictions()));
  }

  /** 0: read from its source; 1: two workers saw it; -1: one did. */
  public static int confirmed(Standing standing) {
    if (standing.confirmed() == null) return 0;
    return standing.confirmed() ? 1 : -1;
  }

  /** The state's name in the database: the one it has in JSON. */
  public static String state(PostingState state) {
    return Worded.wordOf(state);
  }

  private static PostingState state(String name) {
    return PostingState.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static Map<String, Posting> byIds(Handle handle, Collection<String> ids) {
    return in(handle, SELECT, "posting.id", ids, PostingRows::posting).stream()
        .collect(Collectors.toMap(Posting::id, Function.identity()));
  }

  /**
   * Rows whose column is one of the values, in as many statements as it takes.
   *
   * @param sql ends where the condition begins
   */
  public static <T> List<T> in(
      Handle handle, String sql, String column, Collection<String> values, RowMapper<T> mapper) {
    List<T> rows = new ArrayList<>();
    String some = sql + " where " + column + " in (<values>)";
    for (List<String> chunk : Database.chunks(values))
      rows.addAll(handle.select(some).bindList("values", InLists.steady(chunk)).map(mapper).list());
    return rows;
  }
}
