package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static worthwhile.store.Examples.posting;
import static worthwhile.store.Examples.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import worthwhile.intake.Change;
import worthwhile.store.posting.CarryOver;
import worthwhile.store.posting.JoinCopies;
import worthwhile.store.posting.Postings;
import worthwhile.store.sql.Address;
import worthwhile.store.sql.Database;
import worthwhile.store.sql.Integrity;
import worthwhile.store.sql.Schema;
import worthwhile.store.sql.StoreException;
import worthwhile.store.sql.StoreException.Problem;
import worthwhile.store.sql.Troubles;

/** The database in a file: what can go wrong with it and what the operator is told. */
class LocalFileTest {
  @TempDir Path folder;

  @Test
  void theFolderIsCreatedAndTheSchemaIsTheLastMigration() throws Exception {
    Path file = folder.resolve("a/b/worthwhile.db");
    try (Store store = open(file)) {
      assertThat(store.postings().revision()).isZero();
    }
    assertThat(sql(file, "select max(cast(version as integer)) from flyway_schema_history"))
        .isEqualTo("" + Schema.VERSION);
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      Stream<String> inSql = files.map(each -> each.getFileName().toString().split("__", 2)[0]);
      assertThat(Stream.concat(inSql, Stream.of("V" + CarryOver.VERSION, "V" + JoinCopies.VERSION)))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, Schema.VERSION).mapToObj(i -> "V" + i).toList());
    }
  }

  /** Of pages of SQLite's own 4 KiB a fifth would stay empty. */
  @Test
  void aNewDatabaseHasLargePagesAndOneThatIsThereKeepsItsOwn() throws Exception {
    Path fresh = folder.resolve("fresh.db");
    open(fresh).close();
    assertThat(sql(fresh, "pragma page_size")).isEqualTo("8192");
    assertThat(sql(fresh, "pragma journal_mode")).isEqualTo("wal");
    Path old = folder.resolve("old.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        var statement = connection.createStatement()) {
      statement.execute("pragma journal_mode = wal");
    }
    open(old).close();
    assertThat(sql(old, "pragma page_size")).isEqualTo("4096");
  }

  @Test
  void addressesThatAreNone() {
    for (String address : List.of("", "worthwhile.db", "jdbc:sqlite:", "jdbc:sqlite::memory:"))
      refused(
          () -> Store.open(address, Clock.systemUTC()), Problem.BAD_ADDRESS, "jdbc:sqlite:FILE");
  }

  @Test
  void aFileThatIsNoDatabase() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "not a database ".repeat(500));
    refused(() -> open(file), Problem.NOT_OURS, file + " is not a database");
    assertThat(Files.readString(file)).startsWith("not a database not");
  }

  @Test
  void anotherProgramsDatabase() throws Exception {
    Path file = folder.resolve("other.db");
    sql(file, "create table things (id integer)");
    refused(() -> open(file), Problem.NOT_OURS, "not one of Worthwhile's");
  }

  @Test
  void aDatabaseOfANewerVersion() throws Exception {
    Path file = written();
    sql(file, "update flyway_schema_history set version = '99'");
    refused(() -> open(file), Problem.NEWER, "newer Worthwhile (schema 99");
  }

  @Test
  void aMigrationThatDidNotFinish() throws Exception {
    Path file = written();
    sql(file, "update flyway_schema_history set success = 0");
    refused(() -> open(file), Problem.DAMAGED, "did not finish");
  }

  @Test
  void aFolderThatCannotBe() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    refused(() -> open(file.resolve("below.db")), Problem.CANNOT_OPEN, "cannot be created");
    refused(() -> open(folder), Problem.CANNOT_OPEN, folder + " cannot be opened");
  }

  @Test
  void aServerThatDoesNotAnswer() {
    refused(
        () ->
            Store.open("jdbc:postgresql://127.0.0.1:1/w?user=u&password=secret", Clock.systemUTC()),
        Problem.UNREACHABLE,
        "The database server at jdbc:postgresql://127.0.0.1:1/w does not answer");
  }

  @Test
  void messagesForWhatCannotBeStagedHere() {
    var place = new Address.LocalFile(Path.of("/srv/w.db"));
    var readOnly = new SQLiteException("readonly", SQLiteErrorCode.SQLITE_READONLY_DIRECTORY);
    assertThat(Troubles.of(new Database.JdbiFailure(readOnly), place))
        .hasMessageContaining("/srv/w.db cannot be written. Give the user");
    var busy = new SQLiteException("busy", SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT);
    assertThat(Troubles.of(new Database.JdbiFailure(busy), place).problem())
        .isEqualTo(Problem.BUSY);
  }

  @Test
  void aFullDiskStoresNothingOfTheStepAndReadingGoesOn() throws Exception {
    Path file = written();
    try (Store store = open(file)) {
      store
          .database()
          .write(
              handle -> handle.createQuery("pragma max_page_count = 60").mapTo(Long.class).one());
      refused(
          () -> store.postings().apply(newPostings("beta", 2000), run("big")),
          Problem.DISK_FULL,
          "Make room");
      assertThat(store.postings().byId("beta:0")).isEmpty();
      assertThat(store.postings().byId("alpha:0")).isPresent();
      assertThat(store.postings().apply(newPostings("beta", 1), run("small"))).isEqualTo(2);
    }
  }

  @Test
  void damageIsFoundAndTheMendNamed() throws Exception {
    Path file = folder.resolve("worthwhile.db");
    try (Store store = open(file)) {
      store.postings().apply(newPostings("alpha", 2_000), run("r1"));
      assertThat(store.integrity()).isInstanceOf(Integrity.Sound.class);
    }
    damage(file);
    try (Store store = open(file)) {
      assertThat(store.integrity())
          .isInstanceOfSatisfying(
              Integrity.Damaged.class,
              damaged -> assertThat(damaged.message()).contains("worthwhile restore FILE"));
    }
  }

  @Test
  void aBackupIsWholeWhileWritingGoesOn() throws Exception {
    Path backup = folder.resolve("it's a backup.db");
    Path file = folder.resolve("worthwhile.db");
    try (Store store = open(file)) {
      var writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 30; i++)
                      store.postings().apply(newPostings("s" + i, 50), run("r" + i));
                  });
      store.postings().apply(newPostings("alpha", 50), run("first"));
      Store.backup(url(file), backup);
      writer.join();
      refused(() -> Store.backup(url(file), backup), Problem.EXISTS, "does not exist yet");
    }
    try (Store copy = open(backup)) {
      assertThat(copy.integrity()).isInstanceOf(Integrity.Sound.class);
      assertThat(copy.postings().byId("alpha:49")).isPresent();
      assertThat(copy.postings().counts()).allMatch(count -> count.count() == 50);
    }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aBackupIsRestored() throws Exception {
    Path file = folder.resolve("data/worthwhile.db");
    Path backup = folder.resolve("backup.db");
    String generation;
    try (Store store = open(file)) {
      store.postings().apply(newPostings("alpha", 5), run("r1"));
      generation = store.generation();
      Store.backup(url(file), backup);
      store.postings().apply(newPostings("beta", 5), run("r2"));
      refused(() -> Store.restore(backup, url(file), true), Problem.BUSY, "Stop Worthwhile");
    }
    refused(() -> Store.restore(backup, url(file), false), Problem.EXISTS, "explicitly");
    Store.restore(backup, url(file), true);
    Store.restore(backup, url(folder.resolve("new/place.db")), false);
    for (Path restored : List.of(file, folder.resolve("new/place.db")))
      try (Store store = open(restored)) {
        assertThat(store.postings().counts())
            .containsExactly(new Postings.StateCount("alpha", "open", 5));
        assertThat(store.generation()).isNotEqualTo(generation).isEqualTo(store.generation());
      }
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aDamagedDatabaseIsReplacedByItsBackup() throws Exception {
    Path file = folder.resolve("worthwhile.db");
    Path backup = folder.resolve("backup.db");
    try (Store store = open(file)) {
      store.postings().apply(newPostings("alpha", 500), run("r1"));
      Store.backup(url(file), backup);
    }
    Files.writeString(file, "rubbish ".repeat(5000));
    Store.restore(backup, url(file), true);
    try (Store store = open(file)) {
      assertThat(store.postings().byId("alpha:499")).isPresent();
    }
  }

  @Test
  void aBackupOfADamagedDatabaseNamesTheDatabase() throws Exception {
    Path file = folder.resolve("worthwhile.db");
    try (Store store = open(file)) {
      store.postings().apply(newPostings("alpha", 500), run("r1"));
    }
    damage(file);
    refused(
        () -> Store.backup(url(file), folder.resolve("backup.db")),
        Problem.DAMAGED,
        file + " is damaged");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aBackupNeedsADatabaseAndAFolder() throws Exception {
    Path none = folder.resolve("none.db");
    refused(
        () -> Store.backup(url(none), folder.resolve("b.db")),
        Problem.CANNOT_OPEN,
        none + " does not exist");
    assertThat(none).doesNotExist();
    Path empty = Files.createFile(folder.resolve("empty.db"));
    refused(
        () -> Store.backup(url(empty), folder.resolve("b.db")), Problem.DAMAGED, "has no bytes");
    Path target = folder.resolve("nowhere/b.db");
    refused(
        () -> Store.backup(url(written()), target),
        Problem.CANNOT_OPEN,
        target + " cannot be opened");
  }

  /** As root everything can be written: then there is nothing to see here. */
  @Test
  void aBackupFromWhereNothingCanBeWritten() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Path file = data.resolve("worthwhile.db");
    try (Store store = open(file)) {
      store.postings().apply(newPostings("alpha", 50), run("r1"));
    }
    assertThat(file.toFile().setWritable(false) && data.toFile().setWritable(false)).isTrue();
    try {
      assumeFalse(Files.isWritable(data), "root may write everywhere");
      Store.backup(url(file), folder.resolve("backup.db"));
    } finally {
      assertThat(data.toFile().setWritable(true)).isTrue();
    }
    try (Store copy = open(folder.resolve("backup.db"))) {
      assertThat(copy.postings().byId("alpha:49")).isPresent();
    }
  }

  @Test
  void whatIsNoGoodBackupIsRefusedAndTheDatabaseStays() throws Exception {
    Path file = written();
    Path other = folder.resolve("other.db");
    sql(other, "create table things (id integer)");
    Path text = Files.writeString(folder.resolve("a.txt"), "no database ".repeat(500));
    Path newer = folder.resolve("newer.db");
    Files.copy(file, newer);
    sql(newer, "update flyway_schema_history set version = '99'");
    Path none = folder.resolve("none.db");
    refused(() -> Store.restore(other, url(file), true), Problem.NOT_OURS, "not one of");
    refused(() -> Store.restore(text, url(file), true), Problem.NOT_OURS, "is not a database");
    refused(() -> Store.restore(newer, url(file), true), Problem.NEWER, "schema 99");
    refused(() -> Store.restore(none, url(file), true), Problem.CANNOT_OPEN, "does not exist");
    assertThat(none).doesNotExist();
    try (Store store = open(file)) {
      assertThat(store.postings().byId("alpha:0")).isPresent();
    }
  }

  @Test
  void aDamagedBackupIsRefused() throws Exception {
    Path backup = folder.resolve("backup.db");
    try (Store store = open(backup)) {
      store.postings().apply(newPostings("alpha", 2_000), run("r1"));
    }
    damage(backup);
    refused(
        () -> Store.restore(backup, url(folder.resolve("w.db")), false),
        Problem.DAMAGED,
        "Use an older backup");
    assertThat(folder.resolve("w.db")).doesNotExist();
  }

  @Test
  void anotherProcessThatWritesIsWaitedForWithoutHoldingACarrier() throws Exception {
    Path file = written();
    try (Store store = open(file);
        var other = DriverManager.getConnection(url(file));
        var statement = other.createStatement();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      statement.execute("begin immediate");
      var waiting = threads.submit(() -> store.meta().put("a", "b"));
      for (int i = 0; i < 50; i++)
        threads.submit(() -> store.postings().revision()).get(3, TimeUnit.SECONDS);
      assertThat(waiting.isDone()).isFalse();
      statement.execute("commit");
      waiting.get(20, TimeUnit.SECONDS);
      assertThat(store.meta().get("a")).contains("b");
    }
  }

  private Path written() {
    Path file = folder.resolve("worthwhile.db");
    try (Store store = open(file)) {
      store.postings().apply(newPostings("alpha", 1), run("r1"));
    }
    return file;
  }

  /** Overwrites the middle of the file, as a bad disk does. */
  private static void damage(Path file) throws IOException {
    try (var access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(access.length() / 2 / 4096 * 4096);
      access.write(new byte[40_960]);
    }
  }

  private List<Path> leftovers() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  private static Store open(Path file) {
    return Store.open(url(file), Clock.systemUTC());
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file;
  }

  private static List<Change> newPostings(String source, int count) {
    return IntStream.range(0, count)
        .<Change>mapToObj(i -> new Change.New(posting(source, "" + i)))
        .toList();
  }

  private static String sql(Path file, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url(file));
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) return "";
      return statement.getResultSet().getString(1);
    }
  }

  private static void refused(ThrowingCallable call, Problem problem, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.problem()).as(e.getMessage()).isEqualTo(problem))
        .hasMessageContaining(message)
        .hasMessageNotContaining("secret");
  }
}
