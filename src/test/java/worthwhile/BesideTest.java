package worthwhile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.command.Main;
import worthwhile.flow.Indexer;
import worthwhile.flow.Noise;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.store.Store;
import worthwhile.store.source.Runs.Run;

/** Commands beside a process that has the index open, and databases that were exchanged. */
class BesideTest {
  @TempDir private Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void onePostingIsStored() {
    try (Store store = store()) {
      store(store, "plum");
    }
  }

  private Store store() {
    return Store.open("jdbc:sqlite:" + data.resolve("worthwhile.db"), Clock.systemUTC());
  }

  private static void store(Store store, String identifier) {
    var at = Clock.systemUTC().instant();
    Posting posting =
        FlatPosting.builder("s", "p", identifier)
            .title("Sort " + identifier)
            .state(PostingState.OPEN)
            .firstSeen(at)
            .lastSeen(at)
            .build();
    Run run =
        new Run(
            "run-" + identifier,
            "s",
            at,
            "items",
            java.util.Optional.empty(),
            1,
            1,
            1,
            0,
            0,
            0,
            java.time.Duration.ZERO);
    store.postings().apply(List.of(new Change.New(posting)), run);
  }

  private SearchIndex index() {
    return SearchIndex.open(data.resolve("index"), Clock.systemUTC());
  }

  private int command(String... words) {
    List<String> all = new java.util.ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  @Test
  void searchesWhileAnotherProcessHasTheIndexOpen() throws Exception {
    try (Store store = store();
        SearchIndex index = index()) {
      new Indexer(store, index, Clock.systemUTC()).catchUp();
      store(store, "pear");

      assertThat(command("search", "sort", "--json")).as(err.toString()).isZero();
      assertThat(out.toString()).contains("s:plum").contains("s:pear");
      try (var left = Files.list(data)) {
        assertThat(left).noneMatch(path -> path.toString().contains("index-copy"));
      }
    }
  }

  @Test
  void asksTheProcessThatServesToReindex() throws Exception {
    try (Store store = store();
        SearchIndex index = index()) {
      ReindexWish wish = new ReindexWish(store.meta());
      Indexer indexer = new Indexer(store, index, Clock.systemUTC());
      var asked = CompletableFuture.supplyAsync(() -> command("reindex"));
      while (!asked.isDone())
        wish.grant(
            () -> {
              indexer.rebuild();
              return index.size();
            });
      assertThat(asked.get(1, TimeUnit.MINUTES)).as(err.toString()).isZero();
      assertThat(err.toString())
          .contains("it is asked to build the index anew")
          .contains("1 postings indexed, by the process that serves");
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void rebuildsAnIndexThatKnowsMoreThanTheDatabase(@TempDir Path elsewhere) {
    Path backup = elsewhere.resolve("backup.db");
    assertThat(command("backup", backup.toString())).isZero();
    try (Store store = store();
        SearchIndex index = index()) {
      for (String more : List.of("pear", "fig")) store(store, more);
      new Indexer(store, index, Clock.systemUTC()).catchUp();
      assertThat(index.size()).isEqualTo(3);
    }
    Store.restore(backup, "jdbc:sqlite:" + data.resolve("worthwhile.db"), true);

    assertThat(command("search", "sort", "--json")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("s:plum").doesNotContain("s:pear");
  }

  @Test
  void doctorFindsDamage() throws Exception {
    Path database = data.resolve("worthwhile.db");
    try (Store store = store();
        SearchIndex index = index()) {
      for (int n = 0; n < 400; n++) store(store, "fig" + n);
      new Indexer(store, index, Clock.systemUTC()).catchUp();
      assertThat(command("doctor")).as(err.toString()).isZero();
      assertThat(err.toString()).contains("nothing wrong: quick_check");
    }
    Noise.intoSegments(data.resolve("index"));
    Noise.overTable(database, "posting");
    assertThat(command("doctor")).isEqualTo(1);
    assertThat(err.toString())
        .contains("FAIL database: " + database + " is damaged")
        .contains("FAIL index: ")
        .contains("worthwhile reindex");

    Files.write(database, new byte[0]);
    assertThat(command("doctor")).isEqualTo(1);
    assertThat(err.toString()).contains("has no bytes: bring back the last backup");
  }

  @Test
  void theLibraryIsUnpackedOnceAndWhatKilledProcessesLeftGoes() throws Exception {
    for (String left : List.of("999999999", "sqlite-3.0.0-Old-machine"))
      Files.writeString(
          Files.createDirectories(data.resolve("native").resolve(left)).resolve("library"), "old");
    backUp("first.db");
    Path library = onlyLibrary();
    Object file = Files.readAttributes(library, BasicFileAttributes.class).fileKey();

    backUp("second.db");
    assertThat(onlyLibrary()).isEqualTo(library);
    assertThat(Files.readAttributes(library, BasicFileAttributes.class).fileKey())
        .as("not unpacked again")
        .isEqualTo(file);
  }

  @Test
  void aLibraryThatCannotBeLoadedIsUnpackedAnew() throws Exception {
    backUp("first.db");
    long whole = Files.size(onlyLibrary());
    Files.write(onlyLibrary(), new byte[100]);
    backUp("second.db");
    assertThat(onlyLibrary()).hasSize(whole);
  }

  /** The file that lies in the only folder below native/. */
  private Path onlyLibrary() throws IOException {
    try (var folders = Files.walk(data.resolve("native"))) {
      List<Path> files = folders.filter(Files::isRegularFile).toList();
      assertThat(files).hasSize(1);
      assertThat(data.resolve("native"))
          .isDirectoryContaining(files.getFirst().getParent()::equals);
      return files.getFirst();
    }
  }

  /** In a process of its own, which must end well. */
  private void backUp(String copy) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "worthwhile.command.Main",
                "backup",
                data.resolve(copy).toString(),
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
