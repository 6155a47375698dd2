package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import worthwhile.extract.fixture.FixtureCheck;
import worthwhile.source.read.Sources;

/** Every definition that is shipped loads, and reads its own fixtures as expected. */
class DefinitionsTest {
  private static final Sources SOURCES = Sources.load(Path.of("scrapers"));

  @Test
  void allLoadWithoutProblems() {
    assertThat(SOURCES.problems()).isEmpty();
    assertThat(SOURCES.all()).isNotEmpty();
  }

  @Test
  void allFixturesAreReadAsExpected() {
    assertThat(FixtureCheck.all(SOURCES))
        .isNotEmpty()
        .allSatisfy(
            result ->
                assertThat(result.differences())
                    .as(result.source() + " " + result.fixture())
                    .isEmpty());
  }
}
