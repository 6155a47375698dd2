package worthwhile.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.Recordings;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

/** Recorded refusals and recorded content, told apart. */
class RefusalsSamplesTest {
  private static final List<String> CONTENT =
      List.of(
          "forum-invision",
          "forum-mybb",
          "forum-phpbb",
          "forum-smf",
          "forum-vanilla",
          "forum-vbulletin",
          "forum-xenforo",
          "jobboard-html",
          "discourse",
          "jsonld-jobposting");

  private Path boards;

  @BeforeEach
  void samples() {
    boards = Recordings.folder().resolve("boards");
  }

  @ParameterizedTest
  @CsvSource({
    "blocked-pages/103.88.218.109.html, login-required",
    "blocked-pages/cloudflare_cf_recaptcha_15_04_2019.html, blocked",
    "blocked-pages/cloudflare_js_challenge_03_12_2018.html, blocked",
    "blocked-pages/cloudflare_js_challenge_09_06_2016.html, blocked",
    "blocked-pages/shop.advanceautoparts.com.html, unavailable",
    "blocked-pages/validate.perfdrive.com.html, blocked",
    "blocked-pages/www.autotrader.com.html, blocked",
    "blocked-pages/www.senate.gov.html, gone",
    "reddit/blocked_403_2022.html, blocked",
    "forum-phpbb/phpbb_login_spinkat_ru.html, login-required",
    "reddit/err_200_with_errors.json, login-required",
  })
  void recordedRefusalsAreRecognisedEvenWithStatus200(String file, String outcome)
      throws IOException {
    for (boolean html : new boolean[] {true, false})
      assertThat(Refusals.recognise(saved(boards.resolve(file), 200), html))
          .as(file + " html=" + html)
          .get()
          .extracting(found -> found.kind().word())
          .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "reddit/blocked_403_2022.html, 403, blocked",
    "reddit/err_403_quarantined.json, 403, blocked",
    "reddit/err_404.json, 404, gone",
    "reddit/err_500.json, 500, unavailable",
    "reddit/err_400_html.html, 400, unacceptable",
    "reddit/err_400_plain.txt, 400, unacceptable",
    "reddit/err_400_json.json, 400, unacceptable",
    "greenhouse/official_gem_invalid_id.json, 400, gone",
    "blocked-pages/cloudflare_js_challenge_03_12_2018.html, 503, blocked",
    "blocked-pages/cloudflare_cf_recaptcha_15_04_2019.html, 403, blocked",
    "blocked-pages/shop.advanceautoparts.com.html, 503, unavailable",
    "blocked-pages/www.senate.gov.html, 404, gone",
  })
  void recordedRefusalsWithTheirOwnStatus(String file, int status, String outcome)
      throws IOException {
    assertThat(Refusals.recognise(saved(boards.resolve(file), status), true))
        .get()
        .extracting(found -> found.kind().word())
        .isEqualTo(outcome);
  }

  @Test
  void recordedContentIsNeverTakenForARefusal() throws IOException {
    for (Path page : contentPages()) {
      Optional<Stop> refusal = Refusals.recognise(saved(page, 200), true);
      if (page.toString().contains("login"))
        assertThat(refusal).as(page.toString()).get().returns(Kind.LOGIN_REQUIRED, Stop::kind);
      else assertThat(refusal).as(page.toString()).isEmpty();
    }
  }

  private List<Path> contentPages() throws IOException {
    try (Stream<Path> files = Files.walk(boards)) {
      List<Path> pages =
          files
              .filter(file -> CONTENT.contains(file.getParent().getFileName().toString()))
              .filter(file -> file.toString().endsWith(".html"))
              .sorted()
              .toList();
      assertThat(pages).hasSizeGreaterThan(20);
      return pages;
    }
  }

  private static ParsedPage saved(Path file, int status) throws IOException {
    return ParsedPage.of(
        new Response(
            URI.create("https://board.example/page"),
            status,
            Map.of(),
            Recordings.bytes(file),
            Instant.parse("2026-11-23T12:00:00Z")));
  }
}
