package worthwhile.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The catalogues of two languages, as they lie there: what one says the other says too. */
class CataloguesTest {
  private static final Path FOLDER = Path.of("src/main/resources/worthwhile");

  /** Words that are the same in Spanish, or that only pass on what others said. */
  private static final Set<String> SAME =
      Set.of(
          "stated",
          "page-failed",
          "outcome",
          "change-day",
          "category.software",
          "category.marketing",
          "region.melanesia",
          "region.micronesia",
          "region.asia",
          "region.dach",
          "region.benelux",
          "region.asean",
          "region.emea",
          "review.form.no",
          "can.answer.no",
          "alerts.channel.webhook",
          "alerts.channel.ntfy",
          "alerts.channel.telegram",
          "alerts.channel.discord",
          "alerts.discord-label",
          "listed.video",
          "companion.no",
          "market.joins-no");

  /** In the order of the keys; a key that stands there twice fails. */
  private static Map<String, String> catalogue(String name) throws IOException {
    Map<String, String> all = new TreeMap<>();
    Properties once =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public synchronized Object put(Object key, Object text) {
            assertThat(all.put((String) key, (String) text)).as("%s, twice", key).isNull();
            return "";
          }
        };
    try (var file = Files.newBufferedReader(FOLDER.resolve(name))) {
      once.load(file);
    }
    return all;
  }

  @Test
  void everyKeyStandsInBoth() throws IOException {
    assertThat(catalogue("messages_es.properties").keySet())
        .containsExactlyElementsOf(catalogue("messages.properties").keySet());
  }

  @Test
  void bothNameTheSameThings() throws IOException {
    Sentences english = Sentences.english();
    Sentences spanish = Sentences.of("es");
    for (String key : catalogue("messages.properties").keySet())
      assertThat(spanish.arguments(key)).as(key).hasSameElementsAs(english.arguments(key));
  }

  @Test
  void nothingIsLeftInEnglish() throws IOException {
    Map<String, String> english = catalogue("messages.properties");
    Map<String, String> spanish = catalogue("messages_es.properties");
    Set<String> same = new TreeSet<>(english.keySet());
    same.removeIf(key -> !english.get(key).equals(spanish.get(key)));
    assertThat(same).containsExactlyInAnyOrderElementsOf(SAME);
  }

  /** What is looked up by its sentence is found only as long as both are the same. */
  @Test
  void whatStagesWordThemselvesStandsThereToTheLetter() throws IOException {
    StringBuilder program = new StringBuilder();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList())
        program.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
    }
    assertThat(catalogue("messages.properties"))
        .allSatisfy(
            (key, sentence) -> {
              if (key.startsWith("worded."))
                assertThat(program).as(key).contains('"' + sentence + '"');
            });
  }

  @Test
  void whoeverIsSpokenToHearsHerLanguageAndTheApiEnglish() {
    Reason rest =
        Reason.of("converted")
            .with("from", "EUR")
            .with("to", "USD")
            .with("day", LocalDate.of(2026, 9, 2));
    assertThat(rest.said()).isEqualTo(rest.text());
    String spoken = Sentences.of("es").speak(rest::said);
    assertThat(spoken).endsWith("Banco Central Europeo del 2 de septiembre de 2026.");
    String kept = Sentences.of("es").<String, RuntimeException>speak(rest::text);
    assertThat(kept).endsWith("reference rates of 2 September 2026.");
  }
}
