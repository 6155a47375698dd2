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
import worthwhile.reputation.statement.Flag;
import worthwhile.reputation.statement.FlagKind;
import worthwhile.reputation.statement.Subject;
import worthwhile.store.sql.Columns;

/** Flags and the images that go with them. */
public final class FlagRows {
  private static final String INSERT =
      """
      insert into flag (id, account, visitor, about, kind, text, link, state, created)
      values (:id, :account, :visitor, :subject, :word, :text, :link, :now, :created)
      """;

  private final Handle handle;

  FlagRows(Handle handle) {
    this.handle = handle;
  }

  public void add(Flag flag, Optional<Flag.Image> image) {
    handle
        .createUpdate(INSERT)
        .bindMethods(flag)
        .bind("subject", flag.about().toString())
        .bind("word", flag.kind().word())
        .bind("now", flag.state().word())
        .execute();
    image.ifPresent(
        each ->
            handle.execute(
                "insert into flag_image (flag, account, media_type, content) values (?, ?, ?, ?)",
                flag.id(),
                flag.account(),
                each.mediaType(),
                each.content()));
  }

  /** All about something, the oldest first. */
  public List<Flag> about(Subject about) {
    return list("about = ?", about.toString());
  }

  /** All about any of these that are not dismissed, the oldest first. */
  public List<Flag> standing(Collection<Subject> about) {
    if (about.isEmpty()) return List.of();
    return handle
        .createQuery(
            "select * from flag where about in (<about>) and state <> 'dismissed'"
                + " order by created, id")
        .bindList("about", about.stream().map(Subject::toString).toList())
        .map(FlagRows::flag)
        .list();
  }

  /**
   * A flag that stands, as it counts for warnings.
   *
   * @param reporter account, or what stands for a visitor
   * @param aged whether it is of an account that was there before
   */
  public record Standing(
      Subject about,
      FlagKind kind,
      boolean upheld,
      String reporter,
      boolean aged,
      Instant created) {}

  /** Whether any task or requester is flagged. */
  public boolean isAny() {
    return handle
        .select(
            "select 1 from flag where state <> 'dismissed'"
                + " and (about like 'posting:%' or about like 'requester:%') limit 1")
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** All about any of these that are not dismissed. */
  public List<Standing> standing(Collection<Subject> about, Instant aged) {
    if (about.isEmpty()) return List.of();
    return handle
        .createQuery(
            "select flag.about, flag.kind, flag.state, flag.created,"
                + " coalesce(flag.account, flag.visitor) as reporter, account.created as since"
                + " from flag left join account on account.id = flag.account"
                + " where flag.about in (<about>) and flag.state <> 'dismissed'")
        .bindList("about", about.stream().map(Subject::toString).toList())
        .map((row, _) -> standing(row, aged))
        .list();
  }

  private static Standing standing(ResultSet row, Instant aged) throws SQLException {
    return new Standing(
        StatementColumns.subject(row, "about"),
        StatementColumns.word(row, "kind", FlagKind.class),
        StatementColumns.word(row, "state", Flag.State.class) == Flag.State.UPHELD,
        row.getString("reporter"),
        Columns.optionalInstant(row, "since").filter(at -> !at.isAfter(aged)).isPresent(),
        Columns.instant(row, "created"));
  }

  /** Of which requesters something is flagged, they or their postings; dismissed flags aside. */
  public List<RequesterId> requesters() {
    return handle
        .select(
            """
            select distinct requester from (
              select posting.requester from flag
                join posting on flag.about = 'posting:' || posting.id
                where flag.state <> 'dismissed' and flag.about like 'posting:%'
              union
              select substr(flag.about, 11) from flag
                where flag.state <> 'dismissed' and flag.about like 'requester:%') flagged
            where requester is not null
            """)
        .mapTo(String.class)
        .list()
        .stream()
        .flatMap(id -> RequesterId.parse(id).stream())
        .toList();
  }

  /** All of an account, the newest first. */
  public List<Flag> of(String account) {
    return list("account = ?", account).reversed();
  }

  /** All of a visitor without an account, on the day that the word stands for. */
  public List<Flag> ofVisitor(String visitor) {
    return list("visitor = ?", visitor);
  }

  /** What becomes of those about something that are open; how many they were. */
  public int decide(Subject about, Flag.State state) {
    return change(about, Flag.State.OPEN, state);
  }

  /** What becomes of those about something that stand so far as given; how many they were. */
  public int change(Subject about, Flag.State from, Flag.State to) {
    return handle.execute(
        "update flag set state = ? where about = ? and state = ?",
        to.word(),
        about.toString(),
        from.word());
  }

  public Optional<Flag.Image> image(String flag) {
    return handle
        .select("select media_type, content from flag_image where flag = ?", flag)
        .map((row, _) -> new Flag.Image(row.getString(1), row.getBytes(2)))
        .findOne();
  }

  private List<Flag> list(String condition, Object value) {
    return handle
        .select("select * from flag where " + condition + " order by created, id", value)
        .map(FlagRows::flag)
        .list();
  }

  private static Flag flag(ResultSet row, StatementContext context) throws SQLException {
    return new Flag(
        row.getString("id"),
        Columns.optionalText(row, "account"),
        Columns.optionalText(row, "visitor"),
        StatementColumns.subject(row, "about"),
        StatementColumns.word(row, "kind", FlagKind.class),
        Columns.optionalText(row, "text"),
        Columns.optionalText(row, "link"),
        StatementColumns.word(row, "state", Flag.State.class),
        Columns.instant(row, "created"));
  }
}
