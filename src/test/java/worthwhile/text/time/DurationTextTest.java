package worthwhile.text.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "about 3 min | PT3M",
        "45 minutes | PT45M",
        "45.0 minutes | PT45M",
        "60-minute interview | PT1H",
        "1h 30 | PT1H30M",
        "1h30 | PT1H30M",
        "1 h 30 min | PT1H30M",
        "1 hour and 20 minutes | PT1H20M",
        "4:30 | PT4M30S",
        "1:05:30 | PT1H5M30S",
        "PT10M | PT10M",
        "PT1H30M | PT1H30M",
        "P2D | PT48H",
        "P1W | PT168H",
        "PT0.5H | PT30M",
        "PT1.5M | PT1M30S",
        "P1DT2H | PT26H",
        "15 min survey + 30 min call | PT45M",
        "10 min + 5 min + 1 hour | PT1H15M",
        "5 min + 7 days review | PT5M",
        "5 min + bonus | PT5M",
        "Survey -5 min | PT5M",
        "2-3 mins | PT2M30S",
        "2 – 4 minutes | PT3M",
        "10 to 20 minutes | PT15M",
        "<5 min | PT5M",
        "~90 secs. | PT1M30S",
        "2.5min | PT2M30S",
        "1,5 Stunden | PT1H30M",
        "30 Sekunden | PT30S",
        "20 Minuten | PT20M",
        "15 минут | PT15M",
        "10 dakika | PT10M",
        "half an hour | PT30M",
        "an hour | PT1H",
        "ten minutes | PT10M",
        "3 days | PT72H",
        "1miin | PT1M"
      })
  void readsASpan(String text, Duration expected) {
    assertThat(DurationText.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "soon",
        "0 minutes",
        "PT0S",
        "-5",
        "12:30 PM",
        "99999 weeks",
        "3 months",
        "$5 m"
      })
  void answersNothingWhereNoSpanIsStated(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }

  @Test
  void nullIsAbsent() {
    assertThat(DurationText.parse(null)).isEmpty();
  }
}
