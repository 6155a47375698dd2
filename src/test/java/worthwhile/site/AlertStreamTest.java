package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.AlertFollower;
import worthwhile.posting.PostingJson;
import worthwhile.store.TestDatabase;

/** What a saved search finds, told as it is found. */
class AlertStreamTest {
  private static final String CALL = "/api/v1/saved-searches";

  @TempDir private Path folder;
  private SiteFixture fixture;
  private AlertFollower follower;

  private void start(TestDatabase kind) {
    fixture = SiteFixture.filled(kind.fresh(folder), folder);
    follower = new AlertFollower(fixture.store, fixture.index, SiteFixture.CLOCK);
    follower.catchUp();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  private String save(String query, String channels) {
    String body =
        "{\"name\":\"Surveys\",\"query\":{%s},\"channels\":[%s]}".formatted(query, channels);
    HttpResponse<String> made = fixture.post(CALL, body.getBytes(StandardCharsets.UTF_8));
    assertThat(made.statusCode()).isEqualTo(201);
    return PostingJson.MAPPER.readTree(made.body()).path("id").asString();
  }

  private String saveWithFeed() {
    return save("\"q\":\"breakfast\"", "{\"type\":\"feed\"}");
  }

  private void come(int... tasks) {
    for (int task : tasks) fixture.add(List.of(TestPostings.plain(task)));
    follower.catchUp();
  }

  private List<String> listen(String path, String... headers) {
    return Listening.to(fixture, path, headers);
  }

  private static List<JsonNode> events(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("data: "))
        .map(line -> PostingJson.MAPPER.readTree(line.substring(6)))
        .toList();
  }

  private static List<String> ids(List<String> lines) {
    return events(lines).stream().map(each -> each.path("posting").path("id").asString()).toList();
  }

  private static String lastId(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("id: ")).toList().getLast().substring(4);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void pageAndProgramHearWhatTheFeedHoldsAndWhoWasCutOffMissesNothing(TestDatabase kind) {
    start(kind);
    String id = saveWithFeed();
    List<String> page = listen("/alerts/" + id + "/stream");
    List<String> program = listen(CALL + "/" + id + "/stream");
    come(61, 62);
    await().until(() -> ids(page).size() == 1 && ids(program).size() == 1);
    JsonNode told = events(page).getFirst();
    assertThat(ids(program)).containsExactly("kleinarbeit:task-61");
    assertThat(told.path("reason").asString()).isEqualTo("new");
    assertThat(told.path("page").asString()).isEqualTo("/tasks/kleinarbeit:task-61");
    assertThat(told.path("text").asString()).contains("new");

    String last = lastId(page);
    come(97, 133);
    await().until(() -> ids(page).size() == 3);
    List<String> again = listen("/alerts/" + id + "/stream", "Last-Event-ID", last);
    List<String> after = listen("/alerts/" + id + "/stream?after=" + last);
    await().until(() -> ids(again).size() == 2 && ids(after).size() == 2);
    assertThat(ids(again)).containsExactly("kleinarbeit:task-97", "kleinarbeit:task-133");
    assertThat(ids(page))
        .containsExactly("kleinarbeit:task-61", "kleinarbeit:task-97", "kleinarbeit:task-133");
  }

  @Test
  void aSearchWithoutAFeedSaysWhatItLacks() {
    start(TestDatabase.SQLITE);
    String id = save("", "{\"type\":\"webhook\",\"url\":\"http://hooks.test/x\"}");
    HttpResponse<String> answer = fixture.get(CALL + "/" + id + "/stream");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("feed");
    assertThat(fixture.get("/alerts/" + id).body()).doesNotContain("data-stream");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?after=x", "?colour=red", "?after=-1"})
  void badParametersAreTold(String query) {
    start(TestDatabase.SQLITE);
    assertThat(fixture.get(CALL + "/" + saveWithFeed() + "/stream" + query).statusCode())
        .isEqualTo(400);
  }

  @Test
  void nobodyElsesIsHeardAndPlacesAreBounded() {
    start(TestDatabase.SQLITE);
    assertThat(fixture.get(CALL + "/unknown/stream").statusCode()).isEqualTo(404);
    String id = saveWithFeed();
    for (int i = 0; i < 10; i++) listen("/alerts/" + id + "/stream");
    HttpResponse<String> refused = fixture.get(CALL + "/" + id + "/stream");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("At most 10 streams");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
  }

  @Test
  void stoppingEndsEveryStream() {
    start(TestDatabase.SQLITE);
    listen("/alerts/" + saveWithFeed() + "/stream");
    long started = System.nanoTime();
    fixture.site.close();
    assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
  }
}
