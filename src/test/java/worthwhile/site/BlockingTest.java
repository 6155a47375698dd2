package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.Assessment;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.PostingState;
import worthwhile.posting.Warning;

/**
 * A requester is blocked with one tap: without an account, without a script, and so that it shows.
 */
class BlockingTest {
  private static final String SHELF_LAB = "shelf-tasks:name:shelf lab";
  private static final String TASK = "/tasks/shelf-tasks:task-0";
  private static final String ALL = "/?size=100";

  @TempDir private static Path folder;
  private static OpenInstance open;

  @BeforeAll
  static void start() {
    open = new OpenInstance(folder);
    List<Posting> postings = new ArrayList<>();
    for (int i = 0; i < 24; i++) postings.add(TestPostings.plain(i));
    postings.add(warnedOf("bad", Warning.Severity.DANGER));
    postings.add(warnedOf("mild", Warning.Severity.NOTE));
    open.fixture.add(postings);
  }

  @AfterAll
  static void stop() {
    open.close();
  }

  private static Posting warnedOf(String id, Warning.Severity severity) {
    Warning warning =
        new Warning("task-scam", severity, null, Warning.By.RULE, TestPostings.NOW, Map.of());
    return FlatPosting.builder("shelf-tasks", "shelf-tasks", id)
        .title("Easy money " + id)
        .url("https://shelf-tasks.example/" + id)
        .hiringOrganization(new Organization("Quick Cash", "q-" + id, null))
        .firstSeen(TestPostings.NOW)
        .lastSeen(TestPostings.NOW)
        .state(PostingState.OPEN)
        .build()
        .with(Assessment.NONE.warned(new BigDecimal("0.1"), List.of(warning), List.of()));
  }

  private static Document page(Person person, String path) {
    HttpResponse<String> answer = person.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(packed(answer.body())).as(path).isLessThan(40_000);
    return Jsoup.parse(answer.body());
  }

  /** Bytes that a browser is sent. */
  private static int packed(String body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.size();
  }

  /** Sends the form of a page whose button has this name, as a browser without scripts does. */
  private static HttpResponse<String> press(Person person, Document page, String button) {
    Element form =
        page.select("form").stream()
            .filter(each -> each.select("button").eachText().contains(button))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no button " + button));
    List<String> fields = new ArrayList<>();
    for (Element input : form.select("input")) {
      fields.add(input.attr("name"));
      fields.add(input.attr("value"));
    }
    return person.post(form.attr("action"), fields.toArray(String[]::new));
  }

  private static Document followed(Person person, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return page(person, answer.headers().firstValue("Location").orElseThrow());
  }

  private static List<String> requesters(Document list) {
    return list.select("li.row").stream().map(Element::text).toList();
  }

  @Test
  void withoutAnAccountHerBrowserLeavesThemOutEverywhere() {
    Person person = open.somebody();
    assertThat(requesters(page(person, ALL))).anyMatch(row -> row.contains("Shelf Lab"));
    Document task = page(person, TASK + "?back=q%3Dbatch");
    Document done = followed(person, press(person, task, "Block this requester"));
    assertThat(done.select("[role=status]").text())
        .contains("Shelf Lab is blocked", "left out of your searches.", "Undo");
    assertThat(done.selectFirst(".crumb a").attr("href")).isEqualTo("/?q=batch");
    assertThat(done.select("#others")).as("more of the same").isEmpty();
    assertThat(done.select("button").eachText()).doesNotContain("Block this requester");
    assertThat(person.cookies.get("me")).isEqualTo("block:shelf-tasks:name:shelf%20lab");

    Document list = page(person, ALL);
    assertThat(list.select("#status").text()).startsWith("24 tasks");
    assertThat(list.select(".remembered .parts span").eachText())
        .containsExactly("1 requester blocked");
    assertThat(list.select(".remembered a").attr("href")).startsWith("/me?");
    assertThat(list.select(".chips")).isEmpty();
    assertThat(list.select("a[href*=without_requester]").eachAttr("href"))
        .as("only what is to go on without this browser names them")
        .allMatch(href -> href.startsWith("/alerts/new") || href.startsWith("/api/"));
    for (Element row : list.select("li.row"))
      assertThat(row.text().contains("Shelf Lab") && row.text().contains("Shelf Tasks")).isFalse();
    assertThat(page(person, ALL + "&without_requester=any").select("#status").text())
        .startsWith("26 tasks");

    Document again = followed(person, press(person, page(person, TASK), "Undo"));
    assertThat(again.select("[role=status]")).isEmpty();
    assertThat(person.cookies).doesNotContainKey("me");
    assertThat(page(person, ALL).select("#status").text()).startsWith("26 tasks");
  }

