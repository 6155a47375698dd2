package worthwhile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** A process of its own: what is opened side by side is opened once in each. */
class OpeningTest {
  @TempDir private Path data;

  @RepeatedTest(3)
  void aStartSaysNothingOfItsLog() throws IOException, InterruptedException {
    Process sources =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "worthwhile.command.Main",
                "sources",
                "--data",
                data.toString(),
                "--scrapers",
                Path.of("scrapers").toAbsolutePath().toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(sources.getInputStream().readAllBytes(), UTF_8);
    assertThat(sources.waitFor()).isZero();
    assertThat(said).contains("arbeitnow").doesNotContain("SLF4J");
  }
}
