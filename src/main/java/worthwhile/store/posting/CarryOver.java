package worthwhile.store.posting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.migration.Context;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.store.sql.Columns;
import worthwhile.store.sql.CompiledMigration;
import worthwhile.store.sql.Values;

/**
 * Step 8 of the tables: takes the standing and the pay out of each stored posting's JSON and writes
 * them where they stand now, and makes the table of requesters. Nothing gets a new revision.
 */
public final class CarryOver extends CompiledMigration {
  /** Number of this step. */
  public static final int VERSION = 8;

  private static final int BATCH = 1_000;

  private static final String UPDATE =
      "update posting set json = ?, state_reason = ?, reposts = ?, duplicates = ?, confirmed = ?,"
          + " timed = ?, requester = ? where id = ?";

  private static final List<String> AFTERWARDS =
      List.of(
          "drop index posting_requester_id",
          "alter table posting drop column requester_id",
          "drop index posting_requester",
          "create index posting_requester on posting (requester, timed)");

  public CarryOver() {
    super(VERSION, "carry over");
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    long after = 0;
    while (true) {
      List<Old> batch = read(connection, after);
      if (batch.isEmpty()) break;
      write(connection, batch);
      after = batch.getLast().revision();
    }
    try (var statement = connection.createStatement()) {
      for (String sql : AFTERWARDS) statement.execute(sql);
    }
  }

  /** A posting as it was stored, all in its JSON but for when it was last seen. */
  private record Old(long revision, String json, Instant first, Instant last) {}

  private static List<Old> read(Connection connection, long after) throws SQLException {
    List<Old> batch = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select revision, json, first_seen, last_seen from posting where revision > ?"
                + " order by revision limit "
                + BATCH)) {
      query.setLong(1, after);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next())
          batch.add(
              new Old(
                  rows.getLong(1),
                  rows.getString(2),
                  Columns.instant(rows, "first_seen"),
                  Columns.instant(rows, "last_seen")));
      }
    }
    return batch;
  }

  private static void write(Connection connection, List<Old> batch) throws SQLException {
    List<RequesterWriter.Shown> shown = new ArrayList<>();
    try (PreparedStatement update = connection.prepareStatement(UPDATE);
        PreparedStatement assessment =
            connection.prepareStatement(
                "insert into assessment (posting, at, pay) values (?, ?, ?)")) {
      for (Old old : batch) {
        Posting posting = posting(old.json());
        shown.add(new RequesterWriter.Shown(posting.job(), old.first(), old.last()));
        bind(update, posting);
        if (posting.pay() == null) continue;
        assessment.setString(1, posting.id());
        assessment.setLong(2, old.last().toEpochMilli());
        assessment.setString(3, PostingRows.pay(posting));
        assessment.addBatch();
      }
      update.executeBatch();
      assessment.executeBatch();
    }
    Jdbi.create(connection)
        .registerArgument(new Values())
        .useHandle(handle -> RequesterWriter.write(handle, shown));
  }

  private static void bind(PreparedStatement update, Posting posting) throws SQLException {
    update.setString(1, PostingRows.json(posting));
    update.setString(2, PostingRows.reason(posting.standing()));
    update.setInt(3, Objects.requireNonNullElse(posting.standing().reposts(), 0));
    update.setString(4, PostingRows.duplicates(posting.standing()));
    update.setInt(5, PostingRows.confirmed(posting.standing()));
    update.setInt(6, PostingWriter.isTimed(posting.job()) ? 1 : 0);
    update.setString(7, PostingWriter.requester(posting.job()));
    update.setString(8, posting.id());
    update.addBatch();
  }

  /** Duplicates were ids only. */
  private static Posting posting(String json) {
    ObjectNode flat = (ObjectNode) PostingJson.MAPPER.readTree(json);
    JsonNode ids = flat.remove("duplicates");
    if (ids != null) {
      var duplicates = flat.putArray("duplicates");
      for (JsonNode id : ids)
        duplicates.add(PostingJson.MAPPER.createObjectNode().put("id", id.asString()));
    }
    return PostingJson.MAPPER.treeToValue(flat, Posting.class);
  }
}
