package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.TaskKind;
import worthwhile.posting.UnitText;
import worthwhile.posting.word.Worded;
import worthwhile.source.read.Sources;

/** Kinds of work by the facts of a posting and the cards of the platforms. */
class KindsTest {
  private static final Normalise NORMALISE =
      Normalise.with(Sources.load(Path.of("scrapers")).platforms());

  @ParameterizedTest
  @CsvFileSource(
      resources = "/worthwhile/intake/kinds.csv",
      delimiter = '|',
      nullValues = "-",
      numLinesToSkip = 1)
  void aPostingIsOfTheKindThatAWorkerWouldSay(
      String platform,
      String category,
      String employment,
      UnitText unit,
      String title,
      String kind) {
    JobPosting row =
        JobPosting.builder("s", platform, "1")
            .title(title)
            .occupationalCategory(category)
            .employmentType(employment)
            .baseSalary(unit == null ? null : MonetaryAmount.of("USD", BigDecimal.TEN, unit))
            .build();
    JobPosting once = NORMALISE.posting(row);
    assertThat(once.kind()).isEqualTo(Worded.of(TaskKind.class, kind).orElseThrow());
    assertThat(NORMALISE.posting(once)).as("done twice").isEqualTo(once);
  }

  @Test
  void whatASourceSaysOfItsOwnKindComesBeforeThePlatform() {
    JobPosting row =
        JobPosting.builder("s", "prolific", "1").title("Cups").kind(TaskKind.INTERVIEW).build();
    assertThat(NORMALISE.posting(row).kind()).isEqualTo(TaskKind.INTERVIEW);
  }

  @Test
  void anAmountWithoutAUnitTellsNothing() {
    JobPosting row =
        JobPosting.builder("s", "reddit", "1")
            .title("Clips from talks")
            .baseSalary(
                new MonetaryAmount("USD", BigDecimal.TEN, BigDecimal.TEN, null, null, null, null))
            .build();
    assertThat(NORMALISE.posting(row).kind()).isEqualTo(TaskKind.PROJECT);
  }

  @Test
  void everyPlatformWithWorkSaysWhatItUsuallyOffers() {
    assertThat(Sources.load(Path.of("scrapers")).platforms())
        .filteredOn(platform -> !platform.kind().equals("ratings"))
        .allSatisfy(platform -> assertThat(platform.usual()).as(platform.id()).isPresent());
    assertThat(Worded.of(TaskKind.class, "Micro-Task")).isEqualTo(Optional.of(TaskKind.MICRO_TASK));
    assertThat(Worded.of(TaskKind.class, "hobby")).isEmpty();
  }

  /** Without a category: what the employment, the unit and the platform's usual kind tell. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "full-time, HOUR, micro-task, JOB",
        "full-time contract, HOUR, micro-task, PROJECT",
        "-, TASK, -, MICRO_TASK",
        "-, TASK, job, MICRO_TASK",
        "-, TASK, interview, INTERVIEW",
        "-, MONTH, micro-task, JOB",
        "freelance, MONTH, micro-task, PROJECT",
        "-, HOUR, -, PROJECT",
        "-, HOUR, micro-task, PROJECT",
        "-, HOUR, job, JOB",
        "-, HOUR, interview, INTERVIEW",
        "freelance, HOUR, job, PROJECT",
        "-, PROJECT, -, PROJECT",
        "-, PROJECT, job, JOB",
        "-, PIECE, -, MICRO_TASK",
        "-, PIECE, job, PROJECT",
        "-, PIECE, interview, INTERVIEW",
        "freelance, PIECE, micro-task, PROJECT",
        "freelance, -, job, PROJECT",
        "-, -, job, JOB",
        "-, -, -, MICRO_TASK"
      })
  void factsTellBeforeThePlatformAndThatBeforeTheTitle(
      String employment, UnitText unit, String usual, TaskKind kind) {
    JobPosting row =
        JobPosting.builder("s", "p", "1")
            .title("Pears")
            .employmentType(employment)
            .baseSalary(unit == null ? null : MonetaryAmount.of("USD", BigDecimal.TEN, unit))
            .build();
    assertThat(
            Kinds.of(
                row,
                null,
                Optional.ofNullable(usual).flatMap(word -> Worded.of(TaskKind.class, word))))
        .isEqualTo(kind);
  }

  @Test
  void theCategoryTellsBeforeTheUnitAndTheTitleLast() {
    JobPosting row =
        JobPosting.builder("s", "p", "1")
            .title("Pear engineer")
            .baseSalary(MonetaryAmount.of("USD", BigDecimal.TEN, UnitText.MONTH))
            .build();
    assertThat(Kinds.of(row, "survey", Optional.empty())).isEqualTo(TaskKind.MICRO_TASK);
    JobPosting bare = row.toBuilder().baseSalary(null).build();
    assertThat(Kinds.of(bare, null, Optional.empty())).isEqualTo(TaskKind.JOB);
    assertThat(Kinds.of(bare)).isEqualTo(TaskKind.JOB);
    assertThat(Kinds.of(bare.toBuilder().kind(TaskKind.PROJECT).build()))
        .isEqualTo(TaskKind.PROJECT);
  }
}
