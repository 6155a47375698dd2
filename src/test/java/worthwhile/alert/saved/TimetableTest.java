package worthwhile.alert.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what is found in quiet hours is to be sent, by clocks that are put forward and back. */
class TimetableTest {
  @ParameterizedTest
  @CsvSource({
    // On 25 October 2026 Berlin has the hour from 2:00 to 3:00 twice.
    "Europe/Berlin, 22:00, 02:30, 2026-10-24T23:00:00Z, 2026-10-25T00:30:00Z",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T00:10:00Z, 2026-10-25T00:30:00Z",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T00:40:00Z, 2026-10-25T00:40:00Z",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
    "Europe/Berlin, 22:00, 02:30, 2026-10-25T01:31:00Z, 2026-10-25T01:31:00Z",
    "Europe/Berlin, 22:00, 07:00, 2026-10-25T01:10:00Z, 2026-10-25T06:00:00Z",
    "America/New_York, 22:00, 01:30, 2026-11-01T06:10:00Z, 2026-11-01T06:30:00Z",
    "Australia/Lord_Howe, 22:00, 01:45, 2026-04-04T15:10:00Z, 2026-04-04T15:15:00Z",
    // On 29 March 2026 it goes from 2:00 to 3:00 at once.
    "Europe/Berlin, 22:00, 07:00, 2026-03-28T23:30:00Z, 2026-03-29T05:00:00Z",
    // Without such a day: the same evening, over midnight, and not in them.
    "Europe/Berlin, 12:01, 20:00, 2026-06-01T12:00:00Z, 2026-06-01T18:00:00Z",
    "Europe/Berlin, 22:00, 07:00, 2026-06-01T20:30:00Z, 2026-06-02T05:00:00Z",
    "Europe/Berlin, 22:00, 07:00, 2026-06-01T05:00:00Z, 2026-06-01T05:00:00Z",
  })
  void isDueWhenTheyEnd(
      ZoneId zone, LocalTime from, LocalTime until, Instant found, Instant expected) {
    Timetable timetable =
        new Timetable(new Rhythm.Instantly(), Optional.of(new QuietHours(from, until)), zone);
    assertThat(timetable.due(found)).isEqualTo(expected);
    assertThat(timetable.quietUntil(found).isPresent()).isEqualTo(!found.equals(expected));
  }
}
