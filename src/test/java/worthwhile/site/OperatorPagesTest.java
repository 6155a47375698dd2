package worthwhile.site;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import worthwhile.account.Role;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.posting.Reason;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Actor;
import worthwhile.store.source.Bodies;
import worthwhile.store.source.Deed;
import worthwhile.store.source.OperatorLog;
import worthwhile.store.source.Runs;

/** Who sees the operator's pages, that they are safe and light, and what they say. */
class OperatorPagesTest {
  private static final Instant NOW = TestPostings.NOW;
  private static final String PAGE = "/operate/sources/kleinarbeit";
  private static final String HOSTILE = "<script>alert(1)</script>\"'&";

  @TempDir private Path folder;

  private static Runs.Run run(String id, String source, Instant at, String outcome, Reason why) {
    return new Runs.Run(
        id,
        source,
        at,
        outcome,
        Optional.ofNullable(why),
        1,
        outcome.equals("items") ? 60 : 0,
        2,
        1,
        0,
        1,
        Duration.ofMillis(4200));
  }

  private static Response body(String url, String type, String text) {
    return new Response(
        URI.create(url),
        200,
        Map.of("content-type", type),
        text.getBytes(StandardCharsets.UTF_8),
        NOW);
  }

  /** A source with a failed run, a batch that is held back, and acts in the log. */
  static void trouble(SiteFixture fixture) {
    Reason drifted =
        Reason.of("page-failed")
            .with("outcome", "drifted")
            .with("text", HOSTILE)
            .with("url", "javascript:alert(1)//" + HOSTILE);
    fixture
        .store
        .runs()
        .add(run("failed", "kleinarbeit", NOW.minusSeconds(500), "drifted", drifted));
    String page = "https://kleinarbeit.example/tasks.json?q=%22%3E%3Cb%3E";
    String rows =
        "{\"tasks\":[{\"id\":\"1\",\"title\":\"Sort <img src=x onerror=alert(1)> pears\","
            + "\"url\":\"https://kleinarbeit.example/1\",\"reward\":\"0.35\"}]}";
    fixture
        .store
        .bodies()
        .keep(
            "kleinarbeit",
            "held",
            List.of(
                new Bodies.Page(
                    page,
                    body(page, "application/json", rows),
                    Validators.NONE,
                    Optional.empty())));
    fixture
        .store
        .runs()
        .add(
            run(
                "held",
                "kleinarbeit",
                NOW.minusSeconds(300),
                "held-back",
                Reason.of("titles-alike").with("rows", 9).with("title", HOSTILE)));
    fixture
        .store
        .operatorLog()
        .note(
            new Actor.Program(),
            Deed.QUARANTINED,
            "kleinarbeit",
            Optional.of(Reason.stated(HOSTILE)));
  }

  private static Document page(SiteFixture fixture, String path) {
    HttpResponse<String> answer = fixture.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
    return Jsoup.parse(answer.body());
  }

  @Test
  void whatOthersWroteIsShownAndNeverMarkup() {
    try (SiteFixture fixture = SiteFixture.filled(folder)) {
      trouble(fixture);
      for (String path : List.of("/operate", PAGE, "/operate/log", "/status")) {
        Document shown = Jsoup.parse(fixture.get(path).body());
        assertThat(shown.select("main script, main img, main b, main [onerror]"))
            .as(path)
            .isEmpty();
        assertThat(shown.select("a[href^=javascript]")).as(path).isEmpty();
        assertThat(shown.select("main [style]")).as(path).isEmpty();
      }
      Document shown = page(fixture, PAGE);
      assertThat(shown.text())
          .contains(HOSTILE, "Sort <img src=x onerror=alert(1)> pears", "javascript:alert(1)");
      assertThat(shown.select("#held ~ ul li").eachText())
          .singleElement(as(InstanceOfAssertFactories.STRING))
          .endsWith("pears · $0.35 per task");
      assertThat(page(fixture, "/operate/log").text()).contains(HOSTILE);
      assertThat(page(fixture, "/operate").select(".care").first().text())
          .as("gravest first")
          .startsWith("Kleinarbeit");
      assertThat(fixture.get("/operate/sources/none").statusCode()).isEqualTo(404);
      assertThat(fixture.get("/operate/sources/%3Cb%3E").body()).doesNotContain("<b>");
    }
  }

