package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.UnitText;

/** Whether a posting has a field, by the field's name. */
class FieldsTest {
  private static final Instant DAY = Instant.parse("2026-09-01T00:00:00Z");
  private static final JobPosting BARE =
      JobPosting.builder("mill", "mill", "1").title("Sort pears").build();
  private static final JobPosting WHOLE =
      BARE.toBuilder()
          .url("https://mill.example/1")
          .description("By size.")
          .hiringOrganization(Organization.named("Paper Trail"))
          .baseSalary(MonetaryAmount.of("USD", BigDecimal.ONE, UnitText.TASK))
          .timeRequired(Duration.ofMinutes(5))
          .timeAllowed(Duration.ofMinutes(5))
          .timeMeasured(Duration.ofMinutes(5))
          .totalJobOpenings(0)
          .occupationalCategory("judging")
          .employmentType("contract")
          .jobLocation("Kenya")
          .jobLocationType("TELECOMMUTE")
          .datePosted(DAY)
          .validThrough(DAY)
          .skills(List.of("typing"))
          .devices(List.of("phone"))
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url",
        "description",
        "hiringOrganization",
        "baseSalary",
        "timeRequired",
        "timeAllowed",
        "timeMeasured",
        "totalJobOpenings",
        "occupationalCategory",
        "employmentType",
        "jobLocation",
        "jobLocationType",
        "datePosted",
        "validThrough",
        "skills",
        "devices"
      })
  void aFieldIsThereOrNot(String field) {
    assertThat(Fields.present(field).test(WHOLE)).isTrue();
    assertThat(Fields.present(field).test(BARE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identifier", "title"})
  void noPostingIsWithoutTheseTwo(String field) {
    assertThat(Fields.present(field).test(BARE)).isTrue();
  }
}
