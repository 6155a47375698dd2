package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.TaskKind;
import worthwhile.posting.UnitText;
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
    assertThat(once.kind()).isEqualTo(TaskKind.of(kind).orElseThrow());
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
    assertThat(TaskKind.of("Micro-Task")).isEqualTo(Optional.of(TaskKind.MICRO_TASK));
    assertThat(TaskKind.of("hobby")).isEmpty();
  }
}
