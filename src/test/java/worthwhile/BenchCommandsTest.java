package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.command.Main;
import worthwhile.posting.PostingJson;

/** The benches run from end to end, on so little that it says nothing of speed. */
class BenchCommandsTest {
  @TempDir private Path data;

  private static int bench(StringWriter said, String... words) {
    List<String> all = new ArrayList<>(List.of("bench"));
    all.addAll(List.of(words));
    PrintWriter out = new PrintWriter(said, true);
    return Main.commandLine().setOut(out).setErr(out).execute(all.toArray(String[]::new));
  }

  private static List<JsonNode> measured(String... words) {
    StringWriter said = new StringWriter();
    assertThat(bench(said, words)).as(said.toString()).isZero();
    return said.toString().lines().map(PostingJson.MAPPER::readTree).toList();
  }

  @Test
  void searchMeasuresEachKindAndTheSameInstanceAgain() {
    String folder = data.resolve("kept").toString();
    String[] words = {"search", "--postings", "240", "--searches", "2", "--data", folder};
    for (int run = 0; run < 2; run++) {
      List<JsonNode> figures = measured(words);
      assertThat(figures).hasSize(8);
      assertThat(figures)
          .allSatisfy(
              kind -> {
                assertThat(kind.get("searches").asInt()).isEqualTo(2);
                assertThat(kind.get("apiMillis").get("p50").asDouble()).isPositive();
                assertThat(kind.get("pageMillis").get("p99").asDouble()).isPositive();
              });
    }
    StringWriter said = new StringWriter();
    words[2] = "250";
    assertThat(bench(said, words)).isNotZero();
    assertThat(said.toString()).contains("holds 240 postings, not 250");
  }

  @Test
  void aCrawlIsMeasuredFirstAndWhereNothingHasChanged() {
    List<JsonNode> figures = measured("crawl", "--pages", "2");
    assertThat(figures).hasSize(1);
    assertThat(figures.getFirst().toString()).contains("cpuSeconds");
  }

  @Test
  void anImportIsMeasured() {
    List<JsonNode> figures = measured("import", "--postings", "40");
    assertThat(figures.getFirst().toString()).contains("cpuSeconds");
  }
}
