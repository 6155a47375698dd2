package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.intake.IntakeRun.MONDAY;
import static worthwhile.intake.IntakeRun.STEP;
import static worthwhile.intake.IntakeRun.row;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.WorkReport;

/** The bounds of what counts as reposted, duplicate, missing and closed. */
class IntakeRulesTest {
  private final IntakeRun runs = new IntakeRun();

  private void close(JobPostingBuilder row) {
    runs.complete(row);
    runs.complete();
    runs.complete();
  }

  @Test
  void aClosedPostingOfAnotherSourceIsNeitherRepostedNorDuplicated() {
    close(row("1", "Transcribe a receipt"));
    assertThat(runs.run("board", true, row("board", "x", "Transcribe a receipt")))
        .containsExactly("new board:x");
    assertThat(runs.reposts("board:x")).isNull();
    assertThat(runs.duplicates("board:x")).isEmpty();
  }

  @Test
  void aDuplicateNamesTheFirstThatIsNotClosed() {
    close(row("1", "Transcribe a receipt"));
    runs.run("shop", true, row("shop", "s", "Transcribe a receipt"));
    assertThat(runs.run("board", true, row("board", "x", "Transcribe a receipt")))
        .containsExactly("duplicate board:x of shop:s");
    assertThat(runs.duplicates("board:x")).containsExactly("shop:s");
    assertThat(runs.run("board", true, row("board", "x", "Transcribe a bill")))
        .containsExactly("changed board:x [title]");
    assertThat(runs.duplicates("board:x")).as("kept").containsExactly("shop:s");
  }

  @Test
  void oneClosedPostingComesBackAsOneRowOnly() {
    close(row("1", "Transcribe a receipt"));
    assertThat(runs.partial(row("7", "Transcribe a receipt"), row("8", "Transcribe a receipt")))
        .containsExactly("reposted mill:7 of mill:1", "new mill:8");
  }

  @Test
  void whatIsBackItselfStandsForNoOtherRow() {
    close(row("1", "Transcribe a receipt"));
    assertThat(runs.partial(row("7", "Transcribe a receipt"), row("1", "Transcribe a receipt")))
        .containsExactly("new mill:7", "reposted mill:1 of mill:1");
  }

  @Test
  void whatIsMissingOnlyIsNotBackUnderAnotherIdentifierInAPartialRun() {
    runs.complete(row("1", "Transcribe a receipt"));
    runs.complete();
    assertThat(runs.state("mill:1")).isEqualTo(PostingState.MISSING);
    assertThat(runs.partial(row("7", "Transcribe a receipt"))).containsExactly("new mill:7");
  }

  @Test
  void aRowThatComesClosedIsNewAndNoRepost() {
    close(row("1", "Transcribe a receipt"));
    assertThat(runs.partial(row("7", "Transcribe a receipt").state(PostingState.CLOSED)))
        .containsExactly("new mill:7");
    assertThat(runs.state("mill:7")).isEqualTo(PostingState.CLOSED);
    assertThat(runs.reposts("mill:7")).isNull();
  }

  @Test
  void repostsAreCountedOverIdentifiersAndKept() {
    runs.complete(row("1", "Transcribe a receipt"));
    runs.complete(row("7", "Transcribe a receipt"));
    assertThat(runs.reposts("mill:7")).isEqualTo(1);
    assertThat(runs.complete(row("9", "Transcribe a receipt")))
        .containsExactly("reposted mill:9 of mill:7", "closed mill:7");
    assertThat(runs.reposts("mill:9")).isEqualTo(2);
    runs.complete(row("9", "Transcribe a bill"));
    assertThat(runs.reposts("mill:9")).isEqualTo(2);
    close(row("20", "Label pets"));
    runs.complete(row("20", "Label pets"));
    runs.complete();
    runs.complete();
    assertThat(runs.partial(row("21", "Label pets")))
        .containsExactly("reposted mill:21 of mill:20");
    assertThat(runs.reposts("mill:21")).as("once back itself").isEqualTo(2);
  }

