package worthwhile.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import worthwhile.fetch.FetchOutcome.Fetched;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/** Bodies that are cut off, endless, slow or blown up, byte by byte. */
@Timeout(60)
class WireTest {
  private static final String OK = "HTTP/1.1 200 OK\nContent-Type: text/plain\n";
  private static final byte[] TEXT = "label forty photos".getBytes(UTF_8);

  @Test
  void aBodyShorterThanAnnouncedIsNoAnswer() throws IOException {
    assertEndedEarly(RawServer.bytes(OK + "Content-Length: 1000\n\n", TEXT));
  }

  @Test
  void aChunkedBodyWithoutItsEndIsNoAnswer() throws IOException {
    assertEndedEarly(
        RawServer.bytes(
            OK + "Transfer-Encoding: chunked\n\n12\n", "label forty photos\r\n".getBytes(UTF_8)));
  }

  @Test
  void aGzipBodyWithoutItsEndIsNoAnswer() throws IOException {
    byte[] whole = gzip("label forty photos ".repeat(50).getBytes(UTF_8));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertEndedEarly(
        RawServer.bytes(
            OK + "Content-Encoding: gzip\nContent-Length: " + half.length + "\n\n", half));
  }

  @Test
  void noAnswerAtAllIsUnavailable() throws IOException {
    assertThat(fetch(new RawServer(_ -> {}), TestSource.TERMS))
        .returns(Kind.UNAVAILABLE, FetchFixture::kind);
  }

  @Test
  void gzipDeflateAndRawDeflateAreUnpacked() throws IOException {
    for (boolean raw : new boolean[] {true, false})
      assertBody(RawServer.bytes(OK + "Content-Encoding: deflate\n\n", deflate(TEXT, raw)), TEXT);
    assertBody(RawServer.bytes(OK + "Content-Encoding: gzip\n\n", gzip(TEXT)), TEXT);
  }

  @Test
  void aGzipFileIsUnpackedAndAFalseClaimOfGzipForgiven() throws IOException {
    assertBody(RawServer.bytes(OK + "\n", gzip(TEXT)), TEXT);
    assertBody(RawServer.bytes(OK + "Content-Encoding: gzip\n\n", TEXT), TEXT);
  }

  @Test
  void anEncodingWeDidNotAskForIsNotTaken() throws IOException {
    assertUnacceptable(RawServer.bytes(OK + "Content-Encoding: br\n\n", TEXT), "\"br\"");
  }

  @Test
  void aBodyAnnouncedTooLongIsNotEvenRead() throws IOException {
    assertUnacceptable(
        RawServer.bytes(OK + "Content-Length: 99999999999\n\n", TEXT), "longer than 2000000");
  }

  @Test
  void anEndlessBodyIsCutOff() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    assertUnacceptable(
        new RawServer(
            out -> {
              out.write((OK + "\n").replace("\n", "\r\n").getBytes(UTF_8));
              forever(out, gone);
            }),
        "longer than 2000000");
    assertThat(gone.await(20, TimeUnit.SECONDS)).as("we hang up").isTrue();
  }

  @Test
  void aCompressionBombIsCutOff() throws IOException {
    byte[] bomb = gzip(new byte[20_000_000]);
    assertThat(bomb.length).isLessThan(30_000);
    assertUnacceptable(
        RawServer.bytes(OK + "Content-Encoding: gzip\n\n", bomb), "compression bomb");
  }

  @Test
  void aLargePageThatCompressesWellIsNoBomb() throws IOException {
    StringBuilder page = new StringBuilder();
    for (int i = 0; page.length() < 1_500_000; i++)
      page.append("<li class='task'><a href='/t/").append(i * 7919L).append("'>Label</a></li>\n");
    byte[] body = page.toString().getBytes(UTF_8);
    assertBody(RawServer.bytes(OK + "Content-Encoding: gzip\n\n", gzip(body)), body);
  }

  @Test
  void aBodyThatDripsIsGivenUp() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    RawServer slow =
        new RawServer(
            out -> {
              out.write((OK + "Content-Length: 1000\n\n").replace("\n", "\r\n").getBytes(UTF_8));
              drip(out, gone);
            });
    assertThat(fetch(slow, TestSource.TERMS.timeout(Duration.ofMillis(700))))
        .isEqualTo(
            new FetchOutcome.Stopped(
                new Stop(Kind.UNAVAILABLE, "board.example took longer than 700 ms")));
    assertThat(gone.await(20, TimeUnit.SECONDS)).as("we hang up").isTrue();
  }

  @Test
  void aServerThatSaysNothingIsGivenUp() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    RawServer silent = new RawServer(_ -> await(never, 20));
    assertThat(fetch(silent, TestSource.TERMS.timeout(Duration.ofMillis(300))))
        .returns(Kind.UNAVAILABLE, FetchFixture::kind);
    never.countDown();
  }

  @Test
  void headersWithoutEndAreNotTaken() throws Exception {
    RawServer endless =
        new RawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
              for (int i = 0; i < 2_000_000; i++) out.write(("X-" + i + ": y\r\n").getBytes(UTF_8));
            });
    assertThat(fetch(endless, TestSource.TERMS.timeout(Duration.ofSeconds(10))))
        .returns(Kind.UNACCEPTABLE, FetchFixture::kind);
  }

  private static void assertEndedEarly(RawServer server) throws IOException {
    assertThat(fetch(server, TestSource.TERMS))
        .returns(Kind.UNAVAILABLE, FetchFixture::kind)
        .extracting(FetchFixture::stop)
        .satisfies(none -> assertThat(none.text()).contains("ended early"));
  }

  private static void assertUnacceptable(RawServer server, String reason) throws IOException {
    assertThat(fetch(server, TestSource.TERMS))
        .returns(Kind.UNACCEPTABLE, FetchFixture::kind)
        .extracting(FetchFixture::stop)
        .satisfies(refused -> assertThat(refused.text()).contains(reason));
  }

  private static void assertBody(RawServer server, byte[] body) throws IOException {
    assertThat(fetch(server, TestSource.TERMS))
        .isInstanceOfSatisfying(
            Fetched.class, fetched -> assertThat(fetched.response().body()).isEqualTo(body));
  }

  private static FetchOutcome fetch(RawServer server, TestSource source) throws IOException {
    FakeTime time = new FakeTime();
    FetchSettings settings =
        new FetchSettings(
            "0.1.0",
            Optional.empty(),
            true,
            Map.of("board.example", server.base()),
            Optional.empty(),
            Secrets.NONE,
            time,
            time.pause(),
            Parking.NONE);
    try (server;
        Fetcher fetcher = new Fetcher(settings)) {
      return fetcher.fetch(
          TestSource.get("https://board.example/x"), source.build(), Validators.NONE);
    }
  }

  private static void forever(OutputStream out, CountDownLatch gone) {
    try {
      byte[] block = "label forty photos for two dollars\n".repeat(1000).getBytes(UTF_8);
      while (true) out.write(block);
    } catch (IOException e) {
      gone.countDown();
    }
  }

  private static void drip(OutputStream out, CountDownLatch gone) {
    try {
      for (int i = 0; i < 1000; i++) {
        out.write('x');
        out.flush();
        if (await(gone, 0.1)) return;
      }
    } catch (IOException e) {
      gone.countDown();
    }
  }

  /** The server's own slowness, which ends early when the latch opens. */
  private static boolean await(CountDownLatch latch, double seconds) {
    try {
      return latch.await((long) (seconds * 1000), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] plain, boolean raw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}
