package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.posting;
import static worthwhile.store.Examples.run;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.store.source.SourceStates;

/** Reasons in a database: kept as codes, and read where sentences were kept. */
class KeptSentencesTest {
  @TempDir private Path folder;
  private String address;

  @BeforeEach
  void fill() {
    address = "jdbc:sqlite:" + folder.resolve("w.db");
    try (Store store = open()) {
      var gone =
          FlatPosting.of(posting("alpha", "1"))
              .state(PostingState.CLOSED)
              .stateReason(Reason.of("absent-twice"))
              .build();
      store.postings().apply(List.of(new Change.Closed(gone, gone)), run("r1"));
      store
          .sourceStates()
          .put(
              new SourceStates.State(
                  "alpha",
                  "parked",
                  Optional.of(Reason.of("rate-limited")),
                  NOON,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  0));
    }
  }

  private Store open() {
    return Store.open(address, Clock.systemUTC());
  }

  private void sql(String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(address);
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private String text(String query) throws SQLException {
    try (var connection = DriverManager.getConnection(address);
        var sql = connection.createStatement();
        var row = sql.executeQuery(query)) {
      return row.getString(1);
    }
  }

  @Test
  void noSentenceIsKept() throws SQLException {
    String code = "{\"code\":\"absent-twice\"}";
    assertThat(text("select state_reason from posting")).isEqualTo(code);
    assertThat(text("select json from posting")).doesNotContain("complete runs");
    assertThat(text("select detail from posting_history")).isEqualTo(code);
    assertThat(text("select reason from source_state")).isEqualTo("{\"code\":\"rate-limited\"}");
  }

  @Test
  void sentencesFromBeforeThereWereCodesAreRead() throws SQLException {
    sql("update run set reason = 'blocked by a captcha'");
    sql("update source_state set reason = 'rate-limited'");
    sql("update posting_history set detail = 'absent from two complete runs'");
    try (Store store = open()) {
      assertThat(store.runs().newest(1).getFirst().reason())
          .contains(Reason.stated("blocked by a captcha"));
      assertThat(store.sourceStates().of("alpha").reason()).contains(Reason.of("rate-limited"));
      assertThat(store.postings().history("alpha:1").getFirst().text())
          .isEqualTo("absent from two complete runs");
    }
    sql("update run set reason = ''");
    try (Store store = open()) {
      assertThat(store.runs().newest(1).getFirst().reason()).isEmpty();
    }
  }
}
