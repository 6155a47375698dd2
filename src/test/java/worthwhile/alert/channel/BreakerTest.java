package worthwhile.alert.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private Instant now = Instant.parse("2026-11-20T12:00:00Z");
  private final Breaker breaker =
      new Breaker(
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }
          });

  private void away(String place, int times) {
    for (int i = 0; i < times; i++) breaker.note(place, true);
  }

  @Test
  void aPlaceThatIsAwayFiveTimesInARowIsLeftAloneFor30Seconds() {
    away("mail", 4);
    assertThat(breaker.rest("mail")).isEmpty();
    away("mail", 1);
    assertThat(breaker.rest("mail")).contains(Duration.ofSeconds(30));
    assertThat(breaker.rest("elsewhere")).isEmpty();
    now = now.plusSeconds(30);
    assertThat(breaker.rest("mail")).as("it may be tried again").isEmpty();
  }

  @Test
  void eachFurtherFailureDoublesTheRestUpToTenMinutes() {
    away("mail", 6);
    assertThat(breaker.rest("mail")).contains(Duration.ofMinutes(1));
    away("mail", 1);
    assertThat(breaker.rest("mail")).contains(Duration.ofMinutes(2));
    away("mail", 5_000);
    assertThat(breaker.rest("mail")).contains(Duration.ofMinutes(10));
  }

  @Test
  void oneAnswerEndsIt() {
    away("mail", 9);
    breaker.note("mail", false);
    assertThat(breaker.rest("mail")).isEmpty();
    away("mail", 4);
    assertThat(breaker.rest("mail")).isEmpty();
  }
}
