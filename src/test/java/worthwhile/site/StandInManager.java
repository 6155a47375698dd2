package worthwhile.site;

import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import worthwhile.posting.PostingJson;

/** Stands in for a browser's script manager: keeps values and sends requests outside the page. */
final class StandInManager {
  private final Map<String, String> values = new TreeMap<>();

  /** Runs the user script in every page of a browser. */
  void install(BrowserContext context, String script) {
    context.exposeBinding("managerGet", (source, args) -> values.get((String) args[0]));
    context.exposeBinding("managerNames", (source, args) -> List.copyOf(values.keySet()));
    context.exposeBinding(
        "managerSet",
        (source, args) -> {
          if (args[1] == null) values.remove((String) args[0]);
          else values.put((String) args[0], (String) args[1]);
          return null;
        });
    context.exposeBinding(
        "managerRequest",
        (source, args) ->
            request((String) args[0], (String) args[1], (String) args[2], (String) args[3]));
    context.addInitScript(StandInPlatform.read("src/test/resources/companion-manager.js"));
    context.addInitScript(script);
  }

  private static Map<String, Object> request(
      String method, String url, String headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    PostingJson.MAPPER
        .readTree(headers)
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asString()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return Map.of("status", answer.statusCode(), "text", answer.body());
    } catch (IOException offline) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
