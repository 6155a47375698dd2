package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.command.Main;
import worthwhile.store.TestDatabase;

/** Commands beside an instance that serves, the demo first of all. */
class DemoTest {
  @TempDir private Path data;
  @TempDir private Path folder;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void noSources() throws IOException {
    Files.createDirectories(folder.resolve("scrapers"));
  }

  private Settings settings(Map<Settings.Key, String> more) {
    Map<Settings.Key, String> given = new java.util.EnumMap<>(Settings.Key.class);
    given.putAll(more);
    given.put(Settings.Key.DATA, data.toString());
    given.put(Settings.Key.SCRAPERS, folder.resolve("scrapers").toString());
    given.put(Settings.Key.PORT, "0");
    given.put(Settings.Key.RATES, "kept");
    return Settings.read(given, Map.of(), folder.resolve("none.toml"));
  }

  private Service demo() {
    return Service.demo(settings(Map.of()).ofDemo(), out());
  }

  private Out out() {
    return new Out(new PrintWriter(said, true), new PrintWriter(said, true));
  }

  private int command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", data.toString()));
    all.addAll(List.of("--scrapers", folder.resolve("scrapers").toString()));
    said.getBuffer().setLength(0);
    return Main.commandLine()
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(said, true))
        .execute(all.toArray(String[]::new));
  }

  private String postings(int count) throws IOException {
    String rows =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "{\"source\":\"mine\",\"identifier\":\"%d\",\"title\":\"Count herons %d\"}"
                        .formatted(i, i))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve("postings.jsonl"), rows).toString();
  }

  private String work() throws IOException {
    String csv = "Date,Task,Minutes,Pay,Paid?\n2026-06-02,Fold maps,30,$4.00,yes\n";
    return Files.writeString(folder.resolve("work.csv"), csv).toString();
  }

  private static String get(Service service, String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void awaitFound(Service service, int count) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                get(service, "/api/v1/postings?q=herons&size=1")
                    .contains("\"total\":" + count + ","));
  }

  @Test
  void aCommandBesideTheDemoSaysWhichDatabaseIsMeant() throws Exception {
    String file = postings(40);
    try (Service service = demo()) {
      assertThat(command("import", file, "--as", "jsonl")).isEqualTo(2);
      assertThat(said.toString())
          .contains(data.resolve("demo").resolve("worthwhile.db").toString())
          .contains("Add --demo")
          .contains("--no-demo");
      assertThat(data.resolve("worthwhile.db")).doesNotExist();

      assertThat(command("import", file, "--as", "jsonl", "--demo")).as("%s", said).isZero();
      awaitFound(service, 40);
      assertThat(get(service, "/?q=herons&size=5")).contains("href=\"/tasks/mine:");
      assertThat(command("reindex", "--demo")).as("%s", said).isZero();
      assertThat(said.toString()).contains("40 postings indexed, by the process that serves");

      assertThat(command("import", file, "--as", "jsonl", "--no-demo")).as("%s", said).isZero();
      assertThat(data.resolve("worthwhile.db")).exists();
      assertThatThrownBy(this::demo)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("A demo runs already");
    }
    assertThat(command("import", file, "--as", "jsonl")).as("%s", said).isZero();
  }

  @Test
  void theDemoKeepsWhatBelongsToAccountsAndMakesPostingsAnew() throws Exception {
    try (Service service = demo()) {
      assertThat(command("import", postings(3), "--as", "jsonl", "--demo")).isZero();
      assertThat(command("import", work(), "--as", "csv", "--demo")).as("%s", said).isZero();
      awaitFound(service, 3);
    }
    Files.writeString(data.resolve("demo").resolve("running"), "place 1 1\n"); // As after a kill.
    try (Service service = demo()) {
      service.awaitDemo();
      assertThat(get(service, "/earnings?period=all")).contains("Fold maps", "$8.00");
      assertThat(get(service, "/")).contains("is kept");
      awaitFound(service, 0);
      assertThat(command("import", postings(5), "--as", "jsonl", "--demo")).isZero();
      awaitFound(service, 5);
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsImportedBesideAnInstanceThatServesIsFoundWithinSeconds(TestDatabase kind)
      throws Exception {
    String database = kind.fresh(folder);
    Settings settings = settings(Map.of(Settings.Key.DATABASE, database));
    Path config = folder.resolve("worthwhile.toml");
    Files.writeString(config, "database = \"" + database.replace("\\", "/") + "\"\n");
    try (Service service = Service.start(settings, out())) {
      String file = postings(1_000);
      assertThat(command("import", file, "--as", "jsonl", "--config", config.toString()))
          .as("%s", said)
          .isZero();
      awaitFound(service, 1_000);
      assertThat(command("reindex", "--config", config.toString())).as("%s", said).isZero();
      assertThat(said.toString()).contains("1000 postings indexed, by the process that serves");
    }
  }
}
