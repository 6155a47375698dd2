package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.ParsedPage;
import worthwhile.posting.JobPosting;
import worthwhile.posting.UnitText;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;

/** Real recordings of research boards and of pages with schema.org data. */
class RecordedResearchTest extends RecordedPages {
  // --- research boards

  @Test
  void userInterviewsEvents() {
    String file = "platforms/userinterviews_studies_jsonld.json";
    List<JsonNode> events = json(file).values().stream().toList();
    List<JobPosting> items =
        jobs("user-interviews", file, "https://www.userinterviews.com/studies?sort=-id");
    assertThat(items).hasSize(13).hasSameSizeAs(events);
    pairs(
        items,
        events,
        (item, event) -> {
          assertThat(item.title()).isEqualTo(event.path("name").asString());
          assertThat(item.url()).isEqualTo(event.at("/location/url").asString());
          assertThat(item.url()).contains("/" + item.identifier() + "/apply");
          assertThat(item.datePosted()).isEqualTo(instant(event.path("startDate").asString()));
          assertThat(item.validThrough())
              .isEqualTo(
                  event.path("endDate").isNull()
                      ? null
                      : instant(event.path("endDate").asString()));
          assertPay(item, event.at("/offers/price").asString(), "USD", UnitText.TASK);
          assertThat(item.timeRequired()).isEqualTo(minutes(event.path("duration").asString()));
          assertThat(item.totalJobOpenings())
              .isEqualTo(event.path("remainingAttendeeCapacity").asInt());
          assertThat(item.jobLocationType()).isEqualTo("TELECOMMUTE");
        });
  }

  @Test
  void userInterviewsOnItsPage() {
    String array = text("platforms/userinterviews_studies_jsonld.json");
    String page =
        "<!DOCTYPE html><html><head><script type=\"application/ld+json\">%s</script></head></html>"
            .formatted(array.replace("</", "<\\/"));
    SourceDefinition source = sources.byId("user-interviews").orElseThrow();
    Extraction extraction =
        Extractor.extract(
            source,
            new PageKind.Listing(),
            ParsedPage.of(response("https://www.userinterviews.com/studies", "text/html", page)));
    assertThat(items(extraction).items())
        .isEqualTo(
            jobs(
                "user-interviews",
                "platforms/userinterviews_studies_jsonld.json",
                "https://www.userinterviews.com/studies"));
  }

  @Test
  void userInterviewsListings() {
    String file = "boards/userinterviews/listings_2026-07.json";
    List<JsonNode> rows = json(file).path("data").values().stream().toList();
    List<JobPosting> items =
        jobs("user-interviews", file, "https://www.userinterviews.com/api/project_listings");
    assertThat(items).hasSize(4).hasSameSizeAs(rows);
    pairs(
        items,
        rows,
        (item, row) -> {
          JsonNode said = row.path("attributes");
          assertThat(item.identifier()).isEqualTo(said.path("accessCode").asString());
          assertThat(item.title()).isEqualTo(said.path("publicTitle").asString());
          assertThat(item.url())
              .isEqualTo("https://www.userinterviews.com" + said.path("applyUrl").asString());
          assertThat(item.hiringOrganization().name()).isEqualTo(said.path("teamName").asString());
          assertPay(
              item, said.path("participantCompensationAmount").asString(), "USD", UnitText.TASK);
          assertThat(item.timeRequired()).isEqualTo(minutes(said.path("estimatedTime").asString()));
          assertThat(item.datePosted()).as("when sessions run is no day of posting").isNull();
        });
    assertThat(items.getFirst().validThrough()).isEqualTo("2026-07-29T23:59:00Z");
  }

  @Test
  void respondentProjects() {
    String file = "platforms/respondent_projects_search.json";
    List<JsonNode> rows = json(file).path("results").values().stream().toList();
    List<JobPosting> items =
        jobs("respondent", file, "https://www.respondent.io/api/projects?page=1");
    assertThat(items).hasSize(8).hasSameSizeAs(rows);
    pairs(
        items,
        rows,
        (item, row) -> {
          assertThat(item.identifier()).isEqualTo(row.path("id").asString());
          assertThat(item.title()).isEqualTo(row.path("name").asString());
          assertThat(item.url())
              .isEqualTo(row.path("referralLink").asString().replaceFirst("\\?.*", ""))
              .doesNotContain("referralCode");
          assertPay(item, row.path("respondentRemuneration").asString(), "USD", UnitText.TASK);
          assertThat(item.baseSalary().gross()).as("before the fee").isTrue();
          assertThat(item.timeRequired())
              .isEqualTo(Duration.ofMinutes(row.path("timeMinutesRequired").asLong()));
          assertThat(item.datePosted()).isEqualTo(row.path("publishedAt").asString());
          assertThat(item.skills())
              .isEqualTo(
                  row.path("topics").values().stream()
                      .map(t -> t.path("name").asString())
                      .toList());
        });
  }

