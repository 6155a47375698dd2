package worthwhile.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import worthwhile.fetch.body.Body;
import worthwhile.source.Stop;
import worthwhile.source.Stop.Kind;

class ParsedPageTest {
  @Test
  void lookingForRefusalsChangesNothingForWhoReadsTheRows() {
    String html =
        "<!doctype html><title>Log in</title><noscript>x</noscript><form><input type=password>"
            + "<script>location='/login'</script><p hidden>You must be logged in to see it";
    ParsedPage page = page(html.getBytes(UTF_8), "text/html");
    String before = page.document().outerHtml();
    assertThat(Refusals.recognise(page, true)).get().returns(Kind.LOGIN_REQUIRED, Stop::kind);
    assertThat(page.document().outerHtml()).isEqualTo(before);
  }

  @Test
  void refusalsAreReadInTheCharsetThatTheBytesAreIn() {
    byte[] login =
        "<html><meta charset=windows-1251><title>Вход</title><form><input type=password></form></html>"
            .getBytes(Charset.forName("windows-1251"));
    ParsedPage page = page(login, "text/html; charset=utf-8");
    assertThat(page.document().title()).isEqualTo("Вход");
    assertThat(Refusals.recognise(page, true)).get().returns(Kind.LOGIN_REQUIRED, Stop::kind);
  }

  @Test
  void anXmlPageIsNoHtmlPageWhateverItsTypeSays() {
    ParsedPage feed = page("<rss><channel><title>Blocked</title></channel></rss>", "text/html");
    assertThat(feed.kind()).isEqualTo(Body.Kind.XML);
    assertThat(Refusals.recognise(feed, true)).isEmpty();
  }

  private static ParsedPage page(String body, String type) {
    return page(body.getBytes(UTF_8), type);
  }

  private static ParsedPage page(byte[] body, String type) {
    return ParsedPage.of(
        new Response(
            URI.create("https://board.example/tasks"),
            200,
            Map.of("content-type", type),
            body,
            Instant.EPOCH));
  }
}
