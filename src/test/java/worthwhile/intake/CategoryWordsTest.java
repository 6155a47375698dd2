package worthwhile.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryWordsTest {
  private static int score(String word, String text, boolean sentence) {
    CategoryWords words = new CategoryWords();
    words.add(0, word);
    int[] scores = new int[1];
    words.count(text, 2, sentence, scores);
    return scores[0];
  }

  /** Each word weighs 3 and is counted twice: 6 where it stands in the text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data entry | Quick data-entry job      | 6",
        "data entry | Quick DATA ENTRY          | 6",
        "data entry | Old data - entry is free  | 0",
        "data entry | Send data. Entry is free  | 0",
        "data entry | Send data.entry to us     | 6",
        "data entry | Send DATA-ENTRY to us     | 0",
        "survey     | Three surveys             | 6",
        "survey     | Surveyors wanted          | 0",
        "survey*    | Surveyors wanted          | 6",
        "survey     | Presurvey                 | 0",
        "café       | The cafe on the corner    | 6",
        "worker's   | For a workers club        | 6",
        "翻訳        | 英語の翻訳です              | 6"
      })
  void aWordCountsWhereItStandsWhole(String word, String text, int due) {
    assertThat(score(word + "=3", text, true)).isEqualTo(due);
  }

  /** A verb that tells what to do, not one that is told of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rate the clips           | 1",
        "Please rate the clips    | 1",
        "You will rate the clips  | 1",
        "TTV-Rate the clips       | 1",
        "Ttv-Rate the clips       | 0",
        "TTV-rate the clips       | 0",
        "Clips: rate them         | 1",
        "Clips - rate them        | 1",
        "Clips -rate them         | 0",
        "Clips- rate them         | 0",
        "The rate is low          | 0"
      })
  void aVerbCountsWhereASentenceBegins(String text, int due) {
    assertThat(score("^rate", text, true)).isEqualTo(2 * due);
    assertThat(score("^rate", text, false)).as("in a name").isZero();
  }

  @Test
  void aWordCountsOnce() {
    assertThat(score("survey=2", "Survey, survey and more surveys", true)).isEqualTo(4);
  }
}
