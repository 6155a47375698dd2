package worthwhile.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import worthwhile.Recordings;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.Sentences;
import worthwhile.source.read.Sources;

/** Categories against labels that people gave: at least 85 in 100 must be theirs. */
class CategoriesTest {
  private static final Path LABELS = Path.of("src/test/resources/worthwhile/intake");
  private static final Normalise NORMALISE =
      Normalise.with(Sources.load(Path.of("scrapers")).platforms());

  /** What was right, and what was wrong and how. */
  private record Score(int right, int exact, int all, List<String> wrong, List<String> without) {
    double share() {
      return (double) right / all;
    }

    @Override
    public String toString() {
      return "%d of %d (%d exactly)%n%s".formatted(right, all, exact, String.join("\n", wrong));
    }
  }

  @Test
  void realTasksAreInTheCategoryThatAPersonPutsThemIn() throws IOException {
    Path file = Recordings.folder().resolve("data2/genuine_hits_turkingbench.jsonl.gz");
    Map<String, String> labels = labels("hit-categories.csv");
    Map<String, JobPosting> tasks = new LinkedHashMap<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      lines
          .lines()
          .map(PostingJson.MAPPER::readTree)
          .forEach(t -> tasks.put(text(t, "task"), task(t)));
    }
    assertThat(tasks.keySet()).containsExactlyInAnyOrderElementsOf(labels.keySet());
    List<String> ids = List.copyOf(tasks.keySet());
    Score first = score(tasks, labels, ids.subList(0, 39));
    Score heldOut = score(tasks, labels, ids.subList(39, ids.size()));
    assertThat(heldOut.share()).as(heldOut.toString()).isGreaterThanOrEqualTo(.85);
    assertThat(first.share()).as(first.toString()).isGreaterThanOrEqualTo(.85);
    assertThat(first.without()).isEmpty();
    assertThat(heldOut.without()).isEmpty();
  }

  @Test
  void theDemoIsInTheCategoriesThatAPersonPutsItIn() throws IOException {
    Map<String, JobPosting> fixtures = fixtures();
    Map<String, String> demo = labels("demo-categories.csv");
    Map<String, String> others = labels("fixture-categories.csv");
    Score shown = score(fixtures, demo, demo.keySet());
    Score heldOut = score(fixtures, others, others.keySet());
    assertThat(shown.share()).as(shown.toString()).isGreaterThanOrEqualTo(.85);
    assertThat(shown.without()).isEmpty();
    assertThat(heldOut.share()).as(heldOut.toString()).isGreaterThanOrEqualTo(.85);
  }

  @Test
  void everyCategoryAndGroupHasAName() {
    for (Categories.Category category : Categories.all()) {
      assertThat(Sentences.english().part("category." + category.id())).isPresent();
      assertThat(Sentences.english().part("group." + category.group())).isPresent();
    }
    assertThat(Categories.all().stream().map(Categories.Category::id)).doesNotHaveDuplicates();
  }

  private static Score score(
      Map<String, JobPosting> postings, Map<String, String> labels, Iterable<String> ids) {
    int right = 0;
    int exact = 0;
    int all = 0;
    List<String> wrong = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (String id : ids) {
      List<String> allowed = Arrays.asList(labels.get(id).split("\\|"));
      if (allowed.contains("-")) continue;
      all++;
      assertThat(postings).as("labels name a posting that there is").containsKey(id);
      String found = NORMALISE.posting(postings.get(id)).occupationalCategory();
      if (found == null || !Categories.names().contains(found)) without.add(id);
      if (allowed.contains(found)) right++;
      else wrong.add(id + " " + postings.get(id).title() + ": " + found + ", not " + allowed);
      if (allowed.getFirst().equals(found)) exact++;
    }
    return new Score(right, exact, all, wrong, without);
  }

  private static JobPosting task(JsonNode task) {
    return JobPosting.builder("mturk", "mturk", "1")
        .title(text(task, "title"))
        .description(text(task, "description") + "\n" + text(task, "instructions"))
        .skills(List.of(text(task, "keywords").split(", *")))
        .build();
  }

  private static String text(JsonNode json, String field) {
    return json.path(field).asString("");
  }

  /** Of a posting that stands in several fixtures, what says most. */
  private static Map<String, JobPosting> fixtures() throws IOException {
    Map<String, JobPosting> all = new HashMap<>();
    Map<String, Integer> lengths = new HashMap<>();
    try (Stream<Path> files = Files.walk(Path.of("scrapers"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".expected.json")).sorted().toList())
        for (JsonNode item : PostingJson.MAPPER.readTree(Files.readString(file)).path("items")) {
          int length = item.toString().length();
          if (text(item, "title").isEmpty() || length <= lengths.getOrDefault(text(item, "id"), 0))
            continue;
          lengths.put(text(item, "id"), length);
          all.put(text(item, "id"), PostingJson.MAPPER.treeToValue(item, JobPosting.class));
        }
    }
    return all;
  }

  private static Map<String, String> labels(String file) {
    Map<String, String> labels = new LinkedHashMap<>();
    try (Stream<String> lines = Files.lines(LABELS.resolve(file))) {
      lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(parts -> labels.put(parts[0], parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return labels;
  }
}
