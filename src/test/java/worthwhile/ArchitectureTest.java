package worthwhile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the packages in the order in which the data flows. */
class ArchitectureTest {
  /** The rooms, first to last; a package may import only what stands before it. */
  private static final List<String> FLOW =
      List.of(
          "posting.word",
          "posting",
          "posting.bench",
          "text.word",
          "text",
          "text.time",
          "text.pay",
          "text.hours",
          "source.card",
          "source",
          "source.kept",
          "source.read",
          "schedule",
          "fetch.wire",
          "fetch.body",
          "fetch",
          "extract.rule",
          "extract.grammar",
          "extract",
          "extract.fixture",
          "intake",
          "reputation.statement",
          "reputation",
          "pay.money",
          "pay",
          "pay.study",
          "warning.domain",
          "warning.model",
          "warning.study",
          "warning.rule",
          "warning",
          "warning.bench",
          "work",
          "work.time",
          "work.earn",
          "work.rejection",
          "work.file.raw",
          "work.file.word",
          "work.file",
          "alert.saved",
          "store.sql",
          "store.source",
          "store.community",
          "store.account",
          "store.posting",
          "store.alert",
          "store.work",
          "store",
          "search",
          "search.lucene.text",
          "search.lucene.best",
          "search.lucene",
          "alert.match",
          "alert.bench",
          "flow",
          "crawl",
          "forward",
          "account",
          "community",
          "community.published",
          "alert.message",
          "alert.channel",
          "alert.note",
          "alert.standing",
          "alert",
          "alert.speed",
          "alert.watch",
          "market",
          "site.language",
          "site.http",
          "site.view",
          "site.me",
          "site.block",
          "site.review",
          "site.market",
          "site.platform",
          "site.reputation",
          "site.requester",
          "site.search",
          "site.minutes",
          "site.work",
          "site.task",
          "site.moderation",
          "site.alert",
          "site.companion",
          "site.account",
          "site.warning",
          "site.guide",
          "site.operate",
          "site.install",
          "site",
          "",
          "bench",
          "command.maintain",
          "command");

  private static final Pattern BUILDS_RUN = Pattern.compile("\\bnew\\s+Run\\s*\\(");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("worthwhile");

  @Test
  void eachPackageImportsOnlyWhatStandsBeforeIt() {
    for (int i = 0; i < FLOW.size() - 1; i++)
      noClasses()
          .that()
          .resideInAPackage(name(FLOW.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              FLOW.subList(i + 1, FLOW.size()).stream()
                  .map(ArchitectureTest::name)
                  .toArray(String[]::new))
          .check(CLASSES);
  }

  private static String name(String room) {
    return room.isEmpty() ? "worthwhile" : "worthwhile." + room;
  }

  @Test
  void everyPackageHasItsPlaceInTheFlow() throws IOException {
    Path root = Path.of("src/main/java/worthwhile");
    assertThat(
            sources().stream()
                .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(FLOW);
  }

  @Test
  void eachLibraryStaysInItsStage() {
    onlyIn(List.of("posting", "warning"), "com.ibm.icu..");
    onlyIn("source.read", "org.snakeyaml..");
    onlyIn("schedule", "org.quartz..");
    onlyIn("pay", "org.hipparchus..");
    onlyIn(List.of("pay", "work", "warning", "market"), "de.siegmar.fastcsv..");
    onlyIn("store", "org.jdbi..", "java.sql..", "org.sqlite..", "org.flywaydb..");
    onlyIn("search.lucene", "org.apache.lucene..");
    onlyIn("fetch", "org.apache.hc..", "crawlercommons.robots..");
    onlyIn(List.of("fetch", "warning"), "crawlercommons.domains..");
    onlyIn("warning.study", "de.bwaldvogel..");
    onlyIn("alert", "jakarta.mail..", "org.eclipse.angus..");
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

  @Test
  void noPackageHasMoreThanTwentyEightFiles() throws IOException {
    Map<Path, Long> files =
        sources().stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    files.values().removeIf(count -> count <= 28);
    assertThat(files).isEmpty();
  }

  @Test
  void noClassNameIsUsedTwice() throws IOException {
    Map<String, List<Path>> byName =
        sources().stream().collect(Collectors.groupingBy(file -> file.getFileName().toString()));
    byName.keySet().remove("package-info.java");
    byName.values().removeIf(files -> files.size() == 1);
    assertThat(byName).isEmpty();
  }

  @Test
  void aRunIsBuiltInOnePlace() throws IOException {
    List<Path> builders = new ArrayList<>();
    for (Path file : sources())
      BUILDS_RUN.matcher(Files.readString(file)).results().forEach(_ -> builders.add(file));
    assertThat(builders).hasSize(1);
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
