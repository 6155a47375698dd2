package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.HandClock;
import worthwhile.site.http.SiteSettings;

/** The server of the database is stopped, or another process writes: searches go on. */
class DatabaseAwayTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  @TempDir private Path folder;

  @Test
  void searchesAreAnsweredFromTheIndexWhileTheServerOfTheDatabaseIsStopped() throws IOException {
    EmbeddedPostgres server = EmbeddedPostgres.start();
    try (SiteFixture fixture =
        SiteFixture.filled(server.getJdbcUrl("postgres", "postgres"), folder)) {
      assertThat(fixture.json("/api/v1/postings").has("degraded")).isFalse();
      server.close();

      var page = Jsoup.parse(soon(fixture, "/?q=breakfast", 200).body());
      assertThat(page.select("ol.rows > li")).isNotEmpty();
      assertThat(page.select("[role=status]").text()).contains("The database does not answer");
      // How sources stand is known for a second; then the answer says what it lacks.
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () ->
                  assertThat(soon(fixture, "/api/v1/postings?q=breakfast", 200).body())
                      .contains("\"degraded\":\"The database")
                      .contains("breakfast"));
      assertThat(soon(fixture, "/api/v1/postings/feed.json?q=breakfast", 200).body())
          .contains("breakfast");
      assertThat(soon(fixture, "/health/ready", 503).body())
          .contains("\"status\":\"database-away\"");
      assertThat(soon(fixture, "/health/live", 200).body()).contains("up");
      assertThat(soon(fixture, "/metrics", 200).body()).contains("worthwhile_index_postings");
      for (String path : List.of("/tasks/shelf-tasks:task-20", "/status", "/platforms"))
        assertThat(soon(fixture, path, 503).headers().firstValue("Retry-After")).contains("5");
    } finally {
      server.close();
    }
  }

  /** As when a network is cut: connections stay open and nothing comes back. */
  @Test
  void aServerThatSaysNothingHoldsNoSearchUp() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        SiteFixture fixture =
            SiteFixture.filled(server.getJdbcUrl("postgres", "postgres"), folder)) {
      signal(server, "STOP");
      try {
        // What asks a connection that was used just now waits longest.
        await()
            .atMost(Duration.ofSeconds(15))
            .until(() -> fixture.get("/health/ready").statusCode() == 503);
        soon(fixture, "/?q=breakfast", 200);
        soon(fixture, "/health/ready", 503);
        soon(fixture, "/api/v1/postings?q=breakfast", 200);
      } finally {
        signal(server, "CONT");
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> fixture.get("/health/ready").statusCode() == 200);
    }
  }

  private static void signal(EmbeddedPostgres server, String signal) throws Exception {
    long port = server.getPort();
    ProcessHandle postmaster =
        ProcessHandle.allProcesses()
            .filter(
                each -> each.info().arguments().map(List::of).orElse(List.of()).contains("" + port))
            .findFirst()
            .orElseThrow();
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal, "" + postmaster.pid()));
    postmaster.descendants().forEach(each -> command.add("" + each.pid()));
    assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
  }

  private static HttpResponse<String> soon(SiteFixture fixture, String path, int status) {
    long start = System.nanoTime();
    HttpResponse<String> answer = fixture.get(path);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).as(path).isLessThan(SOON);
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    return answer;
  }

  @Test
  void whoIsSignedInSearchesWhileAnotherProcessWrites() throws SQLException {
    HandClock time = new HandClock(TestPostings.NOW);
    SiteSettings open = OpenInstance.settings("http://tasks.example", true);
    try (SiteFixture fixture = SiteFixture.empty(folder, open, time)) {
      fixture.fill();
      Person person = new Person(fixture).at("198.51.100.7");
      person.signUp("ada");
      time.move(Duration.ofMinutes(10));
      try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("site.db"));
          var statement = other.createStatement()) {
        statement.execute("begin immediate");
        long start = System.nanoTime();
        HttpResponse<String> page = person.get("/?q=breakfast");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(page.body()).contains("Signed in as").doesNotContain("does not answer");
        statement.execute("rollback");
      }
    }
  }
}
