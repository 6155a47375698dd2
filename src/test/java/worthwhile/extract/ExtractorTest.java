package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static worthwhile.extract.Pages.html;
import static worthwhile.extract.Pages.items;
import static worthwhile.extract.Pages.job;
import static worthwhile.extract.Pages.json;
import static worthwhile.extract.Pages.source;
import static worthwhile.extract.Pages.xml;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.fetch.ParsedPage;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;

/** What a page turns out to be, and what stands in it. */
class ExtractorTest {
  private static final SourceDefinition JSON =
      source(
          """
          format: json
          rows: /jobs
          fields:
            identifier: {json: /id}
            title: {json: /title}
            description: {json: /text, optional: true}
            totalJobOpenings: {json: /left, optional: true}
            closed: {json: /closed, optional: true}
            applicantLocationRequirements: {json: /countries, optional: true}
            jobLocationType: {json: /remote, map: {"true": TELECOMMUTE}, optional: true}
            timeRequired: {json: /minutes, duration: minutes, optional: true}
            datePosted: {json: /at, date: epoch-seconds, optional: true}
          """);
  private static final SourceDefinition FEED =
      source(
          """
          format: xml
          rows: item
          fields:
            identifier: {css: guid}
            title: {css: title}
            url: {css: link, optional: true}
          """);
  private static final SourceDefinition TABLE =
      source(
          """
          format: html
          rows: tr
          empty: p.none
          blocked: ["#challenge-form"]
          login: [form.login]
          gone: [.closed]
          fields:
            identifier: {attr: data-id}
            title: {css: "> td.title"}
            url: {css: a, attr: href, optional: true}
            hiringOrganization: {css: ^h1, optional: true}
          """);

  @Test
  void aTextThatIsTakenForAnIdRejectsItsRowAlone() {
    String rows =
        "{\"jobs\": [{\"id\": \"%s\", \"title\": \"Sort\"}, {\"id\": 2, \"title\": \"Sort\"}]}";
    Extraction.Items items = items(json(JSON, rows.formatted("i".repeat(401))));
    assertThat(items.items()).hasSize(1);
    assertThat(items.rejected())
        .extracting(Extraction.Rejected::field, Extraction.Rejected::reason)
        .containsExactly(
            tuple("identifier", "its identifier has 401 characters; an id has at most 400"));
  }

  @Test
  void oneBadRowIsRejectedAndTheOthersStay() {
    Extraction.Items items =
        items(json(JSON, "{\"jobs\": [{\"id\": 1}, {\"id\": 2, \"title\": \"Sort\"}, null]}"));
    assertThat(items.items()).hasSize(1);
    assertThat(items.rejected())
        .containsExactly(new Extraction.Rejected(0, "title", "missing", Optional.of("mill:1")));
  }

  @Test
  void readsTypedFields() {
    JobPosting job =
        job(
            json(
                JSON,
                """
                {"jobs": [{"id": 7, "title": " Sort&amp;count ", "left": "1,204 left", "closed": true,
                  "countries": ["US", "GB"], "remote": true, "minutes": 2.5, "at": 1790265606.0}]}"""));
    assertThat(job.identifier()).isEqualTo("7");
    assertThat(job.id()).isEqualTo("mill:7");
    assertThat(job.title()).isEqualTo("Sort&count");
    assertThat(job.totalJobOpenings()).isEqualTo(1204);
    assertThat(job.state()).isEqualTo(PostingState.CLOSED);
    assertThat(job.applicantLocationRequirements()).containsExactly("US", "GB");
    assertThat(job.jobLocationType()).isEqualTo("TELECOMMUTE");
    assertThat(job.timeRequired()).isEqualTo(Duration.ofSeconds(150));
    assertThat(job.datePosted()).isEqualTo(Instant.ofEpochSecond(1790265606));
  }

  @Test
  void devicesAreThoseThatARowNames() {
    SourceDefinition source =
        source(
            """
            format: json
            rows: /jobs
            fields:
              identifier: {json: /id}
              title: {json: /title}
              devices: {json: /needs/*, optional: true}
            """);
    String row = "{\"jobs\": [{\"id\": 1, \"title\": \"Talk\", \"needs\": %s}]}";
    String needs = "[\"Computer with webcam\", \"Smartphone\", \"Tablet\", \"Google Chrome\"]";
    assertThat(job(json(source, row.formatted(needs))).devices())
        .containsExactly("desktop", "webcam", "phone", "tablet");
    assertThat(job(json(source, row.formatted("[]"))).devices()).isEmpty();
  }

