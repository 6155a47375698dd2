package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.fetch.ParsedPage;
import worthwhile.posting.JobPosting;
import worthwhile.posting.UnitText;
import worthwhile.source.PageKind;

/** Real recordings of markets whose tasks are shown only after login. */
class RecordedMarketsTest extends RecordedPages {
  private static final String LIST = "https://www.mturk.com/mturk/viewhits";

  // --- Mechanical Turk until 2017

  @Test
  void mturkListOf2010() {
    List<JobPosting> items = jobs("mturk", "mturk/legacy-hitslist.html", LIST);
    assertThat(items)
        .extracting(JobPosting::title)
        .hasSize(10)
        .startsWith("Find the email address for the company and website", "Tag One Photo")
        .contains("上場企業の採用情報ページの確認")
        .endsWith("Consumption and Personality Survey");
    assertThat(items).extracting(JobPosting::identifier).doesNotHaveDuplicates();
    assertThat(items)
        .extracting(item -> item.identifier().startsWith("unlisted-"))
        .as("groups that the visitor may not preview show no id")
        .containsExactly(false, true, false, false, false, false, true, true, false, true);
    assertThat(items)
        .allSatisfy(
            item -> {
              assertThat(item.baseSalary().unitText()).isEqualTo(UnitText.TASK);
              assertThat(item.hiringOrganization().identifier()).matches("A[A-Z0-9]{11,14}");
              assertThat(item.url()).doesNotContain("state=");
              assertThat(item.timeAllowed()).isNotNull();
              assertThat(item.timeRequired()).as("a limit is no estimate").isNull();
              assertThat(item.totalJobOpenings()).isBetween(1_000, 30_000);
              assertThat(item.validThrough()).isNotNull();
              assertThat(item.skills()).isNotEmpty();
            });
    assertThat(items)
        .extracting(item -> item.qualifications().size())
        .containsExactly(2, 3, 2, 3, 0, 1, 4, 2, 1, 2);
    JobPosting japanese = items.get(3);
    assertThat(japanese.language()).isEqualTo("ja");
    assertPay(japanese, "0.05", "USD", UnitText.TASK);
    assertThat(japanese.qualifications()).contains("Location is JP");
  }

  @Test
  void mturkIdentifiersOfUnlistedGroupsStay() {
    String page = text("mturk/legacy-hitslist.html");
    Extraction later =
        Extractor.extract(
            source("mturk"),
            new PageKind.Listing(),
            ParsedPage.of(
                response(
                    LIST,
                    "text/html",
                    page.replace(">6166<", ">5001<").replace("Nov 18, 2010", "Nov 20, 2010"))));
    assertThat(items(later).items())
        .extracting(item -> ((JobPosting) item).identifier())
        .isEqualTo(
            jobs("mturk", "mturk/legacy-hitslist.html", LIST).stream()
                .map(JobPosting::identifier)
                .toList());
  }

  @Test
  void mturkPreviewsOf2010() {
    JobPosting one = jobs("mturk", "mturk/legacy-hitsgroupdetails.html", LIST).getFirst();
    assertThat(one.identifier()).isEqualTo("1KGWDNQTSR0FB89GSJBO6L92HKK01N");
    assertThat(one.title()).isEqualTo("Classify this advertiser");
    assertThat(one.hiringOrganization().name()).isEqualTo("Classify It");
    assertThat(one.timeAllowed()).isEqualTo(Duration.ofMinutes(3));
    assertThat(one.totalJobOpenings()).isEqualTo(8447);
    assertPay(one, "0.03", "USD", UnitText.TASK);
    JobPosting two = jobs("mturk", "mturk/legacy-hitsgroupdetails2.html", LIST).getFirst();
    assertThat(two.identifier()).isEqualTo("1SFXPD3N6SAQFP8VYWHEUZFZWX6251");
    assertPay(two, "0.20", "USD", UnitText.TASK);
    assertThat(read("mturk", "mturk/legacy-mainpage.html", LIST).outcome()).isEqualTo("drifted");
  }

  @Test
  void mturkGroupsThatAScriptKept() {
    String file = "mturk/sampleHits_aug2017.json";
    List<JsonNode> rows = json(file).values().stream().toList();
    List<JobPosting> items = jobs("mturk", file, "https://worker.mturk.com/projects");
    assertThat(items).hasSize(135).hasSameSizeAs(rows);
    pairs(
        items,
        rows,
        (item, row) -> {
          assertThat(item.title())
              .isEqualTo(row.path("title").asString().replaceAll("\\s+", " ").strip());
          assertPay(item, row.path("reward").asString().replace("$", ""), "USD", UnitText.TASK);
          String group = row.path("groupId").asString();
          if (group.startsWith("[")) assertThat(item.identifier()).startsWith("unlisted-");
          else assertThat(item.identifier()).isEqualTo(group);
        });
    assertThat(read("mturk", "mturk/sampleHitDatabase.json", LIST).outcome())
        .as("a worker's own history is no list of tasks")
        .isEqualTo("drifted");
  }

  // --- Prolific, Microworkers

  @Test
  void prolificShape() {
    JobPosting study =
        jobs(
                "prolific",
                "platforms/shapes/prolific_participant_studies.json",
                "https://internal-api.prolific.com/api/v1/participant/studies/")
            .getFirst();
    assertPay(study, "2.50", "GBP", UnitText.TASK);
    assertThat(study.timeRequired()).isEqualTo(Duration.ofMinutes(15));
    assertThat(study.timeAllowed()).isEqualTo(Duration.ofMinutes(62));
    assertThat(study.timeMeasured()).isEqualTo(Duration.ofMinutes(14));
    assertThat(study.totalJobOpenings()).isEqualTo(60);
  }

  @Test
  void microworkersRowsAndPage() {
    String url = "https://www.microworkers.com/jobs.php";
    JobPosting row = jobs("microworkers", "platforms/microworkers_tasks_list.json", url).getFirst();
    assertThat(row.identifier()).isEqualTo("1974e4b177d2");
    assertPay(row, "0.10", "USD", UnitText.TASK);
    assertThat(row.timeRequired()).isEqualTo(Duration.ofMinutes(5));
    assertThat(row.totalJobOpenings()).isEqualTo(15);
    JobPosting page =
        jobs("microworkers", "platforms/microworkers_ttv_detail.json", url).getFirst();
    assertThat(page.identifier()).isEqualTo("d472ac0550fb");
    assertPay(page, "1", "USD", UnitText.TASK);
    assertThat(page.totalJobOpenings()).isEqualTo(2);
    assertThat(page.hiringOrganization().identifier()).isEqualTo("b45d755a");
    assertThat(read("microworkers", "platforms/microworkers_history_pending.json", url).outcome())
        .isEqualTo("drifted");
  }
}
