package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.search.SearchQuery;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** A crawl killed with SIGKILL: the next start finds whole runs or nothing, and goes on. */
class KillTest {
  private static final int ROWS = 40;
  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoubledAndTheIndexCatchesUp() throws IOException, InterruptedException {
    try (Board board = new Board()) {
      board.shows(
          IntStream.rangeClosed(1, ROWS)
              .mapToObj(
                  i -> new Board.Row("" + i, "Count boats in photo " + i, "Harbour", "$9 per hour"))
              .toList());
      Path scrapers = Board.definitions(folder.resolve("scrapers"));
      for (int requestsBeforeKill : List.of(1, 3, 5)) {
        kill(board, scrapers, requestsBeforeKill);
        assertWholeRuns(board, scrapers);
      }
      assertGoesOn(board, scrapers);
    }
  }

  /** Starts a crawl in a process of its own and kills it after this many requests. */
  private void kill(Board board, Path scrapers, int requests)
      throws IOException, InterruptedException {
    board.forgetRequests();
    Process crawl =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "worthwhile.command.Main",
                "crawl",
                "--data",
                data().toString(),
                "--scrapers",
                scrapers.toString(),
                "--map",
                board.mapping(),
                "--delay",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "crawl.log"))
            .start();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> board.requests(null) >= requests || !crawl.isAlive());
    crawl.destroyForcibly().waitFor();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Instance open(Board board, Path scrapers) {
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA, data().toString(),
            Settings.Key.MAP, board.mapping(),
            Settings.Key.DELAY, "0");
    Settings settings = Settings.read(given, Map.of(), folder.resolve("none.toml"));
    return Instance.open(settings, Sources.load(scrapers), Clock.systemUTC());
  }

  private void assertWholeRuns(Board board, Path scrapers) {
    try (Instance instance = open(board, scrapers)) {
      instance.indexer().catchUp();
      long stored = 0;
      for (SourceDefinition source : instance.sources().all()) {
        int count = instance.store().postings().notClosed(source.id()).size();
        assertThat(count).as(source.id()).isIn(0, ROWS);
        stored += count;
      }
      assertThat(instance.index().size()).isEqualTo(stored);
    }
  }

  private void assertGoesOn(Board board, Path scrapers) {
    try (Instance instance = open(board, scrapers)) {
      for (SourceDefinition source : instance.sources().all())
        instance.visits(instance.tail().follower()).visit(source, false);
      for (SourceDefinition source : instance.sources().all()) {
        Run again = instance.visits(instance.tail().follower()).visit(source, false);
        assertThat(again.outcome()).isEqualTo("unchanged");
        assertThat(instance.store().postings().notClosed(source.id())).hasSize(ROWS);
      }
      var boats =
          ((SearchQuery.Parsed.Valid) SearchQuery.parse(Map.of("q", List.of("boats")))).query();
      assertThat(instance.index().search(boats).total()).as("one row per task").isEqualTo(ROWS);
      assertThat(instance.index().size()).isEqualTo(3L * ROWS);
    }
  }
}