  @Test
  void falseAndZeroAreNotTrue() {
    JobPosting job =
        job(
            json(
                JSON,
                "{\"jobs\": [{\"id\": 7, \"title\": \"a\", \"closed\": false, \"remote\": false}]}"));
    assertThat(job.state()).isNull();
    assertThat(job.jobLocationType()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"jobs": []}                                   | empty
          {"items": []}                                  | drifted
          {"jobs": [{"id": 1}]}                          | drifted
          {"jobs": [{"id": 1, "title": "a"               | drifted
          {"error": 403}                                 | blocked
          {"error": 404, "message": "Not Found"}         | gone
          {"errors": ["x"], "error_type": "not_logged_in"} | login-required
          {"json": {"errors": [["USER_REQUIRED", "Please log in"]]}} | login-required
          {"status": "error", "message": "boom"}         | drifted
          {"error": "rate_limit_error"}                  | rate-limited
          <html><body><h1>Hello</h1></body></html>       | drifted
          ''                                             | drifted
          null                                           | drifted
          """)
  void jsonAnswersAreToldApart(String body, String outcome) {
    assertThat(json(JSON, body).outcome()).isEqualTo(outcome);
  }

  @Test
  void aCutAnswerSaysSo() {
    assertThat(json(JSON, "{\"jobs\": [{\"id\": 1, \"title\": \"a\"}, {\"id\""))
        .isInstanceOfSatisfying(
            Extraction.Stopped.class,
            stopped -> {
              assertThat(stopped.stop().kind()).isEqualTo(Stop.Kind.DRIFTED);
              assertThat(stopped.stop().text()).contains("cut short");
            });
    assertThat(xml(FEED, "<rss><channel><item><guid>1</guid><title>a</title></item><item><gui"))
        .isInstanceOfSatisfying(
            Extraction.Stopped.class,
            stopped -> {
              assertThat(stopped.stop().kind()).isEqualTo(Stop.Kind.DRIFTED);
              assertThat(stopped.stop().text()).contains("cut short");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p class=none>Nothing today</p>                  | empty
          <div class=card>New design</div>                 | drifted
          <form id=challenge-form></form>                  | blocked
          <form class=login></form>                        | login-required
          <p class=closed>We have closed</p>               | gone
          <table><tr data-id=1><td class=title>a</table>   | items
          """)
  void marksDecide(String body, String outcome) {
    assertThat(html(TABLE, "<!doctype html><html><body>" + body).outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "401,login-required",
    "403,blocked",
    "404,gone",
    "410,gone",
    "429,rate-limited",
    "500,drifted"
  })
  void statusesThatAreNoContent(int status, String outcome) {
    Extraction extraction =
        Extractor.extract(
            JSON,
            new PageKind.Listing(),
            ParsedPage.of(
                Pages.answer(
                    "https://mill.example/",
                    status,
                    "text/html",
                    "<html><body>x".getBytes(StandardCharsets.UTF_8))));
    assertThat(extraction.outcome()).isEqualTo(outcome);
  }

  @Test
  void elementsAreReadWhereTheyStand() {
    Extraction.Items items =
        items(
            html(
                TABLE,
                """
                <!doctype html><html><head><base href="https://cdn.example/x/"></head><body><h1>Mill</h1>
                <table><tr data-id=1><td class=title>Sort <b>cards</b><br>today</td><td><a href="?id=1">go</a></td></tr>
                </table>"""));
    JobPosting job = (JobPosting) items.items().getFirst();
    assertThat(job.title()).isEqualTo("Sort cards today");
    assertThat(job.url()).isEqualTo("https://cdn.example/x/?id=1");
    assertThat(job.hiringOrganization().name()).isEqualTo("Mill");
  }

  @Test
  void feedsSurviveTheirUsualDefects() {
    Extraction.Items items =
        items(
            xml(
                FEED,
                "\n\n<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><guid>1</guid>"
                    + "<title>Q&A – für alle&nbsp;</title><link>https://mill.example/1?a=1&b=2</link></item></channel></rss>"));
    JobPosting job = (JobPosting) items.items().getFirst();
    assertThat(job.title()).isEqualTo("Q&A – für alle");
    assertThat(job.url()).isEqualTo("https://mill.example/1?a=1&b=2");
  }

  @Test
  void aRowThatOnlyItsLinkIdentifiesStaysTheSameWhoeverSentTheVisitor() {
    String item =
        "<rss><channel><item><title>Sort</title><link>https://mill.example/t?utm_id=%d&amp;n=1</link></item></channel></rss>";
    assertThat(items(xml(FEED, item.formatted(1))).items().getFirst().id())
        .isEqualTo(items(xml(FEED, item.formatted(2))).items().getFirst().id())
        .endsWith("https://mill.example/t?n=1");
  }

  @Test
  void anEmptyFeedIsProofAndAnotherOneIsNot() {
    assertThat(xml(FEED, "<rss><channel><title>x</title></channel></rss>").outcome())
        .isEqualTo("empty");
    assertThat(xml(FEED, "<feed><entry><id>1</id></entry></feed>").outcome()).isEqualTo("drifted");
  }

  @ParameterizedTest
  @CsvSource({"12,items", "13,drifted"})
  void rowsThatNestWithoutEndAreNoRows(int deep, String outcome) {
    String feed =
        "<rss><channel>"
            + "<item><guid>1</guid><title>Sort cards</title>".repeat(deep)
            + "</item>".repeat(deep)
            + "</channel></rss>";
    assertThat(xml(FEED, feed).outcome()).isEqualTo(outcome);
  }

  @Test
  void anEntryThatIsNotClosedIsRefusedByItselfAndTheOthersAreRead() {
    String feed =
        "<rss><channel><item><guid>1</guid><title>Sort cards</title></item>"
            + "<item><guid>2</guid><title>Name birds</title>"
            + "<item><guid>3</guid><title>Count boats</title></item></item></channel></rss>";
    Extraction.Items items = items(xml(FEED, feed));
    assertThat(items.items())
        .extracting(item -> ((JobPosting) item).title())
        .containsExactly("Sort cards", "Count boats");
    assertThat(items.rejected())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.row()).isEqualTo(1);
              assertThat(each.reason()).startsWith("not closed");
            });
  }

