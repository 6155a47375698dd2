package worthwhile.extract.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.extract.Pages.html;
import static worthwhile.extract.Pages.items;
import static worthwhile.extract.Pages.job;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.extract.Pages;
import worthwhile.posting.JobPosting;
import worthwhile.posting.UnitText;
import worthwhile.source.SourceDefinition;

/** schema.org JobPosting objects as real pages write them. */
class JobPostingReaderTest {
  private static final SourceDefinition SOURCE =
      Pages.source(
          """
          format: json-ld
          extractor: job-posting
          also:
            - {format: microdata, extractor: job-posting}
          """);

  private static JobPosting read(String scripts) {
    return job(html(SOURCE, "<!doctype html><html><body>" + scripts));
  }

  private static JobPosting salary(String salary) {
    return read(
        "<script type='application/ld+json'>{\"@type\": \"JobPosting\", \"title\": \"a\", \"baseSalary\": "
            + salary
            + "}</script>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"currency":"USD","value":{"minValue":"15","maxValue":"20","unitText":"HOUR"}}   | 15 | 20 | HOUR
          {"currency":"usd","value":{"value":"1,200.50","unitText":"monthly"}}             | 1200.50 | 1200.50 | MONTH
          {"currency":"EUR","minValue":30000,"maxValue":40000,"unitText":"annum"}          | 30000 | 40000 | YEAR
          {"currency":"USD","value":{"value":30,"minValue":30,"maxValue":20},"unitText":"HOURLY"} | 20 | 30 | HOUR
          {"currency":"GBP","value":12.5}                                                  | 12.5 | 12.5 |
          "$18 per hour"                                                                   | 18 | 18 | HOUR
          """)
  void payInEveryShape(String salary, BigDecimal min, BigDecimal max, UnitText unit) {
    JobPosting job = salary(salary);
    assertThat(job.baseSalary().minValue()).isEqualByComparingTo(min);
    assertThat(job.baseSalary().maxValue()).isEqualByComparingTo(max);
    assertThat(job.baseSalary().unitText()).isEqualTo(unit);
  }

  @Test
  void zeroIsUnknownAndTheTextWins() {
    assertThat(
            salary(
                    "{\"currency\": \"USD\", \"value\": {\"value\": \"0.00\", \"unitText\": \"HOUR\"}}")
                .baseSalary())
        .isNull();
    JobPosting job =
        read(
            """
            <script type="application/ld+json">{"@type": "JobPosting", "title": "Extra", "description": "<p>Pays $25 per hour.</p>",
            "baseSalary": {"currency": "USD", "value": {"value": 0, "unitText": "HOUR"}}}</script>""");
    assertThat(job.baseSalary().minValue()).isEqualByComparingTo("25");
    assertThat(job.baseSalary().unitText()).isEqualTo(UnitText.HOUR);
  }

  @Test
  void dirtyScriptsAreRead() {
    JobPosting job =
        read(
            """
            <script type="application/ld+json">{broken</script>
            <script type="application/ld+json"><!--
            {"@graph": [{"@type": "WebPage"}, {"@type": ["JobPosting", "Thing"], /* who */ "title": "Sort
            cards", "identifier": {"name": "Tide Ltd", "value": 77}, // where
            "hiringOrganization": {"name": "Mill"},
            "jobLocation": {"address": {"addressLocality": " Oslo", "addressRegion": "N/A", "addressCountry": {"name": "Norway"}, "postalCode": "N/A"}},
            "jobLocationType": "ON_SITE",}]}
            --></script>""");
    assertThat(job.title()).isEqualTo("Sort cards");
    assertThat(job.identifier()).isEqualTo("77");
    assertThat(job.hiringOrganization().name()).isEqualTo("Tide Ltd");
    assertThat(job.jobLocation()).isEqualTo("Oslo, Norway");
    assertThat(job.jobLocationType()).isNull();
  }

  @Test
  void twoObjectsInOneScriptAreTwoRows() {
    assertThat(
            items(
                    html(
                        SOURCE,
                        """
                        <!doctype html><html><body><script type="application/ld+json">
                        {"@type":"JobPosting","title":"a","url":"/1"}
                        {"@type":"https://schema.org/JobPosting","title":"b","url":"/2"}</script>"""))
                .items())
        .extracting("identifier")
        .containsExactly("https://mill.example/1", "https://mill.example/2");
  }

  @Test
  void microdataIsReadAlike() {
    JobPosting job =
        read(
            """
            <div itemscope itemtype="http://schema.org/JobPosting"><h2 itemprop="title">Sort cards</h2>
            <a itemprop="url" href="/7">apply</a><div itemprop="description"><p>One.</p><p>Two.</p></div>
            <span itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization"><b itemprop="name">Tide</b></span>
            <meta itemprop="datePosted" content="2026-11-01"></div>""");
    assertThat(job.title()).isEqualTo("Sort cards");
    assertThat(job.url()).isEqualTo("https://mill.example/7");
    assertThat(job.description().lines()).containsExactly("One.", "Two.");
    assertThat(job.hiringOrganization().name()).isEqualTo("Tide");
    assertThat(job.datePosted()).hasToString("2026-11-01T00:00:00Z");
  }
}