  @Test
  void everythingIsForTheOperatorAlone() {
    try (OpenInstance open = new OpenInstance(folder)) {
      trouble(open.fixture);
      Person nobody = open.somebody();
      Person worker = open.somebody();
      worker.signUp("ada");
      for (String path : List.of("/operate", "/operate/log", PAGE)) {
        assertThat(nobody.get(path).statusCode()).as(path).isEqualTo(303);
        assertThat(worker.get(path).statusCode()).as(path).isEqualTo(403);
      }
      List<String> deeds = List.of("run", "pause", "resume", "release", "throw-away");
      for (String deed : deeds) {
        String path = PAGE + "/" + deed;
        assertThat(nobody.post(path, "run", "held").statusCode()).as(path).isEqualTo(303);
        assertThat(worker.post(path, "run", "held").statusCode()).as(path).isEqualTo(403);
      }
      assertThat(open.fixture.store.operatorLog().newest(9, 0)).hasSize(1);
      assertThat(open.fixture.store.pauses().all()).isEmpty();
      assertThat(worker.page("/status").select("a[href^=/operate]")).isEmpty();

      var accounts = new worthwhile.account.Accounts(open.fixture.store, open.time);
      accounts.setRoles(accounts.byName("ada").orElseThrow(), EnumSet.of(Role.OPERATOR));
      worker.signIn("ada", Person.PASSWORD);
      assertThat(worker.page("/status").select("a[href=/operate]")).hasSize(1);
      worker.with("Sec-Fetch-Site", "cross-site");
      for (String deed : deeds)
        assertThat(worker.post(PAGE + "/" + deed, "run", "held").statusCode())
            .as(deed + " from another site")
            .isEqualTo(403);
      assertThat(open.fixture.store.pauses().all()).isEmpty();
      worker.with("Sec-Fetch-Site", "same-origin");
      assertThat(worker.post(PAGE + "/pause").headers().firstValue("Location"))
          .hasValue(PAGE + "?done=paused");
      assertThat(worker.page("/operate/log").text()).contains("ada paused kleinarbeit");
      assertThat(worker.page(PAGE).select("form[action$=resume]")).hasSize(1);
      accounts.delete(accounts.byName("ada").orElseThrow());
      assertThat(open.fixture.store.operatorLog().newest(9, 0))
          .extracting(OperatorLog.Act::deed)
          .as("what was done stays in the log")
          .containsExactlyInAnyOrder(Deed.PAUSED, Deed.QUARANTINED);
      assertThat(open.somebody().get("/operate/log").statusCode()).isEqualTo(303);
    }
  }

  @Test
  void aSourceThatIsNotReadHereHasNoButtons() throws IOException {
    Path many = Files.createDirectories(folder.resolve("scrapers/many"));
    Files.writeString(
        many.resolve("platform.yml"),
        "id: many\nname: Many\nkind: board\nstatus: open\naccess: public\n");
    Files.writeString(
        many.resolve("source-1.source.yml"), definition(1) + "off: it says the same twice\n");
    try (SiteFixture fixture = SiteFixture.of(folder, Sources.load(folder.resolve("scrapers")))) {
      String path = "/operate/sources/source-1";
      Document shown = page(fixture, path);
      assertThat(shown.select("main form")).isEmpty();
      assertThat(shown.text()).contains("This instance does not read it", "it says the same twice");
      assertThat(fixture.send("POST", path + "/pause").headers().firstValue("Location"))
          .hasValue(path + "?done=not-read");
      assertThat(fixture.store.pauses().all()).isEmpty();
      assertThat(fixture.get("/status").body()).contains("Not read here: 1");
    }
  }

