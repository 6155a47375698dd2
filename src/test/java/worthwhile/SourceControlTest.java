package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.command.Main;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Runs.Run;

/** What a person does to sources that a board feeds, on the pages of a serving instance. */
class SourceControlTest {
  private static final String PAGE = "/operate/sources/board-json";

  @TempDir private Path folder;
  private Board board;
  private Sources sources;
  private Instance beside;

  @BeforeEach
  void open() throws IOException {
    board = new Board();
    board.shows(rows(40, "Count boats in photo "));
    sources = Sources.load(Board.definitions(folder.resolve("scrapers")));
    beside = Instance.open(settings(), sources, Clock.systemUTC());
    for (int i = 0; i < 4; i++)
      for (SourceDefinition source : sources.all())
        beside.visits(beside.tail().follower()).visit(source, false);
  }

  @AfterEach
  void close() {
    beside.close();
    board.close();
  }

  private Settings settings() {
    Map<Settings.Key, String> given =
        Map.of(
            Settings.Key.DATA,
            folder.resolve("data").toString(),
            Settings.Key.SCRAPERS,
            folder.resolve("scrapers").toString(),
            Settings.Key.MAP,
            board.mapping(),
            Settings.Key.DELAY,
            "0",
            Settings.Key.PORT,
            "0",
            Settings.Key.RATES,
            "kept");
    return Settings.read(given, Map.of(), folder.resolve("none.toml"));
  }

  private Service serve() {
    beside.close(); // It has the index open.
    Service service =
        Service.start(settings(), new Out(writer(), new PrintWriter(new StringWriter())));
    beside = Instance.open(settings(), sources, Clock.systemUTC());
    return service;
  }

  private static PrintWriter writer() {
    return new PrintWriter(new StringWriter(), true);
  }

