package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells one build from another. */
class VersionTest {
  @TempDir private Path folder;

  @Test
  void aPackageIsKnownBySizeAndTime() throws Exception {
    URL place = Files.writeString(folder.resolve("a.jar"), "one").toUri().toURL();
    String build = Version.ofPackage(place);
    assertThat(Version.ofPackage(place)).isEqualTo(build);
    Files.setLastModifiedTime(folder.resolve("a.jar"), FileTime.from(Instant.EPOCH));
    assertThat(Version.ofPackage(place)).isNotEqualTo(build);
  }

  @Test
  void classesWithoutAPackageAreAnotherBuildEachTime() throws Exception {
    assertThat(Version.ofPackage(null)).isNotEqualTo(Version.ofPackage(null));
    URL classes = folder.toUri().toURL();
    assertThat(Version.ofPackage(classes)).isNotEqualTo(Version.ofPackage(classes));
  }
}
