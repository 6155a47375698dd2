package worthwhile.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRules;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.Recordings;

/** Recorded robots.txt files, read for our own name. */
class RobotsSamplesTest {
  private static final URI SITE = URI.create("https://site.example/robots.txt");

  private Path folder;

  @BeforeEach
  void samples() {
    folder = Recordings.folder().resolve("boards").resolve("robots");
  }

  @ParameterizedTest
  @CsvSource({
    "www.reddit.com.robots.txt, /r/forhire/new.json, false",
    "www.reddit.com.robots.txt, /r/forhire/new/.rss, false",
    "www.reddit.com.robots.txt, /r/forhire/, true",
    "www.reddit.com.robots.txt, /r/forhire/?after=t3_x, false",
    "www.reddit.com.robots.txt, /login, false",
    "www.usajobs.gov.robots.txt, /Content/x, false",
    "www.usajobs.gov.robots.txt, /Search, true",
    "www.simplyhired.com.robots.txt, /serp?q=x, false",
    "www.simplyhired.com.robots.txt, /serps, true",
    "www.fiverr.com.robots.txt, /pro/about, true",
    "www.fiverr.com.robots.txt, /pro/x, false",
    "www.fiverr.com.robots.txt, /gigs/a/share/, false",
    "bitcointalk.org.robots.txt, /index.php, true",
    "cc_rfc9309-example-simple-robots.txt, /a.gif, false",
    "cc_rfc9309-example-simple-robots.txt, /publications/, true",
    "cc_robots-with-utf8-bom.txt, /profile, false",
    "cc_robots-with-utf16le-bom.txt, /profile, false",
    "cc_robots-with-utf16be-bom.txt, /a/output/print, false",
    "cc_wildcards.txt, /wishlist/universal-x, true",
    "cc_wildcards.txt, /gp/registry/wishlist/1/reserve, false",
  })
  void recordedRulesDecide(String file, String path, boolean allowed) throws IOException {
    assertThat(rules(folder.resolve(file)).isAllowed("https://site.example" + path))
        .isEqualTo(allowed);
  }

  @Test
  void everyRecordedFileIsReadAndNoneBansByItsCrawlDelay() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        SimpleRobotRules rules = rules(file);
        assertThat(rules.isAllowed("https://site.example/robots.txt")).as(file.toString()).isTrue();
        boolean bansAll =
            Recordings.text(file, StandardCharsets.ISO_8859_1)
                .matches("(?is).*disallow\\s*:\\s*/\\s*[\r\n#].*|.*disallow\\s*:\\s*/\\s*");
        if (!bansAll) assertThat(rules.isAllowNone()).as(file.toString()).isFalse();
      }
    }
  }

  private static SimpleRobotRules rules(Path file) throws IOException {
    Response response =
        new Response(
            SITE, 200, Map.of(), Recordings.bytes(file), Instant.parse("2026-11-23T12:00:00Z"));
    return Robots.parse(SITE, response);
  }
}
