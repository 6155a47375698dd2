package worthwhile.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.extract.Canonical;
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
        .hasSize(20);
  }

  @Test
  void everyLetterIsTheSameInBothCases() {
    String all = "Sphinx of black quartz, judge my vow 0123456789 @[`{ ";
    assertThat(Fingerprint.of(posting(all.toUpperCase(Locale.ROOT), "Zebra AZ", null)))
        .isEqualTo(Fingerprint.of(posting(all.toLowerCase(Locale.ROOT), "zebra az", null)))
        .isNotEqualTo(Fingerprint.of(posting(all.replace("z", ""), "Zebra AZ", null)));
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
        "https://mill.example/t;jsessionid=AB12?sid=ABCDEF0123456789ABCDEF0123456789 |"
            + " https://mill.example/t",
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

  /** The recipe as it was first written down; whatever is quicker must come to the same. */
  private static String recipe(String title, String requester, String description) {
    String form = "\\b(?:inc|llc|ltd|gmbh|corp|corporation|co|plc|sa|bv|ag|limited)\\b\\.?";
    return hash(
        "work\n"
            + words(title, Integer.MAX_VALUE)
            + "\n"
            + words(requester, 12).replaceAll(form, "").strip()
            + "\n"
            + words(description, 24));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT);
  }

  private static String words(String text, int most) {
    String start = text.length() > 2_000 ? text.substring(0, 2_000) : text;
    String[] words = plain(start).replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ");
    return String.join(" ", words.length > most ? Arrays.copyOf(words, most) : words);
  }

  private static String ofWords(String text) {
    String start = text.length() > 400 ? text.substring(0, 400) : text;
    String[] words = plain(start).strip().split("[^\\p{L}]+");
    if (words.length < 25) return null;
    return hash("words\n" + String.join(" ", Arrays.copyOf(words, Math.min(words.length, 30))));
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "%064x".formatted(new BigInteger(1, digest)).substring(0, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void isWhatTheRecipeSaysOfAnyText() {
    Random random = new Random(3);
    for (int i = 0; i < 3_000; i++) {
      String title = "Label the pets " + text(random, 8);
      String requester = "Acme " + text(random, 2);
      String description = text(random, random.nextInt(60));
      assertThat(print(title, requester, description))
          .as("%s | %s | %s", title, requester, description)
          .isEqualTo(recipe(title, requester, description));
      assertThat(
              Fingerprint.ofWords(
                  posting(title, requester, null).toBuilder().description(description).build()))
          .as(description)
          .isEqualTo(ofWords(description));
    }
  }

  private static String text(Random random, int words) {
    boolean isPlain = random.nextBoolean();
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < words; n++) {
      String[] from = isPlain || random.nextInt(6) > 0 ? PLAIN : OTHER;
      text.append(from[random.nextInt(from.length)]).append(SIGNS[random.nextInt(SIGNS.length)]);
    }
    return text.toString();
  }

  private static final String[] PLAIN = {
    "Pets", "the", "INC.", "4", "2nd", "I", "$5", "_x_", "Ltd", "", "a-b", "(one)", "\u007f", "co"
  };
  private static final String[] OTHER = {
    "Straße", "é", "e\u0301", "İ", "ﬁ", "犬", "½", "²", "\u0080"
  };
  private static final String[] SIGNS = {" ", " ", " ", ", ", ".", "\n", "\t", "/", "  ", ""};
}
