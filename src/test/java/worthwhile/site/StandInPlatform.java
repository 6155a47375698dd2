package worthwhile.site;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for the platforms: answers every address with what is laid down for it. */
final class StandInPlatform {
  static final String COOKIE = "session-of-the-worker";

  /** What is answered, by address without its query; nothing else is there. */
  final Map<String, String> answers = new HashMap<>();

  /** The statuses of answers that are not 200. */
  final Map<String, Integer> statuses = new HashMap<>();

  /** What was asked: methods and addresses without their queries. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer that the tests of the sources have too. */
  static String fixtureOf(String file) {
    return read("scrapers/" + file);
  }

  void answer(Route route) {
    String address = route.request().url().replaceFirst("[?#].*", "");
    boolean preflight = route.request().method().equals("OPTIONS");
    if (!preflight) asked.add(route.request().method() + " " + address);
    String body = answers.get(address);
    String type =
        body != null && body.stripLeading().startsWith("<") ? "text/html" : "application/json";
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(preflight ? 204 : body == null ? 404 : statuses.getOrDefault(address, 200))
            .setContentType(type + "; charset=utf-8")
            .setHeaders(
                Map.of(
                    "Access-Control-Allow-Origin", "https://app.prolific.com",
                    "Access-Control-Allow-Credentials", "true",
                    "Access-Control-Allow-Headers", "Authorization",
                    "Set-Cookie", "sid=" + COOKIE + "; Path=/",
                    "Content-Type", type + "; charset=utf-8"))
            .setBody(body == null || preflight ? "" : body));
  }
}
