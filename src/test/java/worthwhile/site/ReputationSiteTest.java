package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.command.Main;
import worthwhile.flow.WholeReckoning;
import worthwhile.posting.RequesterId;
import worthwhile.reputation.statement.Outcome;
import worthwhile.reputation.statement.Review;
import worthwhile.store.account.AccountRows;

/** The page about reputation, and that anybody can work the scores out again. */
class ReputationSiteTest {
  private static final RequesterId MIXED = RequesterId.identified("kleinarbeit", "mixed");
  private static final RequesterId LONE = RequesterId.identified("kleinarbeit", "lone-mill");

  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.empty(folder);
    fixture
        .store
        .accounts()
        .add(
            new AccountRows.Row(
                "anna",
                "anna",
                "anna",
                Set.of("worker", "trusted"),
                Optional.empty(),
                Optional.empty(),
                TestPostings.NOW));
    Tellers.ofTheKnown(fixture);
    Tellers tellers = new Tellers(fixture.tail, TestPostings.NOW);
    tellers.tell("anna", MIXED, Review.Facts.of(Outcome.PAID), 40, false);
    tellers.tell("w1", MIXED, Review.Facts.of(Outcome.REJECTED), 400);
    tellers.tell("w2", MIXED, Review.Facts.of(Outcome.BROKEN), 3);
    tellers.tell("w3", MIXED, Review.Facts.of(Outcome.PAID), 3);
    tellers.tell("stranger", MIXED, Review.Facts.of(Outcome.REJECTED), 2, false);
    tellers.tell("w4", LONE, Review.Facts.of(Outcome.REJECTED), 9);
    new WholeReckoning(fixture.store, () -> {}, SiteFixture.CLOCK).runIfDue();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void whoeverLoadsTheInputsGetsTheScoresOfTheSite() throws IOException {
    Path ratings = Files.writeString(folder.resolve("r.jsonl"), file("ratings.jsonl"));
    Map<String, JsonNode> worked =
        command(
                "reputation",
                ratings.toString(),
                "--trusted",
                file("trusted.txt"),
                "--at",
                "2026-11-23T00:00:00Z")
            .stream()
            .collect(Collectors.toMap(each -> each.path("requester").asString(), each -> each));
    for (RequesterId each : List.of(MIXED, RequesterId.identified("kleinarbeit", "pays"))) {
      JsonNode site = fixture.json("/api/v1/requesters/" + each).path("reputation");
      JsonNode own = worked.get(each.toString());
      assertThat(site.path("state").asString()).isEqualTo("known");
      assertThat(own.path("n").asInt()).isEqualTo(site.path("n").asInt());
      for (String figure : List.of("score", "low", "high"))
        assertThat(own.path(figure).asDouble())
            .as("%s of %s", figure, each)
            .isCloseTo(site.path(figure).asDouble(), org.assertj.core.data.Offset.offset(.00051));
    }
  }

  @Test
  void theInputsNameNobodyAndNoRequesterOfWhomFewTell() {
    String ratings = file("ratings.jsonl");
    assertThat(ratings.lines()).hasSize(16);
    assertThat(ratings)
        .contains("\"requester\":\"kleinarbeit:mixed\"")
        .doesNotContain("lone-mill", "anna", "\"w1\"", "stranger");
    assertThat(ratings.lines()).allMatch(line -> line.contains("T00:00:00Z"));
    assertThat(file("trusted.txt")).hasSize(8);
  }

  @Test
  void thePageWorksAnExampleOut() {
    var page = Jsoup.parse(fixture.get("/about/reputation").body());
    assertThat(page.text())
        .contains("score = (m·μ + Σ w·½(1+value)) ⁄ (m + Σ w)")
        .contains("A review weighs half after 1000 days.")
        .contains("Paid +1")
        .contains("Everything was last worked out whole on 23 Nov 2026.")
        .contains("--at 2026-11-23T00:00:00Z");
    // 1 + 0.375·0.933 + 0 of 1 + 0.375·0.933 + 0.25·0.979, beside half a review at one half.
    assertThat(page.text()).contains("(0.500·0.500 + 1.350) ⁄ (0.500 + 1.595) = 0.764");
  }

  private static String file(String name) {
    var answer = fixture.get("/about/reputation/" + name);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static List<JsonNode> command(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
            .execute(words);
    assertThat(code).isZero();
    List<JsonNode> lines = new ArrayList<>();
    out.toString(StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> lines.add(new JsonMapper().readTree(line)));
    return lines;
  }
}
