package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import worthwhile.alert.AlertFollower;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.PostingJson;
import worthwhile.posting.UnitText;
import worthwhile.store.Store;

/**
 * A serving instance killed with SIGKILL while it looks for matches, fills its outbox and sends: a
 * webhook that takes each id once hears of each task exactly once.
 */
class AlertKillTest {
  private static final int TASKS = 150;

  @TempDir private Path folder;
  private HttpServer receiver;
  private Store store;
  private Tail tail;
  private Process process;
  private int port;

  /** Ids of the messages in which a task came. */
  private final Map<String, Set<String>> heard = new HashMap<>();

  private int requests;

  /** While it is not open, answers wait. */
  private volatile CountDownLatch answering = new CountDownLatch(0);

  @BeforeEach
  void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext("/", this::hear);
    receiver.start();
    Files.createDirectories(folder.resolve("scrapers"));
    store = Store.open(database(), Clock.systemUTC());
    tail =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    if (process != null) process.destroyForcibly();
    answering.countDown();
    receiver.stop(0);
    store.close();
  }

  private String database() {
    return "jdbc:sqlite:" + folder.resolve("data/worthwhile.db");
  }

  private void hear(HttpExchange exchange) throws IOException {
    try (exchange) {
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      JsonNode body = PostingJson.MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      synchronized (heard) {
        for (JsonNode posting : body.path("data").path("postings"))
          heard.computeIfAbsent(posting.path("id").asString(), _ -> new HashSet<>()).add(id);
        requests++;
      }
      answering.await();
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int requests() {
    synchronized (heard) {
      return requests;
    }
  }

  @Test
  void whereverItIsKilledNothingIsLostAndNothingComesTwice() throws Exception {
    List<String> tasks = new ArrayList<>();
    serve();
    save();
    tasks.addAll(come("stored"));
    kill(() -> true);

    serve();
    awaitCalm();
    long before = followed();
    tasks.addAll(come("matched"));
    kill(() -> followed() > before);

    serve();
    awaitCalm();
    tasks.addAll(come("queued"));
    kill(this::isAnythingDue);

    serve();
    awaitCalm();
    answering = new CountDownLatch(1);
    int asked = requests();
    tasks.addAll(come("sent"));
    kill(() -> requests() > asked);
    answering.countDown();

    serve();
    awaitCalm();
    int answered = requests();
    tasks.addAll(come("answered"));
    kill(() -> requests() > answered);

    serve();
    awaitCalm();
    synchronized (heard) {
      assertThat(heard.keySet()).containsExactlyInAnyOrderElementsOf(tasks);
      assertThat(heard).allSatisfy((task, ids) -> assertThat(ids).as(task).hasSize(1));
    }
  }

  /** Returns when all that came was looked at and sent. */
  private void awaitCalm() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> followed() == store.postings().revision() && !isAnythingDue());
  }

  private boolean isAnythingDue() {
    return store.alerts(
        alerts -> alerts.deliveries().oldestDue(Clock.systemUTC().instant()).isPresent());
  }

  private long followed() {
    return store.followers().revision(AlertFollower.NAME).orElse(0L);
  }

  private void serve() throws IOException, SQLException {
    letLeasesEnd();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "worthwhile.command.Main",
            "serve",
            "--port",
            Integer.toString(port),
            "--data",
            folder.resolve("data").toString(),
            "--scrapers",
            folder.resolve("scrapers").toString(),
            "--map",
            "hooks.test=http://127.0.0.1:" + receiver.getAddress().getPort());
    builder.environment().put("WORTHWHILE_RATES", "kept");
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("serve.log").toFile())
            .start();
    await()
        .atMost(Duration.ofSeconds(40))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> isLive() || !process.isAlive());
    assertThat(process.isAlive()).as(Files.readString(folder.resolve("serve.log"))).isTrue();
  }

  private boolean isLive() {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest look = HttpRequest.newBuilder(at("/health/live")).build();
      return client.send(look, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** What a killed process had taken is nobody's after 45 seconds; here they have passed. */
  private void letLeasesEnd() throws SQLException {
    try (Connection connection = DriverManager.getConnection(database());
        var statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 10000");
      statement.executeUpdate(
          "update delivery set lease_until = 0 where lease is not null and state = 'due'");
    }
  }

  private void save() throws IOException, InterruptedException {
    String body =
        """
        {"name": "shapes", "query": {"q": "shapes"}, "mostPerDay": 100000,
          "channels": [{"type": "webhook", "url": "http://hooks.test/x"}]}
        """;
    HttpRequest wish =
        HttpRequest.newBuilder(at("/api/v1/saved-searches"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> made = client.send(wish, HttpResponse.BodyHandlers.ofString());
      assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }
  }

  /** Kills as soon as something has happened. */
  private void kill(BooleanSupplier happened) throws InterruptedException {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(2))
        .pollDelay(Duration.ZERO)
        .until(happened::getAsBoolean);
    process.destroyForcibly().waitFor();
  }

  /** Stores tasks beside the process that serves, as a crawl does; their ids. */
  private List<String> come(String round) {
    List<Item> items =
        IntStream.range(0, TASKS)
            .<Item>mapToObj(
                i ->
                    JobPosting.builder("mine", "mturk", round + i)
                        .title("Match shapes " + round + " " + i)
                        .description("Shapes of kind " + round + " " + i)
                        .url("https://example.org/" + round + i)
                        .timeRequired(Duration.ofMinutes(6))
                        .baseSalary(MonetaryAmount.of("USD", new BigDecimal("2"), UnitText.TASK))
                        .build())
            .toList();
    tail.take(
        Batch.Rows.of("mine", Clock.systemUTC().instant())
            .outcome(RunOutcome.Read.PARTIAL)
            .items(items)
            .build());
    return IntStream.range(0, TASKS).mapToObj(i -> "mine:" + round + i).toList();
  }
}
