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

  @Test
  void tasksThatWaitForAPartnerAreKeptOut(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("games.csv"),
            """
            worker,title,description,reward_usd,work_time_s,repo,path
            a,Play a word game with another worker,You are matched first,0.5,900,club,1.csv
            a,Name the colours of ten tiles,,0.1,60,club,2.csv
            """);
    Assignments data = Assignments.read(List.of(file));
    assertThat(data.leftOut()).containsOnly(Map.entry("waits for a partner", 1));
    assertThat(data.batches())
        .extracting(batch -> batch.posting().identifier())
        .containsOnly("2.csv");
  }

  @Test
  void filesAreReadAsOne(@TempDir Path folder) throws IOException {
    Path more =
        Files.writeString(
            folder.resolve("more.csv"),
            """
            worker,title,reward_usd,accepted,submitted,repo,path
            q,Sort buttons,0.1,Thu Jan 11 10:57:42 PST 2024,Thu Jan 11 11:39:58 PST 2024,shop,a.csv
            """);
    Assignments data = Assignments.read(List.of(INVENTED, more));
    assertThat(data.byRequester()).containsOnlyKeys("harbour", "mill", "orchard", "shop");
    AssignmentBatch buttons = data.byRequester().get("shop").getFirst();
    assertThat(buttons.typicalSeconds()).isEqualTo(42 * 60 + 16);
    assertThat(buttons.at()).isEqualTo("2024-01-11T19:39:58Z");
  }

  @Test
  void influencesAreToldForEachRequester() throws IOException {
    List<Influence> all =
        Errors.leavingOutRequesters(Assignments.read(List.of(INVENTED))).influences();
    assertThat(all).extracting(Influence::requester).containsExactly("harbour", "mill", "orchard");
    assertThat(all)
        .allSatisfy(
            one -> {
              assertThat(one.moved()).isBetween(1.0, 3.0);
              assertThat(one.wider()).isBetween(0.5, 2.0);
            });
  }

  /**
   * The bars that the estimate is held to, on real batches of requesters that its model has not
   * seen.
   */
  @Test
  void holdsItsBarsOnRealBatches() throws IOException {
    Path folder = Recordings.folder();
    Path first = folder.resolve("data/mturk_assignments.csv.gz");
    Path second = folder.resolve("data2/task_times_2.csv.gz");
    Recordings.bytes(first);
    Recordings.bytes(second);
    Map<String, ErrorRow> rows = rows(Assignments.read(List.of(first, second)));
    holds(rows.get("listing only"), 0.60, 1.4);
    holds(rows.get("requester's other tasks"), 0.79, 1.3);
    holds(rows.get("1 report"), 0.83, 1.4);
    holds(rows.get("5 reports"), 0.94, 1.25);
    holds(rows.get("10 reports"), 0.96, 1.19);
    for (String heard : List.of("listing only", "1 report", "2 reports", "5 reports", "10 reports"))
      assertThat(rows.get(heard).covered()).as(heard).isBetween(0.74, 0.88);
    for (String known :
        List.of("requester's other tasks", "other tasks, 1 report", "other tasks, 5 reports"))
      assertThat(rows.get(known).covered()).as(known).isBetween(0.74, 0.88);
  }

  private static void holds(ErrorRow row, double within75, double factor) {
    assertThat(row.within75()).as(row.evidence()).isGreaterThanOrEqualTo(within75);
    assertThat(row.factor()).as(row.evidence()).isLessThan(factor);
  }

  private static Map<String, ErrorRow> rows(Assignments data) {
    return Errors.leavingOutRequesters(data).rows().stream()
        .collect(Collectors.toMap(ErrorRow::evidence, Function.identity()));
  }
}
