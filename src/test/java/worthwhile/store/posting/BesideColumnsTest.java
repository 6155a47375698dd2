package worthwhile.store.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.full;
import static worthwhile.store.Examples.run;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.intake.Change;
import worthwhile.intake.Fingerprint;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** What has a column of its own is not written a second time, and comes back all the same. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class BesideColumnsTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private String url;
  private Store store;

  @BeforeEach
  void open() {
    url = kind.fresh(folder);
    store = Store.open(url, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void store(Posting posting, String run) {
    store.postings().apply(List.of(new Change.New(posting)), run(run));
  }

  private Posting stored() {
    return store.postings().byId(full().id()).orElseThrow();
  }

  private static Posting titled(String title) {
    return FlatPosting.of(full()).title(title).build();
  }

  @Test
  void noWordStandsTwice() throws SQLException {
    store(full(), "r1");
    try (var connection = DriverManager.getConnection(url);
        var sql = connection.createStatement();
        var row = sql.executeQuery("select json from posting")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1))
          .startsWith("{\"url\":")
          .doesNotContain("\"id\":\"alpha:full\"", "\"title\":", "\"platform\":", "\"source\":");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Say \"hello\" \\ and \u0001 go",
        "Tag 😀 in İzmir",
        "  blanks around  ",
        "a, \"title\":\"b\""
      })
  void everyTitleComesBackAsItWasAndIsNoChangeAgain(String title) {
    Posting posting = titled(title);
    store(posting, "r1");
    assertThat(stored().job()).isEqualTo(posting.job());
    long revision = store.postings().revision();
    store(posting, "r2");
    assertThat(store.postings().revision()).isEqualTo(revision);
  }

  /** What a database cannot hold is taken out of it in the column, and is no change for ever. */
  @Test
  void aTitleThatNoDatabaseHoldsIsNoChangeAgain() {
    store(titled("half \ud83d and \u0000 nothing"), "r1");
    assertThat(stored().job().title()).isEqualTo("half \ufffd and  nothing");
    long revision = store.postings().revision();
    store(titled("half \ud83d and \u0000 nothing"), "r2");
    assertThat(store.postings().revision()).isEqualTo(revision);
  }

  @Test
  void anotherTitleAloneIsWritten() {
    store(full(), "r1");
    Posting other = titled("Another title");
    store.postings().apply(List.of(new Change.Changed(other, full(), Set.of("title"))), run("r2"));
    assertThat(stored().job()).isEqualTo(other.job());
  }

  /** As programs before this one wrote it. */
  @Test
  void aWholeJsonIsReadToo() throws SQLException {
    store(full(), "r1");
    try (var connection = DriverManager.getConnection(url);
        var update = connection.prepareStatement("update posting set json = ?")) {
      update.setString(1, PostingJson.stored(full().job()));
      update.executeUpdate();
    }
    assertThat(stored().job()).isEqualTo(full().job());
    long revision = store.postings().revision();
    store(full(), "r2");
    assertThat(store.postings().revision()).isEqualTo(revision);
  }

  /** The step that cut them is taken once more on what stood there before it. */
  @Test
  void aLongerFingerprintIsCutAndFound() throws SQLException {
    store(full(), "r1");
    String print = Fingerprint.of(full().job());
    store.close();
    try (var connection = DriverManager.getConnection(url);
        var sql = connection.createStatement()) {
      sql.execute("update posting set fingerprint = fingerprint || '0123456789ab'");
      sql.execute("delete from flyway_schema_history where version = '39'");
    }
    store = Store.open(url, Clock.fixed(NOON, ZoneOffset.UTC));
    assertThat(store.postings().byFingerprints(List.of(print))).containsOnlyKeys(print);
  }
}
