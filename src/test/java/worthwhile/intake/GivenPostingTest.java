package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingJson;
import worthwhile.posting.TaskKind;
import worthwhile.posting.WorkReport;

class GivenPostingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['desktop', 'webcam'] | [desktop, webcam]",
        "'Computer with webcam, smartphone' | [desktop, webcam, phone]",
        "['abacus', 7, null] | []",
        "null | []"
      })
  void devicesAreReadFromAListOrAText(String given, String devices) {
    String json =
        "{'title': 'Talk to us', 'skills': 'talking', 'devices': %s}"
            .formatted(given)
            .replace('\'', '"');
    GivenPosting read =
        GivenPosting.read(
            PostingJson.MAPPER.readTree(json), "1", Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(read.posting().devices().toString()).isEqualTo(devices);
    assertThat(read.posting().skills()).containsExactly("talking");
    assertThat(read.passedOver()).isEmpty();
  }

  private static GivenPosting read(String json) {
    return GivenPosting.read(
        PostingJson.MAPPER.readTree(json.replace('\'', '"')),
        "given-1",
        Instant.parse("2026-11-20T12:00:00Z"));
  }

  @Test
  void everyFieldThatCanBeReadIsTaken() {
    GivenPosting read =
        read(
            """
            {'source': 'my-list', 'platform': 'mill', 'id': 7, 'title': 'Talk to us',
             'description': 'About pears.', 'occupationalCategory': 'interview',
             'kind': 'interview', 'employmentType': 'contract', 'jobLocation': 'Nairobi',
             'hiringOrganization': {'name': 'Paper Trail', 'identifier': 'r7', 'url': 'https://a.example/'},
             'baseSalary': {'currency': 'USD', 'minValue': 5, 'maxValue': 5, 'unitText': 'TASK'},
             'timeRequired': 'PT5M', 'timeMeasured': '6 minutes', 'timeAllowed': '1 hour',
             'totalJobOpenings': 0, 'datePosted': '2026-11-19', 'language': 'en'}
            """);
    JobPosting posting = read.posting();
    assertThat(posting.id()).isEqualTo("my-list:7");
    assertThat(posting.platform()).isEqualTo("mill");
    assertThat(posting.description()).isEqualTo("About pears.");
    assertThat(posting.occupationalCategory()).isEqualTo("interview");
    assertThat(posting.kind()).isEqualTo(TaskKind.INTERVIEW);
    assertThat(posting.employmentType()).isEqualTo("contract");
    assertThat(posting.jobLocation()).isEqualTo("Nairobi");
    assertThat(posting.hiringOrganization())
        .isEqualTo(new Organization("Paper Trail", "r7", "https://a.example/"));
    assertThat(posting.baseSalary().maxValue()).isEqualByComparingTo("5");
    assertThat(posting.timeRequired()).isEqualTo(Duration.ofMinutes(5));
    assertThat(posting.timeMeasured()).isEqualTo(Duration.ofMinutes(6));
    assertThat(posting.timeAllowed()).isEqualTo(Duration.ofHours(1));
    assertThat(posting.totalJobOpenings()).isZero();
    assertThat(posting.datePosted()).isEqualTo("2026-11-19T00:00:00Z");
    assertThat(posting.language()).isEqualTo("en");
    assertThat(read.passedOver()).isEmpty();
    assertThat(read.otherTexts()).containsExactly("contract");
  }

  @Test
  void whatIsNotGivenIsNotThereAndThePostingHasTheNameItIsCalledBy() {
    GivenPosting read =
        read("{'title': null, 'identifier': ' ', 'baseSalary': null, 'kind': null}");
    assertThat(read.posting().id()).isEqualTo("given:given-1");
    assertThat(read.posting().title()).isEmpty();
    assertThat(read.posting().hiringOrganization()).isNull();
    assertThat(read.posting().language()).isNull();
    assertThat(read.related()).isEmpty();
    assertThat(read.otherTexts()).isEmpty();
    assertThat(read.passedOver()).isEmpty();
    assertThat(read("{'identifier': 'a', 'id': 'b'}").posting().identifier()).isEqualTo("a");
  }

  @Test
  void aRequesterIsRecognisedByNameOrIdentifier() {
    assertThat(read("{'hiringOrganization': 'Paper Trail'}").posting().hiringOrganization())
        .isEqualTo(Organization.named("Paper Trail"));
    assertThat(read("{'hiringOrganization': {'identifier': 7}}").posting().hiringOrganization())
        .isEqualTo(new Organization(null, "7", null));
    assertThat(read("{'hiringOrganization': {'url': 'https://a.example/'}}").posting())
        .extracting(JobPosting::hiringOrganization)
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'totalJobOpenings': 1.5} | totalJobOpenings cannot be read",
        "{'totalJobOpenings': 3000000000} | totalJobOpenings cannot be read",
        "{'totalJobOpenings': '3'} | totalJobOpenings cannot be read",
        "{'timeRequired': 'soon'} | timeRequired cannot be read",
        "{'timeRequired': 'PT0S'} | timeRequired: a time must be more than 0",
        "{'datePosted': 'soon'} | datePosted cannot be read",
        "{'baseSalary': 'much'} | baseSalary cannot be read",
        "{'related': [7]} | related[0] is no posting",
        "{'related': [{}, 7]} | related[1] is no posting",
        "{'related': [{}, {'timeRequired': 'soon'}]} | related[1].timeRequired cannot be read",
        "{'reports': [{'minutes': 1}, 7]} | reports[1] is no report",
        "{'reports': [{'minutes': 0}]} | reports[0].minutes: a time must be more than 0, not 0",
        "{'reports': [{'minutes': 1, 'outcome': 'LOST'}]} | reports[0].outcome: \"LOST\" is none of"
      })
  void whatCannotBeReadIsPassedOverWithTheReason(String json, String reason) {
    assertThat(read(json).passedOver()).singleElement().asString().startsWith(reason);
  }

  @Test
  void reportsAreReadAsFarAsTheyTellAnything() {
    List<WorkReport> reports =
        read("""
                {'reports': [{'minutes': '2.5', 'worker': 'ana', 'by': 'timer', 'at': '2026-11-19'},
                             {'outcome': 'returned'}, {'worker': 'bea'}]}
                """)
            .posting()
            .reports();
    assertThat(reports)
        .containsExactly(
            new WorkReport(
                "ana", new BigDecimal("2.5"), Instant.parse("2026-11-19T00:00:00Z"), null, "timer"),
            new WorkReport(null, null, null, WorkReport.Outcome.RETURNED, null));
  }

  @Test
  void relatedPostingsAreCalledByTheirPlace() {
    List<JobPosting> related = read("{'related': [{'title': 'a'}, {'title': 'b'}]}").related();
    assertThat(related)
        .extracting(JobPosting::identifier)
        .containsExactly("given-1/related[0]", "given-1/related[1]");
  }

  @Test
  void freeWordsAreKeptBeside() {
    GivenPosting read =
        read(
            """
            {'responsibilities': ['Sort', ' ', 7, 'Count'], 'industry': 'Fruit',
             'hiringOrganization': {'name': 'Mill', 'description': 'We mill.'}}
            """);
    assertThat(read.otherTexts()).containsExactly("Sort", "Count", "Fruit", "We mill.");
  }
}
