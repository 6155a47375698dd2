package worthwhile.warning.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import worthwhile.intake.GivenPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingJson;
import worthwhile.text.GzipText;

/**
 * A posting of which it is known whether it is a fraud.
 *
 * @param otherTexts what it says beside the fields of a posting
 */
public record LabelledPosting(JobPosting posting, List<String> otherTexts, boolean bad) {
  private static final Set<String> BAD =
      Set.of(
          "1",
          "true",
          "yes",
          "t",
          "spam",
          "smishing",
          "fraud",
          "fraudulent",
          "scam",
          "lure",
          "bad");

  private static final Set<String> GOOD =
      Set.of("0", "false", "no", "f", "ham", "genuine", "real", "innocent", "good", "");

  /**
   * Where a row says what.
   *
   * @param text the column of the text; of JSON a posting's own fields where a row has no such one
   * @param label the column of the label; absent: every row has the label {@code all}
   * @param all what every row is, where there is no label
   * @param title the title that texts get as postings
   */
  public record Columns(
      @Nullable String text,
      Optional<String> label,
      Optional<Boolean> all,
      @Nullable String title) {}

  /**
   * Reads JSON Lines (a name that ends in {@code .jsonl} or {@code .json}) or CSV, also gzip.
   *
   * @throws IllegalArgumentException if a row lacks the text or has a label that is not known
   */
  public static List<LabelledPosting> read(Path file, Columns columns) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.gz$", "");
    try (BufferedReader text = text(file)) {
      return name.endsWith(".jsonl") || name.endsWith(".json")
          ? fromJson(text, columns)
          : fromCsv(text, columns);
    }
  }

  private static BufferedReader text(Path file) throws IOException {
    return new BufferedReader(new InputStreamReader(GzipText.open(file), StandardCharsets.UTF_8));
  }

  private static List<LabelledPosting> fromJson(BufferedReader text, Columns columns)
      throws IOException {
    List<LabelledPosting> all = new ArrayList<>();
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      if (line.isBlank()) continue;
      JsonNode json = PostingJson.MAPPER.readTree(line);
      String label = columns.label().map(name -> json.path(name).asString("")).orElse("");
      if (json.has(columns.text()))
        all.add(of(json.path(columns.text()).asString(), isBad(columns, label), columns));
      else if (json instanceof ObjectNode posting)
        all.add(of(GivenPosting.read(posting, "row", Instant.EPOCH), isBad(columns, label)));
      else throw new IllegalArgumentException("no JSON object: " + line);
    }
    return all;
  }

  private static List<LabelledPosting> fromCsv(BufferedReader text, Columns columns)
      throws IOException {
    List<LabelledPosting> all = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        String label = columns.label().map(name -> field(row, name)).orElse("");
        all.add(of(field(row, columns.text()), isBad(columns, label), columns));
      }
    }
    return all;
  }

  private static String field(NamedCsvRecord row, @Nullable String name) {
    return row.getFieldsAsMap().entrySet().stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no column " + name + ", only " + row.getHeader()));
  }

  private static boolean isBad(Columns columns, String label) {
    if (columns.all().isPresent()) return columns.all().get();
    String word = label.strip().toLowerCase(Locale.ROOT);
    if (BAD.contains(word)) return true;
    if (GOOD.contains(word)) return false;
    throw new IllegalArgumentException("the label " + label + " is none of " + BAD + " or " + GOOD);
  }

  private static LabelledPosting of(String text, boolean bad, Columns columns) {
    JobPosting posting =
        JobPosting.builder("given", null, "row").title(columns.title()).description(text).build();
    return new LabelledPosting(posting, List.of(), bad);
  }

  private static LabelledPosting of(GivenPosting given, boolean bad) {
    return new LabelledPosting(given.posting(), given.otherTexts(), bad);
  }
}
