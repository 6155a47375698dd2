package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingState;
import worthwhile.source.read.Sources;

class NormaliseTest {
  private static JobPostingBuilder row(String title) {
    return JobPosting.builder("s", "s", "1").title(title);
  }

  @Test
  void textsStayWithinTheirBounds() {
    JobPosting tidy =
        Normalise.plain()
            .posting(row("word ".repeat(100)).description("😀".repeat(15_000)).build());
    assertThat(tidy.title()).hasSizeLessThanOrEqualTo(300).endsWith("word…");
    assertThat(tidy.description().length()).isBetween(19_998, 20_000);
    assertThat(tidy.description().endsWith("😀…")).isTrue();
    assertThat(Normalise.plain().posting(tidy).equals(tidy)).isTrue();
  }

  @Test
  void whatCannotBeSeenGoes() {
    JobPosting tidy =
        Normalise.plain()
            .posting(
                row("\u202bסקר\u202c\u0000 \u200fקצר")
                    .description("One\u2066 line\u0007\nand\u000banother")
                    .skills(List.of("\u200bTyping"))
                    .build());
    assertThat(tidy.title()).isEqualTo("סקר קצר");
    assertThat(tidy.description()).isEqualTo("One line\nand another");
    assertThat(tidy.skills()).containsExactly("Typing");
    assertThat(Normalise.plain().posting(tidy).equals(tidy)).isTrue();
    assertThat(Normalise.plain().posting(row("\u200e").build()).title()).isEqualTo("\u200e");
  }

  @Test
  void namesAndListsAreTidied() {
    JobPosting tidy =
        Normalise.plain()
            .posting(
                row("Label")
                    .hiringOrganization(new Organization("  -  Acme \n Inc. | ", null, null))
                    .skills(List.of("Typescript ", "", "Typescript"))
                    .description("  ")
                    .build());
    assertThat(tidy.hiringOrganization().name()).isEqualTo("Acme Inc.");
    assertThat(tidy.skills()).containsExactly("Typescript");
    assertThat(tidy.description()).isNull();
    assertThat(
            Normalise.plain().posting(row("x").hiringOrganization(Organization.named(" ")).build()))
        .extracting(JobPosting::hiringOrganization)
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Data Entry | Anything | data-entry",
        "survey | Anything | survey",
        "- | Answer a survey about food | survey",
        "- | 60 minute user interview about banking | interview",
        "- | Transcribe a shop receipt | data-entry",
        "- | Draw bounding boxes around cars | image-labelling",
        "- | Python developer for a scraper | software",
        "- | Translate a page into Polish | translation",
        "- | Search evaluator, Japanese | search-evaluation",
        "- | AI trainer for mathematics | ai-training",
        "- | Usability test of a shop | usability-test",
        "Widget Polishing | Polish widgets | Widget Polishing",
        "- | Polish widgets | -"
      })
  void categoriesComeFromTheTable(String word, String title, String expected) {
    JobPosting tidy = Normalise.plain().posting(row(title).occupationalCategory(word).build());
    assertThat(tidy.occupationalCategory()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "respondent | Pastry teachers: planning a term | interview",
        "respondent | Game developers who hire artists | interview",
        "user-interviews | Call centre agents: a day with three screens | interview",
        "user-interviews | Virtual assistants, tell us about invoices | interview",
        "user-interviews | Usability test of a seed catalogue | usability-test",
        "respondent | Survey of court interpreters | survey",
        "freelancer | Pastry teacher for a term | teaching",
        "reddit | Call center agent, evenings | customer-support"
      })
  void whereAPanelIsAskedATradeIsThatOfWhoIsAsked(String platform, String title, String expected) {
    Normalise normalise = Normalise.with(Sources.load(Path.of("scrapers")).platforms());
    JobPosting row = JobPosting.builder(platform, platform, "1").title(title).build();
    assertThat(normalise.posting(row).occupationalCategory()).isEqualTo(expected);
  }

  @Test
  void aPlatformIsNeverItsOwnRequester() {
    Sources sources = Sources.load(Path.of("scrapers"));
    Normalise normalise = Normalise.with(sources.platforms());
    JobPostingBuilder study =
        JobPosting.builder("user-interviews", "user-interviews", "1").title("Talk about shoes");
    for (String itself : List.of("User Interviews", " user  interviews", "user-interviews"))
      assertThat(
              normalise
                  .posting(study.hiringOrganization(Organization.named(itself)).build())
                  .hiringOrganization())
          .as(itself)
          .isNull();
    JobPosting other =
        normalise.posting(study.hiringOrganization(Organization.named("Acme")).build());
    assertThat(other.hiringOrganization().name()).isEqualTo("Acme");
  }

  @Test
  void aTextIsCutAboveItsBoundAtABlankThatIsNear() {
    String whole = "x".repeat(300);
    assertThat(Normalise.plain().posting(row(whole).build()).title()).isEqualTo(whole);
    assertThat(Normalise.plain().posting(row(whole + "y").build()).title())
        .isEqualTo("x".repeat(299) + "…");
    String far = "x".repeat(240) + " " + "y".repeat(100);
    assertThat(Normalise.plain().posting(row(far).build()).title()).hasSize(300);
    String near = "x".repeat(241) + " " + "y".repeat(100);
    assertThat(Normalise.plain().posting(row(near).build()).title())
        .isEqualTo("x".repeat(241) + "…");
  }

  @Test
  void namesWordsAndListsHaveBounds() {
    List<String> many = IntStream.range(0, 60).mapToObj(i -> "skill " + i).toList();
    JobPosting tidy =
        Normalise.plain()
            .posting(
                row("Label")
                    .hiringOrganization(new Organization("n".repeat(201), null, null))
                    .employmentType("e".repeat(201))
                    .jobLocation("p".repeat(501))
                    .skills(many)
                    .qualifications(List.of("q".repeat(501)))
                    .build());
    assertThat(tidy.hiringOrganization().name()).hasSize(200).endsWith("…");
    assertThat(tidy.employmentType()).hasSize(200).endsWith("…");
    assertThat(tidy.jobLocation()).hasSize(500).endsWith("…");
    assertThat(tidy.skills()).hasSize(50).startsWith("skill 0");
    assertThat(tidy.qualifications().getFirst()).hasSize(500);
  }

  @Test
  void whatTheSourceSaysOfStateAndRequesterStays() {
    JobPosting tidy =
        Normalise.plain()
            .posting(
                row("Label")
                    .state(PostingState.CLOSED)
                    .jobLocation(" ")
                    .employmentType(" full ")
                    .hiringOrganization(new Organization(" ", "A1", "https://a.example/"))
                    .build());
    assertThat(tidy.state()).isEqualTo(PostingState.CLOSED);
    assertThat(tidy.jobLocation()).isNull();
    assertThat(tidy.employmentType()).isEqualTo("full");
    assertThat(tidy.hiringOrganization())
        .isEqualTo(new Organization(null, "A1", "https://a.example/"));
  }
}
