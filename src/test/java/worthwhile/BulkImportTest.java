package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.crawl.BulkImport;
import worthwhile.posting.Posting;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** A file of more rows than are taken at once. */
class BulkImportTest {
  private final HandClock clock = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));
  @TempDir private Path folder;
  private Instance instance;

  @BeforeEach
  void open() throws IOException {
    Map<Settings.Key, String> given = Map.of(Settings.Key.DATA, folder.resolve("data").toString());
    Settings settings = Settings.read(given, Map.of(), folder.resolve("none.toml"));
    Sources none = Sources.load(Files.createDirectories(folder.resolve("scrapers")));
    instance = Instance.open(settings, none, clock);
  }

  @AfterEach
  void close() {
    instance.close();
  }

  private BulkImport.Result imported(String text) throws IOException {
    return new BulkImport(instance.tail(), clock)
        .read(new BufferedReader(new StringReader(text)), false);
  }

  private List<Integer> itemsOfRuns(String source) {
    return instance.store().runs().ofSource(source, 10).stream().map(Run::items).sorted().toList();
  }

  @Test
  void rowsOfASourceAreTakenTogetherHoweverTheyLie() throws IOException {
    String rows =
        IntStream.range(0, 7_000)
            .mapToObj(
                i ->
                    "{\"source\":\"%s\",\"identifier\":\"%d\",\"title\":\"Label the signs of town %d\"}"
                        .formatted(i % 7 == 0 ? "few" : "many", i, i))
            .collect(Collectors.joining("\n"));
    BulkImport.Result result = imported(rows + "\nno row\n");

    assertThat(result.rows()).isEqualTo(7_000);
    assertThat(result.added()).isEqualTo(7_000);
    assertThat(result.rejected())
        .singleElement()
        .satisfies(wrong -> assertThat(wrong.line()).isEqualTo(7_001));
    assertThat(itemsOfRuns("few")).containsExactly(1_000);
    assertThat(itemsOfRuns("many")).containsExactly(1_000, 5_000);
    assertThat(instance.store().postings().byId("many:6999").map(Posting::id)).isPresent();
    assertThat(imported(rows).added()).isZero();
  }
}
