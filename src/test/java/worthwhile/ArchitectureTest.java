package worthwhile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the packages in the order in which the data flows. */
class ArchitectureTest {
  /** The stages, first to last; a package may import only what stands before it. */
  private static final List<String> FLOW =
      List.of(
          "posting",
          "text",
          "source",
          "schedule",
          "fetch",
          "extract",
          "intake",
          "pay",
          "work",
          "store",
          "search",
          "crawl",
          "account",
          "site");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("worthwhile");

  @Test
  void eachPackageImportsOnlyWhatStandsBeforeIt() {
    for (int i = 0; i < FLOW.size() - 1; i++) {
      String[] later =
          FLOW.subList(i + 1, FLOW.size()).stream()
              .map(name -> "worthwhile." + name + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("worthwhile." + FLOW.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(CLASSES);
      noClasses()
          .that()
          .resideInAPackage("worthwhile." + FLOW.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("worthwhile")
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageHasItsPlaceInTheFlow() throws IOException {
    try (var folders = Files.list(Path.of("src/main/java/worthwhile"))) {
      assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(FLOW);
    }
  }

  @Test
  void eachLibraryStaysInItsStage() {
    onlyIn("posting", "com.ibm.icu..");
    onlyIn("source", "org.snakeyaml..");
    onlyIn("schedule", "org.quartz..");
    onlyIn("pay", "org.hipparchus..");
    onlyIn(List.of("pay", "work"), "de.siegmar.fastcsv..");
    onlyIn("store", "org.jdbi..", "java.sql..", "org.sqlite..", "org.flywaydb..");
    onlyIn("search", "org.apache.lucene..");
    onlyIn("fetch", "org.apache.hc..", "crawlercommons..");
    onlyIn("site", "io.javalin..", "gg.jte..");
  }

  private static void onlyIn(String stage, String... libraries) {
    onlyIn(List.of(stage), libraries);
  }

  private static void onlyIn(List<String> stages, String... libraries) {
    String[] allowed =
        Stream.concat(
                stages.stream().map(stage -> "worthwhile." + stage + ".."), Stream.of("worthwhile"))
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(CLASSES);
  }
}
