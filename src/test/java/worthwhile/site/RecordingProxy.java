package worthwhile.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands between a browser and the site, and keeps every request as it came over the wire. */
final class RecordingProxy implements AutoCloseable {
  /** One request: its first line, its headers one a line, and its body. */
  record Seen(String line, String headers, String body) {
    String all() {
      return line + "\n" + headers + "\n" + body;
    }
  }

  final List<Seen> seen = new CopyOnWriteArrayList<>();
  final AtomicBoolean down = new AtomicBoolean();
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile String site;

  RecordingProxy() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::pass);
    server.start();
  }

  /** Where what comes is passed on to. */
  void to(String url) {
    site = url;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (down.get()) return;
      byte[] body = exchange.getRequestBody().readAllBytes();
      String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      String headers =
          exchange.getRequestHeaders().entrySet().stream()
              .map(header -> header.getKey() + ": " + String.join(", ", header.getValue()))
              .reduce("", (a, b) -> a + b + "\n");
      seen.add(new Seen(line, headers, new String(body, StandardCharsets.UTF_8)));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(site + exchange.getRequestURI()))
              .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      for (String name : List.of("Content-Type", "Accept", "Authorization"))
        if (exchange.getRequestHeaders().containsKey(name))
          request.header(name, exchange.getRequestHeaders().getFirst(name));
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
