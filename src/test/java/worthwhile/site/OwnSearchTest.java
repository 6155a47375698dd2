package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.TaskKind;

/** The search page goes by what its browser remembers, and links back to a worker's own search. */
class OwnSearchTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
    List<Posting> others = new ArrayList<>();
    for (int i = 0; i < 8; i++)
      others.add(
          FlatPosting.of(TestPostings.plain(101 + i * 6))
              .title((i < 3 ? "Interview " : "Gardener ") + i)
              .kind(i < 3 ? TaskKind.INTERVIEW : TaskKind.JOB)
              .build());
    fixture.add(others);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static HttpResponse<String> get(String path, String cookie, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Cookie";
    all[headers.length + 1] = cookie;
    return fixture.get(path, all);
  }

  private static Document page(String path, String cookie) {
    HttpResponse<String> answer = get(path, cookie);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static String total(Document page) {
    return page.selectFirst("#status h2").text();
  }

  @Test
  void whatAnAddressSaysIsRememberedAndAppliedToTheNext() {
    HttpResponse<String> first = fixture.get("/?country=IN&floor=150%20KES&kind=micro-task");
    List<String> cookies = first.headers().allValues("Set-Cookie");
    assertThat(cookies).hasSize(1);
    assertThat(cookies.getFirst())
        .startsWith("me=country:IN&floor:150-KES&kind:micro-task; Path=/; SameSite=Lax; Max-Age=")
        .doesNotContain("HttpOnly");
    String cookie = cookies.getFirst().split(";")[0];

    Document next = page("/", cookie);
    assertThat(next.select(".remembered .parts span").eachText())
        .containsExactly("India", "≥ 150 KES/h", "micro-tasks");
    assertThat(total(next)).isEqualTo(total(page("/?country=IN", "x=y")));
    assertThat(next.selectFirst("#country option[selected]").val()).isEqualTo("IN");
    assertThat(next.select("li.row").text()).contains("KES an hour");
    assertThat(next.select(".chips")).isEmpty();
    assertThat(get("/", cookie).headers().allValues("Set-Cookie"))
        .noneMatch(again -> again.startsWith("me="));
  }

  @Test
  void theAddressWins() {
    String kenya = "me=country:US&kind:job";
    assertThat(total(page("/", kenya))).isEqualTo(total(page("/?country=US&kind=job", "x=y")));
    assertThat(total(page("/?country=IN&kind=micro-task", kenya)))
        .isEqualTo(total(page("/?country=IN", "x=y")));
    Document anywhere = page("/?country=any", kenya);
    assertThat(total(anywhere)).isEqualTo(total(page("/?kind=job", "x=y")));
    assertThat(anywhere.select(".remembered").text()).doesNotContain("United States");
  }

  @Test
  void aLinkOfAnotherSiteIsFollowedButNotRemembered() {
    HttpResponse<String> answer =
        get("/?country=US", "me=country:IN", "Sec-Fetch-Site", "cross-site");
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("me="));
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select(".remembered").text()).contains("India");
    assertThat(page.selectFirst("#country option[selected]").val()).isEqualTo("US");
    assertThat(page.select(".chips a").eachAttr("href")).containsExactly("/?country=any");
  }

  @Test
  void oneBrowsersPageIsNeverAnothers() {
    HttpResponse<String> plain = fixture.get("/");
    String tag = plain.headers().firstValue("ETag").orElseThrow();
    assertThat(plain.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
    assertThat(plain.headers().firstValue("Vary").orElseThrow()).contains("Cookie");
    assertThat(fixture.get("/", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get("/", "me=country:IN", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void theFloorOfFormerDaysIsCarriedOver() {
    HttpResponse<String> answer = get("/", "floor=US-CA");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("me=floor:US-CA;"))
        .anyMatch(cookie -> cookie.startsWith("floor=; ") && cookie.contains("Max-Age=0"));
    assertThat(answer.body()).contains("above your minimum wage of $16.90");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "me=",
        "me=country:ZZ&kind:rest",
        "me=<script>alert(1)</script>",
        "me=country:KE\"; me=country:\\",
        "me=floor:9999999999-KES",
        "me=currency:QQQ",
        "me=%00%0d%0a",
        "me; ;;=;,"
      })
  void aBadCookieBreaksNoPage(String cookie) {
    for (String path : List.of("/", "/me", "/tasks/shelf-tasks:task-3", "/platforms"))
      assertThat(get(path, cookie).statusCode()).as(path + " " + cookie).isEqualTo(200);
  }

  @Test
  void programsAndFeedsDoNotGoByIt() {
    String cookie = "me=country:US&kind:job&floor:150-KES";
    for (String path : List.of("/api/v1/postings?size=3", "/api/v1/postings/feed.json"))
      assertThat(get(path, cookie).body().replaceAll("\"took_ms\":[0-9.]+", ""))
          .isEqualTo(fixture.get(path).body().replaceAll("\"took_ms\":[0-9.]+", ""));
  }

  @Test
  void itCanBeReadChangedAndForgotten() {
    Document me = page("/me?back=q%3Dbatch", "me=country:IN&floor:150-KES&currency:INR&kind:job");
    assertThat(me.selectFirst("#country option[selected]").text()).isEqualTo("India");
    assertThat(me.selectFirst("#floor").val()).isEqualTo("150 KES");
    assertThat(me.selectFirst("#currency").val()).isEqualTo("INR");
    assertThat(me.select("input[name=kind][checked]").eachAttr("value")).containsExactly("job");
    assertThat(me.selectFirst("input[name=back]").val()).isEqualTo("q=batch");

    HttpResponse<String> kept = form("/me", "back=q%3Dbatch&country=DE&floor=9%2C50+EUR&kind=");
    assertThat(kept.statusCode()).isEqualTo(303);
    assertThat(kept.headers().firstValue("Location")).hasValue("/?q=batch");
    assertThat(kept.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("me=country:DE&floor:9.50-EUR;");

    HttpResponse<String> wrong = form("/me", "country=DE&floor=plenty");
    assertThat(wrong.statusCode()).isEqualTo(400);
    Document again = Jsoup.parse(wrong.body());
    assertThat(again.select("[role=alert]").text()).contains("What you need an hour", "plenty");
    assertThat(again.selectFirst("#floor").attr("aria-invalid")).isEqualTo("true");
    assertThat(again.selectFirst("#country option[selected]").val()).isEqualTo("DE");

    HttpResponse<String> gone = form("/me/forget", "", "Cookie", "me=country:DE");
    assertThat(gone.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("me=; ")
        .contains("Max-Age=0");
  }

  private static HttpResponse<String> form(String path, String body, String... headers) {
    var request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(fixture.site.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) request.headers(headers);
    try {
      return fixture.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsLeftOfAnHourOrdersTheListMostFirst() {
    List<BigDecimal> shown =
        page("/?size=100&sort=hourly", "x=y").select("li.row .hero").eachText().stream()
            .filter(text -> text.endsWith("/h"))
            .map(text -> new BigDecimal(text.replaceAll("[^0-9.]", "")))
            .toList();
    assertThat(shown).hasSizeGreaterThan(20).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(fixture.json("/api/v1/postings?size=1").at("/items/0/title").asString())
        .as("programs get the newest, as ever")
        .isEqualTo("Zürich street names");
  }

  @Test
  void kindsOfWorkStandApart() {
    Document page = page("/", "x=y");
    assertThat(page.select(".strip > *").eachText())
        .containsExactly("Micro-tasks 60", "Interviews 3", "Projects 0", "Jobs 5");
    assertThat(page.selectFirst(".strip [aria-current]").text()).startsWith("Micro-tasks");
    assertThat(total(page)).startsWith("60 tasks");
    Document jobs = page(page.select(".strip a").last().attr("href"), "x=y");
    assertThat(total(jobs)).isEqualTo("5 tasks");
    assertThat(jobs.select(".strip a").first().attr("href")).isEqualTo("/?kind=micro-task");
  }

  @Test
  void whereTheUsualKindHasNothingOthersAreShown() {
    Document page = page("/?q=gardener", "x=y");
    assertThat(total(page)).isEqualTo("5 tasks");
    assertThat(page.select(".suggestion").text()).contains("what other kinds have");
    assertThat(total(page("/?q=gardener&kind=micro-task", "x=y"))).isEqualTo("0 tasks");
  }

  @Test
  void theLinkBackLeadsToHerOwnSearch() {
    Document list = page("/?q=batch&country=US&page=2", "x=y");
    String task = list.selectFirst("li.row h3 a").attr("href");
    Document page = page(task, "x=y");
    assertThat(page.selectFirst(".crumb a").attr("href")).isEqualTo("/?q=batch&country=US&page=2");
    String requester = page.selectFirst(".by a").attr("href");
    assertThat(page(requester, "x=y").selectFirst(".crumb a").attr("href"))
        .isEqualTo("/?q=batch&country=US&page=2");
    assertThat(page("/", "x=y").selectFirst("li.row h3 a").attr("href")).doesNotContain("?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https%3A%2F%2Fevil.example",
        "%2F%2Fevil.example",
        "q%3Dx%0d%0aSet-Cookie%3A+a%3Db%26colour%3Dred",
        "javascript%3Aalert(1)",
        "country%3DNarnia",
        "page%3D%25zz",
        "%5C%5Cevil.example%3Fq%3Dx",
        ""
      })
  void noLinkBackLeadsElsewhere(String back) {
    HttpResponse<String> answer = fixture.get("/tasks/shelf-tasks:task-3?back=" + back);
    assertThat(Jsoup.parse(answer.body()).selectFirst(".crumb a").attr("href")).isEqualTo("/");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    HttpResponse<String> kept = form("/me", "country=DE&back=" + back);
    assertThat(kept.headers().firstValue("Location")).hasValue("/");
  }

  @Test
  void markupInALinkBackStaysText() {
    Document page =
        page("/tasks/shelf-tasks:task-3?back=q%3D%2522%253E%253Cscript%253Ealert(1)", "x=y");
    assertThat(page.select("script:not([src]):not([type])")).isEmpty();
    assertThat(page.selectFirst(".crumb a").attr("href"))
        .isEqualTo("/?q=%22%3E%3Cscript%3Ealert%281%29");
  }

  @Test
  void mistakesNameTheFieldAsItsReaderKnowsIt() {
    Document page = Jsoup.parse(fixture.get("/?min_hourly=lots").body());
    assertThat(page.select("[role=alert] li a").text()).isEqualTo("At least, per hour");
    assertThat(page.selectFirst("[role=alert] li a").attr("href")).isEqualTo("#min_hourly");
    assertThat(page.selectFirst("#min_hourly").attr("aria-invalid")).isEqualTo("true");
  }

  @Test
  void aPageFarBeyondTheEndLeadsToTheLast() {
    Document page = page("/?page=999", "x=y");
    assertThat(page.select(".notice a").eachAttr("href")).contains("/?page=3");
    assertThat(fixture.get("/?page=0").statusCode()).isEqualTo(400);
    assertThat(fixture.get("/api/v1/postings?page=999").statusCode()).isEqualTo(400);
  }

  @Test
  void aWrongAddressLeadsOn() {
    Document page = Jsoup.parse(fixture.get("/nowhere").body());
    assertThat(page.select("form[role=search] input[name=q]")).hasSize(1);
    for (String name : List.of("sign-in", "sign-up"))
      assertThat(fixture.get("/" + name).headers().firstValue("Location"))
          .hasValue("/account/" + name);
  }
}
