package worthwhile.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.SiteSettingsBuilder;

/**
 * What no request can make: a long header, a long page, a link that lies, a look at the figures.
 */
class BoundsTest {
  private static final List<String> SEARCHES =
      List.of("/", "/api/v1/postings", "/api/v1/postings/feed.atom", "/api/v1/postings/feed.json");

  private static final String TOKEN = "a-token-of-the-operator";

  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.filled(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Test
  void wordsOfMoreThan300CharactersAreRefusedWithTheBound() {
    for (String path : SEARCHES) {
      HttpResponse<String> refused = fixture.get(path + "?q=" + encoded("(".repeat(301)));
      assertThat(refused.statusCode()).as(path).isEqualTo(400);
      assertThat(refused.body()).as(path).contains("at most 300 characters");
      for (String longest : List.of("(".repeat(300), "翻".repeat(300), "a ".repeat(150)))
        assertThat(fixture.get(path + "?q=" + encoded(longest)).statusCode()).isEqualTo(200);
    }
    for (String name : List.of("platform", "category", "requester", "exclude"))
      assertThat(fixture.get("/api/v1/postings?" + name + "=" + "x".repeat(301)).body())
          .contains("\"parameter\":\"" + name + "\"")
          .contains("at most 300 characters");
    assertThat(fixture.get("/platforms?q=" + "x".repeat(301)).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsAskedForInSumIsBoundedToo() {
    String many =
        IntStream.range(0, 51).mapToObj(i -> "platform=p" + i).collect(Collectors.joining("&"));
    String wide = "q=" + encoded("翻".repeat(300)) + "&requester=" + encoded("訳".repeat(300));
    for (String path : SEARCHES) {
      assertThat(fixture.get(path + "?" + many).body()).contains("at most 50 values");
      HttpResponse<String> refused = fixture.get(path + "?" + wide);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("at most 3000 characters in all parameters");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "翻", "\"", "<"})
  void theLongestSearchHasPagesAndHeadersThatPass(String letter) {
    String words = encoded(letter.repeat(299) + "*");
    String excluded =
        IntStream.range(0, 20).mapToObj(i -> "&exclude=e" + i).collect(Collectors.joining());
    String parameters = "?size=1&page=2&q=" + (words.length() > 2_800 ? "a" : words) + excluded;
    HttpResponse<String> call = fixture.get("/api/v1/postings" + parameters);
    assertThat(call.statusCode()).isEqualTo(200);
    assertThat(call.headers().map().toString().length()).isLessThan(6_000);
    HttpResponse<String> page = fixture.get("/" + parameters);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(packed(page.body())).isLessThan(40_000);
  }

  @Test
  void whereToGoNextIsToldOfALongSearchToo() {
    String link =
        fixture
            .get("/api/v1/postings?size=1&page=2&exclude=" + encoded("翻".repeat(299)))
            .headers()
            .firstValue("Link")
            .orElseThrow();
    assertThat(link).contains("rel=\"next\"").doesNotContain("rel=\"last\"");
    assertThat(link.length()).isLessThan(3_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x%d=y", "country=%d", "kind=%d", "sort=%d"})
  void manyMistakesMakeNoLongAnswer(String mistake) {
    String all =
        IntStream.range(100, 600)
            .mapToObj(i -> mistake.formatted(i))
            .collect(Collectors.joining("&"));
    for (String path : List.of("/", "/platforms", "/api/v1/postings", "/api/v1/sources")) {
      HttpResponse<String> refused = fixture.get(path + "?" + all + "1");
      assertThat(refused.statusCode()).as(path).isEqualTo(400);
      assertThat(packed(refused.body())).as(path).isLessThan(40_000);
      assertThat(refused.body().split("allowed", -1).length).as(path).isLessThan(70);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/?sort=&q=", "/platforms?kind=&q=", "/account?next=", "/account/tokens?x="})
  void noAddressIsTooLongToBeLedOnFrom(String path) throws IOException {
    assertThat(fixture.raw("GET " + path + "(".repeat(6_000) + " HTTP/1.1"))
        .doesNotStartWith("HTTP/1.1 5");
    SiteSettings open =
        SiteSettingsBuilder.builder(SiteSettings.local("1"))
            .baseUrl(Optional.of("https://tasks.example"))
            .build();
    try (SiteFixture others = SiteFixture.empty(folder.resolve("o" + path.hashCode()), open)) {
      assertThat(others.raw("GET " + path + "(".repeat(6_000) + " HTTP/1.1"))
          .doesNotStartWith("HTTP/1.1 5");
    }
  }

  @Test
  void anInstanceThatIsReachedByHttpsSaysThatItStaysSo(@TempDir Path other) throws IOException {
    SiteSettings https =
        SiteSettingsBuilder.builder(SiteSettings.local("1"))
            .baseUrl(Optional.of("https://tasks.example"))
            .build();
    try (SiteFixture secure = SiteFixture.empty(other, https)) {
      for (String path : List.of("/", "/nowhere", "/api/v1/postings?x=1"))
        assertThat(secure.get(path).headers().firstValue("Strict-Transport-Security"))
            .hasValue("max-age=31536000");
      assertThat(secure.raw("GET /%zz HTTP/1.1")).contains("Strict-Transport-Security");
    }
    assertThat(fixture.get("/").headers().map()).doesNotContainKey("strict-transport-security");
    assertThat(fixture.raw("GET /%zz HTTP/1.1")).doesNotContain("Strict-Transport-Security");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // base-url, trusted proxies, token set, X-Forwarded-For, token sent, status
        "-, -, -, -, -, 200",
        "-, -, -, 203.0.113.9, -, 403",
        "https://t.example, -, -, -, -, 403",
        "https://t.example, 127.0.0.1, -, -, -, 200",
        "https://t.example, 127.0.0.1, -, 203.0.113.9, -, 403",
        "https://t.example, 127.0.0.1, -, 203.0.113.9, a-guess, 403",
        "https://t.example, 127.0.0.1, a-token-of-the-operator, 203.0.113.9, -, 401",
        "https://t.example, 127.0.0.1, a-token-of-the-operator, 203.0.113.9, a-guess, 401",
        "https://t.example, 127.0.0.1, a-token-of-the-operator, 203.0.113.9, a-token-of-the-operator, 200",
        "https://t.example, -, a-token-of-the-operator, -, a-token-of-the-operator, 200",
        "https://t.example, -, a-token-of-the-operator, -, -, 401",
        "-, -, a-token-of-the-operator, -, -, 200",
        "-, -, a-token-of-the-operator, -, a-guess, 401"
      })
  void theFiguresAreForThisMachineOrWhoHasTheToken(
      String baseUrl,
      String proxy,
      String token,
      String from,
      String sent,
      int status,
      @TempDir Path other)
      throws IOException {
    SiteSettings settings =
        SiteSettingsBuilder.builder(SiteSettings.local("1"))
            .baseUrl(Optional.ofNullable(baseUrl))
            .proxies(proxy == null ? Set.of() : Set.of(proxy))
            .metricsToken(Optional.ofNullable(token))
            .build();
    try (SiteFixture site = SiteFixture.empty(other, settings)) {
      String answer =
          site.raw(
              "GET /metrics HTTP/1.1"
                  + (from == null ? "" : "\r\nX-Forwarded-For: " + from)
                  + (sent == null ? "" : "\r\nAuthorization: Bearer " + sent));
      assertThat(answer).startsWith("HTTP/1.1 " + status);
      if (status != 200) assertThat(answer).doesNotContain("worthwhile_").contains("metrics-token");
      assertThat(answer).doesNotContain(TOKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://prolific.com@evil.example/",
        "https://prolific.com:443@evil.example/task",
        "HTTPS:\\\\prolific.com@evil.example/",
        "//prolific.com@evil.example/",
        " https:/prolific.com%2F@evil.example/"
      })
  void anAddressWithUserInformationIsNoLink(String address) {
    Posting lure =
        FlatPosting.builder("shelf-tasks", "shelf-tasks", "lure")
            .description("Feathers of the quetzal.")
            .datePosted(TestPostings.NOW)
            .state(worthwhile.posting.PostingState.OPEN)
            .firstSeen(TestPostings.NOW)
            .lastSeen(TestPostings.NOW)
            .url(address)
            .title("Quetzal feathers counted")
            .hiringOrganization(new worthwhile.posting.Organization("Quetzal", "quetzal", address))
            .build();
    fixture.add(List.of(lure));
    for (String path :
        List.of(
            "/tasks/shelf-tasks:lure",
            "/?q=quetzal",
            "/requesters/shelf-tasks:quetzal",
            "/api/v1/postings/shelf-tasks:lure",
            "/api/v1/postings?q=quetzal",
            "/api/v1/postings/feed.atom?q=quetzal",
            "/api/v1/postings/feed.json?q=quetzal")) {
      String body = fixture.get(path).body();
      assertThat(body).as(path).contains("Quetzal").doesNotContain("evil.example");
    }
    assertThat(
            Jsoup.parse(fixture.get("/tasks/shelf-tasks:lure").body())
                .select("a.button:not([href^=/])"))
        .isEmpty();
  }

  private static int packed(String body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body.getBytes(UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.size();
  }
}
