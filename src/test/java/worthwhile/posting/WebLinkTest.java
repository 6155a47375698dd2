package worthwhile.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://prolific.com@evil.example/",
        "https://prolific.com:443@evil.example/",
        "HTTP:prolific.com@evil.example",
        "https:/\\\\prolific.com@evil.example/",
        "\\\\prolific.com@evil.example",
        "\thttps://@evil.example/",
        "https://a b@evil.example/"
      })
  void whatCarriesUserInformationIsNoAddress(String url) {
    JobPosting posting =
        JobPosting.builder("s", "s", "1")
            .title("t")
            .url(url)
            .hiringOrganization(new Organization("Lab", null, url))
            .build();
    assertThat(posting.url()).isNull();
    assertThat(posting.hiringOrganization().url()).isNull();
    assertThat(Duplicate.of(posting).url()).isNull();
    assertThat(new Duplicate("s:1", "s", url).url()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://blog.example/@ada/task",
        "https://board.example/?mail=a@b.example",
        "https://board.example/#a@b",
        "mailto:jobs@board.example",
        "/tasks/a@b",
        "user@board.example"
      })
  void anAtSignElsewhereIsNoHarm(String url) {
    assertThat(JobPosting.builder("s", "s", "1").title("t").url(url).build().url()).isEqualTo(url);
  }

  @Test
  void longAddressesAreReadInNoTime() {
    for (String part : List.of("/", "\\", " ", "a", ":", "https:"))
      assertThat(WebLink.honest("https:" + part.repeat(65_536))).isNotNull();
  }
}
