package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses lead where a browser would go. */
class WebAddressTest {
  private static final URI BASE = URI.create("https://board.example/jobs/list?page=2");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a            | https://board.example/jobs/a",
        "/a           | https://board.example/a",
        "''           | https://board.example/jobs/list?page=2",
        "?x=1         | https://board.example/jobs/list?x=1",
        "?            | https://board.example/jobs/list?",
        "#top         | https://board.example/jobs/list?page=2#top",
        "a?b#c        | https://board.example/jobs/a?b#c",
        "https:a      | https://board.example/jobs/a",
        "a:b          | ",
        "./a:b        | https://board.example/jobs/a:b",
        "../../../x   | https://board.example/x",
        "a/./b        | https://board.example/jobs/a/b",
        "a/../b       | https://board.example/jobs/b",
        "a/..         | https://board.example/jobs/",
        "a/.          | https://board.example/jobs/a/",
        "%2e%2E/x     | https://board.example/x",
        "%2e/x        | https://board.example/jobs/x",
        "50%          | https://board.example/jobs/50%25",
        "a%20b        | https://board.example/jobs/a%20b",
        "a b          | https://board.example/jobs/a%20b",
        "?q=a b{      | https://board.example/jobs/list?q=a%20b%7B",
        "\\a\\b       | https://board.example/a/b"
      })
  void onThePagesOwnHost(String text, String address) {
    assertThat(WebAddress.resolve(BASE, text).orElse(null)).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "//other.example/x, https://other.example/x",
    "\\\\other.example\\x, https://other.example/x",
    "http:other.example, http://other.example",
    "http:/other.example/x, http://other.example/x",
    "https:///other.example/x, https://other.example/x",
    "HTTPS://Other.Example/X, https://Other.Example/X",
    "https://o.example?x, https://o.example?x",
    "https://o.example:443/x, https://o.example/x",
    "http://o.example:80/x, http://o.example/x",
    "http://o.example:0080/x, http://o.example/x",
    "http://o.example:443/x, http://o.example:443/x",
    "https://o.example:80/x, https://o.example:80/x",
    "https://o.example:65535/x, https://o.example:65535/x",
    "https://o.example:/x, https://o.example/x",
    "https://o.example:0/x, https://o.example:0/x",
    "https://ana@o.example/x, https://ana@o.example/x",
    "https://a na@o.example/x, https://a%20na@o.example/x",
    "https://[::1]/x, https://[::1]/x",
    "https://%6f.example/x, https://o.example/x",
    "https://b\u00fccher.example/x, https://xn--bcher-kva.example/x",
    "https://B\u00dcCHER.example/x, https://xn--bcher-kva.example/x"
  })
  void onAHostThatIsNamed(String text, String address) {
    assertThat(WebAddress.resolve(BASE, text)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:ana@board.example",
        "javascript:void(0)",
        "ftp://o.example/x",
        "https://o.example:65536/x",
        "https://o.example:x/",
        "https://...",
        "https://",
        "https://o example/x",
        "https://%zz.example/x"
      })
  void whatLeadsNowhereIsNoAddress(String text) {
    assertThat(WebAddress.resolve(BASE, text)).isEmpty();
  }

  @Test
  void lineEndsAndTabsInsideGo() {
    assertThat(WebAddress.resolve(BASE, " \t/a\n/b\r\n")).contains("https://board.example/a/b");
    assertThat(WebAddress.resolve(BASE, "a[1]|b"))
        .contains("https://board.example/jobs/a%5B1%5D%7Cb");
  }

  @Test
  void ofAHostAloneTheTopIsMeant() {
    URI host = URI.create("HTTPS://board.example");
    assertThat(WebAddress.resolve(host, "x")).contains("https://board.example/x");
    assertThat(WebAddress.resolve(host, "")).contains("https://board.example/");
  }
}
