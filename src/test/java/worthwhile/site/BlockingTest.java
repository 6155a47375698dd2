package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.Assessment;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.Warning;

/** A requester is blocked with one tap after a warning, and let in again. */
class BlockingTest {
  @TempDir private Path folder;
  private SiteFixture fixture;

  @BeforeEach
  void start() {
    fixture = SiteFixture.empty(folder);
    Warning warning =
        new Warning(
            "upfront-fee",
            Warning.Severity.DANGER,
            null,
            Warning.By.RULE,
            TestPostings.NOW,
            Map.of());
    fixture.add(
        List.of(
            offer(61, "Trap & Co").with(Assessment.NONE.warned(null, List.of(warning), List.of())),
            offer(62, "Otter Lab")));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private static Posting offer(int number, String requester) {
    return FlatPosting.of(TestPostings.plain(number))
        .title("Offer of " + requester)
        .hiringOrganization(new Organization(requester, null, null))
        .build();
  }

  private HttpResponse<String> post(String path, String name, String cookie) {
    return fixture.post(
        path,
        ("name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Cookie",
        cookie);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private Document page(String path, String cookie) {
    return Jsoup.parse(fixture.send("GET", path, "Cookie", cookie).body());
  }

  @Test
  void whoIsBlockedIsLeftOutUntilSheIsLetInAgain() {
    Document task = page("/tasks/" + offer(61, "").id(), "x=1");
    assertThat(task.select("form[action=/me/blocked] input[name=name]").attr("value"))
        .isEqualTo("Trap & Co");
    assertThat(page("/tasks/" + offer(62, "").id(), "x=1").select("form[action=/me/blocked]"))
        .as("no warning, no button in the way")
        .isEmpty();
    HttpResponse<String> blocked = post("/me/blocked", "Trap & Co", "me=country:KE");
    assertThat(blocked.statusCode()).isEqualTo(303);
    String cookie = cookie(blocked);
    assertThat(cookie).isEqualTo("me=country:KE&not:Trap%20%26%20Co");
    Document me = page(blocked.headers().firstValue("Location").orElseThrow(), cookie);
    assertThat(me.select("form.notice").text()).contains("Trap & Co").contains("Undo");
    Document list = page("/?country=any", cookie);
    assertThat(list.text()).contains("Offer of Otter Lab").doesNotContain("Offer of Trap");
    assertThat(list.select(".remembered").text()).contains("1 requester blocked");
    assertThat(page("/?country=any&without_requester=any", cookie).text())
        .contains("Offer of Trap");
    assertThat(page("/?country=any&requester=trap+%26+co", cookie).text())
        .as("who is asked for by name is shown")
        .contains("Offer of Trap");
    assertThat(fixture.send("GET", "/api/v1/postings", "Cookie", cookie).body())
        .as("no cookie changes what programs see")
        .contains("Offer of Trap");
    String free = cookie(post("/me/unblocked", "TRAP & CO", cookie));
    assertThat(free).isEqualTo("me=country:KE");
    assertThat(page("/?country=any", free).text()).contains("Offer of Trap");
  }

  @Test
  void theApiLeavesOutWhomItIsAskedTo() {
    assertThat(fixture.json("/api/v1/postings?without_requester=trap+%26+CO").at("/total").asInt())
        .isEqualTo(1);
    assertThat(fixture.json("/api/v1/postings").at("/total").asInt()).isEqualTo(2);
  }

  @Test
  void tooManyPushTheFirstOut() {
    String cookie = "me=country:KE";
    for (int i = 0; i < 25; i++) cookie = cookie(post("/me/blocked", "Requester " + i, cookie));
    assertThat(page("/me", cookie).select("form[action=/me/unblocked] input[name=name]"))
        .hasSize(20)
        .first()
        .satisfies(input -> assertThat(input.attr("value")).isEqualTo("Requester 24"));
    assertThat(post("/me/blocked", " ", cookie).statusCode()).isEqualTo(400);
  }
}
