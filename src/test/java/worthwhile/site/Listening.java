package worthwhile.site;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Hears what a live stream of the site says, line by line. */
final class Listening {
  private Listening() {}

  /** The lines that come, as they come; "closed" is the last where the site ends the stream. */
  static List<String> to(SiteFixture fixture, String path, String... headers) {
    List<String> lines = new CopyOnWriteArrayList<>();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(fixture.site.url() + path))
            .header("Accept", "text/event-stream");
    if (headers.length > 0) request.headers(headers);
    var _ =
        fixture
            .client
            .sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
            .thenAcceptAsync(
                answer -> collect(answer.body(), lines), r -> Thread.ofVirtual().start(r));
    await().until(() -> lines.stream().anyMatch(line -> line.startsWith(": listening")));
    return lines;
  }

  private static void collect(Stream<String> body, List<String> lines) {
    try (body) {
      body.forEach(lines::add);
    } catch (UncheckedIOException closed) {
      lines.add("closed");
    }
  }
}
