package worthwhile.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How warnings look in JSON, and that what is kept holds no language. */
class WarningTest {
  private static final Warning WARNING =
      new Warning(
          "upfront-fee",
          Warning.Severity.CAUTION,
          "a fee",
          Warning.By.RULE,
          Instant.parse("2026-11-20T10:00:00Z"),
          Map.of());

  private static final Posting POSTING =
      FlatPosting.builder("a", "a", "1")
          .title("Job")
          .build()
          .with(
              Assessment.NONE.warned(
                  new BigDecimal("0.07"), List.of(WARNING), List.of(Reason.of("too-tangled"))));

  @Test
  void isFlatInJson() {
    JsonNode json = PostingJson.tree(POSTING);
    assertThat(json.path("risk").decimalValue()).isEqualByComparingTo("0.07");
    JsonNode warning = json.path("warnings").path(0);
    assertThat(warning.path("code").asString()).isEqualTo("upfront-fee");
    assertThat(warning.path("severity").asString()).isEqualTo("caution");
    assertThat(warning.path("text").asString()).isEqualTo("Asks you to pay before you are paid");
    assertThat(warning.path("quote").asString()).isEqualTo("a fee");
    assertThat(warning.path("by").asString()).isEqualTo("rule");
    assertThat(warning.path("since").asString()).isEqualTo("2026-11-20T10:00:00Z");
    assertThat(warning.path("innocent").asString()).isNotEmpty();
    assertThat(json.path("notChecked").path(0).asString()).startsWith("The text is built so oddly");
  }

  @Test
  void comesBackFromJson() {
    assertThat(PostingJson.read(PostingJson.write(POSTING))).isEqualTo(POSTING);
    assertThat(PostingJson.read(PostingJson.stored(POSTING))).isEqualTo(POSTING);
  }

  @Test
  void isKeptWithoutALanguage() {
    assertThat(PostingJson.stored(POSTING))
        .contains("\"upfront-fee\"", "\"too-tangled\"")
        .doesNotContain("Asks you", "oddly", "innocent", "advice");
  }
}
