package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.UnitText;
import worthwhile.source.SourceDefinition;

/** Offers told in the text of posts and comments. */
class ForumTextTest {
  private static final String POST =
      """
      <!doctype html><html><body><article id=p1>Title: Receipt check<br>Requester: Paper Trail [A1B2C3D4] (Contact)<br>
      Reward: $0.25<br>Time Allotted: 20 minutes<br>HITs Available: 40<br>Qualifications: HIT approval > 95; Location is US<br>
      <br>Title: Menu check<br>Requester: Soup Lab [A9B8C7D6]<br>Reward: $1.10<br></article></body></html>""";

  private static final SourceDefinition HN =
      Pages.source(
          """
          format: json
          rows: /children
          extractor: hn-comment
          fields: {identifier: {json: /id}, description: {json: /text, optional: true}}
          """);

  @Test
  void severalTasksInOnePostAreSeveralPostings() {
    SourceDefinition source =
        Pages.source(
            """
            rows: article
            extractor: hit-export
            fields: {identifier: {attr: id}, title: {value: post}, description: {css: ^article}}
            """);
    List<JobPosting> jobs =
        Pages.items(Pages.html(source, POST)).items().stream().map(JobPosting.class::cast).toList();
    assertThat(jobs).extracting(JobPosting::identifier).containsExactly("p1", "p1-2");
    JobPosting first = jobs.getFirst();
    assertThat(first.title()).isEqualTo("Receipt check");
    assertThat(first.hiringOrganization().name()).isEqualTo("Paper Trail");
    assertThat(first.hiringOrganization().identifier()).isEqualTo("A1B2C3D4");
    assertThat(first.baseSalary().unitText()).isEqualTo(UnitText.TASK);
    assertThat(first.timeAllowed()).isEqualTo(Duration.ofMinutes(20));
    assertThat(first.timeRequired()).isNull();
    assertThat(first.totalJobOpenings()).isEqualTo(40);
    assertThat(first.qualifications()).hasSize(2);
    assertThat(jobs.get(1).baseSalary().minValue()).isEqualByComparingTo("1.10");
  }

  @Test
  void aForumPostNamesRequestersAndTheTimeItTook() {
    SourceDefinition source =
        Pages.source(
            "DiscussionForumPosting",
            """
            rows: article
            extractor: hit-export
            fields: {identifier: {attr: id}, text: {css: ^article}}
            """);
    DiscussionForumPosting post =
        (DiscussionForumPosting)
            Pages.items(
                    Pages.html(
                        source,
                        POST.replace("<br></article>", "<br>Took me 90 seconds.</article>")))
                .items()
                .getFirst();
    assertThat(post.mentions()).containsExactly("Paper Trail", "Soup Lab");
    assertThat(post.reports().getFirst().minutes()).isEqualByComparingTo(new BigDecimal("1.5"));
    assertThat(post.reports().getFirst().by()).isEqualTo("forum");
  }

  @Test
  void commentsOfHiringThreads() {
    Extraction.Items items =
        Pages.items(
            Pages.json(
                HN,
                """
                {"children": [
                 {"id": 1, "text": "SEEKING FREELANCER | Brothworks | Remote (EU time zones) | React Native | €60-75&#x2F;hour | <a href=\\"https:&#x2F;&#x2F;broth.example&#x2F;\\">x</a><p>We cook."},
                 {"id": 2, "text": "SEEKING WORK | Berlin | Go"}, {"id": 3, "text": null},
                 {"id": 4, "text": "Tidal Data | Harbour analyst | Lisbon, Portugal | Full-time | ONSITE<p>Ships."}]}"""));
    assertThat(items.leftOut()).isEqualTo(2);
    JobPosting first = (JobPosting) items.items().get(0);
    assertThat(first.title()).isEqualTo("React Native");
    assertThat(first.hiringOrganization().name()).isEqualTo("Brothworks");
    assertThat(first.jobLocationType()).isEqualTo("TELECOMMUTE");
    assertThat(first.baseSalary().maxValue()).isEqualByComparingTo("75");
    assertThat(first.baseSalary().currency()).isEqualTo("EUR");
    JobPosting second = (JobPosting) items.items().get(1);
    assertThat(second.title()).isEqualTo("Harbour analyst");
    assertThat(second.jobLocation()).isEqualTo("Lisbon, Portugal");
    assertThat(second.jobLocationType()).isNull();
    assertThat(second.employmentType()).isEqualTo("Full-time");
  }
}
