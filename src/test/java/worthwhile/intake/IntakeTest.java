package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import worthwhile.posting.Duplicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Standing;
import worthwhile.posting.UnitText;

class IntakeTest {
  private static final Instant MONDAY = Instant.parse("2026-09-14T08:00:00Z");

  private final Memory memory = new Memory();
  private Instant now = MONDAY;

  /** A store that keeps everything in a map and carries changes out as the real one does. */
  private static final class Memory implements KnownPostings {
    private final Map<String, Posting> all = new LinkedHashMap<>();

    @Override
    public Map<String, Posting> byIds(Collection<String> ids) {
      Map<String, Posting> found = new HashMap<>(all);
      found.keySet().retainAll(ids);
      return found;
    }

    @Override
    public List<Posting> notClosed(String source) {
      return all.values().stream()
          .filter(p -> p.job().source().equals(source) && p.state() != PostingState.CLOSED)
          .toList();
    }

    @Override
    public Map<String, List<Posting>> byFingerprints(Collection<String> fingerprints) {
      Map<String, List<Posting>> found = new HashMap<>();
      for (Posting posting : all.values()) {
        String print = Fingerprint.of(posting.job());
        if (fingerprints.contains(print))
          found.computeIfAbsent(print, _ -> new ArrayList<>()).add(posting);
      }
      return found;
    }
  }

  private List<Change> run(boolean complete, JobPosting... rows) {
    return run("mill", complete, rows);
  }

  private List<Change> run(String source, boolean complete, JobPosting... rows) {
    Normalise normalise = Normalise.plain();
    List<JobPosting> normal = List.of(rows).stream().map(normalise::posting).toList();
    List<Change> changes =
        Intake.judge(new Intake.Rows(source, normal, complete, now), memory).changes();
    for (Change change : changes)
      if (!(change instanceof Change.Unchanged))
        memory.all.put(change.posting().id(), change.posting());
    now = now.plus(Duration.ofHours(6));
    return changes;
  }

  private static JobPostingBuilder row(String source, String id, String title) {
    return JobPosting.builder(source, source, id)
        .title(title)
        .url("https://" + source + ".example/tasks/" + id)
        .hiringOrganization(Organization.named("Paper Trail"))
        .description("Read a receipt and type what it says. " + title);
  }

  private static JobPostingBuilder row(String id, String title) {
    return row("mill", id, title);
  }

  @Test
  void whatWasNeverSeenIsNewAndOpen() {
    Instant began = now;
    Standing stored =
        run(true, row("1", "Transcribe a receipt").build()).getFirst().posting().standing();
    assertThat(stored.state()).isEqualTo(PostingState.OPEN);
    assertThat(stored.firstSeen()).isEqualTo(began);
    assertThat(stored.lastSeen()).isEqualTo(began);
    assertThat(stored.stateReason()).isNull();
    assertThat(stored.reposts()).isNull();
  }

  @Test
  void theSameAgainIsUnchangedWhateverTheTrackingSays() {
    run(
        true,
        row("1", "Transcribe a receipt").url("https://mill.example/t/1?utm_source=a").build());
    List<Change> second =
        run(
            true,
            row("1", "Transcribe  a receipt ")
                .url("https://MILL.example/t/1/?utm_source=b&gclid=9#top")
                .build());
    assertThat(second).singleElement().isInstanceOf(Change.Unchanged.class);
    assertThat(second.getFirst().posting().standing().firstSeen()).isEqualTo(MONDAY);
    assertThat(second.getFirst().posting().standing().lastSeen())
        .isEqualTo(MONDAY.plus(Duration.ofHours(6)));
  }

  @Test
  void whatAReaderWouldNoticeIsChanged() {
    MonetaryAmount quarter = MonetaryAmount.of("USD", new BigDecimal("0.25"), UnitText.TASK);
    MonetaryAmount half = MonetaryAmount.of("USD", new BigDecimal("0.5"), UnitText.TASK);
    run(true, row("1", "Transcribe a receipt").baseSalary(quarter).totalJobOpenings(9).build());
    Change changed =
        run(true, row("1", "Transcribe a bill").baseSalary(half).totalJobOpenings(0).build())
            .getFirst();
    assertThat(changed).isInstanceOf(Change.Changed.class);
    assertThat(((Change.Changed) changed).fields())
        .isEqualTo(Set.of("title", "description", "baseSalary", "totalJobOpenings"));
    assertThat(changed.posting().standing().firstSeen()).isEqualTo(MONDAY);
  }

