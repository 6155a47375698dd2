package worthwhile.site.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//no-scheme.example/",
        "/relative",
        "https:",
        "http:opaque",
        "file:///etc/passwd",
        "https://a.example/\"onmouseover=\"x",
        ""
      })
  void onlyWebAddressesAreLinks(String url) {
    assertThat(Urls.web(url)).isEmpty();
  }

  @Test
  void webAddressesStayAsTheyAre() {
    assertThat(Urls.web(" HTTPS://A.example/ü?x=1&y=%2F#z "))
        .hasValue("HTTPS://A.example/%C3%BC?x=1&y=%2F#z");
    assertThat(Urls.host("https://www.a.example:8443/x")).hasValue("a.example");
    assertThat(Urls.web(null)).isEmpty();
  }

  @Test
  void clientsOfOneNetworkCountAsOne() {
    assertThat(Clients.network("2001:db8:1:2:3::4")).isEqualTo(Clients.network("2001:db8:1:2::9"));
    assertThat(Clients.network("2001:db8:1:2::9")).isNotEqualTo(Clients.network("2001:db8:1:3::9"));
    assertThat(Clients.network("127.0.0.1")).isEqualTo("127.0.0.1");
  }

  @Test
  void acceptHeaders() {
    assertThat(Accept.of("gzip;q=0, *").takes("gzip")).isFalse();
    assertThat(Accept.of("br;q=1.0, GZIP;q=0.5").takes("gzip")).isTrue();
    assertThat(Accept.of(null).takes("gzip")).isFalse();
    assertThat(Accept.of(null).takesType("application/json")).isTrue();
    assertThat(Accept.of("text/html, */*;q=0.1").takesType("application/json")).isTrue();
    assertThat(Accept.of("application/*").takesType("application/json")).isTrue();
    assertThat(Accept.of("image/png").takesType("application/json")).isFalse();
    assertThat(Accept.of("*/*, application/json;q=0").takesType("application/json")).isFalse();
  }
}
