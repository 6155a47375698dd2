package worthwhile.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
  private static final Reason FULL =
      Reason.of("rows-unusual")
          .with("rows", 12)
          .with("usual", new BigDecimal("40"))
          .with("share", new BigDecimal("0.30"))
          .with("day", LocalDate.of(2026, 9, 2))
          .with("time", Duration.ofMinutes(5))
          .with("late", true)
          .with("absent", null);

  private static Pay pay(List<Reason> evidence, Pay.Line... lines) {
    BigDecimal ten = new BigDecimal("10.0");
    return new Pay("USD", ten, ten, ten, Pay.Basis.STATED, 1, null, evidence, null, List.of())
        .less(List.of(lines));
  }

  private static Posting posting(Pay pay) {
    return FlatPosting.builder("mill", "mill", "1")
        .title("t")
        .state(PostingState.CLOSED)
        .stateReason(Reason.of("expired"))
        .pay(pay)
        .build();
  }

  @Test
  void itComesBackFromJsonAsItWas() {
    assertThat(PostingJson.readReason(PostingJson.stored(FULL))).isEqualTo(FULL);
    assertThat(FULL.parameters().keySet())
        .containsExactly("rows", "usual", "share", "day", "time", "late");
    String sent = PostingJson.MAPPER.writeValueAsString(FULL);
    assertThat(PostingJson.MAPPER.readValue(sent, Reason.class)).isEqualTo(FULL);
  }

  @Test
  void whatFollowsFromACodeIsNotKeptAndComesBack() {
    Pay.Line general = line("search", "-1.67", true, Reason.of("search-in-general"));
    Pay.Line told = line("rejections", "-0.07", true, Reason.of("returns-in-general"));
    Pay pay = pay(List.of(Reason.of("only-least-stated")), general, told);
    String kept = PostingJson.stored(pay);
    assertThat(kept)
        .contains("\"search -1.67\"")
        .contains("[{\"code\":\"returns-in-general\"}]")
        .doesNotContain("parameters", "net", "certain");
    assertThat(PostingJson.MAPPER.readValue(kept, Pay.class)).isEqualTo(pay);
    String once =
        kept.replace("\"search -1.67\"", "{\"code\":\"search\",\"amount\":-1.67,\"default\":true}");
    assertThat(PostingJson.MAPPER.readValue(once, Pay.class)).isEqualTo(pay);
    String sent = PostingJson.MAPPER.writeValueAsString(pay);
    assertThat(PostingJson.MAPPER.readValue(sent, Pay.class)).isEqualTo(pay);
    assertThat(PostingJson.MAPPER.readTree(sent).at("/lines/0/evidence/0/code").asString())
        .isEqualTo("search-in-general");
  }

  private static Pay.Line line(String code, String amount, boolean assumed, Reason evidence) {
    return new Pay.Line(code, new BigDecimal(amount), false, assumed, List.of(evidence));
  }

  @Test
  void whatIsSentHasTheSentenceAndWhatIsKeptHasNot() {
    assertThat(PostingJson.MAPPER.writeValueAsString(Reason.of("expired")))
        .isEqualTo("{\"code\":\"expired\",\"parameters\":{},\"text\":\"expired\"}");
    Posting posting =
        posting(
            pay(
                List.of(Reason.of("only-least-stated")),
                new Pay.Line(
                    "platform-fee",
                    new BigDecimal("-1.5"),
                    true,
                    false,
                    List.of(Reason.stated("a tenth").with("name", "service fee")))));
    String kept = PostingJson.stored(posting);
    assertThat(kept).doesNotContain("\"text\":\"Only").doesNotContain("Fee:").contains("a tenth");
    assertThat(PostingJson.read(kept)).isEqualTo(posting);
    assertThat(PostingJson.read(PostingJson.write(posting))).isEqualTo(posting);
    var pay = PostingJson.tree(posting).path("pay");
    assertThat(pay.path("net").decimalValue()).isEqualByComparingTo("8.5");
    assertThat(pay.path("evidence").path(0).path("text").asString()).startsWith("Only the least");
    assertThat(pay.path("lines").path(0).toString())
        .startsWith(
            "{\"code\":\"platform-fee\",\"amount\":-1.5,\"certain\":true,\"default\":false,"
                + "\"text\":\"Fee: service fee\",\"evidence\":[{\"code\":\"stated\"");
  }

  @Test
  void sentencesFromBeforeThereWereCodesAreTakenAsTheyAre() {
    Posting old =
        PostingJson.read(
            """
            {"id":"mill:1","source":"mill","identifier":"1","title":"t","state":"closed",
             "stateReason":"absent from two complete runs","pay":{"currency":"USD","low":8,
             "median":10,"high":12,"basis":"stated","n":1,
             "evidence":["The posting states 1 USD per task."],"effective":8.25,"lines":[
              {"label":"Fee: service fee","perHour":-1,"evidence":"The service fee is 10%.",
               "default":false},
              {"label":"Looking for work","perHour":-0.75,"evidence":"In general.",
               "default":true}]}}
            """);
    assertThat(old.standing().stateReason()).isEqualTo(Reason.of("absent-twice"));
    Pay pay = old.pay();
    assertThat(pay.evidence()).containsExactly(Reason.stated("The posting states 1 USD per task."));
    assertThat(pay.lines()).extracting(Pay.Line::code).containsExactly("platform-fee", "search");
    assertThat(pay.lines())
        .extracting(Pay.Line::text)
        .containsExactly("Fee: service fee", "Looking for work");
    assertThat(pay.lines().getFirst().evidence())
        .extracting(Reason::text)
        .containsExactly("The service fee is 10%.");
    assertThat(pay.net()).isEqualByComparingTo("9");
    assertThat(pay.lines()).extracting(Pay.Line::assumed).containsExactly(false, true);
  }

  /** These stand in databases: whoever changes a sentence keeps the old one readable here. */
  @ParameterizedTest
  @CsvSource({
    "closed by the source, closed-by-source",
    "absent from one complete run, absent-once",
    "absent from two complete runs, absent-twice",
    "expired, expired",
    "reposted under another identifier, replaced",
    "its own page says that it is gone, gone-by-own-page",
    "no worker's browser has shown it lately, not-shown-lately",
    "no worker's browser has shown it for long, not-shown-for-long",
    "not shown again in the time for which it may be kept, kept-long-enough"
  })
  void sentencesOfStatesThatWereKeptHaveTheirCodes(String sentence, String code) {
    assertThat(PostingJson.readReason(sentence)).isEqualTo(Reason.of(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{text}", "blocked by a captcha", "{\"error\": \"no\"}", "Fee: {name}"})
  void otherSentencesAreKeptToTheLetter(String sentence) {
    assertThat(PostingJson.readReason(sentence)).isEqualTo(Reason.stated(sentence));
    assertThat(PostingJson.readReason(sentence).text()).isEqualTo(sentence);
  }

  @Test
  void whatIsNoReasonIsRefused() {
    assertThatThrownBy(() -> Reason.of("No Code")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Reason.of("expired").with("list", List.of(1)))
        .hasMessageContaining("scalar");
    assertThatThrownBy(() -> new Reason("expired", Map.of("half", 0.5)))
        .as("binary fractions are not exact")
        .hasMessageContaining("scalar");
  }
}
