package worthwhile.extract.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.source.Css;
import worthwhile.source.Filter;

/** Each filter of the source language leaves what it says, or nothing. */
class FilterStepsTest {
  private static final URI BASE = URI.create("https://board.example/jobs/");

  private static Optional<String> apply(Filter filter, String value) {
    return FilterSteps.apply(filter, value, BASE);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "0, a", "1, b", "2, c", "3, -", "-1, c", "-2, b", "-3, a", "-4, -",
      })
  void aPieceIsCountedFromEitherEnd(int take, String left) {
    assertThat(apply(new Filter.Split("|", take), " a | b |c"))
        .isEqualTo(Optional.ofNullable(left));
  }

  @Test
  void piecesAreSplitAtTheTextItselfAndMayBeEmpty() {
    assertThat(apply(new Filter.Split(".", 1), "a.b")).contains("b");
    assertThat(apply(new Filter.Split("/", 0), "/jobs")).contains("");
    assertThat(apply(new Filter.Split("/", -1), "jobs/")).contains("");
    assertThat(apply(new Filter.Split("/", 0), "none")).contains("none");
    assertThat(apply(new Filter.Split("/", 1), "none")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://a.example/?id=7&x=1, 7",
        "https://a.example/?x=1&id=7, 7",
        "https://a.example/?x=1;id=7, 7",
        "https://a.example/?id=7#id=8, 7",
        "https://a.example/?id=7&id=8, 7",
        "https://a.example/?id=, ''",
        "https://a.example/?id=a%20b+c, a b c",
        "https://a.example/?id=%zz, %zz",
        "https://a.example/?=7, -",
        "https://a.example/?id, -",
        "https://a.example/?xid=7, -",
        "https://a.example/id=7, -",
        "?id=7, 7",
      })
  void aParameterOfALinkIsReadAsItWasMeant(String link, String value) {
    assertThat(apply(new Filter.Query("id"), link)).isEqualTo(Optional.ofNullable(value));
  }

  @Test
  void aGroupThatTookNoPartLeavesNothing() {
    Filter second = new Filter.Regex(Pattern.compile("(a)|(b)"), 2);
    assertThat(apply(second, "xb")).contains("b");
    assertThat(apply(second, "xa")).isEmpty();
    assertThat(apply(second, "x")).isEmpty();
    assertThat(apply(new Filter.Regex(Pattern.compile("b+"), 0), "abbc")).contains("bb");
  }

  @Test
  void partsOfMarkupAreTakenOut() {
    Css css = new Css("b, .note");
    assertThat(apply(new Filter.Without(css), "Sort <b>all</b> <i class=note>x</i>pears"))
        .contains("Sort  pears");
    assertThat(apply(new Filter.Without(css), "<b>New</b>pears")).contains("pears");
    assertThat(apply(new Filter.Without(css), "no markup & so on")).contains("no markup & so on");
  }

  @Test
  void whatOnlyChangesAValueLeavesOne() {
    assertThat(apply(new Filter.Lower(), "ÄB")).contains("äb");
    assertThat(apply(new Filter.Unescape(), "a &amp; b")).contains("a & b");
    assertThat(apply(new Filter.Line(), " a\n b ")).contains("a b");
    assertThat(apply(new Filter.Replace("a.", "x"), "a.ab")).contains("xab");
    assertThat(apply(new Filter.Prefix("p-"), "1")).contains("p-1");
    assertThat(apply(new Filter.Suffix("-s"), "1")).contains("1-s");
    assertThat(apply(new Filter.Absolute(), "../x")).contains("https://board.example/x");
    assertThat(apply(new Filter.Digest(), " A  b "))
        .isEqualTo(apply(new Filter.Digest(), "a B"))
        .hasValueSatisfying(sign -> assertThat(sign).matches("[0-9a-f]{16}"));
  }
}
