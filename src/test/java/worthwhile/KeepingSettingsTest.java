package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long something is kept is said in days, and never shorter than figures look back. */
class KeepingSettingsTest {
  @TempDir Path folder;

  private Settings settings(Map<Settings.Key, String> given) {
    return Settings.read(given, Map.of(), folder.resolve("worthwhile.toml"));
  }

  @Test
  void daysAreRead() {
    Settings settings =
        settings(Map.of(Settings.Key.KEEP_RUNS, "45d", Settings.Key.KEEP_STEPS, "9999d"));
    assertThat(settings.keepRuns()).isEqualTo(Duration.ofDays(45));
    assertThat(settings.keepSteps()).isEqualTo(Duration.ofDays(9999));
    assertThat(settings.keepBodies()).isEqualTo(Duration.ofDays(14));
    assertThat(settings(Map.of()).keepRuns()).isEqualTo(Duration.ofDays(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"44d", "0d", "90", "90 d", "-90d", "3mo", "99999d", ""})
  void whatIsNoSuchNumberIsRefusedWithTheLeast(String text) {
    assertThatThrownBy(() -> settings(Map.of(Settings.Key.KEEP_RUNS, text)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("keep-runs")
        .hasMessageContaining("such as 90d, at least 45d");
  }
}
