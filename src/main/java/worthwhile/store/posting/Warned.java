package worthwhile.store.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import worthwhile.posting.Posting;
import worthwhile.posting.Warning;
import worthwhile.posting.word.Worded;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.Database;

/** Postings that carry warnings and are not closed, those warned of last first. */
public final class Warned {
  private static final String FROM =
      " from assessment join posting on posting.id = assessment.posting"
          + " where assessment.gravest >= 1 and posting.state <> 'closed'";

  private static final String HOLDS = "assessment.warnings like ?";

  private final Database database;

  public Warned(Database database) {
    this.database = database;
  }

  /**
   * Which postings are wanted: those with a warning that is all of this.
   *
   * @param code of the warning; any if absent
   * @param severity of the warning; caution and danger if absent
   * @param by who says so; anybody if absent
   * @param platform id; any if absent
   */
  public record Filter(
      Optional<String> code,
      Optional<Warning.Severity> severity,
      Optional<Warning.By> by,
      Optional<String> platform) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it is such a warning. */
    public boolean takes(Warning warning) {
      return code.map(warning.code()::equals).orElse(true)
          && severity
              .map(warning.severity()::equals)
              .orElse(warning.severity() != Warning.Severity.NOTE)
          && by.map(warning.by()::equals).orElse(true);
    }

    private boolean takesAny(Posting posting) {
      return posting.assessment().warnings().stream().anyMatch(this::takes);
    }
  }

  /**
   * A warning that is no longer said.
   *
   * @param title of the posting
   */
  public record Withdrawn(String posting, String title, Cleared cleared, Instant at) {}

  /** The warnings that were withdrawn, the newest first, from a place on. */
  public List<Withdrawn> withdrawn(int from, int most) {
    return database
        .list(
            (row, _) -> withdrawn(row),
            "select posting_history.posting, posting.title, posting_history.at,"
                + " posting_history.detail from posting_history"
                + " join posting on posting.id = posting_history.posting"
                + " where posting_history.what = '"
                + Cleared.STEP
                + "'"
                + " order by posting_history.at desc, posting_history.posting,"
                + " posting_history.step limit ? offset ?",
            most,
            from)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Withdrawn> withdrawn(ResultSet row) throws SQLException {
    String posting = row.getString("posting");
    String title = row.getString("title");
    Instant at = Columns.instant(row, "at");
    return Cleared.read(row.getString("detail"))
        .map(cleared -> new Withdrawn(posting, title, cleared, at));
  }

  /** Some of the postings, and how many there are. */
  public record Part(long total, List<Posting> postings) {}

  /** The postings from a place on, which is 0 for the first. */
  public Part part(Filter filter, int from, int most) {
    List<Object> values = new ArrayList<>();
    String where = FROM + where(filter, values);
    if (filter.by().isPresent()) return exactly(filter, where, values, from, most);
    return database.read(
        handle -> {
          long total =
              handle.select("select count(*)" + where, values.toArray()).mapTo(Long.class).one();
          values.add(most);
          values.add(from);
          List<String> ids =
              handle
                  .select(
                      "select assessment.posting"
                          + where
                          + " order by assessment.warned_at desc, assessment.posting desc"
                          + " limit ? offset ?",
                      values.toArray())
                  .mapTo(String.class)
                  .list();
          return new Part(total, inOrder(ids, PostingRows.byIds(handle, ids)));
        });
  }

  /** Who says so stands apart from the code in what is kept, so each posting is looked at. */
  private Part exactly(Filter filter, String where, List<Object> values, int from, int most) {
    String sql =
        PostingRows.SELECT
            + " where posting.id in (select assessment.posting"
            + where
            + ") order by assessment.warned_at desc, posting.id desc";
    try (Stream<Posting> all = database.stream(sql, PostingRows::posting, values.toArray())) {
      List<Posting> found = all.filter(filter::takesAny).toList();
      return new Part(found.size(), found.stream().skip(from).limit(most).toList());
    }
  }

  private static String where(Filter filter, List<Object> values) {
    StringBuilder where = new StringBuilder();
    filter.platform().ifPresent(id -> add(where, values, "posting.platform = ?", id));
    filter
        .by()
        .ifPresent(by -> add(where, values, HOLDS, "%\"by\":\"" + Worded.wordOf(by) + "\"%"));
    if (filter.severity().isEmpty()) where.append(" and assessment.gravest >= 2");
    String code = filter.code().map(each -> "\"code\":\"" + each + "\",").orElse("");
    String graveness =
        filter.severity().map(each -> "\"severity\":\"" + Worded.wordOf(each) + "\"").orElse("");
    if (!code.isEmpty() && graveness.isEmpty()) {
      where.append(" and (" + HOLDS + " or " + HOLDS + ")");
      values.add("%" + code + "\"severity\":\"caution\"%");
      values.add("%" + code + "\"severity\":\"danger\"%");
    } else if (!graveness.isEmpty()) add(where, values, HOLDS, "%" + code + graveness + "%");
    return where.toString();
  }

  private static void add(
      StringBuilder where, List<Object> values, String condition, String value) {
    where.append(" and ").append(condition);
    values.add(value);
  }

  private static List<Posting> inOrder(List<String> ids, Map<String, Posting> known) {
    return ids.stream().map(known::get).filter(Objects::nonNull).toList();
  }
}
