package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.posting.Changes;
import worthwhile.store.source.Runs.Run;

/** A serving process killed while it sorts what is stored: the next one goes on where it was. */
class SortingKillTest {
  private static final int COUNT = 8_000;
  private static final Instant BEFORE = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOutOrDoneTwice(TestDatabase database) throws IOException, InterruptedException {
    String address = database.fresh(folder);
    try (Store store = Store.open(address, Clock.systemUTC())) {
      fill(store);
      long filled = store.postings().revision();
      Process first = serve(address);
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(2))
          .until(() -> store.postings().revision() > filled || !first.isAlive());
      first.destroyForcibly().waitFor();
      assertThat(store.postings().revision()).isGreaterThan(filled);
      assumeThat(store.postings().revision())
          .as("killed in the middle, and not after all was done")
          .isLessThan(filled + COUNT);
      Process second = serve(address);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> store.meta().get("sorted").orElse("").endsWith(" done"));
      second.destroy();
      second.waitFor();
      List<Changes.Entry> told = store.changes().after(filled, 2 * COUNT);
      assertThat(told.stream().map(Changes.Entry::posting)).hasSize(COUNT).doesNotHaveDuplicates();
      try (var all = store.postings().notClosed()) {
        assertThat(all.map(posting -> posting.job().occupationalCategory()))
            .containsOnly("translation");
      }
    }
  }

  private static void fill(Store store) {
    Run run =
        new Run("r", "mill", BEFORE, "items", Optional.empty(), 1, 1, 1, 0, 0, 0, Duration.ZERO);
    List<Change> changes =
        IntStream.range(0, COUNT).mapToObj(i -> (Change) new Change.New(posting(i))).toList();
    store.postings().apply(changes, run);
  }

  private static Posting posting(int number) {
    return FlatPosting.builder("mill", "mill", "" + number)
        .title("Translate sign " + number + " into Welsh")
        .state(PostingState.OPEN)
        .firstSeen(BEFORE)
        .lastSeen(BEFORE)
        .build();
  }

  private Process serve(String address) throws IOException {
    ProcessBuilder serving =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "worthwhile.command.Main",
            "serve",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString(),
            "--scrapers",
            Files.createDirectories(folder.resolve("scrapers")).toString());
    serving.environment().put("WORTHWHILE_DATABASE", address);
    return serving
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "serve.log")))
        .start();
  }
}