  @Test
  void eachVanishedPostingIsReplacedByOneRowAndAtItsOwnPlace() {
    runs.complete(row("1", "Rater").jobLocation("Kenya"), row("2", "Rater").jobLocation("Ghana"));
    assertThat(
            runs.complete(
                row("3", "Rater").jobLocation("Ghana"),
                row("4", "Rater").jobLocation("Ghana"),
                row("5", "Rater").jobLocation("KENYA")))
        .containsExactly(
            "reposted mill:3 of mill:2",
            "new mill:4",
            "reposted mill:5 of mill:1",
            "closed mill:1",
            "closed mill:2");
  }

  @Test
  void aPlaceThatIsNotToldFitsEveryPlace() {
    runs.complete(row("1", "Rater"));
    assertThat(runs.complete(row("2", "Rater").jobLocation("Kenya")))
        .contains("reposted mill:2 of mill:1");
    assertThat(runs.complete(row("3", "Rater"))).contains("reposted mill:3 of mill:2");
  }

  @Test
  void anotherTitleTakesNobodysPlace() {
    runs.complete(row("1", "Rater"));
    assertThat(runs.complete(row("2", "Writer"))).containsExactly("new mill:2", "missing mill:1");
  }

  @Test
  void whatIsClosedAndToldClosedAgainStaysAsItWas() {
    runs.complete(row("1", "Transcribe a receipt"));
    runs.partial(row("1", "Transcribe a receipt").state(PostingState.CLOSED));
    assertThat(runs.partial(row("1", "Sold out").state(PostingState.CLOSED)))
        .containsExactly("unchanged mill:1");
    assertThat(runs.stored("mill:1").job().title()).isEqualTo("Transcribe a receipt");
    assertThat(runs.lastSeen("mill:1")).isEqualTo(MONDAY.plus(STEP.multipliedBy(2)));
  }

  @Test
  void theSourcesOwnReasonForClosingIsKeptAndForOpeningNot() {
    runs.complete(row("1", "Transcribe a receipt").stateReason(Reason.stated("looks open")));
    assertThat(runs.reason("mill:1")).isNull();
    runs.partial(
        row("1", "Transcribe a receipt")
            .state(PostingState.CLOSED)
            .stateReason(Reason.stated("all places taken")));
    assertThat(runs.reason("mill:1")).isEqualTo("all places taken");
  }

  @Test
  void whatIsListedIsOpenWhateverTheRowSaysOfMissing() {
    runs.complete(row("1", "Transcribe a receipt").state(PostingState.MISSING));
    assertThat(runs.state("mill:1")).isEqualTo(PostingState.OPEN);
  }

  @Test
  void theDayOfPostingIsTheEarliestHeardUntilItIsReposted() {
    runs.complete(row("1", "Transcribe a receipt"));
    assertThat(runs.complete(row("1", "Transcribe a receipt").datePosted(MONDAY)))
        .containsExactly("changed mill:1 [datePosted]");
    runs.complete(row("1", "Transcribe a bill").datePosted(MONDAY.plusSeconds(9)));
    assertThat(runs.stored("mill:1").job().datePosted()).isEqualTo(MONDAY);
    runs.complete(row("1", "Transcribe a slip").datePosted(MONDAY.minusSeconds(9)));
    assertThat(runs.stored("mill:1").job().datePosted()).isEqualTo(MONDAY.minusSeconds(9));
    runs.complete(row("1", "Transcribe a note"));
    assertThat(runs.stored("mill:1").job().datePosted()).isEqualTo(MONDAY.minusSeconds(9));
    runs.complete();
    runs.complete();
    runs.complete(row("1", "Transcribe a note").datePosted(MONDAY.plusSeconds(99)));
    assertThat(runs.stored("mill:1").job().datePosted()).isEqualTo(MONDAY.plusSeconds(99));
  }

  @Test
  void whatPeopleReportIsGathered() {
    WorkReport ada = new WorkReport("ada", BigDecimal.ONE, null, null, null);
    WorkReport ben = new WorkReport("ben", BigDecimal.TWO, null, null, null);
    runs.complete(row("1", "Transcribe a receipt").reports(List.of(ada)));
    assertThat(runs.complete(row("1", "Transcribe a receipt").reports(List.of(ben, ada))))
        .containsExactly("changed mill:1 [reports]");
    assertThat(runs.stored("mill:1").job().reports()).containsExactly(ada, ben);
  }

