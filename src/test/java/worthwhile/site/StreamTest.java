package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingState;
import worthwhile.site.search.Listeners;

/** New postings, told as they come. */
class StreamTest {
  @TempDir private Path folder;
  private SiteFixture fixture;

  @BeforeEach
  void start() {
    fixture = SiteFixture.filled(folder);
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  /** Lines that come over the line, until the test ends. */
  private List<String> listen(String query, String... headers) {
    return Listening.to(fixture, "/api/v1/postings/stream" + query, headers);
  }

  private static List<String> ids(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("data: "))
        .map(line -> line.replaceFirst(".*?\"id\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void onlyMatchingPostingsAreTold() {
    List<String> surveys = listen("?q=breakfast&min_hourly=5&include_unknown_pay=false");
    List<String> anyWord = listen("?q=breakfast+xyzzyq");
    List<String> all = listen("");

    fixture.add(List.of(TestPostings.plain(61), TestPostings.plain(62), TestPostings.plain(97)));

    await().until(() -> ids(all).size() == 3);
    await().until(() -> ids(surveys).size() == 2);
    assertThat(ids(surveys)).containsExactly("kleinarbeit:task-61", "kleinarbeit:task-97");
    assertThat(ids(anyWord)).isEmpty();
    assertThat(surveys).anyMatch(line -> line.equals("event: posting"));
  }

  @Test
  void whoWasCutOffMissesNothing() {
    long before = fixture.store.postings().revision();
    fixture.add(List.of(TestPostings.plain(70)));
    fixture.apply(
        List.of(
            new Change.Missing(
                FlatPosting.of(TestPostings.plain(1)).state(PostingState.MISSING).build())));

    List<String> lines = listen("", "Last-Event-ID", Long.toString(before));

    await().until(() -> !ids(lines).isEmpty());
    fixture.add(List.of(TestPostings.plain(71)));
    await().until(() -> ids(lines).size() == 2);
    assertThat(ids(lines)).containsExactly("kleinarbeit:task-70", "study-hall-feed:task-71");
  }

  @Test
  void placesAreBounded() {
    for (int i = 0; i < Listeners.MOST_FROM_ONE_ADDRESS; i++) listen("?q=word" + i);

    var refused = fixture.get("/api/v1/postings/stream");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("At most 20 streams");
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("60");
  }

  @Test
  void badParametersAreTold() {
    assertThat(fixture.get("/api/v1/postings/stream?colour=red").statusCode()).isEqualTo(400);
  }

  @Test
  void stoppingEndsEveryStream() {
    List<String> lines = listen("");
    long started = System.nanoTime();

    fixture.site.close();

    assertThat(System.nanoTime() - started).isLessThan(5_000_000_000L);
    assertThat(ids(lines)).isEmpty();
  }
}