  @Test
  void respondentProject() {
    String file = "platforms/respondent_project_detail.json";
    JsonNode project = json(file).path("project");
    List<JobPosting> items = jobs("respondent", file, "https://app.respondent.io/api/v4/x");
    assertThat(items).hasSize(1);
    JobPosting item = items.getFirst();
    assertThat(item.title()).isEqualTo(project.path("name").asString());
    assertThat(item.url())
        .isEqualTo(
            "https://app.respondent.io/projects/view/"
                + project.path("id").asString()
                + "/"
                + project.path("slug").asString());
    assertPay(item, "225", "USD", UnitText.TASK);
    assertThat(item.timeRequired()).isEqualTo(Duration.ofMinutes(140));
    assertThat(item.applicantLocationRequirements()).containsExactly("US");
    assertThat(item.validThrough()).isEqualTo(project.path("expireAt").asString());
    assertThat(item.state()).isNull();
  }

  // --- pages with schema.org data

  @Test
  void castingPages() {
    JobPosting role = job("castingnetworks_role_2026-07.html");
    assertThat(role.identifier()).isEqualTo("67446117");
    assertThat(role.url())
        .isEqualTo("https://www.castingnetworks.com/talent/project/16048613/role/67446117/");
    assertThat(role.title()).startsWith("College Looking Background Needed in Atlanta - Non Union");
    assertThat(role.hiringOrganization().name()).isEqualTo("Casting Networks");
    assertThat(role.datePosted()).isEqualTo("2026-07-08T03:36:26Z");
    assertThat(role.jobLocationType()).isNull();
    assertThat(role.jobLocation()).isEqualTo("Atlanta, GA, United States");
    assertThat(role.baseSalary()).isNull();
    JobPosting kids = job("projectcasting_job_2026.html");
    assertThat(kids.title()).isEqualTo("\"SLIP\" Casting Call for Kid Actors");
    assertThat(kids.hiringOrganization().name()).isEqualTo("Waldron Casting");
    assertThat(kids.datePosted()).isEqualTo("2026-05-14T00:00:00Z");
    assertThat(pay(kids.baseSalary()))
        .as("0 is unknown, the text says more")
        .startsWith("USD 187-187");
    assertThat(kids.jobLocation()).doesNotContain("N/A");
  }

  private static JobPosting job(String file) {
    List<JobPosting> items =
        jobs(
            "family:job-posting-json-ld",
            "boards/jsonld-jobposting/" + file,
            "https://careers.example/one");
    assertThat(items).hasSize(1);
    return items.getFirst();
  }

  @Test
  void whatIsNoJobPostingGivesNone() {
    try (Stream<Path> files = Files.list(samples.resolve("boards/jsonld-jobposting"))) {
      List<Path> others =
          files.filter(f -> f.getFileName().toString().startsWith("extruct_invalid")).toList();
      assertThat(others).hasSize(8);
      for (Path file : others)
        assertThat(
                read(
                        "family:job-posting-json-ld",
                        samples.relativize(file).toString(),
                        "https://careers.example/")
                    .outcome())
            .as(file.toString())
            .isEqualTo("drifted");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void examplesOfSchemaOrg() {
    Pattern script =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);
    int read = 0;
    for (String file : schemaOrgExamples()) {
      Matcher blocks = script.matcher(text(file));
      while (blocks.find()) {
        JsonNode block = JSON.readTree(blocks.group(1));
        if (!block.path("@type").asString().equals("JobPosting")) continue;
        String page = "<html><head>" + blocks.group() + "</head></html>";
        List<JobPosting> items = jobsOf(page);
        assertThat(items).as(file).hasSize(1);
        assertThat(items.getFirst().title())
            .isEqualTo(block.path("title").asString(block.path("name").asString("")));
        read++;
      }
    }
    assertThat(read).isEqualTo(11);
  }

  @Test
  void exampleInMicrodata() {
    String all = text("boards/jsonld-jobposting/schemaorg_eg-0028_microdata_rdfa_jsonld.txt");
    String part = all.substring(all.indexOf("MICRODATA:"), all.indexOf("RDFA:"));
    JobPosting item = jobsOf("<html><body>" + part + "</body></html>").getFirst();
    assertThat(item.title()).isEqualTo("Software Engineer");
    assertThat(item.hiringOrganization().name()).isEqualTo("ABC Company Inc.");
    assertThat(item.datePosted()).isEqualTo("2011-10-31T00:00:00Z");
    assertThat(pay(item.baseSalary())).startsWith("USD 100000-100000");
    assertThat(item.jobLocation()).contains("Kirkland");
  }

  private static List<String> schemaOrgExamples() {
    try (Stream<Path> files = Files.list(samples.resolve("boards/jsonld-jobposting"))) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("schemaorg_"))
          .map(f -> samples.relativize(f).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<JobPosting> jobsOf(String page) {
    Extraction extraction =
        Extractor.extract(
            source("family:job-posting-json-ld"),
            new PageKind.Listing(),
            ParsedPage.of(response("https://careers.example/one", "text/html", page)));
    return items(extraction).items().stream().map(JobPosting.class::cast).toList();
  }
}