  @Test
  void whatEndsInThisMomentHasNotEnded() {
    JobPostingBuilder ends = row("1", "Transcribe a receipt").validThrough(MONDAY.plus(STEP));
    runs.complete(ends);
    assertThat(runs.complete()).containsExactly("missing mill:1");
    assertThat(runs.reason("mill:1")).isEqualTo("absent from one complete run");
    assertThat(runs.complete()).containsExactly("closed mill:1");
    assertThat(runs.reason("mill:1")).isEqualTo("expired");
  }

  @Test
  void onlyWhatWasMissingBeforeItClosedIsToldSo() {
    runs.complete(row("1", "Transcribe a receipt"), row("2", "Rater"));
    runs.complete(row("2", "Rater"));
    assertThat(runs.complete(row("2", "Rater"))).contains("closed mill:1 twice");
    assertThat(runs.partial(row("2", "Rater").state(PostingState.CLOSED)))
        .containsExactly("closed mill:2");
  }

  @Test
  void eachRunMovesWhatItSawAndNothingElse() {
    runs.complete(row("1", "Transcribe a receipt"), row("2", "Rater"));
    runs.complete(row("1", "Transcribe a receipt"));
    assertThat(runs.lastSeen("mill:1")).isEqualTo(MONDAY.plus(STEP));
    assertThat(runs.lastSeen("mill:2")).isEqualTo(MONDAY);
    runs.complete(row("1", "Transcribe a bill"));
    assertThat(runs.firstSeen("mill:1")).isEqualTo(MONDAY);
    assertThat(runs.lastSeen("mill:1")).isEqualTo(MONDAY.plus(STEP.multipliedBy(2)));
  }

  @Test
  void rowsAreTidiedBeforeTheyAreCompared() {
    runs.complete(row("1", "  Transcribe a receipt ").employmentType(" "));
    assertThat(runs.stored("mill:1").job().title()).isEqualTo("Transcribe a receipt");
    assertThat(runs.stored("mill:1").job().employmentType()).isNull();
  }

  @Test
  void whatIsDatedInTheFutureWasPostedWhenItWasFirstSeen() {
    Instant tomorrow = MONDAY.plusSeconds(86_400);
    runs.complete(
        row("1", "Transcribe a receipt").datePosted(tomorrow),
        row("2", "Transcribe a bill").datePosted(MONDAY),
        row("3", "Transcribe a slip"));
    assertThat(runs.stored("mill:1").job().datePosted()).isEqualTo(MONDAY);
    assertThat(runs.stored("mill:2").job().datePosted()).isEqualTo(MONDAY);
    assertThat(runs.stored("mill:3").job().datePosted()).isNull();
    runs.complete(row("3", "Transcribe a slip").datePosted(tomorrow));
    assertThat(runs.stored("mill:3").job().datePosted()).isEqualTo(MONDAY.plus(STEP));
    assertThat(runs.firstSeen("mill:3")).isEqualTo(MONDAY);
  }

  @Test
  void aBatchThatLacksMuchClosesOnlyWhatWasLastSeenBeforeTheTimeGiven() {
    runs.complete(row("1", "Transcribe a receipt"), row("2", "Transcribe a bill"));
    runs.complete(row("2", "Transcribe a bill"));
    Posting missing = runs.stored("mill:1");
    assertThat(missing.state()).isEqualTo(PostingState.MISSING);
    assertThat(absent(Optional.of(MONDAY)))
        .as("seen at that time")
        .isInstanceOf(Change.Unchanged.class);
    assertThat(absent(Optional.of(MONDAY.plusMillis(1)))).isInstanceOf(Change.Closed.class);
    assertThat(absent(Optional.empty())).isInstanceOf(Change.Closed.class);
  }

  /** What becomes of the first posting where a complete run lists the second alone. */
  private Change absent(Optional<Instant> closing) {
    Intake.Rows batch =
        new Intake.Rows(
            "mill",
            List.of(row("2", "Transcribe a bill").build()),
            Map.of(),
            true,
            Unread.NONE,
            closing,
            runs.now());
    return Intake.judge(batch, runs).changes().stream()
        .filter(change -> change.posting().id().equals("mill:1"))
        .findFirst()
        .orElseThrow();
  }
}