  @Test
  void whatNobodyNoticesIsNoChange() {
    MonetaryAmount a = MonetaryAmount.of("USD", new BigDecimal("0.5"), UnitText.TASK);
    MonetaryAmount b = MonetaryAmount.of("USD", new BigDecimal("0.50"), UnitText.TASK);
    run(
        true,
        row("1", "Transcribe a receipt")
            .baseSalary(a)
            .totalJobOpenings(9)
            .skills(List.of("typing", "english"))
            .datePosted(MONDAY.minusSeconds(900))
            .validThrough(MONDAY.plus(Duration.ofDays(30)))
            .build());
    List<Change> second =
        run(
            true,
            row("1", "Transcribe a receipt")
                .baseSalary(b)
                .totalJobOpenings(4)
                .skills(List.of("english", "typing"))
                .datePosted(MONDAY)
                .validThrough(MONDAY.plus(Duration.ofDays(31)))
                .build());
    assertThat(second).singleElement().isInstanceOf(Change.Unchanged.class);
    assertThat(second.getFirst().posting().job().datePosted()).isEqualTo(MONDAY.minusSeconds(900));
  }

  @Test
  void twoCompleteRunsWithoutItCloseAPosting() {
    JobPosting stays = row("1", "Transcribe a receipt").build();
    run(true, stays, row("2", "Label some pets").build());
    assertThat(run(true, stays).getLast()).isInstanceOf(Change.Missing.class);
    assertThat(memory.all.get("mill:2").state()).isEqualTo(PostingState.MISSING);
    assertThat(run(true, stays).getLast()).isInstanceOf(Change.Closed.class);
    assertThat(memory.all.get("mill:2").standing().stateReason().text())
        .isEqualTo("absent from two complete runs");
    assertThat(run(true, stays)).singleElement().isInstanceOf(Change.Unchanged.class);
  }

  @Test
  void anEmptyCompleteRunCountsAsAbsence() {
    run(true, row("1", "Transcribe a receipt").build());
    assertThat(run(true)).singleElement().isInstanceOf(Change.Missing.class);
  }

  @Test
  void aPartialRunClosesNothing() {
    run(true, row("1", "Transcribe a receipt").validThrough(MONDAY.plusSeconds(1)).build());
    assertThat(run(false)).isEmpty();
    run(true);
    assertThat(run(false)).isEmpty();
  }

  @Test
  void whatWasMissingAndIsBackIsOpenAgain() {
    JobPosting row = row("1", "Transcribe a receipt").build();
    run(true, row);
    run(true);
    Change back = run(true, row).getFirst();
    assertThat(back).isInstanceOf(Change.Reopened.class);
    assertThat(((Change.Reopened) back).fields()).containsExactly("state");
    assertThat(back.posting().state()).isEqualTo(PostingState.OPEN);
    assertThat(back.posting().standing().stateReason()).isNull();
    assertThat(back.posting().standing().reposts()).isNull();
  }

  @Test
  void theSourceItselfCanClose() {
    run(true, row("1", "Transcribe a receipt").build());
    JobPosting dead = row("1", "Transcribe a receipt").state(PostingState.CLOSED).build();
    Change closed = run(false, dead).getFirst();
    assertThat(closed).isInstanceOf(Change.Closed.class);
    assertThat(closed.posting().standing().stateReason().text()).isEqualTo("closed by the source");
    assertThat(run(true, dead)).singleElement().isInstanceOf(Change.Unchanged.class);
  }

  @Test
  void whatEndsClosesOnceItIsNotListedAndNotBefore() {
    JobPosting row = row("1", "Transcribe a receipt").validThrough(MONDAY.plusSeconds(60)).build();
    run(true, row);
    assertThat(run(true, row)).singleElement().isInstanceOf(Change.Unchanged.class);
    Change closed = run(true).getFirst();
    assertThat(closed).isInstanceOf(Change.Closed.class);
    assertThat(closed.posting().standing().stateReason().text()).isEqualTo("expired");
  }

  @Test
  void whatComesBackAfterItClosedIsReposted() {
    JobPosting row = row("1", "Transcribe a receipt").build();
    run(true, row);
    run(true);
    run(true);
    Change back = run(true, row).getFirst();
    assertThat(back).isInstanceOf(Change.Reposted.class);
    assertThat(back.posting().standing().reposts()).isEqualTo(1);
    assertThat(back.posting().state()).isEqualTo(PostingState.OPEN);
    run(true);
    run(true);
    assertThat(run(true, row).getFirst().posting().standing().reposts()).isEqualTo(2);
  }

  @Test
  void aClosedOneUnderANewIdentifierIsReposted() {
    run(true, row("1", "Transcribe a receipt").build());
    run(true);
    run(true);
    Change back = run(true, row("7", "Transcribe a RECEIPT!").build()).getFirst();
    assertThat(back).isInstanceOf(Change.Reposted.class);
    assertThat(((Change.Reposted) back).before().id()).isEqualTo("mill:1");
    assertThat(back.posting().standing().reposts()).isEqualTo(1);
    assertThat(back.posting().standing().firstSeen()).isAfter(MONDAY);
  }

