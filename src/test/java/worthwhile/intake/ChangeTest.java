package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import worthwhile.posting.Assessment;
import worthwhile.posting.Posting;

/** What became of a posting, and what is made of it beside. */
class ChangeTest {
  private static final Posting POSTING = Posting.read(IntakeRun.row("1", "Sort pears").build());
  private static final Posting BEFORE = Posting.read(IntakeRun.row("2", "Sort plums").build());
  private static final Assessment RISKY =
      new Assessment(null, List.of(), null, BigDecimal.ONE, List.of(), List.of());
  private static final Set<String> FIELDS = Set.of("title");

  private static final List<Change> LISTED =
      List.of(
          new Change.New(POSTING),
          new Change.Changed(POSTING, BEFORE, FIELDS),
          new Change.Unchanged(POSTING),
          new Change.Reopened(POSTING, BEFORE, FIELDS),
          new Change.Reposted(POSTING, BEFORE),
          new Change.Duplicate(POSTING, BEFORE));
  private static final List<Change> ABSENT =
      List.of(new Change.Missing(POSTING), new Change.Closed(POSTING, BEFORE));

  @Test
  void aRowStandsForAllButWhatIsMissingOrClosed() {
    assertThat(LISTED).allMatch(Change::isListed);
    assertThat(ABSENT).noneMatch(Change::isListed);
  }

  @Test
  void anAssessmentChangesThePostingAlone() {
    Posting assessed = POSTING.with(RISKY);
    assertThat(LISTED.stream().map(each -> each.with(RISKY)))
        .containsExactly(
            new Change.New(assessed),
            new Change.Changed(assessed, BEFORE, FIELDS),
            new Change.Unchanged(assessed),
            new Change.Reopened(assessed, BEFORE, FIELDS),
            new Change.Reposted(assessed, BEFORE),
            new Change.Duplicate(assessed, BEFORE));
    assertThat(ABSENT.stream().map(each -> each.with(RISKY)))
        .containsExactly(new Change.Missing(assessed), new Change.Closed(assessed, BEFORE));
    assertThat(assessed).isNotEqualTo(POSTING);
  }
}
