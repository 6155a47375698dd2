package worthwhile.warning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import worthwhile.posting.Sentences;
import worthwhile.posting.Warning;

/** Every family tells its own examples and leaves its innocents alone. */
class FamiliesTest {
  private static final Rules RULES = Rules.shipped();

  @TestFactory
  Stream<DynamicTest> examplesAreTold() {
    return RULES.families().stream()
        .flatMap(
            family ->
                family.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                family.code() + ": " + example.text(),
                                () ->
                                    assertThat(said(family.code(), example.text()))
                                        .anyMatch(it -> it.compareTo(example.least()) >= 0))));
  }

  @TestFactory
  Stream<DynamicTest> innocentsAreLeftAlone() {
    return RULES.families().stream()
        .flatMap(
            family ->
                family.innocents().stream()
                    .map(
                        text ->
                            DynamicTest.dynamicTest(
                                family.code() + ": " + text,
                                () ->
                                    assertThat(RULES.read(text, List.of()).findings())
                                        .allMatch(it -> it.severity() == Warning.Severity.NOTE))));
  }

  private static List<Warning.Severity> said(String code, String text) {
    return RULES.read(text, List.of()).findings().stream()
        .filter(finding -> finding.code().equals(code))
        .map(Observation::severity)
        .toList();
  }

  @Test
  void everyFileIsAFamilyWithSentencesAndExamples() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/worthwhile/warnings"))) {
      assertThat(RULES.families().stream().map(Family::code))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .map(file -> file.getFileName().toString().replace(".toml", ""))
                  .filter(name -> !List.of("families", "words", "signs", "broad").contains(name))
                  .toList());
    }
    for (Family family : RULES.families()) {
      assertThat(Sentences.english().part(family.code() + ".innocent")).isPresent();
      assertThat(Sentences.english().part(family.code() + ".advice")).isPresent();
      // Addresses are compared elsewhere.
      boolean byPatterns = !family.code().equals("lookalike-domain") && !family.beside();
      if (byPatterns && !family.combinations().isEmpty())
        assertThat(family.examples()).isNotEmpty();
    }
  }

  /** A sign that no pattern and no other source gives can never fulfil a combination. */
  @Test
  void everySignThatACombinationNamesIsSomewhere() {
    RuleFiles.Content content = RuleFiles.shipped();
    List<Cue> given =
        Stream.of(
                content.phrases().stream().map(Phrase::cue),
                content.derived().keySet().stream(),
                Stream.of(
                        "look-alike",
                        "pay-beyond-usual",
                        "many-names",
                        "copied-words",
                        "new-here",
                        "sudden-rush")
                    .map(content.cues()::named))
            .flatMap(names -> names)
            .distinct()
            .toList();
    for (Family family : content.families())
      for (Family.Combination combination :
          Stream.concat(family.combinations().stream(), family.statements().stream()).toList()) {
        Requirement condition = combination.condition();
        assertThat(given).as(family.code()).containsAll(condition.all());
        assertThat(given).as(family.code()).containsAll(condition.any());
        assertThat(given).as(family.code()).containsAll(condition.none());
      }
    content
        .families()
        .forEach(family -> assertThat(given).as(family.code()).containsAll(family.loweredBy()));
  }
}
