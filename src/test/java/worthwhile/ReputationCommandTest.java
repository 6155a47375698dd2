package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReputationCommandTest {
  @TempDir Path folder;

  private Typed run(String lines, String... more) throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.jsonl"), lines);
    return Typed.run(new String[] {"reputation", file.toString()}, more);
  }

  @Test
  void everybodyWhoIsRatedHasAScore() throws IOException {
    Typed typed =
        run(
            """
            {"reviewer":"ada","requester":"mill","value":1,"at":"2026-10-01T00:00:00Z"}
            {"reviewer":"bob","requester":"mill","value":-1,"at":"2026-10-02T00:00:00Z"}
            {"reviewer":"bob","requester":"barn","value":-0.5,"at":"2026-10-02T00:00:00Z","verified":true}
            """,
            "--trusted",
            "ada,eve");
    List<JsonNode> scores = typed.results().lines().map(new JsonMapper()::readTree).toList();
    assertThat(typed.code()).isZero();
    assertThat(scores)
        .extracting(score -> score.path("requester").asString())
        .containsExactly("mill", "barn");
    assertThat(scores.getFirst().path("score").asDouble()).isBetween(.83, .84);
    assertThat(scores.getFirst().path("n").asInt()).isEqualTo(1);
    assertThat(scores.getFirst().path("state").asString()).isEqualTo("not-enough-history");
    assertThat(scores.getLast().path("score").asDouble()).isBetween(.4, .5);
  }

  @Test
  void agesCountFromTheMomentGiven() throws IOException {
    String line =
        "{\"reviewer\":\"ada\",\"requester\":\"mill\",\"value\":1,\"at\":\"2020-01-01T00:00:00Z\"}";
    String fresh = run(line, "--trusted", "ada").results();
    String old = run(line, "--trusted", "ada", "--at", "2026-01-01T00:00:00Z").results();
    assertThat(fresh).contains("\"weight\":1.0");
    assertThat(new JsonMapper().readTree(old).path("weight").asDouble()).isBetween(.2, .25);
  }

  @Test
  void aLineThatCannotBeReadIsNamedAndTheRestCounts() throws IOException {
    Typed typed =
        run(
            """
            {"reviewer":"ada","requester":"mill","value":7,"at":"2026-10-01T00:00:00Z"}
            {"reviewer":"ada","requester":"mill","at":"2026-10-01T00:00:00Z"}
            {"reviewer":"ada","requester":"mill","value":1,"at":"last week"}
            not JSON
            {"reviewer":"ada","requester":"barn","value":1,"at":"2026-10-01T00:00:00Z"}
            """,
            "--trusted",
            "ada");
    assertThat(typed.results().lines()).hasSize(1);
    assertThat(typed.talk())
        .contains("Line 1 is left out: value: must be a number from -1 to 1, not 7")
        .contains("Line 2 is left out: value:")
        .contains("Line 3 is left out: at:")
        .contains("Line 4 is left out:");
  }

  @Test
  void aFileThatIsNotThereIsWrongUsage() {
    Typed typed = Typed.run(new String[] {"reputation", folder.resolve("none").toString()});
    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.talk()).contains("There is no file");
  }
}