  @Test
  void theButtonStandsBesideAGraveWarningAndElseQuietlyAtTheEnd() {
    Person person = open.somebody();
    Document bad = page(person, "/tasks/shelf-tasks:bad");
    assertThat(bad.select("form[action=/me/blocked] button.second")).hasSize(1);
    assertThat(bad.selectFirst(".notice").parent().html().indexOf("/me/blocked"))
        .isLessThan(bad.selectFirst(".notice").parent().html().indexOf("About the task"));
    for (String calm : List.of("/tasks/shelf-tasks:mild", TASK)) {
      Document page = page(person, calm);
      assertThat(page.select("form[action=/me/blocked] button.link")).hasSize(1);
      assertThat(page.html().indexOf("/me/blocked"))
          .isGreaterThan(page.html().indexOf("id=\"history\""));
    }
  }

  @Test
  void aRequestersPageBlocksHerAndMeTakesItBack() {
    Person person = open.somebody();
    person.cookies.put("me", "country:IN&floor:150-KES");
    Document requester = page(person, "/requesters/shelf-tasks:q-bad");
    Document done = followed(person, press(person, requester, "Block this requester"));
    assertThat(done.selectFirst("h1").text()).isEqualTo("Quick Cash");
    assertThat(done.select("[role=status]").text()).contains("Quick Cash is blocked");
    assertThat(person.cookies.get("me"))
        .isEqualTo("country:IN&floor:150-KES&block:shelf-tasks:q-bad");

    Document shown = page(person, done.select("a[href*=without_requester]").attr("href"));
    assertThat(shown.select("li.row")).as("who looks for them finds them").isNotEmpty();
    assertThat(page(person, "/?requester=quick+cash&q=bad").select(".notice li").eachText())
        .anyMatch(text -> text.startsWith("without: leaving out requesters (1 "));

    Document me = page(person, "/me?back=q%3Dbatch");
    assertThat(me.select("section[aria-labelledby=blocked] li a").eachText())
        .containsExactly("Quick Cash");
    person.post("/me", "country", "DE", "back", "");
    assertThat(person.cookies.get("me")).isEqualTo("country:DE&block:shelf-tasks:q-bad");
    Document less = followed(person, press(person, page(person, "/me?back=q%3Dbatch"), "Unblock"));
    assertThat(less.select("section[aria-labelledby=blocked] li")).isEmpty();
    assertThat(less.selectFirst(".crumb a").attr("href")).isEqualTo("/?q=batch");
    assertThat(person.cookies.get("me")).isEqualTo("country:DE");
  }

  @Test
  void theOldestFallsOutWithAWord() {
    Person person = open.somebody();
    person.cookies.put(
        "me",
        IntStream.range(0, 50)
            .mapToObj(i -> "kleinarbeit:A1B2C3D4E5F" + i)
            .collect(Collectors.joining("+", "block:", "")));
    Document list = page(person, "/");
    assertThat(list.select(".remembered").text()).contains("50 requesters blocked");
    Document done = followed(person, press(person, page(person, TASK), "Block this requester"));
    assertThat(done.select("[role=status]").text())
        .contains("At most 50 can be blocked", "A1B2C3D4E5F0.");
    assertThat(person.cookies.get("me"))
        .startsWith("block:kleinarbeit:A1B2C3D4E5F1+")
        .endsWith("+shelf-tasks:name:shelf%20lab");
    assertThat(page(person, TASK).select("[role=status]").text()).doesNotContain("At most");
    assertThat(page(open.somebody(), TASK + "?let_go=kleinarbeit:lie").text())
        .doesNotContain("At most 50");
    assertThat(page(person, "/me").select("section[aria-labelledby=blocked] li")).hasSize(50);
    assertThat(page(person, "/?q=nothingness").text()).contains("Nothing matches");
  }

