package worthwhile.warning.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.posting.PostingJson;
import worthwhile.text.GzipText;
import worthwhile.warning.model.ScamWords;

/**
 * Reads postings of which is known what they were, from files, plain or gzip: CSV with a column
 * {@code fraudulent} (0 or 1) and either {@code text} or {@code title}, {@code description}, {@code
 * requirements}, {@code benefits} and {@code company_profile}; or JSON Lines with {@code title},
 * {@code description} and {@code instructions}, all of which are taken as genuine.
 */
final class KnownTexts {
  private static final String LABEL = "fraudulent";
  private static final String TEXT = "text";
  private static final List<String> OFFER = List.of("title", "description", "requirements");
  private static final List<String> MORE = List.of("company_profile", "benefits");

  private KnownTexts() {}

  /**
   * Reads files as one.
   *
   * @throws IllegalArgumentException if one is no such file, with what is wrong
   */
  static List<KnownText> read(List<Path> files) throws IOException {
    List<KnownText> all = new ArrayList<>();
    for (Path file : files) {
      boolean json = String.valueOf(file.getFileName()).contains(".jsonl");
      try (var lines =
          new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
        if (json) tasks(lines, all);
        else rows(lines, all);
      } catch (CsvParseException | JacksonException | IllegalArgumentException e) {
        throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  private static InputStream open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) throw new IllegalArgumentException("there is no such file");
    return GzipText.open(file);
  }

  private static void tasks(BufferedReader lines, List<KnownText> all) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode task = PostingJson.MAPPER.readTree(line);
      String text =
          Stream.of("title", "description", "instructions")
              .map(field -> task.path(field).asString(""))
              .collect(Collectors.joining("\n"));
      all.add(new KnownText(ScamWords.of(text), List.of(), false, KnownText.Origin.TASKS));
    }
  }

  private static void rows(BufferedReader text, List<KnownText> all) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) all.add(row(row));
    }
  }

  private static KnownText row(NamedCsvRecord row) {
    boolean fraud = isFraud(row);
    if (row.findField(TEXT).isPresent())
      return new KnownText(
          ScamWords.of(row.getField(TEXT)), List.of(), fraud, KnownText.Origin.BALANCED);
    List<String> offer = words(row, OFFER);
    List<String> whole = new ArrayList<>(offer);
    whole.addAll(words(row, MORE));
    return new KnownText(List.copyOf(whole), offer, fraud, KnownText.Origin.ROWS);
  }

  private static boolean isFraud(NamedCsvRecord row) {
    return switch (row.findField(LABEL).orElse("")) {
      case "1" -> true;
      case "0" -> false;
      case String other ->
          throw new IllegalArgumentException(
              "line %d: the column %s must be 0 or 1, not \"%s\""
                  .formatted(row.getStartingLineNumber(), LABEL, other));
    };
  }

  private static List<String> words(NamedCsvRecord row, List<String> fields) {
    if (fields.stream().noneMatch(field -> row.findField(field).isPresent()))
      throw new IllegalArgumentException("needs the columns " + fields + " or " + TEXT);
    return ScamWords.of(
        fields.stream()
            .map(field -> row.findField(field).orElse(""))
            .collect(Collectors.joining("\n")));
  }
}
