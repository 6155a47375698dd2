package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Organization;

class FingerprintTest {
  private static JobPosting posting(String title, String requester, String url) {
    return JobPosting.builder("s", "s", "1")
        .title(title)
        .url(url)
        .hiringOrganization(requester == null ? null : Organization.named(requester))
        .build();
  }

  /** Stored values: a change of the recipe would make every repost and duplicate look new. */
  @Test
  void staysWhatItIs() {
    assertThat(Fingerprint.of(posting("INTERVIEW İstanbul", "Acme Inc.", null)))
        .isEqualTo(Fingerprint.of(posting("Interview, Istanbul", "ACME", null)))
        .hasSize(32);
  }

  @Test
  void withoutARequesterTheAddressDecides() {
    String url = "https://www.mill.example/t/1?utm_source=x";
    assertThat(Fingerprint.of(posting("Label pets", null, url)))
        .isEqualTo(Fingerprint.of(posting("Other title", null, "http://mill.example/t/1/")));
    assertThat(Fingerprint.of(posting("Label pets", null, null))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://Mill.example:443/t/1/?b=2&a=1&utm_medium=x#top | https://mill.example/t/1?a=1&b=2",
        "https://mill.example/t;jsessionid=AB12?sid=ABCDEF0123456789ABCDEF0123456789 | https://mill.example/t",
        "https://mill.example/#/task/5 | https://mill.example#/task/5",
        "https://mill.example/thread?s=12 | https://mill.example/thread?s=12",
        "https://mill.example/view?id=7&ref=board | https://mill.example/view?id=7&ref=board",
        "not an address | not an address"
      })
  void addressesInOneSpelling(String url, String expected) {
    assertThat(Canonical.url(url)).isEqualTo(expected);
  }
}
