package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.posting.JobPosting;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;

/** How a listing goes on, and to the pages of its rows. */
class PagingTest {
  private static final String TWO =
      "{\"n\": 5, \"none\": false, \"c\": \"a b\", \"next\": \"/jobs?p=2\", \"jobs\": [{\"id\": 1}, {\"id\": 2}]}";

  private static SourceDefinition source(String url, String pages) {
    return Pages.source(
        """
        url: "https://mill.example/jobs%s"
        pages: %s
        rows: /jobs
        fields: {identifier: {json: /id}, title: {value: x}}
        """
            .formatted(url, pages));
  }

  private static Optional<String> next(
      SourceDefinition source, String label, String url, String link) {
    return next(source, label, url, Map.of("link", link));
  }

  private static Optional<String> next(
      SourceDefinition source, String label, String url, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("content-type", "application/json");
    Response response =
        new Response(URI.create(url), 200, all, TWO.getBytes(StandardCharsets.UTF_8), Pages.AT);
    return Pages.items(
            Extractor.extract(source, PageKind.of(label).orElseThrow(), ParsedPage.of(response)))
        .next()
        .map(PageRequest::url)
        .map(URI::toString);
  }

  @Test
  void byNumber() {
    SourceDefinition source = source("?p={page}", "{first: 0, last: 2}");
    assertThat(next(source, "listing", "https://mill.example/jobs?p=0", ""))
        .contains("https://mill.example/jobs?p=1");
    assertThat(next(source, "listing", "https://mill.example/jobs?p=1", ""))
        .contains("https://mill.example/jobs?p=2");
    assertThat(next(source, "listing 3", "https://mill.example/jobs?p=2", "")).isEmpty();
    SourceDefinition sized = source("?p={page}&n={size}", "{first: 1, last: 9, size: 3}");
    assertThat(next(sized, "listing", "https://mill.example/jobs?p=1&n=3", ""))
        .as("a short page")
        .isEmpty();
  }

  @Test
  void byNumberToTheEndThatTheAnswerTells() {
    String here = "https://mill.example/jobs?p=";
    SourceDefinition told = source("?p={page}", "{first: 1, last: 9, of: /n}");
    assertThat(next(told, "listing 4", here + 4, "")).contains(here + 5);
    assertThat(next(told, "listing 5", here + 5, "")).isEmpty();
    SourceDefinition header = source("?p={page}", "{first: 1, last: 9, of: X-Pages}");
    assertThat(next(header, "listing", here + 1, "")).as("it says nothing").contains(here + 2);
    assertThat(next(header, "listing", here + 1, Map.of("x-pages", "2"))).contains(here + 2);
    assertThat(next(header, "listing 2", here + 2, Map.of("x-pages", "2"))).isEmpty();
    SourceDefinition sized = source("?p={page}&n={size}", "{first: 1, last: 9, size: 50, of: /n}");
    assertThat(next(sized, "listing", here + "1&n=50", ""))
        .as("a short page is not the last where the answer counts them")
        .contains(here + "2&n=50");
    SourceDefinition more = source("?p={page}", "{first: 1, last: 9, more: /more}");
    assertThat(next(more, "listing", here + 1, "")).as("it says nothing").contains(here + 2);
    SourceDefinition none = source("?p={page}", "{first: 1, last: 9, more: /none}");
    assertThat(next(none, "listing", here + 1, "")).isEmpty();
  }

  @Test
  void pastTheEnd() {
    SourceDefinition source = source("?p={page}", "{first: 1, last: 9, end-status: [400, 404]}");
    String refusal = "{\"code\": \"invalid_page\", \"message\": \"No such page.\"}";
    assertThat(status(source, "listing 2", 400, refusal).outcome()).isEqualTo("empty");
    assertThat(status(source, "listing 2", 404, refusal).outcome()).isEqualTo("empty");
    assertThat(status(source, "listing", 400, refusal).outcome()).isNotEqualTo("empty");
    assertThat(status(source, "listing 2", 403, refusal).outcome()).isEqualTo("blocked");
  }

  private static Extraction status(SourceDefinition source, String label, int status, String body) {
    return Extractor.extract(
        source,
        PageKind.of(label).orElseThrow(),
        ParsedPage.of(
            Pages.answer(
                "https://mill.example/jobs?p=2",
                status,
                "application/json",
                body.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void byOffset() {
    SourceDefinition source = source("?o={offset}", "{offset: 0, size: 2, last: 9, total: /n}");
    assertThat(next(source, "listing 2", "https://mill.example/jobs?o=2", ""))
        .contains("https://mill.example/jobs?o=4");
    assertThat(next(source, "listing 3", "https://mill.example/jobs?o=4", "")).isEmpty();
  }

  @Test
  void byCursorLinkAndHeader() {
    String here = "https://mill.example/jobs";
    assertThat(next(source("?c={cursor}", "{cursor: /c, last: 3}"), "listing", here, ""))
        .contains("https://mill.example/jobs?c=a%20b");
    assertThat(
            next(source("?c={cursor}", "{cursor: /c, last: 3, more: /none}"), "listing", here, ""))
        .isEmpty();
    SourceDefinition started = source("?c={cursor}", "{cursor: /c, start: 0, last: 3}");
    assertThat(Requests.first(started, Set.of(), Pages.AT).orElseThrow().url())
        .hasToString("https://mill.example/jobs?c=0");
    assertThat(next(source("?c={cursor}", "{cursor: /nothing, last: 3}"), "listing", here, ""))
        .isEmpty();
    assertThat(next(source("", "{next: /next, last: 3}"), "listing", here, ""))
        .contains("https://mill.example/jobs?p=2");
    String header =
        "<https://mill.example/jobs?p=1>; rel=\"prev\", <https://mill.example/jobs?p=3>; rel=\"next\"";
    assertThat(next(source("", "{link-header: next, last: 3}"), "listing 2", here, header))
        .contains("https://mill.example/jobs?p=3");
    assertThat(next(source("", "{link-header: next, last: 2}"), "listing 2", here, header))
        .isEmpty();
  }

  @Test
  void eachRowsOwnPageIsAskedForAndLaidOverIt() {
    SourceDefinition source =
        Pages.source(
            "JobPosting",
            """
            rows: /jobs
            fields: {identifier: {json: /id}, title: {json: /title}, _key: {json: /key}}
            """,
            """
            detail:
              url: https://mill.example/jobs/{row:identifier}?k={row:_key}
              format: json
              fields:
                description: {json: /body}
                jobLocation: {json: /city}
            """);
    Extraction.Items items =
        Pages.items(
            Pages.json(source, "{\"jobs\": [{\"id\": 7, \"title\": \"Sort\", \"key\": \"x y\"}]}"));
    PageRequest detail = items.details().get("mill:7");
    assertThat(detail.url()).hasToString("https://mill.example/jobs/7?k=x%20y");
    assertThat(detail.page()).isEqualTo(new PageKind.Detail());
    Extraction own =
        Extractor.extract(
            source,
            new PageKind.Detail(),
            ParsedPage.of(
                Pages.answer(
                    "application/json",
                    "{\"body\": \"<p>Sort cards.</p>\", \"city\": \"Lagos\"}")));
    JobPosting merged =
        (JobPosting)
            Extractor.mergeDetail(items.items().getFirst(), Pages.items(own).items().getFirst());
    assertThat(merged.id()).isEqualTo("mill:7");
    assertThat(merged.title()).isEqualTo("Sort");
    assertThat(merged.description()).isEqualTo("Sort cards.");
    assertThat(merged.jobLocation()).isEqualTo("Lagos");
  }
}