  @Test
  void anAccountKeepsThemForItsOtherBrowsersUntilAllIsForgotten() {
    Person person = open.somebody();
    person.signUp("blocker" + open.people());
    Document done = followed(person, press(person, page(person, TASK), "Block this requester"));
    assertThat(done.select("[role=status]").text())
        .contains("left out of your searches and alerts");
    person.cookies.remove("me");
    assertThat(page(person, ALL).select("#status").text()).startsWith("24 tasks");
    assertThat(person.get("/account/export").body()).contains(SHELF_LAB);
    person.post("/me/forget");
    assertThat(page(person, ALL).select("#status").text()).startsWith("26 tasks");
  }

  @Test
  void tellMeCarriesThemAlongVisibly() {
    Person person = open.somebody();
    person.signUp("teller" + open.people());
    person.post("/me/blocked", "requester", SHELF_LAB);
    String tell = page(person, ALL).selectFirst("a.tellme").attr("href");
    assertThat(tell).contains("without_requester=shelf-tasks%3Aname%3Ashelf+lab");
    Document form = page(person, tell);
    assertThat(form.text()).contains("without shelf lab on ");
    assertThat(form.select("input[name=p]").eachAttr("value"))
        .contains("without_requester=" + SHELF_LAB);
  }

  @Test
  void anAddressThatLeavesOthersOutHasAChipForThem() {
    Person person = open.somebody();
    person.cookies.put("me", "block:shelf-tasks:name:shelf%20lab");
    String other =
        URLEncoder.encode("kleinarbeit:name:blue otter research", StandardCharsets.UTF_8);
    Document list = page(person, ALL + "&without_requester=" + other);
    assertThat(list.select("#status").text()).startsWith("22 tasks");
    assertThat(list.select(".chips a").eachText())
        .anyMatch(text -> text.startsWith("without blue otter research on "));
    assertThat(list.select(".chips a").attr("href")).doesNotContain("without_requester");
    assertThat(list.select("input[name=without_requester]").eachAttr("value"))
        .containsExactly("kleinarbeit:name:blue otter research");
    assertThat(person.cookies.get("me")).doesNotContain("otter");
  }

  @Test
  void programsGoByTheirAddressAlone() {
    String cookie = "me=block:shelf-tasks:name:shelf%20lab";
    String call = "/api/v1/postings?size=1";
    assertThat(total(open.fixture.get(call, "Cookie", cookie))).isEqualTo(26);
    String without = "&without_requester=shelf-tasks%3Aname%3ASHELF%20Lab&without_requester=x%3Ay";
    assertThat(total(open.fixture.get(call + without))).isEqualTo(24);
    HttpResponse<String> many =
        open.fixture.get(
            call
                + IntStream.range(0, 51)
                    .mapToObj(i -> "&without_requester=mturk:A" + i)
                    .collect(Collectors.joining()));
    assertThat(many.statusCode()).isEqualTo(400);
    assertThat(many.body()).contains("at most 50 requesters");
  }

  private static int total(HttpResponse<String> answer) {
    return PostingJson.MAPPER.readTree(answer.body()).path("total").asInt();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody", ":x", "mturk:", "mturk:   "})
  void whatIsNoRequesterIsRefused(String requester) {
    Person person = open.somebody();
    assertThat(person.post("/me/blocked", "requester", requester).statusCode()).isEqualTo(400);
    assertThat(person.post("/me/blocked", "requester", "m:" + "x".repeat(400)).statusCode())
        .isEqualTo(400);
    assertThat(person.cookies).doesNotContainKey("me");
  }

  @Test
  void anotherSitesFormBlocksNobody() {
    Person person = open.somebody().with("Sec-Fetch-Site", "cross-site");
    assertThat(person.post("/me/blocked", "requester", SHELF_LAB).statusCode()).isEqualTo(403);
    assertThat(person.cookies).doesNotContainKey("me");
  }
}
