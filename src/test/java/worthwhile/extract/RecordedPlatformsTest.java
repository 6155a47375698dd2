package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.JobPosting;
import worthwhile.posting.UnitText;

/** Real answers, and shapes where no answer was kept, of platforms that are read by their JSON. */
class RecordedPlatformsTest extends RecordedPages {
  @Test
  void oneFormaInsideAnAccount() {
    String file = "platforms/oneforma_list_job_row_normalized.json";
    List<JobPosting> items =
        jobs("oneforma", file, "https://my.oneforma.com/api/resource/job/v1/list-job");
    pairs(
        items,
        json(file).values().stream().toList(),
        (item, row) -> {
          assertThat(item.identifier()).isEqualTo(row.path("id").asString());
          assertThat(item.title()).isEqualTo(row.path("title").asString());
          assertThat(item.url()).isEqualTo(row.path("url").asString());
          assertPay(item, row.path("rate").asString(), "USD", UnitText.HOUR);
          assertThat(item.occupationalCategory()).isEqualTo(row.path("job_type").asString());
          assertThat(item.applicantLocationRequirements()).containsExactly("US");
          assertThat(item.datePosted())
              .isEqualTo(row.path("publish_date").asString() + "T00:00:00Z");
          assertThat(item.validThrough())
              .as("open until the day ends")
              .isEqualTo(row.path("deadline").asString() + "T23:59:00Z");
        });
  }

  @Test
  void mercor() {
    String file = "platforms/mercor_listing.json";
    List<JobPosting> items = jobs("mercor", file, "https://work.mercor.com/explore");
    pairs(
        items,
        json(file).values().stream().toList(),
        (item, row) -> {
          assertThat(item.identifier()).isEqualTo(row.path("listingId").asString());
          assertThat(item.title()).isEqualTo(row.path("title").asString());
          assertThat(item.url()).isEqualTo(row.path("url").asString());
          assertThat(pay(item.baseSalary())).isEqualTo("USD 45-65 HOUR");
          assertThat(item.totalJobOpenings()).isEqualTo(row.path("remainingSlots").asInt());
          assertThat(item.applicantLocationRequirements()).containsExactly("US");
          assertThat(item.jobLocationType()).isEqualTo("TELECOMMUTE");
          assertThat(item.datePosted()).isEqualTo(row.path("postedAt").asString() + "Z");
          assertThat(item.state()).as("active, not deleted").isNull();
        });
  }

  @Test
  void outlierAsItsShapeIsKnown() {
    String file = "platforms/shapes/outlier_job_board.json";
    String url = "https://app.outlier.ai/internal/experts/job-board/jobs";
    JsonNode row = json(file).at("/jobs/0");
    List<JobPosting> items = jobs("outlier", file, url);
    assertThat(items).hasSize(1);
    JobPosting item = items.getFirst();
    assertThat(item.identifier()).isEqualTo(row.path("id").asString());
    assertThat(item.title()).isEqualTo(row.path("title").asString());
    assertThat(item.url()).isEqualTo(row.path("absolute_url").asString());
    assertThat(item.applicantLocationRequirements()).containsExactly("BR");
    assertThat(item.baseSalary()).isNull();
    assertThat(items(read("outlier", file, url)).next()).as("the only page").isEmpty();
  }

  @Test
  void telusAsItsShapeIsKnown() {
    String file = "platforms/shapes/telus_list_job_posts.json";
    String url = "https://api.telusinternational.ai/apapi/v1/list-job-posts";
    JsonNode row = json(file).at("/data/0");
    List<JobPosting> items = jobs("telus-ai", file, url);
    assertThat(items).hasSize(1);
    JobPosting item = items.getFirst();
    assertThat(item.title()).isEqualTo(row.path("title").asString());
    assertThat(item.url()).endsWith("/cmp/public/jobs/available/" + row.path("id").asString());
    assertThat(item.qualifications()).containsExactly(row.path("hiring_language").asString());
    assertThat(item.baseSalary()).as("0 is unknown").isNull();
    assertThat(items(read("telus-ai", file, url)).next()).as("the only page").isEmpty();
  }
}
