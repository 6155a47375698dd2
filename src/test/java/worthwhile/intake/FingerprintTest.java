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

  private static String print(String title, String requester, String description) {
    return Fingerprint.of(
        posting(title, requester, null).toBuilder().description(description).build());
  }

  @Test
  void titleRequesterAndTheFirstWordsOfTheDescriptionDecide() {
    String words = "one two three four five six seven eight nine ten ".repeat(3).strip();
    String first24 = words.substring(0, words.indexOf("five", words.indexOf("four", 99)));
    String print = print("Label pets", "Acme", first24);
    assertThat(print("Label pets", "Acme", first24 + "other words")).isEqualTo(print);
    assertThat(print("Label pets", "Acme", first24.replace("one two", "one too")))
        .isNotEqualTo(print);
    assertThat(print("Label pets", "Acme", first24.replaceAll("four $", "4 "))).isNotEqualTo(print);
    assertThat(print("Label dogs", "Acme", first24)).isNotEqualTo(print);
    assertThat(print("Label pets", "Apex", first24)).isNotEqualTo(print);
    assertThat(print("Label pets", "Acme Ltd", first24)).isEqualTo(print);
  }

  @Test
  void eightLettersSayEnough() {
    String url = "https://mill.example/t/1";
    String byAddress = Fingerprint.of(posting("x", null, url));
    assertThat(Fingerprint.of(posting("Surveys", "Acme", url))).isEqualTo(byAddress);
    assertThat(Fingerprint.of(posting("Surveyed", "Acme", url))).isNotEqualTo(byAddress);
    assertThat(print("Survey", "Acme", "x")).isNull();
    assertThat(print("Survey", "Acme", "xy")).isNotNull();
  }

  @Test
  void inOneSourceAShortTitleSaysEnoughAndAnAddressNotAll() {
    String url = "https://mill.example/t/1";
    String rater = Fingerprint.inOneSource(posting("Rater", "Acme", url));
    assertThat(rater).isEqualTo(Fingerprint.inOneSource(posting("RATER", "Acme Inc", null)));
    assertThat(rater).isNotEqualTo(Fingerprint.inOneSource(posting("Writer", "Acme", url)));
    assertThat(rater).isNotEqualTo(Fingerprint.inOneSource(posting("Rater", "Apex", url)));
    assertThat(Fingerprint.inOneSource(posting("Rater", null, url)))
        .isNotNull()
        .isNotEqualTo(Fingerprint.inOneSource(posting("Writer", null, url)));
    assertThat(Fingerprint.inOneSource(posting("Rater", null, null))).isNull();
    assertThat(Fingerprint.inOneSource(posting("…", "Acme", url))).isNull();
  }
}
