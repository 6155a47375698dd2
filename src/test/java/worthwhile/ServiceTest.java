package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import worthwhile.flow.Noise;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.PostingState;
import worthwhile.store.Store;
import worthwhile.store.source.Runs.Run;
import worthwhile.store.sql.Folders;

/** A whole serving instance: what it looks through by itself, and how it stops. */
class ServiceTest {
  @TempDir private Path folder;

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger("worthwhile");

  @BeforeEach
  void listen() throws IOException {
    Files.createDirectories(folder.resolve("scrapers"));
    Files.createDirectories(folder.resolve("data"));
    lines.start();
    root.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(lines);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Service serve() {
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA,
            data().toString(),
            Settings.Key.SCRAPERS,
            folder.resolve("scrapers").toString(),
            Settings.Key.PORT,
            "0",
            Settings.Key.RATES,
            "kept");
    Settings settings = Settings.read(given, Map.of(), folder.resolve("none.toml"));
    return Service.start(settings, new Out(writer(), writer()));
  }

  private static PrintWriter writer() {
    return new PrintWriter(new StringWriter(), true);
  }

  private void store(int postings) {
    Instant at = Clock.systemUTC().instant();
    List<Change> changes =
        IntStream.range(0, postings)
            .<Change>mapToObj(
                i ->
                    new Change.New(
                        FlatPosting.builder("s", "p", "" + i)
                            .title("Sort " + i)
                            .description("Put each fruit into its basket. ".repeat(20))
                            .state(PostingState.OPEN)
                            .firstSeen(at)
                            .lastSeen(at)
                            .build()))
            .toList();
    try (Store store = Store.open("jdbc:sqlite:" + data().resolve("worthwhile.db"), clock())) {
      Run run =
          new Run(
              "run",
              "s",
              at,
              "items",
              Optional.empty(),
              1,
              postings,
              postings,
              0,
              0,
              0,
              Duration.ZERO);
      store.postings().apply(changes, run);
    }
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }

  private static HttpResponse<String> get(Service service, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(service.url() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private List<String> errors() {
    return lines.list.stream()
        .filter(line -> line.getLevel().isGreaterOrEqual(Level.ERROR))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Test
  void damageIsFoundByItselfAndAnEmptyFileIsNotTakenForTheDatabase() throws Exception {
    store(400);
    try (Service service = serve()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> get(service, "/status").body().contains("nothing wrong with it"));
      assertThat(data().resolve("running")).exists();
    }
    assertThat(data().resolve("running")).doesNotExist();
    assertThat(errors()).isEmpty();

    Noise.overTable(data().resolve("worthwhile.db"), "posting");
    Files.writeString(data().resolve("running"), "1"); // As after a kill.
    try (Service service = serve()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> get(service, "/health/ready").statusCode() == 503);
      assertThat(get(service, "/health/ready").body()).contains("database-damaged");
    }
    Files.write(data().resolve("worthwhile.db"), new byte[0]);
    org.assertj.core.api.Assertions.assertThatThrownBy(this::serve)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("has no bytes")
        .hasMessageContaining("restore FILE");
  }

  @Test
  void anInventedTaskGoesAllTheWayByItself() throws Exception {
    try (Service service = serve()) {
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> get(service, "/metrics").body().contains("worthwhile_canary_result 1.0"));
      assertThat(get(service, "/status").body()).contains("was told as it should be");
      assertThat(get(service, "/operate/alerts").body()).contains("arrived");
    }
    assertThat(errors()).isEmpty();
  }

  @Test
  void aStopInTheMiddleOfCatchingUpIsNoError() throws Exception {
    store(6_000);
    for (int round = 0; round < 3; round++) {
      Service service = serve();
      if (round > 0)
        await().until(() -> !get(service, "/api/v1/postings").body().contains("\"total\":0,"));
      service.close();
      Folders.delete(data().resolve("index"));
    }
    assertThat(errors()).isEmpty();
  }
}
