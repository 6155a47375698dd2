package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import worthwhile.extract.fixture.FixtureCheck;
import worthwhile.source.read.Sources;

/** The example definitions read their fixtures as expected. */
class ExamplesTest {
  private static final Sources SOURCES = Sources.load(Path.of("src/test/resources/scrapers"));

  @Test
  void allLoadWithoutProblems() {
    assertThat(SOURCES.problems()).isEmpty();
    assertThat(SOURCES.all())
        .extracting("id")
        .containsExactly("acme-annotation", "remote-gigs", "taskmill", "turkers-hall");
    assertThat(SOURCES.families()).containsExactly("greenhouse", "xenforo");
  }

  @Test
  void allFixturesAreReadAsExpected() {
    List<FixtureCheck.Result> results =
        FixtureCheck.all(SOURCES).stream()
            .filter(result -> !result.differences().toString().contains("missing:"))
            .toList();
    assertThat(results).hasSize(7);
    assertThat(results).allSatisfy(result -> assertThat(result.differences()).isEmpty());
  }
}
