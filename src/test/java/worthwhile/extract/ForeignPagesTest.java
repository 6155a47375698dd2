package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;

/** Pages and feeds as people really publish them, from a table with the right values. */
class ForeignPagesTest {
  private static final String URL = "https://cases.example/board/list";
  private static final JsonNode TABLE = table();
  private static final SourceDefinition BOARD =
      Pages.source(
          """
          rows: li.job
          fields:
            identifier: {attr: id}
            title: {css: a}
            url: {css: a, attr: href, optional: true}
          """);
  private static final SourceDefinition FEED =
      Pages.source(
          """
          format: xml
          rows: "item, entry"
          fields:
            identifier: {first: [{css: guid}, {css: id}]}
            title: {css: title}
            url: {first: [{css: link, attr: href}, {css: link}]}
          """);
  private static final SourceDefinition DATA =
      Pages.source(
          """
          format: json
          rows: /rows
          fields: {identifier: {json: /id}, title: {json: /t}}
          """);
  private static final SourceDefinition LINKED = postings("json-ld");
  private static final SourceDefinition MICRO = postings("microdata");
  private static final SourceDefinition POSTS =
      Pages.source(
          "DiscussionForumPosting",
          """
          format: json
          rows: /posts
          fields:
            identifier: {json: /id}
            text: {json: /cooked, filters: [{without: "blockquote, .quote, .bbCodeBlock--quote"}, html]}
          """);

  private static SourceDefinition postings(String format) {
    return Pages.source(
        """
        format: %s
        type: JobPosting
        extractor: job-posting
        fields: {}
        """
            .formatted(format));
  }

  private static JsonNode table() {
    try (InputStream in = ForeignPagesTest.class.getResourceAsStream("/reading/pages.json")) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Stream<DynamicTest> each(String kind, java.util.function.Consumer<JsonNode> test) {
    List<JsonNode> rows = List.copyOf(TABLE.get(kind).values());
    return IntStream.range(0, rows.size())
        .mapToObj(
            i -> {
              Executable run = () -> test.accept(rows.get(i));
              return DynamicTest.dynamicTest(kind + " " + i + " " + rows.get(i), run);
            });
  }

  private static Extraction read(
      SourceDefinition source, Map<String, String> headers, byte[] body) {
    Response response = new Response(java.net.URI.create(URL), 200, headers, body, Pages.AT);
    return Extractor.extract(source, new PageKind.Listing(), ParsedPage.of(response));
  }

  private static Extraction read(SourceDefinition source, String type, String body) {
    return read(source, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));
  }

  private static JobPosting board(String head, String href) {
    String quoted = href.replace("\"", "&quot;");
    return Pages.job(
        read(
            BOARD,
            "text/html; charset=utf-8",
            "<!doctype html><html><head>%s</head><body><li class=job id=a><a href=\"%s\">T</a></li>"
                .formatted(head, quoted)));
  }

