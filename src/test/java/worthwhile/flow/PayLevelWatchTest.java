package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** What pay is usual is learned every six hours, by whichever process looks then. */
class PayLevelWatchTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;

  /** Looks at a moment; when it was learned last. */
  private static Instant look(Store store, Instant at) {
    new PayLevelWatch(store, Clock.fixed(at, ZoneOffset.UTC)).learnIfDue();
    return Instant.parse(store.meta().get("usual-pay-learned").orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void isLearnedAtOnceAndThenEverySixHours(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), Clock.fixed(START, ZoneOffset.UTC))) {
      assertThat(look(store, START)).isEqualTo(START);
      assertThat(look(store, START.plus(Duration.ofHours(6)).minusMillis(1))).isEqualTo(START);
      Instant due = START.plus(Duration.ofHours(6));
      assertThat(look(store, due)).isEqualTo(due);
      assertThat(look(store, START)).as("a clock that was put back").isEqualTo(START);
    }
  }
}
