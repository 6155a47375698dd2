package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.work.ImportPage;
import worthwhile.work.Work;

/** A worker's own file through the pages and the API. */
class ImportTest {
  private static final String PROLIFIC =
      """
      Study,Reward,Bonus,Started At,Completed At,Completion Code,Status
      <b>Habits</b>,£2.67,£0.00,2026-03-25 02:52:58.886000,2026-03-25 02:58:41.890000,C1SECRET,APPROVED
      Never begun,£1.80,£0.00,,,,RETURNED
      Broken,nothing,£0.00,,,,RETURNED
      """;

  @TempDir Path folder;
  private SiteFixture fixture;

  @BeforeEach
  void start() {
    fixture = SiteFixture.empty(folder);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private HttpResponse<String> upload(byte[] content, String format) {
    String head =
        "--cut\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\n"
            + format
            + "\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../my.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] end = "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[start.length + content.length + end.length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(content, 0, body, start.length, content.length);
    System.arraycopy(end, 0, body, start.length + content.length, end.length);
    return send("/account/import", "multipart/form-data; boundary=cut", body);
  }

  private HttpResponse<String> upload(String content) {
    return upload(content.getBytes(StandardCharsets.UTF_8), "");
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(path, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(String path, String type, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(fixture.site.url() + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) request.headers(headers);
    try {
      return fixture.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private List<Work> work() {
    return fixture.store.work().of("local");
  }

  @Test
  void aFileIsChosenCheckedConfirmedAndForgotten() {
    String preview = location(upload(PROLIFIC));
    assertThat(work()).isEmpty();
    String page = fixture.get(preview).body();
    assertThat(page)
        .contains("my.csv")
        .doesNotContain("../")
        .contains("Prolific: submissions export")
        .contains("2 pieces to add")
        .contains("Habits")
        .contains("£2.67")
        .contains("\"nothing\" is no amount of money")
        .doesNotContain("C1SECRET");
    String done = location(post(preview, Map.of()));
    assertThat(done).startsWith("/earnings?");
    assertThat(work()).hasSize(2);
    assertThat(fixture.get(done).body()).contains("2 pieces of work added").contains("1 row was");
    assertThat(fixture.get(preview).statusCode()).isEqualTo(404);
    assertThat(post(preview, Map.of()).statusCode()).isEqualTo(404);

    String again = location(upload(PROLIFIC));
    assertThat(fixture.get(again).body()).contains("2 known already").contains("Nothing new");
    assertThat(fixture.get(location(post(again, Map.of()))).body()).contains("Nothing new.");
    assertThat(work()).hasSize(2);
  }

  @Test
  void outliersLinesOfOneItemAreOnePieceAndComeInOnce() {
    String csv =
        """
        workDate,itemID,duration,rateApplied,payout,payType,projectName,status
        "Nov 2, 2026",a1,1h 2m 3s,$30.00/hr,$31.03,prepay,Amber Kite,paid
        "Nov 2, 2026",a1,12m 30s,$9.00/hr,$1.88,overtimePay,Amber Kite,paid
        "Nov 3, 2026",'-,,,$40.00,missionReward,,pending
        "Nov 4, 2026",'-,,,-$3.20,adjustment,Blue Otter,paid
        "Nov 4, 2026",d4,long,$30.00/hr,$9.00,prepay,Blue Otter,paid
        """;
    assertThat(fixture.get("/account/import").body())
        .contains("<option value=\"outlier-export\">Outlier: earnings export</option>");
    String preview = location(upload(csv.getBytes(StandardCharsets.UTF_8), "outlier-export"));
    assertThat(fixture.get(preview).body())
        .contains("3 pieces to add")
        .contains("<td class=\"num\">6</td><td>duration</td>")
        .contains("write it as 1h 2m 3s")
        .doesNotContain("id=\"columns\"");
    String done = location(post(preview, Map.of("format", "outlier-export")));
    assertThat(fixture.get(done).body()).contains("3 pieces of work added").contains("−$3.20");
    assertThat(work())
        .filteredOn(piece -> "a1".equals(piece.identifier()))
        .singleElement()
        .satisfies(
            piece -> {
              assertThat(piece.times().worked()).contains(Duration.ofSeconds(4473));
              assertThat(piece.payment().reward()).isEqualTo("32.91");
            });
    String again = location(upload(csv.getBytes(StandardCharsets.UTF_8), ""));
    assertThat(fixture.get(again).body()).contains("Nothing new");
    location(post(again, Map.of()));
    assertThat(work()).hasSize(3);
  }

  @Test
  void whereNoRowCanBeTakenTheReasonStandsInPlaceOfTheButton() {
    String csv =
        "Day,Job,Min,Amount,Paid?\n2026-10-02,Shells,14,1.80,yes\n2026-10-03,Nets,6,.7,no\n";
    String preview = location(upload(csv));
    assertThat(fixture.get(preview).body())
        .contains("No row can be taken in yet", "it names no currency", "(2 rows)")
        .doesNotContain("Nothing new: done");
    String known = fixture.get(preview + "?format=csv&currency=EUR").body();
    assertThat(known).contains("Take in 2 pieces").contains("14 min").contains("€1.80");
    location(post(preview, Map.of("format", "csv", "currency", "EUR")));
    assertThat(work())
        .extracting(Work::title, Work::status)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Shells", worthwhile.work.Status.PAID),
            org.assertj.core.groups.Tuple.tuple("Nets", worthwhile.work.Status.PENDING));
  }

  @Test
  void columnsAreCorrectedWithoutAScript() {
    String csv = "Tag;Stück;Betrag\n13.10.2026;Sortieren;1,50\n14.10.2026;Zählen;0,80\n";
    String preview = location(upload(csv));
    HttpResponse<String> refused = fixture.get(preview);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("No column says what the work was called");
    assertThat(refused.body()).contains("<option value=\"Stück\"").contains("Sortieren");
    String words =
        "?format=csv&column.title=St%C3%BCck&column.reward=Betrag&column.submitted=Tag"
            + "&currency=eur&decimals=comma&platform=Shelf+Tasks";
    assertThat(fixture.get(preview + words).body()).contains("2 pieces to add").contains("€1.50");
    assertThat(fixture.get(preview + words + "&zone=Nowhere").body())
        .contains("time zone Nowhere is not known");
    location(
        post(
            preview,
            Map.of(
                "format", "csv",
                "column.title", "Stück",
                "column.reward", "Betrag",
                "column.submitted", "Tag",
                "currency", "eur",
                "decimals", "comma")));
    assertThat(work()).extracting(Work::title).containsExactly("Zählen", "Sortieren");
    assertThat(work().getFirst().payment().gross()).isEqualTo("0.80");
  }

  @Test
  void whatIsNoFileOfWorkChangesNothing() {
    assertThat(upload("").statusCode()).isEqualTo(422);
    HttpResponse<String> zip = upload(new byte[] {'P', 'K', 3, 4, 0, 0}, "csv");
    assertThat(zip.statusCode()).isEqualTo(422);
    assertThat(zip.body()).contains("ZIP archive").contains("Nothing was changed");
    byte[] huge = new byte[(int) ImportPage.LARGEST_BODY + 1];
    assertThat(upload(huge, "").statusCode()).isEqualTo(413);
    assertThat(send("/account/import", "text/plain", new byte[] {'x'}).statusCode()).isEqualTo(422);
    String html = location(upload("<html><form>Log in</form></html>"));
    assertThat(fixture.get(html).body()).contains("web page, not an export");
    location(post(html, Map.of()));
    location(post(html + "/discard", Map.of()));
    assertThat(fixture.get(html).statusCode()).isEqualTo(404);
    assertThat(fixture.get("/account/import/nonsense").statusCode()).isEqualTo(404);
    assertThat(work()).isEmpty();
  }

  @Test
  void anotherSiteCanSendNoFile() {
    byte[] form = "x".getBytes(StandardCharsets.UTF_8);
    assertThat(
            send("/account/import", "text/plain", form, "Sec-Fetch-Site", "cross-site")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void theApiTakesAFileAndTellsTheWork() {
    byte[] file = PROLIFIC.getBytes(StandardCharsets.UTF_8);
    JsonNode dry = json(send("/api/v1/work?as=prolific-export&dry_run=true", "text/csv", file));
    assertThat(dry.path("added").asInt()).isEqualTo(2);
    assertThat(work()).isEmpty();
    JsonNode taken = json(send("/api/v1/work?as=prolific-export", "text/csv", file));
    assertThat(taken.path("added").asInt()).isEqualTo(2);
    assertThat(taken.at("/rejected/0/line").asInt()).isEqualTo(4);
    assertThat(send("/api/v1/work?as=toggl", "text/csv", file).statusCode()).isEqualTo(422);
    assertThat(send("/api/v1/work?as=xls", "text/csv", file).statusCode()).isEqualTo(400);
    assertThat(send("/api/v1/work?as=csv&zone=x", "text/csv", file).statusCode()).isEqualTo(400);
    assertThat(send("/api/v1/work?as=csv&x=y", "text/csv", file).statusCode()).isEqualTo(400);
    JsonNode page = fixture.json("/api/v1/work?size=1");
    assertThat(page.path("total").asInt()).isEqualTo(2);
    assertThat(page.at("/items/0/elapsedMinutes").decimalValue()).isEqualByComparingTo("5.716733");
    assertThat(page.at("/items/0/reward").decimalValue()).isEqualByComparingTo("2.67");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return PostingJson.MAPPER.readTree(answer.body());
  }
}
