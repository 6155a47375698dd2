package worthwhile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a JDK that only says what it was asked for. */
class LauncherTest {
  /** Writes the notes where it is asked to; else prints its arguments. */
  private static final String JAVA =
      """
      #!/bin/sh
      for each in "$@"; do
        case "$each" in -XX:AOTCacheOutput=*) echo notes >"${each#*=}"; exit 0 ;; esac
      done
      echo "$@"
      """;

  @TempDir private Path folder;
  private Path jdk;

  @BeforeEach
  void make() throws IOException {
    jdk = folder.resolve("jdk");
    executable(jdk.resolve("bin/java"), JAVA);
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    Path home = Files.createDirectories(folder.resolve("here"));
    executable(home.resolve("worthwhile"), Files.readString(Path.of("worthwhile")));
    Files.createDirectories(home.resolve("target/lib"));
    Path jar = Files.writeString(home.resolve("target/worthwhile.jar"), "packaged");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
  }

  private static void executable(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private String run(Path home, String command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("worthwhile").toString(), command);
    builder.environment().put("WORTHWHILE_JAVA_HOME", jdk.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private static void awaitNotesOf(Path home) {
    Path place = home.resolve("target/worthwhile.aot.for");
    await().until(() -> Files.exists(place) && Files.readString(place).contains(" " + home));
  }

  @Test
  void notesAreTakenBesideTheFirstStartAndAgainWhereTheFolderWasMoved() throws Exception {
    Path here = folder.resolve("here");
    assertThat(run(here, "serve")).contains("-jar").doesNotContain("AOTCache");
    awaitNotesOf(here);
    assertThat(run(here, "serve"))
        .contains("-XX:AOTCache=" + here.resolve("target/worthwhile.aot"));

    Path there = Files.move(here, folder.resolve("there"));
    assertThat(run(there, "import")).doesNotContain("AOTCache");
    assertThat(run(there, "serve")).doesNotContain("AOTCache");
    awaitNotesOf(there);
    assertThat(run(there, "import"))
        .contains("-XX:AOTCache=" + there.resolve("target/worthwhile.aot"));
  }

  @Test
  void smallCommandsTakeNoNotes() throws Exception {
    Path here = folder.resolve("here");
    assertThat(run(here, "sources")).contains("-XX:TieredStopAtLevel=1").doesNotContain("AOT");
    assertThat(here.resolve("target/worthwhile.aot.for")).doesNotExist();
  }
}
