package worthwhile.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.UnitText;

/** What two readings have in common. */
class AgreementTest {
  private static final MonetaryAmount PAY = pay("1.50", null);

  private static MonetaryAmount pay(String sum, String stated) {
    BigDecimal amount = new BigDecimal(sum);
    return new MonetaryAmount("GBP", amount, amount, UnitText.TASK, null, stated, null);
  }

  private static JobPostingBuilder reading() {
    return JobPosting.builder("s", "p", "1").title("A task");
  }

  @Test
  void whatOneLeavesOpenContradictsNothing() {
    JobPosting full =
        reading()
            .baseSalary(PAY)
            .url("https://p.example/1")
            .hiringOrganization(new Organization("Lab", "7", null))
            .build();
    assertThat(Agreement.isCompatible(full, reading().build())).isTrue();
    assertThat(Agreement.isCompatible(full, reading().baseSalary(pay("1.5", "x")).build()))
        .isTrue();
    assertThat(Agreement.isCompatible(full, reading().baseSalary(pay("1.51", null)).build()))
        .isFalse();
    assertThat(Agreement.isCompatible(full, reading().url("https://p.example/2").build()))
        .isFalse();
    assertThat(Agreement.isCompatible(full, reading().title("A  task ").build())).isTrue();
    assertThat(Agreement.isCompatible(full, reading().title("Another").build())).isFalse();
    Organization other = new Organization("Lure", "7", null);
    assertThat(Agreement.isCompatible(full, reading().hiringOrganization(other).build())).isFalse();
  }

  @Test
  void onlyWhatBothSayIsLeftAlsoInsideOfFields() {
    JobPosting mine =
        reading()
            .baseSalary(pay("1.50", "call +1 555 0100"))
            .hiringOrganization(new Organization("Lab", "7", "https://p.example/lab"))
            .description("mine")
            .skills(List.of("WhatsApp"))
            .timeRequired(Duration.ofMinutes(9))
            .datePosted(Instant.EPOCH)
            .build();
    JobPosting other =
        reading()
            .baseSalary(pay("1.5", null))
            .hiringOrganization(new Organization("Lab", null, null))
            .description("theirs")
            .timeRequired(Duration.ofMinutes(9))
            .build();
    JobPosting agreed = Agreement.of(mine, List.of(other), Optional.empty());
    assertThat(agreed.title()).isEqualTo("A task");
    assertThat(agreed.baseSalary().minValue()).isEqualByComparingTo("1.5");
    assertThat(agreed.baseSalary().stated()).isNull();
    assertThat(agreed.hiringOrganization()).isEqualTo(new Organization("Lab", null, null));
    assertThat(agreed.timeRequired()).isEqualTo(Duration.ofMinutes(9));
    assertThat(agreed)
        .extracting(a -> a.description(), a -> a.skills(), a -> a.datePosted())
        .containsExactly(null, List.of(), null);
    assertThat(Agreement.saysMore(mine, agreed)).isTrue();
    assertThat(Agreement.saysMore(agreed, agreed)).isFalse();
  }

  @Test
  void whatIsShownStaysUnlessTwoSayOtherwise() {
    JobPosting shown = reading().description("shown").baseSalary(PAY).build();
    JobPosting mine = reading().description("new").language("en").build();
    Optional<JobPosting> base = Optional.of(shown);
    assertThat(Agreement.of(mine, List.of(), base)).isEqualTo(shown);
    JobPosting two = Agreement.of(mine, List.of(reading().description("new").build()), base);
    assertThat(two.description()).isEqualTo("new");
    assertThat(two.baseSalary()).isEqualTo(PAY);
    assertThat(two.language()).isNull();
  }

  @Test
  void aMeasuredTimeMayMoveButNotLeap() {
    assertThat(measured(8, 10, 0)).isEqualTo(Duration.ofMinutes(10));
    assertThat(measured(8, 20, 0)).as("a leap").isEqualTo(Duration.ofMinutes(8));
    assertThat(measured(0, 8, 10)).isEqualTo(Duration.ofMinutes(8));
    assertThat(measured(0, 1, 10)).as("nobody near").isNull();
    assertThat(measured(0, 1, 0)).as("nobody else").isNull();
  }

  private static Duration measured(int known, int told, int other) {
    return Agreement.of(
            timed(told), List.of(timed(other)), known == 0 ? Optional.empty() : some(timed(known)))
        .timeMeasured();
  }

  private static Optional<JobPosting> some(JobPosting posting) {
    return Optional.of(posting);
  }

  private static JobPosting timed(int minutes) {
    return reading().timeMeasured(minutes == 0 ? null : Duration.ofMinutes(minutes)).build();
  }
}
