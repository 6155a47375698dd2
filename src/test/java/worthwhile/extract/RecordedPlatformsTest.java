package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
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

  @Test
  void kagglePrizesAreNoPay() {
    String file = "boards/kaggle/competitions_list_2021.json";
    List<JobPosting> items =
        jobs("kaggle", file, "https://www.kaggle.com/api/v1/competitions/list?page=1");
    pairs(
        items,
        json(file).values().stream().toList(),
        (item, row) -> {
          assertThat(item.identifier()).isEqualTo(row.path("id").asString());
          assertThat(item.title()).isEqualTo(row.path("title").asString().strip());
          assertThat(item.url()).isEqualTo(row.path("url").asString());
          assertThat(item.datePosted()).isEqualTo(instant(row.path("enabledDate").asString()));
          assertThat(item.baseSalary()).isNull();
          assertThat(item.occupationalCategory()).isEqualTo("challenge");
          assertThat(item.description()).contains(row.path("reward").asString());
          boolean endless = row.path("category").asString().equals("Getting Started");
          boolean over = row.path("submissionsDisabled").asBoolean();
          assertThat(item.validThrough())
              .isEqualTo(endless ? null : instant(row.path("deadline").asString()));
          assertThat(item.state())
              .isEqualTo(over ? PostingState.CLOSED : endless ? PostingState.EVERGREEN : null);
        });
  }

  @Test
  void gigsOfSproutGigsAreNoTasks() {
    String file = "platforms/sproutgigs_get_gigs.json";
    String url = "https://sproutgigs.com/api/gigs/get-gigs.php";
    pairs(
        posts("sproutgigs", file, url),
        json(file).path("gigs").values().stream().toList(),
        (post, row) -> {
          assertThat(post.identifier()).isEqualTo(row.path("id").asString());
          assertThat(post.headline())
              .isEqualTo(row.path("title").asString().replaceAll("\\s+", " "));
          assertThat(post.url()).isEqualTo(row.path("url").asString());
          assertThat(post.baseSalary()).as("a price is no pay").isNull();
          assertThat(post.author()).as("who sells is not kept").isNull();
          assertThat(post.text()).contains("asks " + row.path("price").asString());
        });
    assertThat(items(read("sproutgigs", file, url)).next())
        .as("it says that there are more")
        .isPresent();
  }

  @Test
  void usaJobsAsItsShapeIsDocumented() {
    String file = "boards/usajobs/usajobs_search_api_shape_handbuilt.json";
    List<JobPosting> items = jobs("usajobs", file, "https://data.usajobs.gov/api/search?Page=1");
    pairs(
        items,
        json(file).at("/SearchResult/SearchResultItems").values().stream().toList(),
        (item, row) -> {
          JsonNode said = row.path("MatchedObjectDescriptor");
          assertThat(item.identifier()).isEqualTo(row.path("MatchedObjectId").asString());
          assertThat(item.title()).isEqualTo(said.path("PositionTitle").asString());
          assertThat(item.url()).isEqualTo(said.path("PositionURI").asString());
          assertThat(item.hiringOrganization().name())
              .isEqualTo(said.path("OrganizationName").asString());
          assertThat(item.jobLocationType()).as("not remote, as true or as a word").isNull();
        });
    assertThat(pay(items.getFirst().baseSalary())).isEqualTo("USD 45.5-60 HOUR");
    assertThat(items.getLast().baseSalary()).isNull();
    assertThat(items.getLast().jobLocation()).isEqualTo("Denver, Colorado");
  }

  @Test
  void usaJobsInItsOlderFiles() {
    String url = "https://schemas.usajobs.gov/feed.xml";
    List<JobPosting> items = jobs("usajobs", "boards/usajobs/usajobs_hrxml_sample.xml", url);
    assertThat(items).hasSize(3);
    assertThat(items.getFirst().title()).isEqualTo("Medical Officer");
    assertThat(pay(items.getFirst().baseSalary())).isEqualTo("USD 60274-155500 YEAR");
    assertThat(items)
        .allSatisfy(
            item -> {
              assertThat(item.url()).isEqualTo("https://www.usajobs.gov/job/" + item.identifier());
              assertThat(item.description()).doesNotContain("<").doesNotContain("&nbsp;");
              assertThat(item.baseSalary().unitText()).isIn(UnitText.YEAR, UnitText.HOUR);
            });
    JobPosting hourly =
        jobs("usajobs", "boards/usajobs/usajobs_hrxml_recruiting_sample.xml", url).getFirst();
    assertThat(pay(hourly.baseSalary())).isEqualTo("USD 17-23 HOUR");
    assertThat(hourly.totalJobOpenings()).isEqualTo(24);
    assertThat(hourly.jobLocation()).startsWith("One, TX United States; Two, TX");
    assertThat(hourly.applicantLocationRequirements()).containsExactly("US");
  }

  @Test
  void adzunaDoesNotPassAGuessForPay() {
    String file = "boards/adzuna/job_gb_2019_bike_courier.json";
    List<JobPosting> items = jobs("adzuna", file, "https://api.adzuna.com/v1/api/jobs/gb/search/1");
    assertThat(items).hasSize(1);
    JobPosting item = items.getFirst();
    JsonNode row = json(file);
    assertThat(item.identifier()).isEqualTo(row.path("id").asString());
    assertThat(item.title()).isEqualTo(row.path("title").asString());
    assertThat(item.url()).isEqualTo(row.path("redirect_url").asString());
    assertThat(item.hiringOrganization().name()).isEqualTo("Just Eat");
    assertThat(item.datePosted()).isEqualTo(row.path("created").asString());
    assertThat(row.path("salary_is_predicted").asString()).isEqualTo("1");
    assertThat(item.baseSalary()).isNull();
  }
}
