package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times that listings state in words. */
class StatedTimeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A 9 minute survey                               | 540",
        "A 45 sec. task                                  | 45",
        "2 second poll                                   | 2",
        "4 hour study                                    | 14400",
        "1.5 hours long, an easy job                     | 5400",
        "Takes about 5 minutes                           | 300",
        "Duration: 2 hrs                                 | 7200",
        "4 to 9 minute survey                            | 360",
        "A 1 second task, then a 5 minute survey         | 300",
        "A 5 hour study or a 20 minute survey            | 1200",
        "A 3 minute video task and a 6-minute quiz       | 360",
        "It takes 7 minutes before the 30 minute survey  | 1800"
      })
  void whatAListingSaysThatItTakes(String text, double seconds) {
    assertThat(StatedTime.of(text, null).orElseThrow()).isCloseTo(seconds, within(1e-9));
    assertThat(StatedTime.of("A task", text).orElseThrow()).isCloseTo(seconds, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A survey",
        "1 second task",
        "4.1 hour study",
        "You have 60 minutes",
        "Paid within 24 hours",
        "A 3 minute video task",
        "Takes 3 minutes of video",
        "Takes 3 minutes after the call"
      })
  void limitsRecordingsSlipsAndWholeDaysAreNoTime(String text) {
    assertThat(StatedTime.of(text, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/pay/task-times.csv", delimiter = '|', numLinesToSkip = 1)
  void timeAllowedAndOtherTimeIsNoTimeOfTheWork(
      String title, String description, @Nullable Double minutes) {
    OptionalDouble seconds = StatedTime.of(title, description);
    if (minutes == null) assertThat(seconds).isEmpty();
    else assertThat(seconds.orElse(-1)).isCloseTo(60 * minutes, within(0.5));
  }

  @Test
  void onlyTheFirstFourThousandSignsAreRead() {
    String said = " a 9 minute survey";
    int filling = 4000 - "T . ".length() - said.length();
    assertThat(StatedTime.of("T", "x".repeat(filling) + said)).isPresent();
    assertThat(StatedTime.of("T", "x".repeat(filling + 1) + said)).isEmpty();
  }
}
