package worthwhile.text.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTimeTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A 10-minute survey about tea | PT10M",
        "Three 20-minute sessions by video | PT1H",
        "2 sessions of 30 minutes | PT1H",
        "It takes half an hour | PT30M",
        "An hour-long interview | PT1H",
        "Duration: 1 1/2 hours | PT1H30M",
        "Takes 1:15 h | PT1H15M"
      })
  void findsTheTimeOfATask(String text, Duration expected) {
    assertThat(TaskTimeText.of(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"One of two studies about an app", "3D models", "a day in the life", "10 ads"})
  void findsNothingElse(String text) {
    assertThat(TaskTimeText.of(text)).isEmpty();
  }

  @Test
  void hoursAndMinutesBesideASumAreNoMinutesAndSeconds() {
    var context = PayText.Context.of(Locale.US);
    assertThat(PayText.find("$20 for 1:30 hours", context).flatMap(PayText.Found::minutes))
        .contains(Duration.ofMinutes(90));
    assertThat(PayText.find("$2 for 4:30", context).flatMap(PayText.Found::minutes))
        .contains(Duration.ofSeconds(270));
  }
}
