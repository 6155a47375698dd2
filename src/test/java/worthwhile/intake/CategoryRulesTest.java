package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.TaskKind;

/** Which of several signs of a category counts. */
class CategoryRulesTest {
  private static JobPostingBuilder titled(String title) {
    return JobPosting.builder("mill", "mill", "1").title(title);
  }

  private static String of(JobPostingBuilder row) {
    return Categories.of(row.build(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "translation, Typist, translation",
        "' translation ', Typist, translation",
        "other, Typist, data-entry",
        "other, Plum, other",
        "Gartenbau, Typist, data-entry",
        "Gartenbau, Plum, Gartenbau",
        "Typist, Plum, data-entry",
        "' ', Plum, -",
        "-, Plum, -",
        "-, Misc, other",
        "-, Misc translation, translation"
      })
  void theSourcesOwnWordCountsIfItIsOneOfOurs(String word, String title, String category) {
    assertThat(of(titled(title).occupationalCategory(word))).isEqualTo(category);
  }

  @Test
  void skillsTellAndTheFirstSixHundredSignsOfADescription() {
    assertThat(of(titled("Plum").skills(List.of("Typist")))).isEqualTo("data-entry");
    String filling = "plum ".repeat(118) + "abc ";
    assertThat(filling + "typist").hasSize(600);
    assertThat(of(titled("Plum").description(filling + "typist"))).isEqualTo("data-entry");
    assertThat(of(titled("Plum").description("x" + filling + "typist"))).isNull();
  }

  /** "Typist" weighs 4 in a title times 6; what a platform is known for weighs 19. */
  @Test
  void whatAPlatformIsKnownForCountsMoreThanADescriptionAndLessThanATitle() {
    Optional<String> usual = Optional.of("translation");
    assertThat(Categories.of(titled("Plum").build(), usual)).isEqualTo("translation");
    assertThat(Categories.of(titled("Plum").description("typist").build(), usual))
        .isEqualTo("translation");
    assertThat(Categories.of(titled("Typist").build(), usual)).isEqualTo("data-entry");
    assertThat(Categories.of(titled("Plum").build(), Optional.of("none"))).isNull();
  }

  @Test
  void whatWasRecognisedBeforeIsOneSignAmongOthers() {
    JobPostingBuilder before = titled("Plum").occupationalCategory("translation");
    assertThat(Categories.again(before.build(), Optional.empty())).isEqualTo("translation");
    assertThat(Categories.again(before.title("Typist").build(), Optional.empty()))
        .isEqualTo("data-entry");
    assertThat(
            Categories.again(
                titled("Plum").occupationalCategory("Gartenbau").build(), Optional.empty()))
        .isEqualTo("Gartenbau");
  }

  @Test
  void categoriesHaveTheirGroupsAndKinds() {
    assertThat(Categories.names()).startsWith("survey", "interview").endsWith("other");
    assertThat(Categories.all().getFirst())
        .isEqualTo(new Categories.Category("survey", "survey", Optional.of(TaskKind.MICRO_TASK)));
    assertThat(Categories.all().getLast().group()).isEqualTo("other");
    assertThat(Categories.kind("interview")).contains(TaskKind.INTERVIEW);
    assertThat(Categories.kind("data-entry")).isEmpty();
    assertThat(Categories.kind(null)).isEmpty();
  }

  /** A typist's word and a caption's weigh 4 each. */
  @Test
  void ofTwoAlikeTheOneThatStandsFirstCounts() {
    assertThat(of(titled("Typist caption"))).isEqualTo("data-entry");
    assertThat(of(titled("Caption typist"))).isEqualTo("data-entry");
    assertThat(of(titled("Caption"))).isEqualTo("audio-transcription");
  }
}
