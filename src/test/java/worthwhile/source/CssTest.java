package worthwhile.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CssTest {
  private static Css css(String text) {
    return new Css(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "div.post a#Top | [[#top, .post]]",
        ".a .b, td > #c | [[.a, .b], [#c]]",
        "li:not(.done) | [[]]",
        "a[href*='.b, #c'].d:has(.e, #f) | [[.d]]",
        "p:contains(it’s #1) | [[]]",
        "tr:nth-child(2).odd | [[.odd]]",
        ".prix-élevé | [[]]",
        "channel > item | [[]]"
      })
  void needsAreWhatStandsOutsideOfBrackets(String text, String needs) {
    assertThat(css(text).needs()).hasToString(needs);
  }

  @Test
  void oneAlternativeThatMayBeThereIsEnough() {
    Css css = css(".a .b, #c");
    assertThat(css.mayBeAmong(Set.of(".a"))).isFalse();
    assertThat(css.mayBeAmong(Set.of(".a", ".b"))).isTrue();
    assertThat(css.mayBeAmong(Set.of("#c"))).isTrue();
    assertThat(css("p").mayBeAmong(Set.of())).isTrue();
  }
}
