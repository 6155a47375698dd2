package worthwhile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An invented job board on loopback: a JSON interface, a feed and HTML pages, each changeable. */
final class Board implements AutoCloseable {
  record Row(String id, String title, String requester, String pay) {}

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().gzipDisabled(true));

  Board() {
    server.start();
  }

  String mapping() {
    return "%1$s=http://127.0.0.1:%2$d".formatted("board.example", server.port());
  }

  /** Definitions that read the board in its three forms. */
  static Path definitions(Path folder) throws IOException {
    Path board = Files.createDirectories(folder.resolve("board"));
    Files.writeString(
        board.resolve("platform.yml"),
        "id: board\nname: Board\nkind: board\nstatus: open\naccess: public\n");
    Files.writeString(board.resolve("board-json.source.yml"), definition("json", JSON));
    Files.writeString(board.resolve("board-feed.source.yml"), definition("feed", FEED));
    Files.writeString(board.resolve("board-html.source.yml"), definition("html", HTML));
    return folder;
  }

  private static String definition(String form, String listing) {
    return """
        schema: 1
        id: board-%s
        name: Board as %s
        emits: JobPosting
        homepage: https://board.example/
        maintainers: [worthwhile]
        about: {operator: Board, terms: "https://board.example/terms", access: public, official-api: none, checked: 2026-11-01}
        locale: en-US
        timezone: UTC
        fetch: {every: 30m, delay: 5s}
        listing:
        %scontract: {rows: [1, 50], always: [identifier, title, url], tolerate: 3}
        """
        .formatted(form, form, listing.indent(2));
  }

  private static final String JSON =
      """
      url: https://board.example/api/jobs
      format: json
      rows: /jobs
      fields:
        identifier: {json: /id}
        title: {json: /title}
        url: {template: "https://board.example/jobs/{identifier}"}
        hiringOrganization: {json: /requester}
        baseSalary: {json: /pay, money: {currency: USD, per: HOUR}, optional: true}
      """;

  private static final String FEED =
      """
      url: https://board.example/jobs.rss
      format: xml
      rows: channel > item
      fields:
        identifier: {css: guid}
        title: {css: title}
        url: {css: link}
        hiringOrganization: {css: author}
        baseSalary: {css: description, money: {currency: USD, per: HOUR}, optional: true}
      """;

  private static final String HTML =
      """
      url: https://board.example/jobs?page={page}
      pages: {first: 1, last: 5}
      format: html
      rows: li.job
      empty: p.none
      blocked: ["#challenge"]
      fields:
        identifier: {attr: data-id}
        title: {css: a}
        url: {css: a, attr: href}
        hiringOrganization: {css: .by}
        baseSalary: {css: .pay, money: {currency: USD, per: HOUR}, optional: true}
      """;

  /** Shows these rows in all three forms; the HTML has them on two pages. */
  void shows(List<Row> rows) {
    server.resetMappings();
    server.stubFor(
        get(urlPathEqualTo("/robots.txt"))
            .willReturn(
                aResponse().withStatus(200).withBody("User-agent: *\nDisallow: /private\n")));
    answer("/api/jobs", "application/json", json(rows));
    answer("/jobs.rss", "application/rss+xml", feed(rows));
    int half = (rows.size() + 1) / 2;
    page(1, rows.subList(0, half));
    page(2, rows.subList(half, rows.size()));
    page(3, List.of());
  }

  private void page(int number, List<Row> rows) {
    String body = html(rows);
    String tag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
    server.stubFor(
        get(urlPathEqualTo("/jobs"))
            .withQueryParam("page", equalTo(String.valueOf(number)))
            .atPriority(5)
            .willReturn(ok("text/html; charset=utf-8", body, tag)));
    server.stubFor(
        get(urlPathEqualTo("/jobs"))
            .withQueryParam("page", equalTo(String.valueOf(number)))
            .withHeader("If-None-Match", equalTo(tag))
            .atPriority(2)
            .willReturn(aResponse().withStatus(304).withHeader("ETag", tag)));
  }

  /** Shows this above the first page of the HTML form. */
  void announces(String html) {
    String body = html + html(List.of(new Row("1", "Transcribe", "Paper Trail", "$12 per hour")));
    server.stubFor(
        get(urlPathEqualTo("/jobs"))
            .withQueryParam("page", equalTo("1"))
            .atPriority(1)
            .willReturn(ok("text/html; charset=utf-8", body, "\"announced\"")));
  }

  /** One answer with an entity tag, and 304 for whoever has it already. */
  private void answer(String path, String type, String body) {
    String tag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
    server.stubFor(get(urlPathEqualTo(path)).atPriority(5).willReturn(ok(type, body, tag)));
    server.stubFor(
        get(urlPathEqualTo(path))
            .withHeader("If-None-Match", equalTo(tag))
            .atPriority(2)
            .willReturn(aResponse().withStatus(304).withHeader("ETag", tag)));
  }

  private static ResponseDefinitionBuilder ok(String type, String body, String tag) {
    return aResponse()
        .withStatus(200)
        .withHeader("Content-Type", type)
        .withHeader("ETag", tag)
        .withBody(body);
  }

  /** Answers everything but robots.txt with this, until {@link #shows} is called again. */
  void answersOnly(int status, String type, String body) {
    server.resetMappings();
    server.stubFor(
        get(urlPathEqualTo("/robots.txt")).atPriority(1).willReturn(aResponse().withStatus(404)));
    server.stubFor(
        any(anyUrl())
            .atPriority(9)
            .willReturn(
                aResponse().withStatus(status).withHeader("Content-Type", type).withBody(body)));
  }

  /** Stops every page of HTML after this share of it, as a server does that breaks down. */
  void cutsPagesOff(List<Row> rows, double share) {
    String body = html(rows);
    server.stubFor(
        get(urlPathEqualTo("/jobs"))
            .atPriority(1)
            .willReturn(
                ok("text/html", body.substring(0, (int) (body.length() * share)), "\"cut\"")));
  }

  /** Shows the feed in this form instead. */
  void showsFeed(String feed) {
    server.stubFor(
        get(urlPathEqualTo("/jobs.rss"))
            .atPriority(1)
            .willReturn(ok("application/rss+xml", feed, "\"other\"")));
  }

  /** Asks everybody to be left alone for this many seconds. */
  void asksForRest(int seconds) {
    server.stubFor(
        any(urlPathMatching("/[aj].*"))
            .atPriority(1)
            .willReturn(
                aResponse().withStatus(429).withHeader("Retry-After", String.valueOf(seconds))));
  }

  /** Answers only after this time. */
  void isSlow(int milliseconds) {
    server.setGlobalFixedDelay(milliseconds);
  }

  /** Requests that came for a path, robots.txt aside. */
  long requests(String header) {
    return server.getAllServeEvents().stream()
        .filter(event -> !event.getRequest().getUrl().equals("/robots.txt"))
        .filter(event -> header == null || has(event.getRequest(), header))
        .count();
  }

  private static boolean has(LoggedRequest request, String header) {
    return request.getHeaders().all().stream().anyMatch(one -> one.key().equalsIgnoreCase(header));
  }

  void forgetRequests() {
    server.resetRequests();
  }

  private static String json(List<Row> rows) {
    return rows.stream()
        .map(
            r ->
                "{\"id\":\"%s\",\"title\":\"%s\",\"requester\":\"%s\",\"pay\":\"%s\"}"
                    .formatted(r.id(), r.title(), r.requester(), r.pay()))
        .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
  }

  static String feed(List<Row> rows) {
    return rows.stream()
        .map(
            r ->
                "<item><guid>%1$s</guid><title>%2$s</title><link>https://board.example/jobs/%1$s</link><author>%3$s</author><description>%4$s</description></item>"
                    .formatted(r.id(), r.title(), r.requester(), r.pay()))
        .collect(
            Collectors.joining(
                "",
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Board</title>",
                "</channel></rss>"));
  }

  private static String html(List<Row> rows) {
    if (rows.isEmpty()) return "<!doctype html><title>Jobs</title><p class=none>No jobs</p>";
    return rows.stream()
        .map(
            r ->
                "<li class=job data-id=%1$s><a href=/jobs/%1$s>%2$s</a> <span class=by>%3$s</span> <span class=pay>%4$s</span>"
                    .formatted(r.id(), r.title(), r.requester(), r.pay()))
        .collect(Collectors.joining("\n", "<!doctype html><title>Jobs</title><ul>", "</ul>"));
  }

  @Override
  public void close() {
    server.stop();
  }
}
