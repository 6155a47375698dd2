package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static worthwhile.alert.AlertScene.hook;
import static worthwhile.alert.AlertScene.task;
import static worthwhile.alert.AlertScene.wanted;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.alert.channel.MailChannel;
import worthwhile.alert.channel.ScriptedMailServer;
import worthwhile.alert.channel.WebhookChannel;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Destination;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.fetch.wire.Wire;
import worthwhile.store.TestDatabase;

/**
 * Receivers that behave badly delay nobody else. The good one has everything before the bad one has
 * done anything at all: the order of what happens shows it, no clock does.
 */
class BadReceiversTest {
  private static final Map<String, List<String>> SHAPES = Map.of("q", List.of("shapes"));
  private static final int FEW = 24;
  private static final int MANY = 80;

  /** As an instance has it. */
  private static final int AT_ONCE = 32;

  private static final long GIGABYTE = 1L << 30;

  @TempDir private Path folder;
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private final AtomicLong written = new AtomicLong();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private HttpServer elsewhere;
  private Wire wire;
  private AlertScene scene;

  @BeforeEach
  void start() throws IOException {
    server = receiver();
    elsewhere = receiver();
    wire =
        Wire.of(
            Map.of("hooks.test", address(server), "elsewhere.test", address(elsewhere)), AT_ONCE);
    scene = new AlertScene(TestDatabase.SQLITE.fresh(folder), folder);
    scene.carry(ChannelType.WEBHOOK, new WebhookChannel(wire, "Worthwhile/test", scene.clock));
  }

  @AfterEach
  void stop() throws Exception {
    hanging.countDown();
    scene.close();
    wire.close();
    server.stop(0);
    elsewhere.stop(0);
    threads.shutdownNow();
  }

  private HttpServer receiver() throws IOException {
    HttpServer made =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    made.setExecutor(threads);
    made.createContext("/", this::answer);
    made.start();
    return made;
  }

