package worthwhile.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.site.http.SiteSettings;

/** Platforms that a reader has not joined and that pay more than she needs. */
class WorthJoiningTest {
  @TempDir private static Path folder;
  private static SiteFixture fixture;

  @BeforeAll
  static void start() {
    fixture = SiteFixture.shipped(folder, SiteSettings.local("1.2.3"));
    List<Posting> postings = new ArrayList<>();
    pays("microworkers", postings, "8", "9", "10", "11", "12");
    pays("freelancer", postings, "20", "21", "22", "23");
    pays("dataannotation", postings, "30", "31", "32", "33", "34");
    pays("jumptask", postings, "2", "2", "3", "3", "3");
    fixture.add(postings);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  private static void pays(String platform, List<Posting> postings, String... hourly) {
    for (int i = 0; i < hourly.length; i++) {
      BigDecimal sum = new BigDecimal(hourly[i]);
      postings.add(
          FlatPosting.builder(platform, platform, "pays-" + i)
              .title("Sort picture " + i + " of " + platform)
              .url("https://" + platform + ".example/" + i)
              .pay(
                  new Pay(
                      "USD",
                      sum,
                      sum,
                      sum,
                      Pay.Basis.STATED,
                      1,
                      TestPostings.NOW,
                      List.of(),
                      null,
                      List.of()))
              .datePosted(TestPostings.NOW)
              .firstSeen(TestPostings.NOW)
              .lastSeen(TestPostings.NOW)
              .state(PostingState.OPEN)
              .build());
    }
  }

  private static List<String> worth(String cookie) {
    Document page = Jsoup.parse(fixture.get("/platforms", "Cookie", "me=" + cookie).body());
    return page.select("section:has(#worth) li").eachText();
  }

  @Test
  void theyAreOpenToHerPayMoreThanHerFloorAndSayOnWhatThatRests() {
    assertThat(worth("country:KE&floor:7-USD&platform:prolific"))
        .singleElement()
        .asString()
        .startsWith("Microworkers: half of its 5 tasks of 30 days")
        .contains("paid $10 an hour or more after fees; you need $7.")
        .endsWith("It takes workers from your country.");
    assertThat(worth("country:US&floor:7-USD&platform:prolific"))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("DataAnnotation");
  }

  @Test
  void withoutAFloorTheyPayMoreThanHalfOfAllTasksHere() {
    assertThat(worth("country:US&platform:prolific"))
        .singleElement()
        .asString()
        .startsWith("DataAnnotation")
        .contains("half of all tasks here paid");
  }

  @Test
  void nothingIsProposedWhereSomethingIsNotKnownOrJoinedAlready() {
    assertThat(worth("country:KE&floor:7-USD")).isEmpty();
    assertThat(worth("floor:7-USD&platform:prolific")).isEmpty();
    assertThat(worth("country:KE&floor:7-USD&platform:microworkers")).isEmpty();
    assertThat(worth("country:KE&floor:11-USD&platform:prolific")).isEmpty();
  }

  @Test
  void thePageStaysSmall() {
    for (String language : List.of("en", "es")) {
      String cookie = "language=" + language + "; me=country:US&floor:7-USD&platform:prolific";
      String all = fixture.get("/platforms", "Cookie", cookie).body();
      assertThat(all).contains("id=\"worth\"", "<html lang=\"" + language);
      assertThat(all.getBytes(StandardCharsets.UTF_8)).as(language).hasSizeLessThan(40 * 1024);
    }
  }
}
