package worthwhile.site.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.site.SiteFixture;
import worthwhile.site.TestPostings;
import worthwhile.site.http.SiteSettings;

/** The script as it is handed out, and the page about it. */
class UserScriptTest {
  @TempDir private Path folder;

  @Test
  void itNamesWhereItWorksWhereItSendsToAndItsVersion() {
    try (SiteFixture fixture = SiteFixture.shipped(folder, SiteSettings.local("1.2.3"))) {
      String script = fixture.get("/companion.user.js").body();
      String header = script.substring(0, script.indexOf("// ==/UserScript=="));
      assertThat(header)
          .startsWith("// ==UserScript==\n")
          .contains("@match        https://app.prolific.com/*\n")
          .contains("@connect      127.0.0.1\n")
          .contains("@updateURL    " + fixture.site.url() + "/companion.user.js\n")
          .contains("@run-at       document-start\n");
      assertThat(header.lines().filter(line -> line.contains("@match")))
          .allMatch(line -> line.matches("// @match +https://[a-z0-9.-]+/\\*"));
      assertThat(script)
          .contains("instance: \"" + fixture.site.url() + "\"")
          .doesNotContain("CONFIG*/");
      assertThat(version(fixture.get("/companion.user.js").body())).isEqualTo(version(script));
      fixture.store.meta().put("companion-script", "another 1000");
      assertThat(version(fixture.get("/companion.user.js").body()))
          .as("what differs from what was handed out last has the time of now")
          .startsWith("1." + TestPostings.NOW.getEpochSecond() + ".");
      assertThat(fixture.get("/companion").body())
          .contains("What never is", "internal-api.prolific.com/api/v1/participant/studies/");
    }
  }

  @Test
  void aNameThatIsNotOfThisMachineIsNotSentTo() throws Exception {
    try (SiteFixture fixture = SiteFixture.shipped(folder, SiteSettings.local("1.2.3"));
        var socket = new java.net.Socket("127.0.0.1", fixture.site.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /companion.user.js HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      String answer =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(answer)
          .contains("instance: \"http://127.0.0.1:" + fixture.site.port() + "\"")
          .doesNotContain("evil.example");
    }
  }

  private static String version(String script) {
    Matcher version = Pattern.compile("@version +(\\S+)").matcher(script);
    assertThat(version.find()).isTrue();
    return version.group(1);
  }
}