  @Test
  void whatTakesThePlaceOfAnotherInOneCompleteRunIsReposted() {
    run(true, row("1", "Rater").jobLocation("Kenya").build());
    List<Change> changes = run(true, row("7", "Rater").jobLocation("Kenya").build());
    assertThat(((Change.Reposted) changes.getFirst()).before().id()).isEqualTo("mill:1");
    assertThat(changes.getFirst().posting().standing().reposts()).isEqualTo(1);
    assertThat(changes.getLast()).isInstanceOf(Change.Closed.class);
    assertThat(memory.all.get("mill:1").standing().stateReason().text())
        .isEqualTo("reposted under another identifier");
    assertThat(run(true, row("7", "Rater").jobLocation("Kenya").build()))
        .singleElement()
        .isInstanceOf(Change.Unchanged.class);
  }

  @Test
  void whatIsStillListedOrMayBeIsNotReplaced() {
    JobPosting first = row("1", "Rater").jobLocation("Kenya").build();
    run(true, first);
    assertThat(run(true, first, row("2", "Rater").jobLocation("Kenya").build()).getLast())
        .as("both are offered")
        .isInstanceOf(Change.New.class);
    assertThat(run(false, row("3", "Rater").jobLocation("Kenya").build()))
        .as("a partial run does not know what is absent")
        .singleElement()
        .isInstanceOf(Change.New.class);
  }

  @Test
  void theSameRoleInAnotherPlaceIsAnotherPosting() {
    run(true, row("1", "Rater").jobLocation("Kenya").build());
    List<Change> changes = run(true, row("2", "Rater").jobLocation("Ghana").build());
    assertThat(changes.getFirst()).isInstanceOf(Change.New.class);
    assertThat(changes.getLast()).isInstanceOf(Change.Missing.class);
    run(true);
    run(true);
    assertThat(run(true, row("3", "Rater").jobLocation("Chad").build()).getFirst())
        .isInstanceOf(Change.New.class);
    assertThat(run(true, row("4", "Rater").jobLocation("ghana").build()).getFirst())
        .isInstanceOf(Change.Reposted.class);
  }

  @Test
  void theSameWorkOnAnotherSourceIsADuplicate() {
    run("mill", true, row("mill", "1", "Transcribe a receipt").build());
    Change twin = run("board", true, row("board", "x", "Transcribe a Receipt").build()).getFirst();
    assertThat(twin).isInstanceOf(Change.Duplicate.class);
    assertThat(((Change.Duplicate) twin).of().id()).isEqualTo("mill:1");
    assertThat(twin.posting().standing().duplicates())
        .containsExactly(new Duplicate("mill:1", "mill", "https://mill.example/tasks/1"));
    assertThat(run("board", true, row("board", "x", "Transcribe a Receipt").build()))
        .singleElement()
        .isInstanceOf(Change.Unchanged.class);
  }

  @Test
  void anotherRequesterIsNoDuplicate() {
    run("mill", true, row("mill", "1", "Transcribe a receipt").build());
    JobPosting other =
        row("board", "x", "Transcribe a receipt")
            .hiringOrganization(Organization.named("Somebody Else"))
            .build();
    assertThat(run("board", true, other)).singleElement().isInstanceOf(Change.New.class);
    JobPosting nobody = row("board", "y", "Transcribe a receipt").hiringOrganization(null).build();
    assertThat(run("board", false, nobody)).singleElement().isInstanceOf(Change.New.class);
  }

  @Test
  void anEvergreenPostingStaysEvergreen() {
    JobPosting row = row("1", "Apply any time").state(PostingState.EVERGREEN).build();
    assertThat(run(true, row).getFirst().posting().state()).isEqualTo(PostingState.EVERGREEN);
    assertThat(run(true, row)).singleElement().isInstanceOf(Change.Unchanged.class);
  }

  @Test
  void ofTwoRowsWithOneIdentifierTheFirstCountsAndThatIsSaid() {
    List<JobPosting> rows =
        List.of(row("1", "First of two").build(), row("1", "Second of two").build());
    Intake.Judgement judgement = Intake.judge(new Intake.Rows("mill", rows, true, now), memory);
    assertThat(judgement.changes()).singleElement().isInstanceOf(Change.New.class);
    assertThat(judgement.changes().getFirst().posting().job().title()).isEqualTo("First of two");
    assertThat(judgement.notes()).singleElement().asString().contains("1");
  }

  @Test
  void aRowOfAnotherSourceIsAMistakeOfTheCaller() {
    List<JobPosting> foreign = List.of(row("board", "1", "Elsewhere").build());
    assertThatThrownBy(() -> new Intake.Rows("mill", foreign, true, now))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("board:1");
  }
}
