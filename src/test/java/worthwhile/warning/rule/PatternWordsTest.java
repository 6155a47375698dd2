package worthwhile.warning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The words of the patterns, asked for letter by letter, are those that were put in. */
class PatternWordsTest {
  private static final String LETTERS = "abcधж信";
  private static final int LONG_BEGINNING = 6;

  private final Random random = new Random(11);
  private final Set<String> words = new TreeSet<>();
  private final Set<String> beginnings = new TreeSet<>(List.of(""));
  private final PatternWords known = known();

  private PatternWords known() {
    for (int i = 0; i < 300; i++) {
      words.add(text(1, 8));
      beginnings.add(text(1, 7));
    }
    Part.OneOf all = new Part.OneOf(words, List.copyOf(beginnings), Set.of(), false);
    return new PatternWords(List.of(new Phrase(new Cue("any", 0), List.of(all))));
  }

  private String text(int least, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = least + random.nextInt(most - least + 1); i > 0; i--)
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    return text.toString();
  }

  private Optional<String> longest(String word) {
    return beginnings.stream().filter(word::startsWith).max(Comparator.comparing(String::length));
  }

  @Test
  void aWordIsKnownAsItselfOrByALongBeginning() {
    for (int i = 0; i < 5_000; i++) {
      String word = text(1, 9);
      boolean isWord = words.contains(word);
      assertThat(known.word(word) != LetterTree.NONE).as(word).isEqualTo(isWord);
      assertThat(known.has(word))
          .as(word)
          .isEqualTo(isWord || longest(word).filter(it -> it.length() >= 4).isPresent());
      assertThat(known.isStart(word))
          .as(word)
          .isEqualTo(
              words.stream().anyMatch(it -> it.startsWith(word))
                  || beginnings.stream().anyMatch(it -> it.startsWith(word)));
    }
  }

  @Test
  void theBeginningsOfAWordAreGoneThroughFromTheLongest() {
    for (int i = 0; i < 5_000; i++) {
      String word = text(1, 9);
      List<Integer> expected =
          beginnings.stream()
              .filter(word::startsWith)
              .sorted(Comparator.comparing(String::length).reversed())
              .map(known::beginning)
              .toList();
      int next = known.beginning(word);
      for (int number : expected) {
        assertThat(next).as(word).isEqualTo(number);
        next = known.shorter(next);
      }
      assertThat(next).as(word).isEqualTo(LetterTree.NONE);
    }
  }

  @Test
  void halvesAreWhatTogetherIsKnown() {
    for (int i = 0; i < 20_000; i++) {
      String first = text(1, 5);
      String second = text(1, 5);
      String whole = first + second;
      boolean apart =
          first.length() >= 4
              && second.length() >= 4
              && words.contains(first)
              && words.contains(second);
      int length = longest(whole).map(String::length).orElse(0);
      boolean begins =
          length > first.length() + 1 && length >= LONG_BEGINNING && whole.length() - length <= 4;
      assertThat(known.isHalf(first, second))
          .as(first + " " + second)
          .isEqualTo(!apart && (words.contains(whole) || begins));
    }
  }
}
