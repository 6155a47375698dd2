package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.intake.IntakeRun.MONDAY;
import static worthwhile.intake.IntakeRun.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.TaskKind;
import worthwhile.posting.UnitText;

/** Each field that a reader would notice, and each bound below which nobody would. */
class DifferencesTest {
  private static JobPostingBuilder whole() {
    return row("1", "Label pets")
        .language("en")
        .occupationalCategory("image-labelling")
        .skills(List.of("typing", "english"))
        .employmentType("contract")
        .jobLocation("Kenya")
        .jobLocationType("TELECOMMUTE")
        .applicantLocationRequirements(List.of("KE", "GH"))
        .qualifications(List.of("A phone"))
        .devices(List.of("phone", "tablet"))
        .baseSalary(usd("1", "2", UnitText.TASK))
        .timeRequired(Duration.ofMinutes(5))
        .timeAllowed(Duration.ofMinutes(9))
        .totalJobOpenings(3);
  }

  private static MonetaryAmount usd(String min, String max, UnitText unit) {
    return new MonetaryAmount("USD", decimal(min), decimal(max), unit, null, null, null);
  }

  private static BigDecimal decimal(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  static Stream<Arguments> noticed() {
    return Stream.of(
        change("title", row -> row.title("Label dogs")),
        change("description", row -> row.description("Else")),
        change("description", row -> row.description(null)),
        change("language", row -> row.language("de")),
        change("hiringOrganization", row -> row.hiringOrganization(null)),
        change("hiringOrganization", row -> row.hiringOrganization(Organization.named("Other"))),
        change("occupationalCategory", row -> row.occupationalCategory("survey")),
        change("skills", row -> row.skills(List.of("typing"))),
        change("devices", row -> row.devices(List.of("phone"))),
        change("devices", row -> row.devices(List.of())),
        change("employmentType", row -> row.employmentType("part-time")),
        change("url", row -> row.url("https://mill.example/tasks/2")),
        change("baseSalary", row -> row.baseSalary(null)),
        change("baseSalary", row -> row.baseSalary(usd("1.5", "2", UnitText.TASK))),
        change("baseSalary", row -> row.baseSalary(usd("1", "3", UnitText.TASK))),
        change("baseSalary", row -> row.baseSalary(usd("1", null, UnitText.TASK))),
        change("baseSalary", row -> row.baseSalary(usd(null, "2", UnitText.TASK))),
        change("baseSalary", row -> row.baseSalary(usd("1", "2", UnitText.HOUR))),
        change(
            "baseSalary",
            row ->
                row.baseSalary(
                    new MonetaryAmount(
                        "EUR", decimal("1"), decimal("2"), UnitText.TASK, null, null, null))),
        change("timeRequired", row -> row.timeRequired(Duration.ofMinutes(6))),
        change("timeAllowed", row -> row.timeAllowed(null)),
        change("timeMeasured", row -> row.timeMeasured(Duration.ofMinutes(6))),
        change("totalJobOpenings", row -> row.totalJobOpenings(0)),
        change("jobLocation", row -> row.jobLocation("Ghana")),
        change("jobLocationType", row -> row.jobLocationType(null)),
        change(
            "applicantLocationRequirements",
            row -> row.applicantLocationRequirements(List.of("KE"))),
        change("qualifications", row -> row.qualifications(List.of("A desk"))),
        change("datePosted", row -> row.datePosted(MONDAY)),
        change("validThrough", row -> row.validThrough(MONDAY)));
  }

  private static Arguments change(String field, UnaryOperator<JobPostingBuilder> change) {
    return Arguments.of(field, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noticed")
  void aReaderNoticesEachField(String field, UnaryOperator<JobPostingBuilder> change) {
    assertThat(IntakeRun.differences(whole(), change.apply(whole()))).containsExactly(field);
  }

  @Test
  void nobodyNoticesOrderWhiteSpaceAndPlacesThatAreLeft() {
    assertThat(
            IntakeRun.differences(
                whole(),
                whole()
                    .title(" Label  pets")
                    .skills(List.of("english", "typing", "english"))
                    .applicantLocationRequirements(List.of("GH", "KE"))
                    .url("https://mill.example/tasks/1?utm_source=x")
                    .baseSalary(usd("1.0", "2.00", UnitText.TASK))
                    .totalJobOpenings(1)))
        .isEmpty();
    assertThat(IntakeRun.differences(whole(), whole().totalJobOpenings(null))).isEmpty();
  }

  @Test
  void anOrganizationWithoutANameIsKnownByItsId() {
    Organization one = new Organization(null, "A1", null);
    Organization other = new Organization(null, "A2", null);
    assertThat(
            IntakeRun.differences(
                whole().hiringOrganization(one), whole().hiringOrganization(other)))
        .containsExactly("hiringOrganization");
    assertThat(
            IntakeRun.differences(
                whole().hiringOrganization(new Organization("Lab", "A1", null)),
                whole().hiringOrganization(new Organization("Lab", "A2", null))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100, 80, false", "100, 79, true", "100, 120, false", "100, 121, true"})
  void aMeasuredAverageIsNewsFromAFifth(int before, int now, boolean news) {
    Set<String> fields =
        IntakeRun.differences(
            whole().timeMeasured(Duration.ofSeconds(before)),
            whole().timeMeasured(Duration.ofSeconds(now)));
    assertThat(fields.contains("timeMeasured")).isEqualTo(news);
  }

  @Test
  void aMeasuredAverageThatIsNoLongerToldIsNoNews() {
    assertThat(IntakeRun.differences(whole().timeMeasured(Duration.ofSeconds(9)), whole()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, false", "172799, false", "172800, true", "-1, true"})
  void anEndThatRollsForwardIsNoNews(int seconds, boolean news) {
    Instant end = MONDAY.plus(Duration.ofDays(30));
    Set<String> fields =
        IntakeRun.differences(
            whole().validThrough(end), whole().validThrough(end.plusSeconds(seconds)));
    assertThat(fields.contains("validThrough")).isEqualTo(news);
  }

  @Test
  void anEndThatIsNoLongerToldIsNews() {
    assertThat(IntakeRun.differences(whole().validThrough(MONDAY), whole()))
        .containsExactly("validThrough");
  }

  @Test
  void aDayOfPostingThatMovesOrIsNoLongerToldIsNoNews() {
    assertThat(
            IntakeRun.differences(
                whole().datePosted(MONDAY), whole().datePosted(MONDAY.plusSeconds(1))))
        .isEmpty();
    assertThat(IntakeRun.differences(whole().datePosted(MONDAY), whole())).isEmpty();
  }

  @Test
  void anotherKindOfWorkIsNoticed() {
    assertThat(IntakeRun.differences(whole().kind(TaskKind.JOB), whole().kind(TaskKind.PROJECT)))
        .containsExactly("kind");
    assertThat(IntakeRun.differences(whole().kind(TaskKind.JOB), whole().kind(TaskKind.JOB)))
        .isEmpty();
    assertThat(IntakeRun.differences(whole().baseSalary(null), whole().baseSalary(null))).isEmpty();
    assertThat(IntakeRun.differences(whole().baseSalary(null), whole()))
        .containsExactly("baseSalary");
  }

  @Test
  void onlyPlacesThatAreToldOpenAgainWhatHadNone() {
    Posting none = Posting.read(whole().totalJobOpenings(0).build());
    Posting some = Posting.read(whole().totalJobOpenings(1).build());
    Posting untold = Posting.read(whole().totalJobOpenings(null).build());
    assertThat(Differences.isReopened(none, some)).isTrue();
    assertThat(Differences.isReopened(none, none)).isFalse();
    assertThat(Differences.isReopened(none, untold)).isFalse();
    assertThat(Differences.isReopened(some, some)).isFalse();
    assertThat(Differences.isReopened(untold, some)).isFalse();
  }
}
