package worthwhile.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors use agrees with what is loaded. */
class SchemaTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Schema SCHEMA = schema();

  @TestFactory
  Stream<DynamicTest> everyDefinitionFollowsTheSchema() throws IOException {
    return Stream.of(Path.of("scrapers"), Path.of("src/test/resources/scrapers"))
        .flatMap(SchemaTest::definitions)
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.toString(), () -> assertThat(mistakes(Files.readString(file))).isEmpty()));
  }

  @Test
  void anUnknownKeyBreaksIt() {
    assertThat(mistakes("{schema: 1, family: x, emits: JobPosting, listning: {}}")).isNotEmpty();
  }

  @Test
  void aRuleThatStandsInTwoPlacesBreaksIt() {
    assertThat(
            mistakes(
                """
                schema: 1
                family: x
                emits: JobPosting
                contract: {}
                listing:
                  fields:
                    title: {css: a, json: /title}
                """))
        .isNotEmpty();
  }

  private static Stream<Path> definitions(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> !file.toString().contains("fixtures"))
          .filter(
              file ->
                  file.toString().endsWith("source.yml")
                      || (file.toString().endsWith(".yml")
                          && file.getParent().endsWith("families")))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Error> mistakes(String yaml) {
    Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return SCHEMA.validate(JSON.writeValueAsString(tree), InputFormat.JSON);
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Files.readString(Path.of("scrapers/source.schema.json")), InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
