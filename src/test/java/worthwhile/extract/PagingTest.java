package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import worthwhile.fetch.Response;
import worthwhile.posting.JobPosting;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;

/** How a listing goes on, and to the pages of its rows. */
class PagingTest {
  private static final String TWO =
      "{\"n\": 5, \"c\": \"a b\", \"next\": \"/jobs?p=2\", \"jobs\": [{\"id\": 1}, {\"id\": 2}]}";

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
    Response response =
        new Response(
            URI.create(url),
            200,
            Map.of("content-type", "application/json", "link", link),
            TWO.getBytes(StandardCharsets.UTF_8),
            Pages.AT);
    return Pages.items(Extractor.extract(source, label, response))
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
    assertThat(next(source("?c={cursor}", "{cursor: /none, last: 3}"), "listing", here, ""))
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
    assertThat(detail.page()).isEqualTo("detail");
    Extraction own =
        Extractor.extract(
            source,
            "detail",
            Pages.answer(
                "application/json", "{\"body\": \"<p>Sort cards.</p>\", \"city\": \"Lagos\"}"));
    JobPosting merged =
        (JobPosting)
            Extractor.mergeDetail(items.items().getFirst(), Pages.items(own).items().getFirst());
    assertThat(merged.id()).isEqualTo("mill:7");
    assertThat(merged.title()).isEqualTo("Sort");
    assertThat(merged.description()).isEqualTo("Sort cards.");
    assertThat(merged.jobLocation()).isEqualTo("Lagos");
  }
}
