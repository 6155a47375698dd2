package worthwhile.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import worthwhile.site.http.ClientBounds;
import worthwhile.site.http.SiteSettings;
import worthwhile.site.http.SiteSettingsBuilder;
import worthwhile.site.view.ErrorAnswers;

/** Clients that hold a connection, and what the log says of them. */
class SlowClientsTest {
  private static final String FORM =
      "POST /account/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n";

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(ErrorAnswers.class);

  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    log.list = new CopyOnWriteArrayList<>();
    logger.setLevel(Level.DEBUG);
    logger.addAppender(log);
    log.start();
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  private SiteFixture site(ClientBounds clientBounds) {
    return SiteFixture.empty(
        folder,
        SiteSettingsBuilder.builder(SiteSettings.local("1.2.3"))
            .clientBounds(clientBounds)
            .build());
  }

  private static ClientBounds clientBounds(int head, int idle) {
    return new ClientBounds(Duration.ofMillis(head), Duration.ofMillis(idle), 1_000, 9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ",
        "GET /",
        "\r\n",
        "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nX: "
      })
  void aHeadThatTricklesEndsTheConnection(String begun) throws IOException {
    try (SiteFixture fixture = site(clientBounds(100, 30_000));
        Socket socket = socket("127.0.0.1", fixture.site.port())) {
      String answer = trickle(socket, begun, begun.equals("\r\n") ? "\r\n" : "x");
      assertThat(answer).doesNotContain("HTTP/1.1 200 OK\r\n\r\n<");
      assertThat(fixture.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/account/sign-in, 60000, application/x-www-form-urlencoded, name=",
    "/account/import, 9000000, multipart/form-data; boundary=b, '--b\r\n'",
    "/account/sign-in, 60000000, text/plain, ''"
  })
  void aBodyThatTricklesIsAnsweredWithATimeOut(String path, int length, String type, String begun)
      throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\nContent-Type: %s\r\n\r\n";
    try (SiteFixture fixture = site(clientBounds(100, 30_000));
        Socket socket = socket("127.0.0.1", fixture.site.port())) {
      String request = head.formatted(path, length, type) + begun;
      assertThat(trickle(socket, request, "x")).startsWith("HTTP/1.1 408");
      assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "POST /account/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n"})
  void whoIsSilentIsCutOff(String begun) throws IOException {
    try (SiteFixture fixture = site(clientBounds(30_000, 100));
        Socket socket = socket("127.0.0.1", fixture.site.port())) {
      socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer).startsWith(begun.isEmpty() ? "" : "HTTP/1.1 408");
      assertThat(log.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }
  }

