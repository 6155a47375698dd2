package worthwhile.warning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.posting.Warning.Severity;
import worthwhile.warning.rule.Rules;

/** Lures are told, innocent texts are left alone, disguises are seen through. */
class WarningsTest {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final Warnings WARNINGS = Warnings.knowing(List.of());

  private static Severity gravest(String text) {
    return WARNINGS.of(text).warnings().stream()
        .map(Warning::severity)
        .max(Severity::compareTo)
        .orElse(null);
  }

  private static List<String[]> rows(String file) throws IOException {
    try (InputStream in = WarningsTest.class.getResourceAsStream("/warning/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> lures() throws IOException {
    return rows("fresh-lures.tsv").stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[2],
                    () ->
                        assertThat(gravest(row[2]))
                            .isNotNull()
                            .isGreaterThanOrEqualTo(
                                Severity.valueOf(row[0].toUpperCase(java.util.Locale.ROOT)))));
  }

  @TestFactory
  Stream<DynamicTest> innocentTexts() throws IOException {
    return rows("fresh-innocent.tsv").stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[1], () -> assertThat(gravest(row[1])).isIn(null, Severity.NOTE)));
  }

  @TestFactory
  Stream<DynamicTest> edges() throws IOException {
    return rows("edges.tsv").stream()
        .map(row -> DynamicTest.dynamicTest(row[1], () -> assertEdge(row[0], row[1])));
  }

  private static void assertEdge(String least, String text) {
    if (least.equals("none")) assertThat(gravest(text)).isIn(null, Severity.NOTE);
    else
      assertThat(gravest(text))
          .isNotNull()
          .isGreaterThanOrEqualTo(Severity.valueOf(least.toUpperCase(java.util.Locale.ROOT)));
  }

  /** Sets of many wordings: some may be missed, but few. */
  @ParameterizedTest
  @CsvSource({
    "lures-1.tsv, 0.94, 0.75",
    "lures-2.tsv, 0.94, 0.75",
    "lures-3.tsv, 0.90, 0.60",
    "narratives.tsv, 0.70, 0",
  })
  void mostOfManyWordingsAreTold(String file, double leastCaution, double leastDanger)
      throws IOException {
    List<Severity> told = rows(file).stream().map(row -> asJobOffer(row[1])).toList();
    assertThat(share(told, Severity.CAUTION)).as(file).isGreaterThanOrEqualTo(leastCaution);
    assertThat(share(told, Severity.DANGER)).as(file).isGreaterThanOrEqualTo(leastDanger);
  }

  private static double share(List<Severity> told, Severity least) {
    return (double) told.stream().filter(it -> it.compareTo(least) >= 0).count() / told.size();
  }

  /** The gravest of what is said of a posting with this text. */
  private static Severity asJobOffer(String text) {
    JobPosting posting =
        JobPosting.builder("given", null, "1").title("Job offer").description(text).build();
    return WARNINGS.of(posting, List.of()).warnings().stream()
        .map(Warning::severity)
        .max(Severity::compareTo)
        .orElse(Severity.NOTE);
  }

  @TestFactory
  Stream<DynamicTest> honestOffersAreLeftAlone() throws IOException {
    return rows("honest.tsv").stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[1], () -> assertThat(asJobOffer(row[1])).isEqualTo(Severity.NOTE)));
  }

  @TestFactory
  Stream<DynamicTest> statementsAreReadForOffersAndAddressesOnly() throws IOException {
    return rows("statements.tsv").stream()
        .map(row -> DynamicTest.dynamicTest(row[2], () -> assertStatement(row)));
  }

  private static void assertStatement(String[] row) {
    List<Warning> seen = WARNINGS.ofStatement(row[2]);
    assertThat(seen).allMatch(it -> row[2].contains(it.quote()));
    if (row[0].equals("none")) assertThat(seen).allMatch(it -> it.severity() == Severity.NOTE);
    else
      assertThat(seen)
          .anyMatch(
              it ->
                  it.code().equals(row[1])
                      && it.severity()
                              .compareTo(
                                  Severity.valueOf(row[0].toUpperCase(java.util.Locale.ROOT)))
                          >= 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Like videos and earn $90 a day, message our tutor on T e l e g r a m.",
        "Like videos and earn $90 a day, message our tutor on tele gram.",
        "L1ke v1deos and e4rn $90 a d4y, message our tutor on Te1egram.",
        "Liiike videos and earnnn $90 a day, message our tutor on Telegrammm.",
        "Lіkе vіdеоs аnd еаrn $90 а dау, mеssаgе оur tutоr оn Тelеgrаm.",
        "𝐋𝐢𝐤𝐞 𝐯𝐢𝐝𝐞𝐨𝐬 and 𝗲𝗮𝗿𝗻 $90 a day, message our tutor on Ⓣⓔⓛⓔⓖⓡⓐⓜ.",
        "Li\u200bke vid\u00adeos and ea\u200drn $90 a day, message our tutor on Tele\u2060gram.",
        "👍 Like videos 👍 and earn 💰 $90 a day 💰, message our tutor on 🅃🄴🄻🄴🄶🅁🄰🄼.",
        "L.i.k.e videos and earn $90 a day, message our tutor on T-e-l-e-g-r-a-m.",
        "LIKE VIDEOS AND EARN $90 A DAY, MESSAGE OUR TUTOR ON TELEGRAM",
        "Ｌｉｋｅ　ｖｉｄｅｏｓ and earn $90 a day, message our tutor on Ｔｅｌｅｇｒａｍ",
      })
  void disguisesAreSeenThrough(String text) {
    assertThat(gravest(text)).isEqualTo(Severity.DANGER);
    assertThat(WARNINGS.of(text).warnings()).allMatch(it -> text.contains(it.quote()));
  }

  @Test
  void everyFieldOfAnAdvertisementIsRead() {
    JobPosting posting =
        JobPosting.builder("given", null, "1")
            .title("Assistant")
            .description("Work with us.")
            .qualifications(List.of("Send the activation fee of $30 before you start the job."))
            .build();
    assertThat(WARNINGS.of(posting, List.of()).warnings())
        .extracting(Warning::code)
        .contains("upfront-fee");
    JobPosting bare = posting.toBuilder().qualifications(List.of()).build();
    assertThat(WARNINGS.of(bare, List.of()).warnings()).isEmpty();
    assertThat(
            WARNINGS
                .of(bare, List.of("Send the activation fee of $30 before you start the job."))
                .warnings())
        .extracting(Warning::code)
        .contains("upfront-fee");
  }

  @Test
  void theRestOfALongTextIsSaidToBeUnread() {
    String lure = " Pay the activation fee of $30 before you start the job.";
    Observations seen = WARNINGS.of("Sort leaves. ".repeat(1600) + lure);
    assertThat(seen.warnings()).isEmpty();
    assertThat(seen.notChecked()).extracting(Reason::code).containsExactly("rest-not-read");
    assertThat(seen.notChecked().getFirst().text()).contains("20000");
    assertThat(WARNINGS.of("Sort leaves. ".repeat(1400) + lure).warnings()).isNotEmpty();
    assertThat(WARNINGS.of("Sort leaves.").notChecked()).isEmpty();
  }

  @Test
  void aLanguageWithoutRulesIsSaid() {
    JobPosting posting =
        JobPosting.builder("given", null, "1").title("Tehtävä").language("fi").build();
    assertThat(WARNINGS.of(posting, List.of()).notChecked())
        .extracting(Reason::code)
        .containsExactly("language-without-rules", "language-without-model");
  }

  /** Where no language is known the words say whether the model reads it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "招聘兼职,每天在家点赞,日结300元,加微信。",
        "Trabalho em casa, precisamos de você para avaliar hotéis.",
        "Se buscan personas para responder encuestas cortas desde casa.",
        "12345"
      })
  void aTextWhoseWordsTheModelDoesNotKnowHasNoRisk(String text) {
    Observations seen = WARNINGS.of(text);
    assertThat(seen.risk()).isNull();
    assertThat(seen.notChecked()).extracting(Reason::code).containsExactly("words-without-model");
    assertThat(seen.notChecked().getFirst().text()).contains("English");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sort leaves.",
        "Transcribe two minutes of audio. Pays $1.20.",
        "Like videos and earn $90 a day, message our tutor on Telegram."
      })
  void aShortEnglishTextHasOne(String text) {
    assertThat(WARNINGS.of(text).risk()).isNotNull();
    assertThat(WARNINGS.of(text).notChecked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pay ", "a", "1", "$", "send send give ", "like like video ", "t e l e ", "🅃", "@", ".",
            "wа", "充",
        "x@", "a.b", "earn $5 a ", "00000000 ", "!a", "$a$", "keep 5% ", "rаnd", "re charge ",
            "\n\n", "’", "12,",
        "deposit recharge top up pay send give need "
      })
  void noTextHoldsAThread(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    WARNINGS.of(text); // warm
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      WARNINGS.of(text);
      fastest = Math.min(fastest, CLOCK.getCurrentThreadCpuTime() - start);
    }
    assertThat(fastest / 1_000_000).as("milliseconds").isLessThan(50);
  }

  @Test
  void aSignFromElsewhereCountsWithTheRules() {
    SignSource lookAlike =
        text -> {
          int at = text.indexOf("prolfic.co");
          return at < 0
              ? List.of()
              : List.of(
                  new worthwhile.warning.rule.Sign("look-alike", at, at + 10, java.util.Map.of()));
        };
    Warnings warnings = Warnings.with(lookAlike);
    assertThat(warnings.of("Join us at prolfic.co").warnings())
        .extracting(Warning::code, Warning::severity, Warning::quote)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "lookalike-domain", Severity.CAUTION, "prolfic.co"));
    assertThat(warnings.of("Join us at prolfic.co, add HR on WhatsApp").warnings().getFirst())
        .extracting(Warning::code, Warning::severity)
        .containsExactly("lookalike-domain", Severity.DANGER);
    assertThat(Rules.READ).isEqualTo(20_000);
  }
}