  @ParameterizedTest
  @CsvSource({"100,items", "600,drifted"})
  void whatIsTooDeepWithinALinkBreaksNothing(int deep, String outcome) {
    String page =
        "<!doctype html><table><tr data-id=1><td class=title>Sort cards</table>"
            + "<table><td><p><a href=x><strong>"
            + "<div>".repeat(deep)
            + "more";
    assertThat(html(TABLE, page).outcome()).isEqualTo(outcome);
  }

  @Test
  void externalEntitiesAreNeverRead() {
    Extraction.Items items =
        items(
            xml(
                FEED,
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                    + "<rss><channel><item><guid>1</guid><title>a &x; b</title></item></channel></rss>"));
    assertThat(((JobPosting) items.items().getFirst()).title()).doesNotContain("root:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "utf-8", ""})
  void bytesWeighMoreThanTheirDeclaration(String declared) {
    byte[] body =
        "{\"jobs\": [{\"id\": 1, \"title\": \"Übersetzen – ñandú\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    String type = declared.isEmpty() ? "application/json" : "application/json; charset=" + declared;
    Extraction extraction =
        Extractor.extract(
            JSON,
            new PageKind.Listing(),
            ParsedPage.of(Pages.answer("https://mill.example/", 200, type, body)));
    assertThat(job(extraction).title()).isEqualTo("Übersetzen – ñandú");
  }

  @Test
  void windows1252IsTheLastResort() {
    byte[] body =
        "{\"jobs\": [{\"id\": 1, \"title\": \"Übersetzen für Köln\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    Extraction extraction =
        Extractor.extract(
            JSON,
            new PageKind.Listing(),
            ParsedPage.of(Pages.answer("https://mill.example/", 200, "application/json", body)));
    assertThat(job(extraction).title()).isEqualTo("Übersetzen für Köln");
    assertThat(items(extraction).notes()).isNotEmpty();
  }

  @Test
  void rowsAreLeftOutOnPurposeAndCounted() {
    SourceDefinition source =
        source(
            """
            rows: /jobs
            skip-rows: 1
            leave-out: [{field: title, matches: '(?i)^\\[for hire\\]'}, {field: _flair, is: Offer}]
            once: identifier
            fields:
              _flair: {json: /flair, optional: true}
              identifier: {json: /id}
              title: {json: /title}
              jobLocation: {json: /city}
            """);
    Extraction.Items items =
        items(
            json(
                source,
                """
                {"jobs": [{"legal": "link back"}, {"id": 1, "title": "[For Hire] me", "city": "x"},
                  {"id": 2, "title": "a", "flair": "offer", "city": "x"}, {"id": 3, "title": "b", "city": "Lagos"},
                  {"id": 3, "title": "b", "city": "Nairobi"}]}"""));
    assertThat(items.leftOut()).isEqualTo(2);
    assertThat(items.items()).hasSize(1);
    assertThat(((JobPosting) items.items().getFirst()).jobLocation()).isEqualTo("Lagos; Nairobi");
    assertThat(json(source, "{\"jobs\": [{\"legal\": \"x\"}]}").outcome()).isEqualTo("empty");
  }

  @Test
  void payInParts() {
    SourceDefinition source =
        source(
            """
            rows: /
            fields:
              identifier: {json: /id}
              title: {value: x}
              baseSalary:
                money:
                  min: /min
                  max: {json: /max}
                  currency: /cur
                  per: {json: /type, map: {hourly: HOUR, fixed: PROJECT}}
                  infer-unit: true
                optional: true
            """);
    List<JobPosting> jobs =
        items(
                json(
                    source,
                    """
                    [{"id": 1, "min": 30, "max": 15.0, "cur": "USD", "type": "hourly"},
                     {"id": 2, "min": "1,200", "max": "1,200.50", "cur": "EUR", "type": "fixed"},
                     {"id": 3, "min": 0, "max": "0.00", "cur": "USD", "type": "hourly"},
                     {"id": 4, "min": 90000, "max": 120000, "cur": "USD"},
                     {"id": 5, "min": 1e999999, "max": null, "cur": "USD"},
                     {"id": 6, "min": "Negotiable", "max": "", "cur": "USD"}]"""))
            .items()
            .stream()
            .map(JobPosting.class::cast)
            .toList();
    assertThat(jobs.get(0).baseSalary().minValue()).isEqualTo(new BigDecimal("15"));
    assertThat(jobs.get(0).baseSalary().maxValue()).isEqualTo(new BigDecimal("30"));
    assertThat(jobs.get(0).baseSalary().unitText()).isEqualTo(UnitText.HOUR);
    assertThat(jobs.get(1).baseSalary().unitText()).isEqualTo(UnitText.PROJECT);
    assertThat(jobs.get(1).baseSalary().maxValue()).isEqualTo(new BigDecimal("1200.50"));
    assertThat(jobs.get(2).baseSalary()).isNull();
    assertThat(jobs.get(3).baseSalary().unitText()).isEqualTo(UnitText.YEAR);
    assertThat(jobs.get(3).baseSalary().inferred()).isTrue();
    assertThat(jobs.get(4).baseSalary()).isNull();
    assertThat(jobs.get(5).baseSalary()).isNull();
  }

  @Test
  void theFirstShapeThatFitsReadsThePage() {
    SourceDefinition source =
        source(
            """
            format: xml
            rows: entry
            fields: {identifier: {css: id}, title: {css: title}}
            also:
              - rows: /data/children/*/data
                fields: {identifier: {json: /id}, title: {json: /title}}
            """);
    assertThat(
            job(xml(source, "<feed><entry><id>1</id><title>feed</title></entry></feed>")).title())
        .isEqualTo("feed");
    String listing =
        "{\"data\": {\"children\": [{\"data\": {\"id\": \"1\", \"title\": \"json\"}}]}}";
    assertThat(job(json(source, listing)).title()).isEqualTo("json");
    assertThat(json(source, "{\"data\": {\"children\": []}}").outcome()).isEqualTo("empty");
  }

  @Test
  void jsonInsideAPage() {
    SourceDefinition source =
        source(
            """
            embedded: {css: "[data-props]", attr: data-props}
            rows: /tasks
            fields: {identifier: {json: /id}, title: {json: /name}}
            """);
    String page =
        "<!doctype html><html><body><div data-props='{&quot;tasks&quot;:[{&quot;id&quot;:1,&quot;name&quot;:&quot;a&quot;}]}'>";
    assertThat(job(html(source, page)).title()).isEqualTo("a");
    assertThat(html(source, "<!doctype html><html><body>").outcome()).isEqualTo("drifted");
  }
}