  private static URI address(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      events.add("asked " + path);
      switch (path.replaceAll("[0-9]", "")) {
        case "/hang" -> hang(exchange);
        case "/moved" -> {
          exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/");
          exchange.sendResponseHeaders(302, -1);
        }
        case "/broken" -> exchange.sendResponseHeaders(500, -1);
        case "/huge" -> pour(exchange);
        default -> exchange.sendResponseHeaders(200, -1);
      }
    }
  }

  private void hang(HttpExchange exchange) throws IOException {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    events.add("answered " + exchange.getRequestURI().getPath());
    exchange.sendResponseHeaders(200, -1);
  }

  private void pour(HttpExchange exchange) throws IOException {
    byte[] some = new byte[1 << 16];
    exchange.sendResponseHeaders(200, GIGABYTE);
    while (written.addAndGet(some.length) < GIGABYTE) exchange.getResponseBody().write(some);
    events.add("poured out");
  }

  private SavedSearch save(String path) {
    return scene.save(wanted(SHAPES, hook(path)));
  }

  /** Begins to send, and waits for nobody. */
  private void begin() {
    scene.match();
    scene.outbox.drain();
  }

  @Test
  void webhooksThatHangHoldUpNoOtherNotEvenOnTheirHost() {
    for (int i = 0; i < FEW; i++) save("hang" + i);
    save("good");
    assertGoodIsToldWhileTheyHang(FEW);
  }

  @Test
  void moreWebhooksThatHangThanTheirHostIsAskedAtOnceHoldUpNoOtherHost() {
    for (int i = 0; i < MANY; i++) save("hang" + i);
    scene.save(
        wanted(
            SHAPES, new Destination.Webhook(URI.create("http://elsewhere.test/good"), List.of())));
    assertGoodIsToldWhileTheyHang(AT_ONCE);
  }

  private void assertGoodIsToldWhileTheyHang(int hang) {
    scene.come(task("1"));
    begin();
    await().until(() -> count("asked /good") == 1 && count("asked /hang") == hang);
    scene.come(task("2"));
    await()
        .until(
            () -> {
              begin();
              return count("asked /good") == 2;
            });
    assertThat(count("answered /hang")).isZero();
    hanging.countDown();
    scene.send();
    await().until(() -> count("answered /hang") >= hang);
  }

  private long count(String event) {
    return events.stream().filter(each -> each.startsWith(event)).count();
  }

  @Test
  void aWebhookThatRedirectsToAPrivateAddressIsGivenUpWithoutGoingThere() {
    SavedSearch moved = save("moved");
    SavedSearch good = save("good");
    scene.come(task("1"));
    scene.run();
    scene.come(task("2"));
    scene.run();
    assertThat(events)
        .containsExactlyInAnyOrder("asked /moved", "asked /good", "asked /moved", "asked /good");
    assertThat(scene.ledger(moved))
        .containsExactly("mill:1 failed alert-refused", "mill:2 failed alert-refused");
    assertThat(scene.ledger(good)).containsExactly("mill:1 sent new", "mill:2 sent new");
  }

  @Test
  void aWebhookThatAnswers500WaitsAloneForItsNextTry() {
    SavedSearch broken = save("broken");
    SavedSearch good = save("good");
    scene.come(task("1"));
    scene.run();
    scene.come(task("2"));
    scene.run();
    assertThat(events.stream().filter("asked /good"::equals).count()).isEqualTo(2);
    assertThat(scene.ledger(good)).containsExactly("mill:1 sent new", "mill:2 sent new");
    assertThat(scene.ledger(broken)).containsExactly("mill:1 due new", "mill:2 due new");
  }

  @Test
  void aWebhookThatAnswersWithAGigabyteIsTakenAtItsStatusAndNotReadToItsEnd() {
    SavedSearch huge = save("huge");
    SavedSearch good = save("good");
    scene.come(task("1"));
    scene.run();
    scene.come(task("2"));
    scene.run();
    assertThat(scene.ledger(good)).containsExactly("mill:1 sent new", "mill:2 sent new");
    assertThat(scene.ledger(huge)).containsExactly("mill:1 sent new", "mill:2 sent new");
    assertThat(events).doesNotContain("poured out");
    assertThat(written.get()).isLessThan(GIGABYTE / 8);
  }

  @Test
  void aMailServerThatGreylistsSomeMailboxesTakesTheOthersMailAtOnceAndTheirsLater()
      throws IOException {
    Set<String> known = ConcurrentHashMap.newKeySet();
    List<String> asked = new CopyOnWriteArrayList<>();
    try (ScriptedMailServer mail =
        new ScriptedMailServer(
            line -> {
              asked.add(line.replaceAll(".*<|@.*", ""));
              boolean grey = line.contains("grey") && known.add(line);
              return grey ? "450 4.2.0 greylisted, come back" : "250 2.1.5 OK";
            })) {
      List<SavedSearch> grey = new ArrayList<>();
      for (int i = 0; i < 8; i++) grey.add(confirmed("grey" + i));
      SavedSearch good = confirmed("good");
      scene.run();
      scene.carry(ChannelType.MAIL, new MailChannel(mail.settings()));
      scene.come(task("1"));
      scene.run();
      assertThat(asked.stream().filter("good"::equals).count()).isEqualTo(1);
      assertThat(scene.ledger(good)).containsExactly("mill:1 sent new");
      assertThat(grey)
          .allSatisfy(each -> assertThat(scene.ledger(each)).containsExactly("mill:1 due new"));
      scene.pass(Duration.ofMinutes(5));
      scene.run();
      assertThat(grey)
          .allSatisfy(each -> assertThat(scene.ledger(each)).containsExactly("mill:1 sent new"));
      assertThat(asked.stream().filter("good"::equals).count()).isEqualTo(1);
    }
  }

  private SavedSearch confirmed(String mailbox) {
    return scene.saveConfirmed(wanted(SHAPES, new Destination.Mail(mailbox + "@home.test", "")));
  }
}
