package worthwhile.text.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words find what the same regular expression finds without any preparation. */
class SoughtTest {
  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final List<Integer> FLAGS = List.of(0, Pattern.CASE_INSENSITIVE, CASELESS);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "win|wins|worth; w(?:in(?:|s)|orth)",
        "b|ab|abc|c; b|ab(?:|c)|c",
        "ab|[x]|ac; ab|[x]|ac",
        "(a)b|cd|ae; (a)b|cd|ae",
        "a(b)|cd|a; a(b)|cd|a",
      })
  void alternativesThatBeginAlikeAreJoined(String regex, String joined) {
    assertThat(Joined.of(Pieces.of(regex), 0)).isEqualTo(joined);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\b(?:win|wins|won|ba|bb|bab|ab|a)\\b",
        "(?<![ab])(?:(?<one>ab|abb|a)|(?<two>b|ba))(?:\\s?[a-c]{0,2}|c)*$",
        "(?:a|ab|abc|b|bc|c|ca)(?=b|$|c)",
        "a?(?:b|bs|k|ks|i|is|s)++|[^a]b",
        "^(?:ab|b)|\\A\\s{0,3}(?:c|ca|k)",
        "(?:(?i:ab|Ab|b)|(?-i:AB|K|k)|1\\d?)+",
        "(?:\\d{1,2}|\\s+a|a\\s*)(?:[x×]|k|)(?!a)",
        "(a|ab)(?:c|bcd|b)(d*)",
        "a{2,3}b|a{2}|(?:ab){1}c|[\\sb-d]k",
      })
  void theSameIsFound(String regex) {
    Random random = new Random(7);
    for (int flags : FLAGS) {
      Sought words = Sought.of(regex, flags);
      Pattern plain = Pattern.compile(regex, flags);
      for (int i = 0; i < 4_000; i++) {
        String text = text(random);
        assertThat(told(words.first(text))).as(text).isEqualTo(first(plain, text));
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(text.length() + 1 - from);
        Matcher cut = plain.matcher(text).region(from, to);
        assertThat(told(words.at(text, from, to))).as(text).isEqualTo(here(cut));
        Matcher seen = plain.matcher(text).region(from, to).useTransparentBounds(true);
        assertThat(told(words.seenAt(text, from, to))).as(text).isEqualTo(here(seen));
      }
    }
  }

  /** Letters that stand for others without regard to case among them. */
  private static String text(Random random) {
    String letters = "aabbbccdABCkKK\u212Aiİısſ S1 2\t×xwinos";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(14); i > 0; i--)
      text.append(letters.charAt(random.nextInt(letters.length())));
    return text.toString();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? told(matcher) : "-";
  }

  private static String here(Matcher matcher) {
    return matcher.lookingAt() ? told(matcher) : "-";
  }

  /** Where everything was found. */
  private static String told(Matcher found) {
    if (found == null) return "-";
    List<String> told = new ArrayList<>();
    for (int i = 0; i <= found.groupCount(); i++) told.add(found.start(i) + "-" + found.end(i));
    return String.join(" ", told);
  }

  @Test
  void noCharacterButTheseIsHeldForTheSameAsOneOfAscii() {
    StringBuilder folded = new StringBuilder();
    for (char c = 128; c < Character.MAX_VALUE; c++)
      if (Fold.of(c) < 128) folded.append(Fold.of(c));
    assertThat(folded.chars().distinct().mapToObj(c -> (char) c))
        .containsExactlyInAnyOrder('i', 'k', 's');
    assertThat(Fold.BEYOND).containsIgnoringCase("i").contains("k", "s").hasSize(3);
  }

  @Test
  void aPlaceWhereNothingMayBeginIsNotTried() {
    Sought words = Sought.caseless("\\b(?:wins?|won)\\b");
    assertThat(words.mayBegin("a WON", 2)).isTrue();
    assertThat(words.mayBegin("a wit", 2)).isFalse();
    assertThat(words.mayBegin("a wo", 2)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a)\\1", "(?i)a", "\\Qa\\E", "\\Ga", "a)", "(a", "*a"})
  void whatIsNotKnownIsRefused(String regex) {
    assertThatThrownBy(() -> Sought.of(regex, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
