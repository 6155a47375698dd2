package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;
import worthwhile.site.http.SiteSettings;
import worthwhile.work.Status;
import worthwhile.work.Work;

/** Start and Done, on pages and through the API, with a clock that the test sets. */
class TimerSiteTest {
  private static final String TASK = "shelf-tasks:task-6"; // 2.00 USD, 11 minutes stated

  /** Time that passes when the test says so. */
  private static final class Moved extends Clock {
    private Instant now = TestPostings.NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }

    void minutes(int minutes) {
      now = now.plus(Duration.ofMinutes(minutes));
    }
  }

  @TempDir Path folder;
  private final Moved clock = new Moved();
  private SiteFixture fixture;

  @BeforeEach
  void start() {
    fixture = SiteFixture.empty(folder, SiteSettings.local("1.2.3"), clock);
    fixture.add(List.of(TestPostings.plain(6), TestPostings.plain(1)));
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private HttpResponse<String> post(String path, String... form) {
    String body =
        IntStream.range(0, form.length / 2)
            .mapToObj(
                i -> form[2 * i] + "=" + URLEncoder.encode(form[2 * i + 1], StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send("POST", path, "application/x-www-form-urlencoded", body);
  }

  private HttpResponse<String> send(String method, String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(fixture.site.url() + path))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpClient client = fixture.client;
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String running() {
    return "/timer/" + fixture.store.timers().running("local").orElseThrow().id();
  }

  private List<Work> work() {
    return fixture.store.work().of("local");
  }

  private String page(String path) {
    HttpResponse<String> answer = fixture.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void onePressOpensATaskAndStartsItsClock() {
    assertThat(page("/tasks/" + TASK)).contains("Open and start the clock");
    HttpResponse<String> opened = post("/timer", "posting", TASK, "open", "yes");
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body())
        .contains("content=\"0;url=https://shelf-tasks.example/tasks/6\"")
        .contains("href=\"/tasks/" + TASK + "#timing\"");
    assertThat(running()).isNotEmpty();
    HttpResponse<String> other = post("/timer", "posting", "kleinarbeit:task-1", "open", "yes");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("name=\"open\" value=\"yes\"");
  }

  @Test
  void startingKeepsTheWayBackToTheSearch() {
    HttpResponse<String> started = post("/timer", "posting", TASK, "back", "q=batch&country=US");
    assertThat(started.headers().firstValue("Location"))
        .contains("/tasks/" + TASK + "?back=q%3Dbatch%26country%3DUS#timing");
    assertThat(page("/tasks/" + TASK + "?back=q%3Dbatch")).contains("href=\"/?q=batch\"");
  }

  @Test
  void aTaskIsStartedPausedAndDone() {
    assertThat(page("/tasks/" + TASK)).contains("Start the timer");
    HttpResponse<String> started = post("/timer", "posting", TASK, "focus", "25-5");
    assertThat(started.statusCode()).isEqualTo(303);
    assertThat(started.headers().firstValue("Location")).contains("/tasks/" + TASK + "#timing");
    clock.minutes(8);
    assertThat(page("/tasks/" + TASK)).contains("8 min").contains("17 min left");
    post(running() + "/pause");
    clock.minutes(4);
    assertThat(page("/timer")).contains("in a break").contains("1 min left");
    post(running() + "/resume");
    clock.minutes(2);
    HttpResponse<String> done = post(running() + "/done", "outcome", "paid");
    assertThat(work()).hasSize(1);
    Work work = work().getFirst();
    assertThat(work.status()).isEqualTo(Status.PAID);
    assertThat(work.posting()).isEqualTo(TASK);
    assertThat(work.payment().gross()).isEqualTo("2.00");
    assertThat(work.times().active()).isEqualTo(Duration.ofMinutes(10));
    assertThat(work.times().elapsed()).isEqualTo(Duration.ofMinutes(14));
    assertThat(page(done.headers().firstValue("Location").orElseThrow()))
        .contains("Noted:")
        .contains("10 min")
        .contains("$2.00");
  }

  @Test
  void aForgottenTimerIsAskedAboutAndCountedAsAnswered() {
    post("/timer", "posting", TASK);
    clock.minutes(300);
    assertThat(page("/timer"))
        .contains("Did you forget this timer?")
        .contains("usually takes 11 min");
    assertThat(post(running() + "/done", "outcome", "paid").headers().firstValue("Location"))
        .contains("/timer#waiting");
    assertThat(work()).isEmpty();
    clock.minutes(60);
    String waiting = page("/timer");
    assertThat(waiting).contains("How long did it really take?").contains("5 h 00 min is right");
    String timer = "/timer/" + fixture.store.timers().of("local").getFirst().id();
    assertThat(post(timer + "/done", "minutes", "-3").statusCode()).isEqualTo(400);
    assertThat(post(timer + "/done", "outcome", "paid").headers().firstValue("Location"))
        .contains("/timer#waiting");
    post(timer + "/done", "minutes", "12", "outcome", "rejected");
    assertThat(work().getFirst().times().worked()).contains(Duration.ofMinutes(12));
    assertThat(work().getFirst().status()).isEqualTo(Status.REJECTED);
    assertThat(post(timer + "/done", "minutes", "12").statusCode()).isEqualTo(404);
    assertThat(work()).hasSize(1);
  }

  @Test
  void aSecondTimerAsksWhatBecomesOfTheFirst() {
    post("/timer", "posting", TASK);
    clock.minutes(5);
    HttpResponse<String> second =
        post("/timer", "title", "<b>Other</b> work", "reward", "£1.20", "platform", "Shelf Tasks");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body())
        .contains("Another timer runs")
        .contains("name=\"title\" value=\"&lt;b>Other&lt;/b> work\"");
    post("/timer", "title", "Other work", "reward", "£1.20", "earlier", "finish");
    assertThat(work().getFirst().times().active()).isEqualTo(Duration.ofMinutes(5));
    assertThat(page("/timer")).contains("Other work");
    post("/timer", "title", "Third", "earlier", "discard");
    assertThat(work()).hasSize(1);
    post(running() + "/discard");
    assertThat(fixture.store.timers().of("local")).isEmpty();
  }

  @Test
  void discardingIsTakenBackFromAnotherTabAndAfterARestart() {
    post("/timer", "posting", TASK);
    String timer = running();
    clock.minutes(7);
    post(timer + "/discard");
    assertThat(page("/")).doesNotContain("class=\"ticking\"");
    fixture.close();
    fixture = SiteFixture.empty(folder, SiteSettings.local("1.2.3"), clock);
    clock.minutes(9);
    assertThat(page("/timer")).contains("Discarded:", "action=\"" + timer + "/restore\"");
    assertThat(post(timer + "/done", "outcome", "paid").statusCode()).isEqualTo(404);
    HttpResponse<String> back = post(timer + "/restore");
    assertThat(back.headers().firstValue("Location")).contains("/tasks/" + TASK + "#timing");
    assertThat(post(timer + "/restore").statusCode()).isEqualTo(303);
    assertThat(page("/timer")).contains("16 min").doesNotContain("Discarded:");

    assertThat(
            send("DELETE", "/api/v1/timers/" + timer.substring(7), "text/plain", "").statusCode())
        .isEqualTo(204);
    clock.minutes(11);
    assertThat(page("/timer")).doesNotContain("Discarded:");
    assertThat(api("/api/v1/timers/" + timer.substring(7) + "/restore", "").statusCode())
        .isEqualTo(404);
    assertThat(work()).isEmpty();
  }

  @Test
  void aRunningTimerIsSeenOnEveryPageAndNoOldPageIsShownForANewOne() {
    HttpResponse<String> before = fixture.get("/platforms");
    assertThat(before.body()).doesNotContain("class=\"ticking\"");
    String tag = before.headers().firstValue("ETag").orElseThrow();
    post("/timer", "posting", TASK);
    clock.minutes(3);
    for (String path : List.of("/", "/platforms", "/tasks/" + TASK, "/status", "/earnings"))
      assertThat(page(path)).as(path).contains("class=\"ticking\"", ">3:00</span>");
    HttpResponse<String> after = fixture.get("/platforms", "If-None-Match", tag);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.headers().firstValue("Cache-Control")).contains("private, no-cache");
    post(running() + "/pause");
    assertThat(page("/")).contains(">3:00</span> break");
    post(running() + "/done", "outcome", "paid");
    assertThat(page("/")).doesNotContain("class=\"ticking\"");
  }

  @Test
  void aClockIsStoppedFromAnyPageThenAskedAboutOrLetRunOn() {
    post("/timer", "posting", TASK);
    String timer = running();
    clock.minutes(6);
    assertThat(page("/platforms")).contains("action=\"" + timer + "/stop\"");
    assertThat(post(timer + "/stop").headers().firstValue("Location")).contains("/timer#waiting");
    assertThat(page("/platforms")).doesNotContain("class=\"ticking\"");
    clock.minutes(20);
    assertThat(page("/timer")).contains("What became of it?", "6 min", "Go on with it");
    assertThat(post(timer + "/go-on").statusCode()).isEqualTo(303);
    clock.minutes(2);
    assertThat(page("/platforms")).contains(">8:00</span>");
    post(timer + "/stop");
    assertThat(post(timer + "/stop").statusCode()).isEqualTo(303);
    post("/timer", "posting", "kleinarbeit:task-1");
    assertThat(page("/timer")).doesNotContain("Go on with it");
    post(timer + "/go-on");
    assertThat(running()).isNotEqualTo(timer);
    post(timer + "/done", "outcome", "paid");
    assertThat(work().getFirst().times().active()).isEqualTo(Duration.ofMinutes(8));
    assertThat(post(timer + "/stop").statusCode()).isEqualTo(303);
    assertThat(work()).hasSize(1);
  }

  @Test
  void theRhythmOfBreaksIsRememberedByTheBrowserAndSaysWhenABreakIsDue() {
    HttpResponse<String> started = post("/timer", "title", "Sort shells", "focus", "25-5");
    assertThat(started.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("me=rhythm:25-5;"));
    clock.minutes(25);
    assertThat(page("/timer")).contains("Time for a break.");
    assertThat(page("/platforms")).contains(">25:00</span> break due");
    post(running() + "/pause");
    clock.minutes(5);
    assertThat(page("/platforms")).contains(">25:00</span> break over");
    post(running() + "/discard");
    assertThat(post("/timer", "title", "x", "focus", "999-5").statusCode()).isEqualTo(400);
    assertThat(post("/timer", "title", "x", "focus", "often").statusCode()).isEqualTo(400);
    assertThat(fixture.get("/timer", "Cookie", "me=rhythm:50-10").body())
        .contains("value=\"50-10\" selected");
    assertThat(fixture.get("/timer", "Cookie", "me=rhythm:999-999").body())
        .doesNotContain("999-999");
  }

  @Test
  void workIsNotedWithoutATimer() {
    post("/timer/report", "posting", TASK, "minutes", "9", "outcome", "screened-out");
    Work work = work().getFirst();
    assertThat(work.status()).isEqualTo(Status.SCREENED_OUT);
    assertThat(work.times().worked()).contains(Duration.ofMinutes(9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"x\",\"reward\":-1,\"currency\":\"USD\"}|0 or more",
        "{\"title\":\"x\",\"reward\":1e999999999,\"currency\":\"USD\"}|a sum such as",
        "{\"title\":\"x\",\"reward\":5}|needs a currency",
        "{\"title\":\"x\",\"reward\":\"£5\",\"currency\":\"USD\"}|in GBP",
        "{\"title\":\" \"}|a title is missing",
        "{\"title\":\"x\",\"focus\":999}|at most 720",
        "{\"title\":\"x\",\"focus\":300}|from 1 to 240",
        "{\"title\":\"x\",\"minutes\":3}|Unknown name minutes",
        "[1]|JSON object",
        "{\"title\"|no whole JSON",
      })
  void nonsenseStartsNothing(String body, String why) {
    HttpResponse<String> answer = api("/api/v1/timers", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
    assertThat(fixture.store.timers().of("local")).isEmpty();
  }

  private HttpResponse<String> api(String path, String body) {
    return send("POST", path, "application/json", body);
  }

  @Test
  void aProgramStartsAndEnds() {
    HttpResponse<String> started = api("/api/v1/timers", "{\"posting\":\"" + TASK + "\"}");
    assertThat(started.statusCode()).isEqualTo(201);
    String id = json(started).path("id").asString();
    assertThat(api("/api/v1/timers", "{\"title\":\"x\"}").statusCode()).isEqualTo(409);
    clock.minutes(3);
    assertThat(json(api("/api/v1/timers/" + id + "/pause", "")).path("state").asString())
        .isEqualTo("break");
    clock.minutes(3);
    assertThat(json(api("/api/v1/timers/" + id + "/resume", "")).path("activeSeconds").asInt())
        .isEqualTo(180);
    clock.minutes(500);
    JsonNode asked = json(api("/api/v1/timers/" + id + "/done", "{\"outcome\":\"paid\"}"));
    assertThat(asked.path("state").asString()).isEqualTo("asked");
    assertThat(asked.at("/timer/doubts")).isNotEmpty();
    assertThat(fixture.json("/api/v1/timers").at("/items/0/state").asString()).isEqualTo("waiting");
    JsonNode done =
        json(api("/api/v1/timers/" + id + "/done", "{\"outcome\":\"paid\",\"minutes\":7.5}"));
    assertThat(done.path("state").asString()).isEqualTo("done");
    assertThat(done.at("/work/activeMinutes").decimalValue()).isEqualByComparingTo("7.5");
    assertThat(api("/api/v1/timers/" + id + "/done", "").statusCode()).isEqualTo(404);
    String next = json(api("/api/v1/timers", "{\"title\":\"y\"}")).path("id").asString();
    assertThat(send("DELETE", "/api/v1/timers/" + next, "application/json", "").statusCode())
        .isEqualTo(204);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return PostingJson.MAPPER.readTree(answer.body());
  }
}
