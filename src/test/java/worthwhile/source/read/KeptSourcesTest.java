package worthwhile.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.source.Platform;
import worthwhile.source.kept.KeptFile;

class KeptSourcesTest {
  private static final String CARD =
      """
      schema: 1
      name: %s
      kind: board
      status: open
      access: public
      """;

  @TempDir Path folder;
  private Path scrapers;
  private KeptFile kept;

  @BeforeEach
  void create() throws IOException {
    scrapers = folder.resolve("scrapers");
    kept = new KeptFile(folder.resolve("kept"), "build 1");
    write("one", "One");
  }

  private void write(String platform, String name) throws IOException {
    Files.createDirectories(scrapers.resolve(platform));
    Files.writeString(scrapers.resolve(platform).resolve("platform.yml"), CARD.formatted(name));
  }

  private List<String> names(KeptFile from) {
    return Sources.load(scrapers, from).platforms().stream().map(Platform::name).toList();
  }

  private Object keptFile() throws IOException {
    return Objects.requireNonNull(
        Files.readAttributes(kept.file(), BasicFileAttributes.class).fileKey());
  }

  @Test
  void realDefinitionsComeBackAsTheyWereUnderstood() throws IOException {
    Path real = Path.of("scrapers");
    Sources read = Sources.load(real);
    Sources first = Sources.load(real, kept);
    Object file = keptFile();
    Sources again = Sources.load(real, kept);
    assertThat(keptFile()).as("it is not written again").isEqualTo(file);
    for (Sources each : List.of(first, again)) {
      assertThat(each.all()).isNotEmpty().matches(read.all()::equals, "the same");
      assertThat(each.platforms()).isNotEmpty().matches(read.platforms()::equals, "the same");
      assertThat(each.identity()).isEqualTo(read.identity());
      assertThat(each.families()).isNotEmpty().isEqualTo(read.families());
      for (String family : read.families())
        assertThat(each.family(family, Map.of())).isEqualTo(read.family(family, Map.of()));
      assertThat(read.all())
          .allSatisfy(
              source ->
                  assertThat(each.familyOf(source.id())).isEqualTo(read.familyOf(source.id())));
    }
  }

  @Test
  void whatChangesIsUnderstoodAnew() throws IOException {
    assertThat(names(kept)).containsExactly("One");
    write("one", "Two");
    assertThat(names(kept)).containsExactly("Two");
    write("three", "Three");
    assertThat(names(kept)).containsExactly("Two", "Three");
    Files.move(scrapers.resolve("three"), scrapers.resolve("a-third"));
    assertThat(Sources.load(scrapers, kept).platforms().stream().map(Platform::id))
        .containsExactly("a-third", "one");
  }

  @Test
  void aMistakeIsToldEachTime() throws IOException {
    assertThat(names(kept)).containsExactly("One");
    Path stray = Files.writeString(scrapers.resolve("one/stray.yml"), "schema: 1\n");
    for (int i = 0; i < 2; i++)
      assertThat(Sources.load(scrapers, kept).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.file()).isEqualTo("one/stray.yml"));
    Files.delete(stray);
    assertThat(Sources.load(scrapers, kept).problems()).isEmpty();
  }

  @Test
  void anotherBuildUnderstandsItAnew() throws IOException {
    assertThat(names(kept)).containsExactly("One");
    Object file = keptFile();
    assertThat(names(new KeptFile(kept.file(), "build 2"))).containsExactly("One");
    assertThat(keptFile()).isNotEqualTo(file);
  }

  @Test
  void damageDoesNoHarm() throws IOException {
    assertThat(names(kept)).containsExactly("One");
    byte[] whole = Files.readAllBytes(kept.file());
    for (int at = 0; at < whole.length; at += 11) {
      byte[] damaged = whole.clone();
      damaged[at]++;
      Files.write(kept.file(), damaged);
      assertThat(names(kept)).containsExactly("One");
      assertThat(kept.file()).hasBinaryContent(whole);
    }
  }

  @Test
  void noFileOfItsOwnIsLeftBehind() throws IOException {
    assertThat(names(kept)).containsExactly("One");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(scrapers, kept.file());
    }
  }
}
