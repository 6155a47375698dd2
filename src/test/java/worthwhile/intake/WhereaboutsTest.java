package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import worthwhile.posting.JobPosting;

/** Countries that were given in words. */
class WhereaboutsTest {
  private static JobPosting read(
      List<String> stated, List<String> barred, @Nullable String location) {
    return Whereabouts.read(
        JobPosting.builder("mill", "mill", "1")
            .title("Sort pears")
            .applicantLocationRequirements(stated)
            .ineligibleRegion(barred)
            .jobLocation(location)
            .build());
  }

  @Test
  void codesStayAndWordsBecomeCodes() {
    JobPosting codes = read(List.of("KE"), List.of("CU"), null);
    assertThat(codes.applicantLocationRequirements()).containsExactly("KE");
    assertThat(codes.ineligibleRegion()).containsExactly("CU");
    JobPosting words = read(List.of("GH", "Kenya and Germany"), List.of(), null);
    assertThat(words.applicantLocationRequirements()).containsExactly("GH", "KE", "DE");
    assertThat(words.ineligibleRegion()).isEmpty();
    assertThat(words.jobLocation()).isNull();
    JobPosting barred = read(List.of("KE"), List.of("Cuba", "Kenya"), null);
    assertThat(barred.ineligibleRegion()).containsExactly("CU", "KE");
    assertThat(barred.applicantLocationRequirements()).containsExactly("KE");
  }

  @Test
  void whatAListExceptsIsExcludedBesideWhatIsBarred() {
    JobPosting read = read(List.of("Worldwide except Cuba"), List.of("KE"), null);
    assertThat(read.ineligibleRegion()).containsExactly("KE", "CU");
    assertThat(read.applicantLocationRequirements()).isEmpty();
  }

  @Test
  void wordsThatNameNoCountryTellWhereTheWorkIsIfNothingElseDoes() {
    assertThat(read(List.of("Worldwide", "remote"), List.of(), null).jobLocation())
        .isEqualTo("Worldwide, remote");
    assertThat(read(List.of("Worldwide"), List.of(), "Nairobi").jobLocation()).isEqualTo("Nairobi");
    assertThat(read(List.of("Worldwide", "Kenya"), List.of(), null).jobLocation()).isNull();
    assertThat(read(List.of(), List.of("Cuba"), null).jobLocation()).isNull();
  }
}