  @Test
  void whoTakesTheirTimeButIsNotSlowIsServed() throws IOException {
    try (SiteFixture fixture = site(clientBounds(100, 30_000));
        Socket socket = socket("127.0.0.1", fixture.site.port())) {
      for (int i = 0; i < 3; i++) {
        assertThat(silence(socket, 250)).as("a kept connection may rest").isTrue();
        socket
            .getOutputStream()
            .write("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
        byte[] buffer = new byte[8_000];
        int read = socket.getInputStream().read(buffer);
        assertThat(new String(buffer, 0, read, ISO_8859_1)).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void aBodyThatEndsEarlyIsNoErrorOfOurs() throws IOException {
    try (SiteFixture fixture = site(ClientBounds.USUAL)) {
      try (Socket socket = socket("127.0.0.1", fixture.site.port())) {
        socket
            .getOutputStream()
            .write((FORM + "Content-Length: 500\r\n\r\nname=a").getBytes(ISO_8859_1));
      }
      until(() -> !log.list.isEmpty());
      assertThat(log.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    }
  }

  @Test
  void aBodyThatIsNoFormIsNoErrorOfOurs() throws IOException {
    try (SiteFixture fixture = site(ClientBounds.USUAL);
        Socket socket = socket("127.0.0.1", fixture.site.port())) {
      String request =
          "POST /account/import HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n"
              + "Connection: close\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n--c\r\n\r\nxx";
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
          .startsWith("HTTP/1.1 400");
      assertThat(log.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.DEBUG);
    }
  }

  @Test
  void oneAddressHoldsOnlySoManyConnections() throws IOException {
    Optional<InetAddress> own = ownAddress();
    assumeThat(own).as("an address of this machine beside loopback").isPresent();
    String address = own.get().getHostAddress();
    SiteSettings open =
        SiteSettingsBuilder.builder(SiteSettings.local("1"))
            .host("0.0.0.0")
            .clientBounds(new ClientBounds(Duration.ofSeconds(9), Duration.ofSeconds(9), 1, 3))
            .build();
    try (SiteFixture fixture = SiteFixture.empty(folder, open)) {
      assertThat(open(address, fixture.site.port(), 5)).isEqualTo(3);
      assertThat(open("127.0.0.1", fixture.site.port(), 5)).as("this machine").isEqualTo(5);
      until(() -> open(address, fixture.site.port(), 3) == 3);
    }
  }

  @Test
  void theConnectionsOfATrustedProxyAreNotCounted() throws IOException {
    Optional<InetAddress> own = ownAddress();
    assumeThat(own).as("an address of this machine beside loopback").isPresent();
    SiteSettings behind =
        SiteSettingsBuilder.builder(SiteSettings.local("1"))
            .host("0.0.0.0")
            .proxies(Set.of(own.get().getHostAddress()))
            .clientBounds(new ClientBounds(Duration.ofSeconds(9), Duration.ofSeconds(9), 1, 3))
            .build();
    try (SiteFixture fixture = SiteFixture.empty(folder, behind)) {
      assertThat(open(own.get().getHostAddress(), fixture.site.port(), 5)).isEqualTo(5);
    }
  }

  private static Optional<InetAddress> ownAddress() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .filter(address -> address.getAddress().length == 4)
        .findFirst();
  }

  /** How many of so many connections, held at the same time, are answered on. */
  private static int open(String host, int port, int count) {
    List<Socket> sockets = new ArrayList<>();
    try {
      int answered = 0;
      for (int i = 0; i < count; i++) {
        sockets.add(socket(host, port));
        if (isAnswered(sockets.getLast())) answered++;
      }
      return answered;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } finally {
      for (Socket socket : sockets) close(socket);
    }
  }

  private static boolean isAnswered(Socket socket) {
    try {
      socket
          .getOutputStream()
          .write("GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
      return socket.getInputStream().read() == 'H';
    } catch (IOException refused) {
      return false;
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Socket socket(String host, int port) throws IOException {
    Socket socket = new Socket(host, port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  /** Whether nothing comes and the connection stays for so many milliseconds. */
  private static boolean silence(Socket socket, int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException silent) {
      socket.setSoTimeout(10_000);
      return true;
    }
  }

  /** What is answered to a client that sends a little every few milliseconds, for at most 9 s. */
  private static String trickle(Socket socket, String begun, String more) throws IOException {
    StringBuilder answer = new StringBuilder();
    socket.setSoTimeout(10);
    socket.getOutputStream().write(begun.getBytes(ISO_8859_1));
    for (long end = System.nanoTime() + 9_000_000_000L; System.nanoTime() < end; ) {
      try {
        int read = socket.getInputStream().read();
        if (read < 0) return answer.toString();
        answer.append((char) read);
      } catch (SocketTimeoutException quiet) {
        send(socket, more);
      } catch (SocketException reset) {
        return answer.toString();
      }
    }
    throw new AssertionError("still open: " + answer);
  }

  private static void send(Socket socket, String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    } catch (SocketException closed) {
      // The answer, if there is one, is read next.
    }
  }

  private static void until(BooleanSupplier done) {
    long end = System.nanoTime() + 9_000_000_000L;
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
