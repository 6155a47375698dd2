package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.select.QueryParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of an element as people see it: a line for each block, one blank between words. */
class ElementTextTest {
  private static String text(String markup, String without) {
    return ElementText.of(
        Jsoup.parse(markup).body(),
        without.isEmpty() ? Optional.empty() : Optional.of(QueryParser.parse(without)));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a<br>b | a/b",
        "a<br><br>b | a/b",
        "<p>a</p><p>b</p> | a/b",
        "<p>a </p> <p> b</p> | a/b",
        "<div><div>a</div></div>b | a/b",
        "<b>a</b><i>b</i> | ab",
        "a   b | a b",
        "a&nbsp; b | a b",
        "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table> | a/b/c/d",
        "a<script>x</script><style>y</style><template>z</template>b | ab",
      },
      delimiter = '|')
  void linesAndBlanksAreThoseThatOneSees(String markup, String lines) {
    assertThat(text(markup, "").strip()).isEqualTo(lines.replace('/', '\n'));
  }

  @Test
  void whatIsLeftOutLeavesNoTrace() {
    assertThat(text("<p>a</p><p class=x>b</p><p>c</p>", ".x").strip()).isEqualTo("a\nc");
    assertThat(text("<p>a</p><p class=x>b</p><p>c</p>", "").strip()).isEqualTo("a\nb\nc");
  }
}
