package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code search} as it is typed. */
class SearchCommandTest {
  @TempDir private Path folder;
  private String results;
  private String talk;

  private int run(String... args) {
    Typed typed = Typed.run(args, "--data", folder.resolve("data").toString());
    results = typed.results();
    talk = typed.talk();
    return typed.code();
  }

  @Test
  void wordsBeyondTheBoundAreRefusedByName() {
    assertThat(run("search", "x".repeat(301))).isEqualTo(2);
    assertThat(talk).contains("QUERY").contains("at most 300 characters");
  }

  @Test
  void devicesNarrowTheSearch() throws Exception {
    Path file = folder.resolve("rows.jsonl");
    String row =
        "{\"source\":\"s\",\"identifier\":\"%s\",\"title\":\"Talk %s\",\"devices\":[\"%s\"]}\n";
    Files.writeString(file, row.formatted("1", "a", "phone") + row.formatted("2", "b", "desktop"));
    assertThat(run("import", file.toString(), "--as", "jsonl")).isZero();
    assertThat(run("search", "--device", "phone", "--json")).isZero();
    assertThat(results).contains("Talk a").doesNotContain("Talk b");
    assertThat(run("search", "--device", "abacus")).isEqualTo(2);
    assertThat(talk).contains("--device").contains("one of phone");
  }

  @Test
  void theTokenForTheFiguresIsNeverPrinted() throws Exception {
    Path settings = folder.resolve("own.toml");
    Files.writeString(settings, "metrics-token = \"a-token-of-the-operator\"");
    run("doctor", "--config", settings.toString());
    assertThat(talk + results).contains("metrics-token").doesNotContain("a-token-of");
    run("doctor", "--json", "--config", settings.toString());
    assertThat(talk + results).contains("set, not shown").doesNotContain("a-token-of");
    Files.writeString(settings, "metrics-token = \"too-short\"");
    assertThat(run("doctor", "--config", settings.toString())).isEqualTo(2);
    assertThat(talk).contains("16 to 200").doesNotContain("too-short");
  }

  @Test
  void theTokenOfTheBotIsNeverPrinted() throws Exception {
    Path settings = folder.resolve("own.toml");
    Files.writeString(settings, "telegram-token = \"123456789:" + "A".repeat(35) + "\"");
    run("doctor", "--config", settings.toString());
    assertThat(talk + results).contains("telegram-token").doesNotContain("AAAA");
    Files.writeString(settings, "telegram-token = \"123:BBBB\"");
    assertThat(run("doctor", "--config", settings.toString())).isEqualTo(2);
    assertThat(talk).contains("@BotFather").doesNotContain("BBBB");
  }
}
