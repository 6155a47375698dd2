package worthwhile.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import worthwhile.Out;
import worthwhile.Service;
import worthwhile.Settings;
import worthwhile.store.sql.Folders;

/**
 * {@code warm-up}: serves invented postings for a moment and opens its own pages, so that the JVM
 * can note which classes a start needs (JEP 514). The launcher runs it once after a build.
 */
@Command(name = "warm-up", hidden = true, description = "Runs once after a build.")
final class WarmUpCommand implements Callable<Integer> {
  private static final List<String> PAGES =
      List.of("/", "/?q=survey&min_hourly=5", "/status", "/platforms", "/api/v1/postings?size=5");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("worthwhile");
    Map<Settings.Key, String> given = new EnumMap<>(Settings.Key.class);
    given.put(Settings.Key.DATA, data.toString());
    given.put(Settings.Key.PORT, "0");
    Settings settings = Settings.read(given, Map.of(), data.resolve("none.toml"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      serve(settings, client, PAGES);
      // Every start but the first finds definitions, store and index as another left them.
      serve(settings, client, PAGES.subList(0, 1));
      return 0;
    } finally {
      Folders.delete(data);
    }
  }

  private void serve(Settings settings, HttpClient client, List<String> pages)
      throws IOException, InterruptedException {
    try (Service service = Service.demo(settings, Out.of(spec))) {
      service.awaitDemo();
      for (String page : pages) get(client, URI.create(service.url()).resolve(page));
    }
  }

  private static void get(HttpClient client, URI page) throws IOException, InterruptedException {
    int status =
        client
            .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
            .statusCode();
    if (status != 200) throw new IllegalStateException(page + " answered " + status);
  }
}