  private static List<Board.Row> rows(int count, String title) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> new Board.Row("" + i, title + i, "Harbour", "$9 per hour"))
        .toList();
  }

  private SourceDefinition json() {
    return sources.byId("board-json").orElseThrow();
  }

  private Run visit() {
    return beside.visits(beside.tail().follower()).visit(json(), false);
  }

  private int open(String words) {
    return (int)
        beside.store().postings().notClosed("board-json").stream()
            .filter(posting -> posting.job().title().contains(words))
            .count();
  }

  private static HttpResponse<String> send(Service service, String path, String form)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path));
    if (form != null)
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(form));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Document page(Service service, String path) throws Exception {
    HttpResponse<String> answer = send(service, path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  /** Presses the button of a form on the source's page; what the page says then. */
  private static String press(Service service, Document shown, String action) throws Exception {
    Element form = shown.selectFirst("form[action=" + PAGE + "/" + action + "]");
    assertThat(form).as(action + " on " + shown.select("main").text()).isNotNull();
    return post(service, action, form.select("input[name=run]").attr("value"));
  }

  private static String post(Service service, String action, String run) throws Exception {
    HttpResponse<String> done = send(service, PAGE + "/" + action, "run=" + run);
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    String next = done.headers().firstValue("Location").orElseThrow();
    return page(service, next).select("[role=status]").text();
  }

  /** The board has lost nearly all of its rows, and the rest has other titles. */
  private Run held() {
    board.shows(rows(4, "Weigh apples of basket "));
    Run run = visit();
    assertThat(run.outcome()).isEqualTo("held-back");
    return run;
  }

  @Test
  void aBatchThatWasHeldBackIsShownAndReleasedAndLaterRunsAreComparedWithIt() throws Exception {
    Run held = held();
    try (Service service = serve()) {
      assertThat(page(service, "/operate").select(".care").text())
          .contains(
              "Board as json board-json",
              "4 rows where the last runs had about 40",
              "Look at what was held back");
      Document shown = page(service, PAGE);
      assertThat(shown.select("[aria-labelledby=held]").text())
          .contains(
              "4 rows would come in: 0 new, 4 changed",
              "Weigh apples of basket 1",
              "https://board.example/api/jobs");
      assertThat(open("apples")).as("looking changes nothing").isZero();

      assertThat(press(service, shown, "release")).isEqualTo("Released: the rows are in.");
      assertThat(open("apples")).isEqualTo(4);
      assertThat(open("boats")).as("what it lacks stays").isEqualTo(36);
      assertThat(send(service, "/api/v1/postings/board-json:3", null).body())
          .contains("Weigh apples of basket 3");
      assertThat(beside.store().sourceStates().of("board-json").condition()).isEqualTo("ok");

      assertThat(press(service, shown, "release")).contains("waits no more");
      assertThat(press(service, shown, "throw-away")).contains("waits no more");
      assertThat(page(service, PAGE).select("[aria-labelledby=held]")).isEmpty();
      assertThat(page(service, "/operate/log").text())
          .contains("You, at this machine released a batch of board-json");
      assertThat(beside.store().operatorLog().ofSource("board-json", 9))
          .hasSize(1)
          .allSatisfy(act -> assertThat(act.run()).hasValue(held.id()));
    }
    assertThat(visit().outcome()).as("it is the usual size now").isIn("items", "unchanged");
    visit();
    assertThat(open("boats")).as("lacking in two whole runs").isZero();
  }

  @Test
  void aBatchThatIsThrownAwayLeavesTheLastGoodPostings() throws Exception {
    Run held = held();
    try (Service service = serve()) {
      Document shown = page(service, PAGE);
      assertThat(press(service, shown, "throw-away")).startsWith("Thrown away.");
      assertThat(press(service, shown, "throw-away")).contains("waits no more");
      assertThat(press(service, shown, "release")).contains("waits no more");
      assertThat(open("boats")).isEqualTo(40);
      assertThat(beside.store().bodies().ofRun(held.id())).isEmpty();
      assertThat(page(service, PAGE).select("[aria-labelledby=held]")).isEmpty();
    }
    assertThat(visit().outcome()).as("judged as before").isEqualTo("held-back");
    assertThat(beside.store().heldRuns().ofSource("board-json")).isPresent();
  }

  @Test
  void aPauseHoldsThroughARestartUntilSomebodyEndsIt() throws Exception {
    try (Service service = serve()) {
      Document shown = page(service, PAGE);
      assertThat(press(service, shown, "pause")).startsWith("Paused.");
      assertThat(press(service, shown, "pause")).isEqualTo("It was paused already.");
      assertThat(press(service, shown, "run")).contains("it is paused");
      assertThat(page(service, "/operate").select("#paused + ul").text()).contains("board-json");
      assertThat(page(service, "/status").select("details:has(#off)").text())
          .contains("board-json Off", "paused by the operator since");
    }
    beside.store().sourceStates().hasten("board-json", new worthwhile.store.source.Actor.Program());
    board.forgetRequests();
    try (Service service = serve()) {
      beside
          .store()
          .sourceStates()
          .hasten("board-feed", new worthwhile.store.source.Actor.Program());
      await().atMost(Duration.ofSeconds(20)).until(() -> board.requests(null) > 0);
      assertThat(board.requests(null)).as("the feed alone").isEqualTo(1);
      assertThat(beside.visits(beside.tail().follower()).visitIfDue(json()))
          .isInstanceOf(worthwhile.crawl.Visits.Visit.Paused.class);
      assertThat(command("crawl", "board-json")).contains("is paused since");
      assertThat(command("sources", "pause", "board-json")).contains("It was paused already.");

      assertThat(press(service, page(service, PAGE), "resume")).contains("when it is due");
      await().atMost(Duration.ofSeconds(20)).until(() -> board.requests(null) > 1);
      assertThat(post(service, "resume", "")).isEqualTo("It was not paused.");
    }
    assertThat(command("sources", "pause", "board-json")).contains("board-json: Paused.");
    assertThat(command("sources", "resume", "board-json")).contains("when it is due");
    assertThat(beside.store().operatorLog().ofSource("board-json", 2))
        .allSatisfy(act -> assertThat(act.actor().word()).isEqualTo("command-line"));
  }

  private String command(String... words) {
    StringWriter said = new StringWriter();
    List<String> all = new java.util.ArrayList<>(List.of(words));
    all.addAll(
        List.of(
            "--data",
            folder.resolve("data").toString(),
            "--scrapers",
            folder.resolve("scrapers").toString()));
    Main.commandLine()
        .setOut(new PrintWriter(said, true))
        .setErr(new PrintWriter(said, true))
        .execute(all.toArray(String[]::new));
    return said.toString();
  }

  @Test
  void aRunIsAskedForOnceAndNotWhileOneIsUnderWay() throws Exception {
    try (Service service = serve()) {
      var store = beside.store();
      assertThat(store.leases().take("board-json", "elsewhere"))
          .isEqualTo(new worthwhile.store.source.Leases.Grant.Granted());
      assertThat(post(service, "run", "")).contains("being read at the moment");
      assertThat(post(service, "pause", "")).contains("goes on to its end");
      assertThat(post(service, "resume", "")).contains("when it is due");
      store.leases().abandon();
      board.forgetRequests();
      assertThat(post(service, "run", "")).contains("read within seconds");
      await().atMost(Duration.ofSeconds(20)).until(() -> board.requests(null) > 0);
      assertThat(page(service, "/operate/log").text())
          .contains("asked for a run now of board-json");
    }
  }

  @Test
  void aSourceThatBreaksIsSeenWithItsPageAndWhatStoodThere() throws Exception {
    board.answersOnly(200, "text/html", "<title>x</title><h1>Sorry <i>all</i> moved</h1><p>");
    for (int i = 0; i < 3; i++) visit();
    assertThat(beside.store().sourceStates().of("board-json").condition()).isEqualTo("quarantined");
    try (Service service = serve()) {
      assertThat(page(service, "/operate").select(".care").text())
          .contains("Changed too much to be believed", "board-json.source.yml");
      Document shown = page(service, PAGE);
      assertThat(shown.select("#errors ~ section a[rel]").eachAttr("href"))
          .contains("https://board.example/api/jobs");
      assertThat(shown.select("pre.excerpt").text()).contains("Sorry all moved");
      assertThat(shown.select(".spark .lost")).hasSize(6);
      assertThat(shown.select(".spark").text())
          .contains("Lowest 40, median 40, latest 40, over 4 runs that told all. 3 more did not");
      assertThat(shown.select("#acts ~ ul").text()).contains("Worthwhile quarantined board-json");
      board.shows(rows(40, "Count boats in photo "));
      press(service, shown, "run");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> beside.store().sourceStates().of("board-json").condition().equals("ok"));
      assertThat(page(service, "/operate/log").text()).contains("found well again: board-json");
    }
  }

  @Test
  void aBatchWhoseDefinitionNoLongerReadsItIsNotReleased() throws Exception {
    Run held = held();
    beside.store().bodies().forget("board-json", Clock.systemUTC().instant().plusSeconds(60));
    try (Service service = serve()) {
      Document shown = page(service, PAGE);
      assertThat(shown.select("[aria-labelledby=held]").text()).contains("no longer kept");
      assertThat(shown.select("form[action$=release]")).isEmpty();
      assertThat(post(service, "release", held.id())).contains("no longer kept");
      assertThat(open("boats")).isEqualTo(40);
    }
  }
}
