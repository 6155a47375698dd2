package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import worthwhile.HandClock;
import worthwhile.intake.Change;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.Runs;

/** What platforms really pay, and the market, against figures reckoned by hand. */
class MarketSiteTest {
  /** A Monday at noon in UTC. */
  private static final Instant NOW = TestPostings.NOW;

  private static final Instant SUNDAY_NIGHT = Instant.parse("2026-11-22T22:30:00Z");
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  @TempDir private Path folder;
  private final HandClock clock = new HandClock(NOW);
  private SiteFixture fixture;
  private int runs;

  private void on(TestDatabase database, Consumer<SiteFixture> test) {
    try (SiteFixture started = SiteFixture.empty(database.fresh(folder), folder, clock)) {
      fixture = started;
      test.accept(started);
    }
  }

  /** A reading of all that a source offers, and what it changed. */
  private void reading(String source, Instant at, List<Change> changes) {
    int added = (int) changes.stream().filter(Change.New.class::isInstance).count();
    Runs.Run run =
        new Runs.Run(
            "market-" + runs++,
            source,
            at,
            "items",
            Optional.empty(),
            1,
            9,
            added,
            0,
            0,
            0,
            Duration.ofSeconds(1));
    long revision = fixture.store.postings().apply(changes, run);
    fixture.index.put(changes.stream().map(Change::posting).toList(), revision);
    fixture.index.refresh();
  }

  private static FlatPosting task(String platform, String id, Instant seen) {
    String source = platform.equals("study-hall") ? "study-hall-feed" : platform;
    return FlatPosting.builder(source, platform, id)
        .title("Task " + id)
        .occupationalCategory("survey")
        .firstSeen(seen)
        .lastSeen(seen)
        .state(PostingState.OPEN);
  }

  private static Pay pay(String usd) {
    BigDecimal hourly = new BigDecimal(usd);
    return new Pay(
        "USD", hourly, hourly, hourly, Pay.Basis.STATED, 1, null, List.of(), null, List.of());
  }

  private static List<Change> added(List<Posting> postings) {
    return postings.stream().<Change>map(Change.New::new).toList();
  }

  private static List<Posting> paying(String platform, Instant seen, String... usd) {
    List<Posting> postings = new ArrayList<>();
    for (String each : usd)
      postings.add(task(platform, "pays-" + each, seen).pay(pay(each)).build());
    return postings;
  }

  private static Posting dangerous() {
    Warning danger =
        new Warning("upfront-fee", Warning.Severity.DANGER, null, Warning.By.RULE, NOW, Map.of());
    return task("shelf-tasks", "danger", SUNDAY_NIGHT)
        .pay(pay("500"))
        .warned(BigDecimal.ONE, List.of(danger))
        .build();
  }

  /**
   * Shelf Tasks is watched; Kleinarbeit was read 90 minutes apart; Study Hall for the first time.
   */
  private void fill() {
    reading("shelf-tasks", SUNDAY_NIGHT.minus(HALF_AN_HOUR), List.of());
    List<Posting> shelf =
        new ArrayList<>(paying("shelf-tasks", SUNDAY_NIGHT, "6", "8", "9.80", "12", "16"));
    shelf.add(task("shelf-tasks", "unknown", SUNDAY_NIGHT).build());
    shelf.add(dangerous());
    reading("shelf-tasks", SUNDAY_NIGHT, added(shelf));
    Instant late = SUNDAY_NIGHT.plus(Duration.ofHours(1));
    reading("kleinarbeit", late.minus(Duration.ofMinutes(90)), List.of());
    reading("kleinarbeit", late, added(paying("kleinarbeit", late, "20", "21", "22")));
    Instant first = NOW.minus(Duration.ofDays(3));
    List<Posting> hall = new ArrayList<>(paying("study-hall", first, "1", "2", "3", "4", "5"));
    hall.add(
        task("study-hall", "copy", first)
            .pay(pay("6"))
            .occupationalCategory("=1+1, \"x\"")
            .duplicates(List.of("shelf-tasks:pays-6"))
            .build());
    reading("study-hall-feed", first, added(hall));
    join("shelf-tasks:pays-6", "study-hall-feed:copy");
  }

  /** Both name each other, as the writer of changes has it. */
  private void join(String... ids) {
    for (String id : ids) {
      Posting stored = fixture.store.postings().byId(id).orElseThrow();
      assertThat(stored.standing().duplicates()).hasSize(1);
      fixture.index.put(List.of(stored), fixture.index.revision());
    }
    fixture.index.refresh();
  }

  private static JsonNode named(JsonNode rows, String key) {
    for (JsonNode row : rows) if (row.path("key").asString().equals(key)) return row;
    throw new AssertionError(key + " is not among " + rows);
  }

