package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

/** Values of a row, each of its type. */
class DraftTest {
  private static final Instant DAY = Instant.parse("2026-09-01T00:00:00Z");

  @Test
  void nothingTakesAValueAwayAndACopyStandsForItself() {
    Draft draft = new Draft().put("title", "a").put("skills", List.of("b"));
    Draft copy = draft.copy();
    draft.put("title", null).put("skills", List.of());
    assertThat(draft.has("title") || draft.has("skills")).isFalse();
    assertThat(copy.text("title")).isEqualTo("a");
    assertThat(copy.putIfAbsent("title", "b").text("title")).isEqualTo("a");
    assertThat(draft.putIfAbsent("title", "b").text("title")).isEqualTo("b");
  }

  @Test
  void aValueIsOfItsTypeOrNone() {
    MonetaryAmount money = MonetaryAmount.of("USD", BigDecimal.ONE, UnitText.TASK);
    Draft draft =
        new Draft()
            .put("text", "a")
            .put("date", DAY)
            .put("span", Duration.ofMinutes(1))
            .put("count", 7)
            .put("decimal", BigDecimal.TEN)
            .put("flag", true)
            .put("money", money);
    assertThat(draft.text("text")).isEqualTo("a");
    assertThat(draft.date("date")).isEqualTo(DAY);
    assertThat(draft.span("span")).isEqualTo(Duration.ofMinutes(1));
    assertThat(draft.count("count")).isEqualTo(7);
    assertThat(draft.decimal("decimal")).isEqualTo(BigDecimal.TEN);
    assertThat(draft.flag("flag")).isTrue();
    assertThat(draft.money("money")).isEqualTo(money);
    assertThat(draft.text("date")).isNull();
    assertThat(draft.date("text")).isNull();
    assertThat(draft.span("text")).isNull();
    assertThat(draft.count("text")).isNull();
    assertThat(draft.decimal("text")).isNull();
    assertThat(draft.flag("text") || draft.flag("none")).isFalse();
    assertThat(draft.money("text")).isNull();
  }

  @Test
  void listsAndSingleValuesAreToldAsWords() {
    WorkReport report = new WorkReport("a", BigDecimal.ONE, null, null, null);
    Draft draft =
        new Draft().put("many", List.of("a", 7)).put("one", "b").put("reports", List.of(report, 7));
    assertThat(draft.texts("many")).containsExactly("a");
    assertThat(draft.texts("one")).containsExactly("b");
    assertThat(draft.texts("none")).isEmpty();
    assertThat(draft.words("many")).containsExactly("a", "7");
    assertThat(draft.words("one")).containsExactly("b");
    assertThat(draft.words("none")).isEmpty();
    assertThat(draft.reports()).containsExactly(report);
    assertThat(new Draft().put("reports", "x").reports()).isEmpty();
  }

  @Test
  void whatIsMissingIsTakenOverListsAreUnitedAndPlacesToldTogether() {
    Draft draft =
        new Draft()
            .put("title", "a")
            .put("skills", List.of("x", "y"))
            .put("jobLocation", "Kenya; Ghana");
    draft.merge(
        new Draft()
            .put("title", "b")
            .put("url", "u")
            .put("skills", List.of("y", "z"))
            .put("jobLocation", "Ghana"));
    assertThat(draft.text("title")).isEqualTo("a");
    assertThat(draft.text("url")).isEqualTo("u");
    assertThat(draft.texts("skills")).containsExactly("x", "y", "z");
    assertThat(draft.text("jobLocation")).isEqualTo("Kenya; Ghana");
    draft.merge(new Draft().put("jobLocation", "Togo").put("skills", "w"));
    assertThat(draft.text("jobLocation")).isEqualTo("Kenya; Ghana; Togo");
    assertThat(draft.texts("skills")).containsExactly("x", "y", "z");
  }
}
