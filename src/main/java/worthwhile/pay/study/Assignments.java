package worthwhile.pay.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import worthwhile.pay.TaskListing;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.text.GzipText;

/**
 * Assignments that were really done, from CSV files (plain or gzip) with one row for each.
 *
 * <p>Columns: {@code batch} (else {@code path}, the file it stood in), {@code worker}, {@code
 * title}, {@code reward_usd} and {@code work_time_s} (or {@code accepted} and {@code submitted})
 * are needed; {@code requester} (else {@code repo}), {@code description}, {@code
 * assignment_duration_s}, {@code created} and {@code env} are used where they are there. Rows of a
 * sandbox or of the requester's own tests ({@code env} other than {@code production}) say nothing
 * about workers and are left out; so are tasks that wait for a partner, since much of their time is
 * waiting ({@link TaskListing#waits}).
 *
 * @param batches in the order of the file
 * @param leftOut reasons, each with the number of rows it left out
 */
public record Assignments(List<AssignmentBatch> batches, Map<String, Integer> leftOut) {
  private static final String MORE = "batch (or path) and work_time_s.";
  private static final List<String> NEEDED = List.of("worker", "title", "reward_usd");

  /** Without a zone in UTC, and as Mechanical Turk writes it. */
  private static final List<DateTimeFormatter> TIMES =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz uuuu", Locale.US));

  /**
   * Reads files as one.
   *
   * @throws IllegalArgumentException if one is no such file, with what is missing
   */
  public static Assignments read(List<Path> files) throws IOException {
    Map<String, List<Done>> byBatch = new LinkedHashMap<>();
    Map<String, Integer> leftOut = new TreeMap<>();
    for (Path file : files)
      try (Reader text = text(file);
          CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
        for (NamedCsvRecord row : rows) read(row, byBatch, leftOut);
      } catch (CsvParseException e) {
        throw new IllegalArgumentException(file + " is no CSV file: " + e.getMessage(), e);
      }
    return new Assignments(byBatch.values().stream().map(Assignments::batch).toList(), leftOut);
  }

  private static Reader text(Path file) throws IOException {
    return new InputStreamReader(GzipText.open(file), StandardCharsets.UTF_8);
  }

  private static void read(
      NamedCsvRecord row, Map<String, List<Done>> byBatch, Map<String, Integer> leftOut) {
    try {
      Done done = done(row);
      byBatch
          .computeIfAbsent(done.requester() + "\n" + done.batch(), _ -> new ArrayList<>())
          .add(done);
    } catch (Unusable e) {
      leftOut.merge(e.getMessage(), 1, Integer::sum);
    }
  }

  /** Why a row is left out. */
  private static final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String reason) {
      super(reason);
    }
  }

  private record Done(
      String requester,
      String batch,
      NamedCsvRecord row,
      BigDecimal reward,
      double seconds,
      Instant at) {}

  private static Done done(NamedCsvRecord row) throws Unusable {
    for (String column : NEEDED)
      if (row.findField(column).isEmpty())
        throw new IllegalArgumentException(
            "There is no column \"" + column + "\". Needed are " + NEEDED + ", " + MORE);
    if (!optional(row, "env", "production").equals("production"))
      throw new Unusable("not from production");
    if (optional(row, "worker", "").isEmpty()) throw new Unusable("no worker");
    if (TaskListing.waits(row.getField("title"), optional(row, "description", "")))
      throw new Unusable("waits for a partner");
    String requester = optional(row, "requester", optional(row, "repo", "unknown"));
    String batch = optional(row, "batch", optional(row, "path", ""));
    if (batch.isEmpty())
      throw new IllegalArgumentException(
          "There is no column \"batch\" nor \"path\", or one is empty. Needed are "
              + NEEDED
              + ", "
              + MORE);
    return new Done(requester, batch, row, reward(row), seconds(row), at(row));
  }

  private static String optional(NamedCsvRecord row, String column, String otherwise) {
    return filled(row, column).orElse(otherwise);
  }

  /** What a cell says; absent if there is no such column or nothing stands in it. */
  private static Optional<String> filled(NamedCsvRecord row, String column) {
    return row.findField(column).filter(value -> !value.isBlank());
  }

  private static BigDecimal reward(NamedCsvRecord row) throws Unusable {
    try {
      BigDecimal reward = new BigDecimal(row.getField("reward_usd").replace("$", "").strip());
      if (reward.signum() > 0) return reward;
    } catch (NumberFormatException e) {
      throw new Unusable("reward is no number");
    }
    throw new Unusable("reward is not more than 0");
  }

  private static double seconds(NamedCsvRecord row) throws Unusable {
    try {
      String stated = optional(row, "work_time_s", "");
      double seconds =
          stated.isEmpty()
              ? Duration.between(time(row, "accepted"), time(row, "submitted")).toSeconds()
              : Double.parseDouble(stated);
      if (seconds > 0) return seconds;
    } catch (NumberFormatException | DateTimeException e) {
      throw new Unusable("time is not readable");
    }
    throw new Unusable("time is not more than 0");
  }

  private static Instant at(NamedCsvRecord row) {
    try {
      return time(row, optional(row, "submitted", "").isEmpty() ? "created" : "submitted");
    } catch (DateTimeException unknown) {
      return Instant.EPOCH; // Only the order of batches depends on it.
    }
  }

  private static Instant time(NamedCsvRecord row, String column) {
    String text = optional(row, column, "");
    DateTimeFormatter format = TIMES.get(text.startsWith("20") ? 0 : 1);
    return format.parse(text, Instant::from);
  }

  private static AssignmentBatch batch(List<Done> all) {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (Done done : all)
      seconds
          .computeIfAbsent(done.row().getField("worker"), _ -> new ArrayList<>())
          .add(done.seconds());
    Instant newest = all.stream().map(Done::at).max(Instant::compareTo).orElseThrow();
    Done first = all.getFirst();
    return new AssignmentBatch(first.requester(), posting(first), first.reward(), seconds, newest);
  }

  private static JobPosting posting(Done done) {
    NamedCsvRecord row = done.row();
    JobPostingBuilder posting =
        JobPosting.builder("file", null, done.batch())
            .title(optional(row, "title", "untitled"))
            .description(filled(row, "description").orElse(null))
            .baseSalary(MonetaryAmount.of("USD", done.reward(), UnitText.TASK));
    row.findField("assignment_duration_s")
        .flatMap(Assignments::positive)
        .ifPresent(allowed -> posting.timeAllowed(Duration.ofSeconds(allowed)));
    return posting.build();
  }

  private static Optional<Long> positive(String text) {
    try {
      return Optional.of((long) Double.parseDouble(text)).filter(value -> value > 0);
    } catch (NumberFormatException notStated) {
      return Optional.empty();
    }
  }

  /** The batches, by requester. */
  public Map<String, List<AssignmentBatch>> byRequester() {
    Map<String, List<AssignmentBatch>> all = new TreeMap<>();
    for (AssignmentBatch batch : batches)
      all.computeIfAbsent(batch.requester(), _ -> new ArrayList<>()).add(batch);
    return all;
  }
}