  @Test
  void messagesOfTheOutboxAreCountedAndWhatIsDoneToThemStandsInTheLog() {
    try (SiteFixture fixture = SiteFixture.filled(folder)) {
      fixture.room = 3L << 30;
      String counts = page(fixture, "/operate").select(".counts").text();
      assertThat(counts).contains("Messages given up 0", "Runs under way 0", "Free on the disk 3");
      assertThat(page(fixture, "/operate").text())
          .contains("A source last told all that it offers 10 min ago");
    }
  }

  // --- size and time

  private static String definition(int number) {
    return """
        schema: 1
        id: source-%1$d
        name: Source number %1$d <i>of many</i>
        emits: JobPosting
        homepage: https://many.example/
        maintainers: [tests]
        about: {operator: Many, terms: "https://many.example/terms", access: public, official-api: none, checked: 2026-11-01}
        locale: en-US
        timezone: UTC
        fetch: {every: 1h, delay: 2s}
        listing:
          url: https://many.example/%1$d.json
          format: json
          rows: /tasks
          fields:
            identifier: {json: /id}
            title: {json: /title}
            url: {json: /url}
        contract: {rows: [1, 100], always: [identifier, title], tolerate: 5}
        """
        .formatted(number);
  }

  private Sources many() throws IOException {
    Path many = Files.createDirectories(folder.resolve("scrapers/many"));
    Files.writeString(
        many.resolve("platform.yml"),
        "id: many\nname: Many\nkind: board\nstatus: open\naccess: public\n");
    for (int i = 0; i < 200; i++)
      Files.writeString(many.resolve("source-" + i + ".source.yml"), definition(i));
    Sources sources = Sources.load(folder.resolve("scrapers"));
    assertThat(sources.problems()).isEmpty();
    return sources;
  }

  private static int compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  private static long medianMillis(SiteFixture fixture, String path) {
    List<Long> times = new java.util.ArrayList<>();
    for (int i = 0; i < 11; i++) {
      long start = System.nanoTime();
      assertThat(fixture.get(path).statusCode()).isEqualTo(200);
      times.add((System.nanoTime() - start) / 1_000_000);
    }
    return times.stream().sorted().toList().get(5);
  }

  @Test
  void twoHundredSourcesWithTenThousandRunsAreALightPage() throws IOException {
    try (SiteFixture fixture = SiteFixture.of(folder, many())) {
      for (int source = 0; source < 200; source++) {
        boolean failing = source % 4 == 0;
        Reason why =
            Reason.of("page-failed")
                .with("outcome", "unavailable")
                .with("text", "no answer from many.example number " + source)
                .with("url", "https://many.example/" + source + ".json");
        for (int i = 0; i < 50; i++)
          fixture
              .store
              .runs()
              .add(
                  run(
                      "r-" + source + "-" + i,
                      "source-" + source,
                      NOW.minus(Duration.ofHours(51 - i)),
                      failing && i > 40 ? "unavailable" : "items",
                      failing && i > 40 ? why : null));
        fixture
            .store
            .sourceStates()
            .put(
                SiteFixture.state(
                    "source-" + source,
                    failing ? "failing" : "ok",
                    failing ? Optional.of("no answer from number " + source) : Optional.empty(),
                    Optional.of(NOW.minus(Duration.ofMinutes(source)))));
      }
      for (String path : List.of("/operate", "/status", "/operate/sources/source-4")) {
        String body = fixture.get(path).body();
        int bytes = compressed(body);
        long millis = medianMillis(fixture, path);
        LoggerFactory.getLogger(OperatorPagesTest.class)
            .info(
                "{}: {} bytes compressed of {}, median {} ms", path, bytes, body.length(), millis);
        assertThat(bytes).as(path).isLessThan(40_000);
        assertThat(millis).as(path).isLessThan(1_500);
      }
      assertThat(Jsoup.parse(fixture.get("/operate").body()).select(".care")).hasSize(50);
    }
  }
}
