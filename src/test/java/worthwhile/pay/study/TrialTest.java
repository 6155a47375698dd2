package worthwhile.pay.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.WorkReport;

/** Assignments that were done, and the ways in which a batch of them may be met. */
class TrialTest {
  @TempDir private Path folder;

  private static AssignmentBatch batch(String id, int workers, int each) {
    Map<String, List<Double>> seconds = new TreeMap<>();
    for (int worker = 0; worker < workers; worker++)
      seconds.put("w" + worker, Collections.nCopies(each, 60.0));
    return new AssignmentBatch(
        "r",
        JobPosting.builder("mill", "mill", id).title("A task").build(),
        BigDecimal.ONE,
        seconds,
        Instant.EPOCH);
  }

  private static List<String> ways(AssignmentBatch batch, List<AssignmentBatch> all, int draws) {
    return Trial.of(batch, all, draws).stream()
        .map(trial -> trial.evidence() + " / " + trial.reports() + " / " + trial.others().size())
        .toList();
  }

  @Test
  void aBatchOfTwentyAssignmentsIsMetWithAsManyReportsAsItHasWorkers() {
    AssignmentBatch asked = batch("1", 4, 5);
    assertThat(ways(asked, List.of(asked), 1))
        .containsExactly("listing only / 0 / 0", "1 report / 1 / 0", "2 reports / 2 / 0");
    AssignmentBatch few = batch("1", 19, 1);
    assertThat(Trial.of(few, List.of(few), 1)).isEmpty();
    AssignmentBatch five = batch("1", 5, 4);
    assertThat(ways(five, List.of(five, batch("2", 1, 1)), 1))
        .containsExactly(
            "listing only / 0 / 0",
            "requester's other tasks / 0 / 1",
            "1 report / 1 / 0",
            "2 reports / 2 / 0",
            "5 reports / 5 / 0",
            "other tasks, 1 report / 1 / 1",
            "other tasks, 5 reports / 5 / 1");
    assertThat(ways(batch("1", 10, 2), List.of(), 1)).contains("10 reports / 10 / 0").hasSize(5);
    assertThat(ways(batch("1", 9, 3), List.of(), 2))
        .doesNotContain("10 reports / 10 / 0")
        .hasSize(7);
  }

  @Test
  void theBatchItselfIsNoOtherTaskThoughOneThatEqualsItIs() {
    AssignmentBatch asked = batch("1", 5, 4);
    AssignmentBatch twin = batch("1", 5, 4);
    List<Trial> trials = Trial.of(asked, List.of(asked, twin), 1);
    assertThat(trials.get(1).others()).hasSize(1);
    assertThat(trials.get(1).others().getFirst().reports()).hasSize(20);
    assertThat(trials.get(2).posting().reports())
        .extracting(WorkReport::minutes)
        .allMatch(minutes -> minutes.compareTo(BigDecimal.ONE) == 0)
        .hasSize(1);
  }

  private Assignments read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), text.replace(';', '\n'));
    return Assignments.read(List.of(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "w,$0.50,30,production | used",
        "w,0.50,0.1,            | used",
        "w,0.50,30,sandbox     | not from production",
        " ,0.50,30,production  | no worker",
        "w,0,30,production     | reward is not more than 0",
        "w,much,30,production  | reward is no number",
        "w,0.50,0,production   | time is not more than 0",
        "w,0.50,soon,production | time is not readable",
        "w,0.50,,production    | time is not readable"
      })
  void aRowIsUsedOrLeftOutWithTheReason(String cells, String due) throws IOException {
    Assignments read =
        read("worker,reward_usd,work_time_s,env,title,path;" + cells.strip() + ",Sort,1.csv;");
    String found = read.leftOut().keySet().stream().collect(Collectors.joining());
    assertThat(found.isEmpty() ? "used" : found).isEqualTo(due);
    assertThat(read.batches()).hasSize(due.equals("used") ? 1 : 0);
  }

  @Test
  void columnsHaveTheirStandIns() throws IOException {
    String head = "worker,title,reward_usd,work_time_s,batch,path,requester,repo,description,";
    Assignments read =
        read(
            head
                + "assignment_duration_s,created;"
                + "w,Sort,0.5,30,b1,p,R,r,By size,3600,2024-01-11 10:00:00;"
                + "w,Sort,0.5,40,b1,p,R,r,By size,3600,2024-01-12 10:00:00;"
                + "w,,0.5,30,,p1,,r,,0,;");
    assertThat(read.byRequester()).containsOnlyKeys("R", "r");
    AssignmentBatch first = read.byRequester().get("R").getFirst();
    assertThat(first.posting().identifier()).isEqualTo("b1");
    assertThat(first.posting().description()).isEqualTo("By size");
    assertThat(first.posting().timeAllowed()).isEqualTo(Duration.ofHours(1));
    assertThat(first.seconds().get("w")).containsExactly(30.0, 40.0);
    assertThat(first.at()).as("the newest").isEqualTo("2024-01-12T10:00:00Z");
    AssignmentBatch bare = read.byRequester().get("r").getFirst();
    assertThat(bare.posting().identifier()).isEqualTo("p1");
    assertThat(bare.posting().title()).isEqualTo("untitled");
    assertThat(bare.posting().description()).isNull();
    assertThat(bare.posting().timeAllowed()).isNull();
    assertThat(bare.at()).isEqualTo(Instant.EPOCH);
    assertThatThrownBy(() -> read("worker,title,reward_usd,work_time_s;w,Sort,0.5,30;"))
        .hasMessageContaining("nor \"path\"");
  }

  @Test
  void fromFewerThanThreeWorkersNothingIsLearned() throws IOException {
    Assignments two =
        read("worker,title,reward_usd,work_time_s,path;a,Sort,0.5,30,1;b,Sort,0.5,30,1;");
    LocalDate day = LocalDate.parse("2026-10-01");
    assertThatThrownBy(() -> Training.learn(two, "train", day))
        .hasMessageContaining("no batch with 3 workers");
  }
}
