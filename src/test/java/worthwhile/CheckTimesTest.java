package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When database and index are looked through. */
class CheckTimesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path data;

  @Test
  void dailyAndAfterAStopThatWasNotClean() throws Exception {
    CheckTimes first = CheckTimes.start(data);
    assertThat(first.isDue(NOW)).as("never looked").isTrue();
    first.looked(NOW);
    assertThat(first.isDue(NOW.plus(Duration.ofHours(23)))).isFalse();
    assertThat(first.isDue(NOW.plus(Duration.ofHours(24)))).isTrue();
    first.stopped();

    CheckTimes clean = CheckTimes.start(data);
    assertThat(clean.isDue(NOW.plus(Duration.ofHours(1)))).isFalse();
    assertThat(clean.isDue(NOW.minus(Duration.ofHours(1)))).as("a clock set back").isTrue();

    CheckTimes killed = CheckTimes.start(data); // The one before never stopped.
    assertThat(killed.isDue(NOW.plus(Duration.ofHours(1)))).isTrue();
    killed.stopped(); // And this one stops before it has looked.
    CheckTimes next = CheckTimes.start(data);
    assertThat(next.isDue(NOW.plus(Duration.ofHours(1)))).isTrue();
    next.looked(NOW.plus(Duration.ofHours(1)));
    assertThat(next.isDue(NOW.plus(Duration.ofHours(2)))).isFalse();

    Files.writeString(data.resolve("checked"), "rubbish");
    assertThat(next.isDue(NOW)).isTrue();
  }
}