  @ParameterizedTest
  @EnumSource
  void platformsSayWhatTheirTasksPay(TestDatabase database) {
    on(
        database,
        site -> {
          fill();
          String said = "median $9.80/h net from 5 tasks of 30 days, middle half $8–$12";
          Document page = Jsoup.parse(site.get("/platforms?sort=pay").body());
          assertThat(page.select("tbody tr").getFirst().text()).contains("Shelf", said);
          assertThat(page.select("tbody td:first-of-type").eachText())
              .contains("too few (3) to say", "too few (0) to say");
          assertThat(page.select("th[aria-sort=descending]").text()).isEqualTo("Really pays");
          assertThat(Jsoup.parse(site.get("/platforms/shelf-tasks").body()).text()).contains(said);
          assertThat(Jsoup.parse(site.get("/platforms/kleinarbeit").body()).text())
              .contains("too few (3) to say");
          JsonNode items = site.json("/api/v1/platforms?sort=pay").path("items");
          JsonNode shelf = items.get(0).path("netPay");
          assertThat(shelf.path("median").decimalValue()).isEqualByComparingTo("9.80");
          assertThat(shelf.path("n").asInt()).isEqualTo(5);
          assertThat(shelf.path("tasks").asInt()).isEqualTo(6);
          JsonNode hall = items.get(1).path("netPay");
          assertThat(hall.path("lowerQuartile").decimalValue()).isEqualByComparingTo("2.25");
          assertThat(hall.path("median").decimalValue()).isEqualByComparingTo("3.50");
          assertThat(hall.path("upperQuartile").decimalValue()).isEqualByComparingTo("4.75");
          JsonNode few = site.json("/api/v1/platforms/kleinarbeit").path("netPay");
          assertThat(few.path("n").asInt()).isEqualTo(3);
          assertThat(few.has("median")).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void hoursAndDaysAreTheReadersAndCopiesCountOnce(TestDatabase database) {
    on(
        database,
        site -> {
          fill();
          JsonNode nairobi = site.json("/api/v1/market?zone=Africa/Nairobi&floor=6+USD");
          assertThat(nairobi.at("/all/tasks").asInt()).isEqualTo(6 + 3 + 5);
          assertThat(nairobi.at("/all/n").asInt()).isEqualTo(13);
          assertThat(nairobi.at("/hour/1/tasks").asInt()).isEqualTo(5);
          assertThat(nairobi.at("/hour/1/n").asInt()).isEqualTo(4);
          assertThat(nairobi.at("/hour/22/tasks").asInt()).isZero();
          assertThat(named(nairobi.path("weekday"), "monday").path("tasks").asInt()).isEqualTo(5);
          assertThat(
                  named(nairobi.path("platform"), "shelf-tasks")
                      .path("percentAtLeastFloor")
                      .asInt())
              .isEqualTo(100);
          JsonNode utc = site.json("/api/v1/market");
          assertThat(utc.at("/hour/22/tasks").asInt()).isEqualTo(5);
          assertThat(named(utc.path("weekday"), "sunday").path("tasks").asInt()).isEqualTo(5);
          assertThat(site.json("/api/v1/market?zone=%2B05:30").at("/hour/4/tasks").asInt())
              .isEqualTo(5);
          assertThat(utc.has("bestHour")).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void theBestHourIsSaidOnceThereAreEnoughAndFiguresAreKeptForMinutes(TestDatabase database) {
    on(
        database,
        site -> {
          fill();
          assertThat(site.get("/market?floor=6+USD").body()).contains("too few tasks were watched");
          Instant again = SUNDAY_NIGHT.plus(Duration.ofMinutes(20));
          reading("shelf-tasks", again, added(paying("shelf-tasks", again, "7", "10")));
          assertThat(site.json("/api/v1/market?floor=6+USD").has("bestHour")).isFalse();
          clock.move(Duration.ofMinutes(5));
          String path = "/market?zone=Africa/Nairobi&floor=6+USD";
          JsonNode best = site.json("/api/v1" + path).path("bestHour");
          assertThat(best.path("hour").asInt()).isEqualTo(1);
          assertThat(best.path("tasks").asInt()).isEqualTo(6);
          assertThat(best.path("n").asInt()).isEqualTo(6);
          assertThat(best.path("hoursAhead").asInt()).isEqualTo(10);
          assertThat(Jsoup.parse(site.get(path).body()).text())
              .contains(
                  "Best hour of the day: 01:00–02:00 (Africa/Nairobi), next tomorrow. 6 of the 6"
                      + " tasks with known pay that appeared in it in 30 days leave at least $6/h");
        });
  }

  /** They were met at 10:00, after a reading at 9:30. */
  private void vanish() {
    Instant met = Instant.parse("2026-11-21T10:00:00Z");
    reading("shelf-tasks", met.minus(HALF_AN_HOUR), List.of());
    List<Posting> six = new ArrayList<>();
    for (int i = 1; i <= 6; i++) six.add(task("shelf-tasks", "c" + i, met).build());
    reading("shelf-tasks", met, added(six));
    missed(met, 30, "c1", "c2");
    missed(met, 60, "c3");
    missed(met, 90);
    missed(met, 120, "c4");
    missed(met, 150);
    missed(met, 180, "c5");
    missed(met, 400, "c6");
    for (int i = 1; i <= 6; i++) closed(met.plus(Duration.ofHours(7)), "c" + i);
  }

  private void missed(Instant met, int minutes, String... ids) {
    List<Change> changes = new ArrayList<>();
    for (String id : ids)
      changes.add(new Change.Missing(in(id, PostingState.MISSING, "absent-once")));
    reading("shelf-tasks", met.plus(Duration.ofMinutes(minutes)), changes);
  }

  private void closed(Instant at, String id) {
    Posting before = fixture.store.postings().byId("shelf-tasks:" + id).orElseThrow();
    reading(
        "shelf-tasks",
        at,
        List.of(new Change.Closed(in(id, PostingState.CLOSED, "absent-twice"), before)));
  }

  private Posting in(String id, PostingState state, String why) {
    Posting stored = fixture.store.postings().byId("shelf-tasks:" + id).orElseThrow();
    return stored.with(stored.standing().in(state, Reason.of(why)));
  }

  @ParameterizedTest
  @EnumSource
  void howFastTasksAreGoneIsToldOfThoseThatWereWatched(TestDatabase database) {
    on(
        database,
        site -> {
          vanish();
          JsonNode open = named(site.json("/api/v1/market").path("openTime"), "shelf-tasks");
          assertThat(open.path("closed").asInt()).isEqualTo(6);
          assertThat(open.path("n").asInt()).isEqualTo(5);
          assertThat(open.path("medianMinutes").asInt()).isEqualTo(60);
          assertThat(open.path("precisionMinutes").asInt()).isEqualTo(30);
          assertThat(
                  Jsoup.parse(site.get("/market").body())
                      .select("[aria-labelledby=open-time] tbody tr")
                      .text())
              .contains("60 min", "5/6", "± 30 min");
          assertThat(site.get("/market.csv?by=open-time").body())
              .isEqualTo(
                  String.join(
                      "\r\n",
                      "Key,Name,Closed,Watched,Median minutes open,Minutes between readings,Note",
                      "shelf-tasks,Shelf Tasks,6,5,60,30,",
                      ""));
          clock.move(Duration.ofDays(31));
          assertThat(site.json("/api/v1/market").has("openTime")).isFalse();
        });
  }

  @ParameterizedTest
  @EnumSource
  void eachTableIsAFileThatASpreadsheetOpensSafely(TestDatabase database) {
    on(
        database,
        site -> {
          fill();
          var file = site.get("/market.csv?by=platform&floor=10+USD");
          assertThat(file.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
          assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
              .contains("worthwhile-market-platform.csv");
          assertThat(file.body())
              .startsWith(
                  "Key,Name,Tasks,With known pay,Median USD per hour,Lower quartile,"
                      + "Upper quartile,At least the floor (%),Note\r\n"
                      + "shelf-tasks,Shelf Tasks,6,5,9.80,8.00,12.00,40,\r\n")
              .contains(",3,3,,,,,too few\r\n");
          assertThat(site.get("/market.csv?by=category").body())
              .contains("\"'=1+1, \"\"x\"\"\",\"'=1+1, \"\"x\"\"\",1,1,,,,,too few\r\n");
          assertThat(site.get("/market.csv?by=hour&zone=Africa/Nairobi").body().lines())
              .hasSize(25);
          assertThat(site.get("/market.csv").statusCode()).isEqualTo(400);
          assertThat(site.get("/market.csv?by=colour").statusCode()).isEqualTo(400);
        });
  }

  @ParameterizedTest
  @EnumSource(names = "SQLITE")
  void thePageIsSmallAndAsksForAFloorAndSaysWhatIsWrong(TestDatabase database) {
    on(
        database,
        site -> {
          fill();
          String body = site.get("/market?zone=UTC").body();
          assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(40 * 1024);
          Document page = Jsoup.parse(body);
          assertThat(page.text()).contains("Say above what you need an hour");
          assertThat(page.select("figure svg[role=img][aria-label]")).isNotEmpty();
          assertThat(page.select("main script")).isEmpty();
          assertThat(page.select("a[href='/market.csv?by=hour&zone=UTC']")).hasSize(1);
          String floored = site.get("/market", "Cookie", "me=floor:10-USD").body();
          assertThat(Jsoup.parse(floored).text()).contains("At least $10/h", "40 %");
          var wrong = site.get("/market?zone=Nowhere");
          assertThat(wrong.statusCode()).isEqualTo(400);
          assertThat(Jsoup.parse(wrong.body()).select("#zone[aria-invalid=true]")).hasSize(1);
          assertThat(Jsoup.parse(site.get("/").body()).select("footer a[href=/market]")).hasSize(1);
          assertThat(Jsoup.parse(site.get("/platforms").body()).select("main a[href=/market]"))
              .hasSize(1);
        });
  }
}
