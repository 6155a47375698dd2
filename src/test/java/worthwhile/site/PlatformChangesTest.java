package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import worthwhile.site.http.SiteSettings;
import worthwhile.store.TestDatabase;
import worthwhile.work.Payment;
import worthwhile.work.Provenance;
import worthwhile.work.Status;
import worthwhile.work.Times;
import worthwhile.work.Work;

/** Deadlines of platforms and what changed at them, on the cards that are shipped. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PlatformChangesTest {
  private static final String SAVE = "Save your transaction history";

  @Parameter TestDatabase kind;
  @TempDir Path folder;

  private SiteFixture at(String instant) {
    Clock clock = Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    return SiteFixture.shipped(kind.fresh(folder), folder, SiteSettings.local("1.2.3"), clock);
  }

  private static Document page(SiteFixture fixture, String path) {
    var answer = fixture.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private static void worked(SiteFixture fixture, String platform) {
    Instant end = Instant.parse("2026-09-01T10:00:00Z");
    Work work =
        new Work(
            null,
            "local",
            platform,
            null,
            null,
            "Tag pictures",
            null,
            Payment.of("USD", new BigDecimal("0.50")),
            Times.between(end.minus(Duration.ofMinutes(4)), end),
            Status.PAID,
            Provenance.IMPORT,
            "one",
            end,
            null);
    fixture.store.work().take("local", List.of(work));
  }

  @Test
  void deadlinesStandFirstThenWhatChangedTheNewestFirst() {
    try (SiteFixture fixture = at("2026-11-28T12:00:00Z")) {
      Document page = page(fixture, "/platforms/changes");
      assertThat(page.selectFirst("[aria-labelledby=coming]").text())
          .contains("Until 28 Jan 2027, Amazon Mechanical Turk: " + SAVE)
          .doesNotContain("approve, reject");
      List<String> days = page.select(".changes time").eachAttr("datetime");
      assertThat(days).isSortedAccordingTo((a, b) -> b.compareTo(a)).hasSizeGreaterThan(15);
      assertThat(page.select(".changes").text())
          .contains("30 Oct 2026 was the last day: Requesters can approve")
          .contains("Mercor Data got out, 31 Mar 2026: A break-in was reported")
          .contains("Outlier Accounts closed, Jan 2025");
      assertThat(page.select("head link[rel=alternate]").attr("href"))
          .isEqualTo("/platforms/changes.atom");
      assertThat(fixture.get("/platforms/changes").body().length()).isLessThan(40_000);
    }
  }

  @Test
  void theApiAndTheFeedSayTheSame() {
    try (SiteFixture fixture = at("2026-11-28T12:00:00Z")) {
      JsonNode json = fixture.json("/api/v1/platforms/changes");
      assertThat(json.at("/coming/0/platform").asString()).isEqualTo("mturk");
      assertThat(json.at("/coming/0/date").asString()).isEqualTo("2027-01-28");
      List<String> ids = new ArrayList<>();
      json.path("coming").forEach(change -> ids.add(change.path("id").asString()));
      json.path("items").forEach(change -> ids.add(change.path("id").asString()));
      assertThat(ids).doesNotHaveDuplicates().hasSize(json.path("total").asInt());
      var answer = fixture.get("/platforms/changes.atom");
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/atom+xml");
      Document feed = Jsoup.parse(answer.body(), Parser.xmlParser());
      assertThat(feed.select("entry > id").eachText())
          .containsExactlyInAnyOrderElementsOf(
              ids.stream().map(id -> "urn:worthwhile:platforms/changes:" + id).toList());
      assertThat(feed.select("entry > updated").eachText())
          .isSortedAccordingTo((a, b) -> b.compareTo(a))
          .allMatch(day -> day.compareTo("2026-11-28") < 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "?platform=mturk, mturk",
    "?platform=Mechanical%20Turk, mturk",
    "?platform=figure-eight, crowdgen",
  })
  void oneMayAskForSomePlatformsOnly(String query, String id) {
    try (SiteFixture fixture = at("2026-11-28T12:00:00Z")) {
      JsonNode json = fixture.json("/api/v1/platforms/changes" + query);
      assertThat(json.path("items")).isNotEmpty();
      json.path("items").forEach(c -> assertThat(c.path("platform").asString()).isEqualTo(id));
      assertThat(page(fixture, "/platforms/changes" + query).select(".lead").text())
          .contains("only");
    }
  }

  @Test
  void whatIsNotKnownIsRefusedByName() {
    try (SiteFixture fixture = at("2026-11-28T12:00:00Z")) {
      for (String path :
          List.of("/platforms/changes", "/platforms/changes.atom", "/api/v1/platforms/changes")) {
        var answer = fixture.get(path + "?platform=nowhere&colour=red");
        assertThat(answer.statusCode()).as(path).isEqualTo(400);
        assertThat(answer.body()).contains("nowhere").contains("colour");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "mturk, 2026-10-29T12:00:00Z, false", // 91 days before
    "mturk, 2026-10-30T12:00:00Z, true",
    "mturk, 2027-01-28T23:00:00Z, true", // its last day
    "mturk, 2027-01-29T00:00:00Z, false",
    "prolific, 2027-01-28T12:00:00Z, false"
  })
  void whoHasWorkedThereIsToldOnEveryPageWhileItCanBeKept(
      String platform, String now, boolean told) {
    try (SiteFixture fixture = at(now)) {
      assertThat(page(fixture, "/").body().text()).doesNotContain(SAVE);
      worked(fixture, platform);
      for (String path : List.of("/", "/earnings", "/platforms", "/status")) {
        String notices = page(fixture, path).select("p.demo").text();
        if (told)
          assertThat(notices)
              .as(path)
              .contains("Amazon Mechanical Turk, until 28 January 2027: " + SAVE);
        else assertThat(notices).as(path).doesNotContain(SAVE);
      }
      assertThat(page(fixture, "/platforms/changes").select("a.button").eachAttr("href"))
          .contains("/platforms/changes?platform=" + platform);
    }
  }

  @Test
  void aCardShowsWhatIsKnownAndFoldsWhatIsNoLongerSo() {
    try (SiteFixture fixture = at("2026-11-28T12:00:00Z")) {
      String prolific = page(fixture, "/platforms/prolific").body().text();
      assertThat(prolific)
          .contains("If screened out at least $0.14: a fixed sum")
          .contains("exceptionally fast")
          .contains("5 of 10 in 2023")
          .contains("Asked before the first pay not known");
      Document crowdgen = page(fixture, "/platforms/crowdgen");
      assertThat(crowdgen.select("details").text()).contains("Payoneer: monthly on the 14th");
      assertThat(crowdgen.select("dd").text()).doesNotContain("monthly on the 14th");
      assertThat(page(fixture, "/platforms/mercor").body().text())
          .contains("Social Security numbers")
          .contains("At least seven class actions");
      assertThat(
              page(fixture, "/platforms/mturk").selectFirst("[aria-labelledby=deadlines]").text())
          .contains("Until 28 Jan 2027: " + SAVE);
    }
  }
}
