package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.Recordings;
import worthwhile.source.read.Sources;

/** When a page announces the end of its platform, and when it only seems to. */
class AnnouncementsTest {
  private static final List<String> NAMES = List.of("TaskMill", "task mill");

  private static Optional<Announcement> in(String html) {
    return Announcements.in(Jsoup.parse(html), NAMES, Set.of());
  }

  private static Optional<Announcement> notice(String sentence) {
    return in("<div class='site-notice'>" + sentence + "</div><p>" + "Tasks. ".repeat(900));
  }

  @Test
  void theBannerOfMechanicalTurk() {
    assertThat(
            in(
                """
                <div class="maintenance-banner">
                  <div class="maintenance-banner-headline">The Mill will close September 30, 2026.</div>
                  <div class="maintenance-banner-body">We looked at what we run and decided so. See the
                    <a href="/help">answers</a>.</div>
                </div><main>Tasks</main>
                """))
        .contains(
            new Announcement(
                Announcement.Kind.CLOSING,
                "The Mill will close September 30, 2026.",
                Optional.of(LocalDate.of(2026, 9, 30))));
    assertThat(
            in(
                "<div class=maintenance-banner><div class=maintenance-banner-headline>Some pages"
                    + " are down for maintenance.</div></div>"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TaskMill will close on 3 May 2026. | CLOSING | 2026-05-03",
        "We are sorry: TaskMill (the market) is permanently closing on May 3rd, 2026. | CLOSING | 2026-05-03",
        "Our platform will be discontinued on 2026-05-03. | CLOSING | 2026-05-03",
        "This site shut down on December 1, 2025. | CLOSING | 2025-12-01",
        "We will be shutting down for good on 3 May 2026, and pay out what is owed. | CLOSING | 2026-05-03",
        "We have made the hard decision to close TaskMill, effective May 3, 2026. | CLOSING | 2026-05-03",
        "TaskMill ceases operations in June 2026. | CLOSING | ",
        "On 3 May 2026 TaskMill will be merging with GrainWorks. | MERGING | 2026-05-03",
        "From 3 May 2026 all contributors will be moved to GrainWorks. | MERGING | 2026-05-03"
      })
  void aSentenceInANotice(String sentence, Announcement.Kind kind, LocalDate day) {
    assertThat(notice(sentence))
        .contains(new Announcement(kind, sentence, Optional.ofNullable(day)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We will close applications on 3 May 2026.",
        "We are closing this position on 3 May 2026.",
        "We will be closing on 24 December 2026 and reopen on 2 January 2027.",
        "Our site will be shut down for maintenance on 3 May 2026.",
        "The TaskMill study on sleep will close on 3 May 2026.",
        "TaskMill will close the competition on 3 May 2026.",
        "Registration closes on 3 May 2026.",
        "Our offices are closed on 25 December 2026.",
        "TaskMill will discontinue support for old browsers on 3 May 2026.",
        "GrainWorks will close on 3 May 2026.",
        "TaskMill may close one day.",
        "TaskMill will close soon.",
        "We moved to a new office on 3 May 2026.",
        "TaskMill is temporarily closed until 3 May 2026.",
        "This service closes at midnight.",
        "In 2019 the market was closed to strangers; TaskMill opened on 3 May 2020.",
        "TaskMill closed a round of 20 million on 3 May 2026."
      })
  void whatOnlySeemsToBeOne(String sentence) {
    assertThat(notice(sentence)).isEmpty();
  }

  @Test
  void onlyPlacesMeantForNoticesCountAndNoRows() {
    String sentence = "TaskMill will close on 3 May 2026.";
    String tasks = "<p>" + "Tasks. ".repeat(900) + "</p>";
    assertThat(in("<p>" + sentence + "</p>" + tasks)).isEmpty();
    assertThat(in("<h1>Goodbye</h1><p>" + sentence + "</p>")).isPresent();
    Document page =
        Jsoup.parse(
            "<ul class=alerts><li class='row alert'><h2>" + sentence + "</h2></ul>" + tasks);
    assertThat(Announcements.in(page, NAMES, Set.of())).isPresent();
    assertThat(Announcements.in(page, NAMES, new HashSet<>(page.select(".row")))).isEmpty();
  }

  /** With the names of all platforms, and with every line as if it stood in a notice. */
  @Test
  void noFalseAlarmOnAnyRecordedPage() throws IOException {
    List<String> names =
        Sources.load(Path.of("scrapers")).platforms().stream()
            .flatMap(card -> card.names().stream())
            .toList();
    List<Path> pages;
    try (var files = Files.walk(Recordings.folder())) {
      pages =
          files
              .filter(file -> file.toString().matches(".*\\.(html|txt|json|xml|rss|csv)"))
              .toList();
    }
    assertThat(pages).isNotEmpty();
    for (Path page : pages) {
      String text = Recordings.text(page, StandardCharsets.UTF_8);
      assertThat(Announcements.in(Jsoup.parse(text), names, Set.of()))
          .as(page.toString())
          .isEmpty();
    }
  }
}
