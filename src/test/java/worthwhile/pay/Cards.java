package worthwhile.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import worthwhile.source.Platform;
import worthwhile.source.read.Sources;

/** Cards of platforms, as they are read from a scrapers folder. */
public final class Cards {
  private Cards() {}

  public static Platform card(Path folder, String yaml) throws IOException {
    Sources sources = read(folder, yaml);
    assertThat(sources.problems()).isEmpty();
    return sources.platforms().getFirst();
  }

  public static Sources read(Path folder, String yaml) throws IOException {
    Path mill = Files.createDirectories(folder.resolve("mill"));
    Files.writeString(mill.resolve("platform.yml"), "name: The Mill\n" + yaml);
    return Sources.load(folder);
  }
}
