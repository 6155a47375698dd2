package worthwhile.pay.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.Recordings;
import worthwhile.pay.ErrorRow;
import worthwhile.pay.Learned;
import worthwhile.posting.PostingJson;

class ErrorsTest {
  private static final Path INVENTED = Path.of("src/test/resources/worthwhile/pay/assignments.csv");

  @Test
  void rowsThatSayNothingAreLeftOutWithTheReason() throws IOException {
    Assignments data = Assignments.read(List.of(INVENTED));
    assertThat(data.batches()).hasSize(7);
    assertThat(data.byRequester()).containsOnlyKeys("harbour", "mill", "orchard");
    assertThat(data.leftOut())
        .containsOnly(
            Map.entry("not from production", 1),
            Map.entry("reward is not more than 0", 1),
            Map.entry("time is not more than 0", 1));
    AssignmentBatch boats = data.byRequester().get("harbour").getFirst();
    assertThat(boats.workers()).isEqualTo(23);
    assertThat(boats.seconds().get("h30")).as("submitted less accepted").containsExactly(540.0);
  }

  @Test
  void errorsShrinkWithEvidence() throws IOException {
    Map<String, ErrorRow> rows = rows(Assignments.read(List.of(INVENTED)));
    assertThat(rows.get("listing only").batches()).isEqualTo(7);
    assertThat(rows.get("10 reports").factor()).isLessThan(rows.get("1 report").factor());
    assertThat(rows.get("10 reports").within75()).isGreaterThan(0.97);
  }

  @Test
  void theLearnedModelSaysWhatMadeIt() throws IOException {
    LocalDate day = LocalDate.parse("2026-10-01");
    String text =
        Training.learn(Assignments.read(List.of(INVENTED)), "train pay assignments.csv", day);
    Learned learned = PostingJson.MAPPER.readValue(text, Learned.class);
    assertThat(learned.batches()).isEqualTo(7);
    assertThat(learned.requesters()).isEqualTo(3);
    assertThat(learned.errors()).isNotEmpty();
    assertThat(learned.model().elasticity()).isBetween(0.5, 1.5);
    assertThat(Learned.shipped().errors()).isNotEmpty();
  }

  @Test
  void whatIsNoSuchFileIsSaid(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("other.csv"), "name,price\napple,3\n");
    assertThatThrownBy(() -> Assignments.read(List.of(file)))
        .hasMessageContaining("no column \"worker\"");
  }

  /** The bars that the estimate is held to, on real batches. */
  @Test
  void holdsItsBarsOnRealBatches() throws IOException {
    Path file = Recordings.folder().resolve("data/mturk_assignments.csv.gz");
    Recordings.bytes(file);
    Map<String, ErrorRow> rows = rows(Assignments.read(List.of(file)));
    holds(rows.get("listing only"), 0.52, 1.87);
    holds(rows.get("requester's other tasks"), 0.79, 1.5);
    holds(rows.get("1 report"), 0.81, 1.45);
    holds(rows.get("5 reports"), 0.93, 1.27);
    holds(rows.get("10 reports"), 0.97, 1.19);
    assertThat(rows.values())
        .allSatisfy(row -> assertThat(row.covered()).as(row.evidence()).isBetween(0.75, 0.88));
  }

  private static void holds(ErrorRow row, double within75, double factor) {
    assertThat(row.within75()).as(row.evidence()).isGreaterThan(within75);
    assertThat(row.factor()).as(row.evidence()).isLessThan(factor);
  }

  private static Map<String, ErrorRow> rows(Assignments data) {
    return Errors.measure(data).stream()
        .collect(Collectors.toMap(ErrorRow::evidence, Function.identity()));
  }
}
