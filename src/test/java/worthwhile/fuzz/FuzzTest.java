package worthwhile.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A share of what {@code src/bench/fuzz} runs: no broken input makes a reader throw. */
class FuzzTest {
  /**
   * So many inputs, or for three seconds: on a slow machine fewer are read, but in the same order.
   */
  @ParameterizedTest
  @CsvSource({
    "extract,1500",
    "parse-pay,4000",
    "work-file,1000",
    "companion,1500",
    "posting,2000",
    "search,3000"
  })
  void nothingThrows(String target, int count) {
    Fuzzing run = new Fuzzing(target, Targets.of(target), 7, 2_000);
    run.run(count, TimeUnit.SECONDS.toNanos(3));
    assertThat(run.found()).isEmpty();
  }
}