  private static List<String> from(JsonNode row, int at) {
    return row.values().stream()
        .skip(at)
        .map(each -> each.isNull() ? "absent" : each.stringValue())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> linksAsBrowsersReadThem() {
    return each(
        "links",
        row ->
            assertThat(
                    Objects.requireNonNullElse(board("", row.get(0).stringValue()).url(), "absent"))
                .isIn(from(row, 1)));
  }

  @TestFactory
  Stream<DynamicTest> basesOfPages() {
    return each(
        "bases",
        row ->
            assertThat(board(row.get(0).stringValue(), row.get(1).stringValue()).url())
                .isIn(from(row, 2)));
  }

  @TestFactory
  Stream<DynamicTest> charsetsWhereTheyMayStand() {
    String title = "Übersetzung für Bücher prüfen – größere Sätze übertragen";
    return each(
        "charsets",
        row -> {
          String page =
              "<!doctype html><html><head>%s</head><body><li class=job id=a><a href=/1>%s</a></li>"
                  .formatted(row.get(0).stringValue(), title);
          Map<String, String> headers =
              Map.of("content-type", row.get(1).isNull() ? "text/html" : row.get(1).stringValue());
          byte[] bytes = page.getBytes(Charset.forName(row.get(2).stringValue()));
          assertThat(Pages.job(read(BOARD, headers, bytes)).title()).isEqualTo(title);
        });
  }

  @TestFactory
  Stream<DynamicTest> guardsBeforeData() {
    return each(
        "guards",
        row -> {
          for (String type : List.of("application/json", "text/javascript", "text/html"))
            assertThat(Pages.job(read(DATA, type, row.stringValue())).title()).isEqualTo("Rä");
        });
  }

  @TestFactory
  Stream<DynamicTest> linkedData() {
    return each("linked", row -> posting(LINKED, row));
  }

  @TestFactory
  Stream<DynamicTest> microdata() {
    return each("micro", row -> posting(MICRO, row));
  }

  private static void posting(SourceDefinition source, JsonNode row) {
    String page = "<!doctype html><html><head></head><body>" + row.get(0).stringValue();
    Extraction read = read(source, "text/html; charset=utf-8", page);
    List<Item> items = Pages.items(read).items();
    JobPosting job = (JobPosting) items.getFirst();
    String is =
        switch (row.get(1).stringValue()) {
          case "organization" ->
              job.hiringOrganization() == null ? "absent" : job.hiringOrganization().name();
          case "title" -> job.title();
          case "rows" -> String.valueOf(items.size());
          default -> pay(job.baseSalary());
        };
    assertThat(is).isIn(from(row, 2));
  }

  private static String pay(MonetaryAmount pay) {
    if (pay == null) return "absent";
    String min = pay.minValue().stripTrailingZeros().toPlainString();
    String max = pay.maxValue().stripTrailingZeros().toPlainString();
    return pay.currency() + " " + (min.equals(max) ? min : min + "–" + max) + " " + pay.unitText();
  }

  @TestFactory
  Stream<DynamicTest> feeds() {
    return each(
        "feeds",
        row -> {
          List<Item> items =
              Pages.items(read(FEED, "application/xml", row.get(0).stringValue())).items();
          assertThat(items.stream().map(Item::id).distinct())
              .as("of their own")
              .hasSize(row.get(1).size());
          assertThat(items.stream().map(item -> ((JobPosting) item).url()).toList())
              .containsAll(row.get(1).values().stream().map(JsonNode::stringValue).toList());
        });
  }

  @TestFactory
  Stream<DynamicTest> refusalsThatAnswer200() {
    return each(
        "refused",
        row -> {
          String html =
              "<!doctype html><html><head></head><body>"
                  + row.get(0).stringValue()
                  + "</body></html>";
          String is =
              switch (read(BOARD, "text/html", html)) {
                case Extraction.Items items -> "items";
                case Extraction.Empty empty -> "empty";
                case Extraction.Stopped stopped ->
                    stopped.stop().kind().name().toLowerCase(java.util.Locale.ROOT);
              };
          assertThat(is).isIn(from(row, 1));
        });
  }

  @TestFactory
  Stream<DynamicTest> quotedWords() {
    return each(
        "quotes",
        row -> {
          String json =
              JsonMapper.shared()
                  .writeValueAsString(
                      Map.of(
                          "posts", List.of(Map.of("id", 1, "cooked", row.get(0).stringValue()))));
          DiscussionForumPosting post =
              (DiscussionForumPosting)
                  Pages.items(read(POSTS, "application/json", json)).items().getFirst();
          assertThat(post.text().replace("\n\n", "\n"))
              .isEqualTo(row.get(1).stringValue().replace("\n\n", "\n"));
        });
  }

  @Test
  void whatIdentifiesARowWithoutAnIdIsNeverItsPlace() {
    String a = "<li class=job><a href=/a>First</a></li>";
    String b = "<li class=job><a href=/b>Second</a></li>";
    String c = "<li class=job id=c><a href=/c>Third</a></li>";
    assertThat(ids(a + b + c))
        .containsExactlyInAnyOrder(
            "mill:https://cases.example/a", "mill:https://cases.example/b", "mill:c")
        .containsExactlyInAnyOrderElementsOf(ids(c + b + a));
  }

  @Test
  void oneThingLinkedInTwoWaysKeepsItsOwnId() {
    assertThat(
            ids("<li class=job id=a><a href=/a>T</a></li><li class=job id=a><a href=/b>T</a></li>"))
        .containsOnly("mill:a");
    assertThat(
            ids("<li class=job id=a><a href=/a>T</a></li><li class=job id=a><a href=/a>U</a></li>"))
        .containsOnly("mill:a");
  }

  private static List<String> ids(String rows) {
    Extraction read = read(BOARD, "text/html", "<!doctype html><html><body>" + rows);
    return Pages.items(read).items().stream().map(Item::id).toList();
  }

  @Test
  void anAddressMadeFromTheMissingIdIdentifiesNothing() {
    SourceDefinition source =
        Pages.source(
            """
            format: json
            rows: /rows
            fields:
              identifier: {json: /id}
              _slug: {json: /slug}
              title: {json: /t}
              url: {template: "https://cases.example/{_slug}/{identifier}"}
            """);
    Extraction read =
        read(
            source,
            "application/json",
            "{\"rows\":[{\"slug\":\"x\",\"t\":\"A\"},{\"id\":2,\"slug\":\"y\",\"t\":\"B\"}]}");
    assertThat(Pages.items(read).items()).extracting(Item::id).containsExactly("mill:2");
    assertThat(Pages.items(read).rejected())
        .containsExactly(new Extraction.Rejected(0, "identifier", "missing"));
  }

  @Test
  void termsBeforeARoleMakeNoTermsOfIt() {
    SourceDefinition source =
        Pages.source(
            """
            format: json
            rows: /rows
            extractor: hn-comment
            fields: {identifier: {json: /id}, description: {json: /text}}
            """);
    Map<String, String> titles =
        Map.of(
            "Fern | Remote | Part-time transcriber | $20/hr", "Part-time transcriber",
            "Fern | Contract data labeler | Remote", "Contract data labeler",
            "Fern | Rater | Part-time or contract | Remote", "Rater",
            "Fern | Rater | Full-time (40 hours) | Remote", "Rater",
            "Fern | Rater | Contract to hire | Remote", "Rater");
    titles.forEach(
        (line, title) -> {
          String json =
              JsonMapper.shared()
                  .writeValueAsString(Map.of("rows", List.of(Map.of("id", 1, "text", line))));
          assertThat(Pages.job(read(source, "application/json", json)).title()).isEqualTo(title);
        });
  }
}
