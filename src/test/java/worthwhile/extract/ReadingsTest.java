package worthwhile.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.posting.JobPosting;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;

/** Times, dates and places in the spellings that people use, each with what it means. */
class ReadingsTest {
  private static final SourceDefinition ROWS =
      Pages.source(
          """
          url: https://mill.example/tasks
          format: json
          rows: /rows
          fields:
            identifier: {value: "1"}
            title: {value: Task}
            url: {value: "https://mill.example/1"}
            datePosted: {json: /date, optional: true}
            validThrough: {json: /deadline, optional: true}
            timeRequired: {json: /duration, optional: true}
            applicantLocationRequirements: {json: /place, optional: true}
          """);

  private static final SourceDefinition GREENHOUSE =
      Sources.load(Path.of("scrapers")).family("greenhouse", Map.of("board", "mill")).orElseThrow();

  /** A line of the table: kind, text, and the readings of which one is right. */
  private record Line(String kind, String text, List<String> right) {}

  static List<Line> lines() throws IOException {
    try (var table =
        Objects.requireNonNull(ReadingsTest.class.getResourceAsStream("readings.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .map(cells -> new Line(cells[0], cells[1], Arrays.asList(cells[2].split(" ?\\| ?"))))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void reads(Line line) {
    JobPosting job =
        line.kind.equals("remote")
            ? Pages.job(Pages.json(GREENHOUSE, board(line.text)))
            : Pages.job(
                Pages.json(ROWS, json(Map.of("rows", List.of(Map.of(line.kind, line.text))))));
    String read = read(line.kind, job);
    assertThat(line.right)
        .as("%s is read as %s", line.text, read)
        .anyMatch(right -> read.startsWith(right.replaceFirst("^day ", "")));
  }

  private static String board(String place) {
    Map<String, Object> row =
        Map.of(
            "id",
            1,
            "title",
            "Task",
            "absolute_url",
            "https://boards.greenhouse.io/mill/jobs/1",
            "location",
            Map.of("name", place));
    return json(Map.of("jobs", List.of(row)));
  }

  private static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  private static String read(String kind, JobPosting job) {
    Object value =
        switch (kind) {
          case "duration" -> job.timeRequired();
          case "date" -> job.datePosted();
          case "deadline" -> job.validThrough();
          case "place" -> String.join(" ", job.applicantLocationRequirements());
          case "remote" -> job.jobLocationType();
          case String other -> throw new IllegalArgumentException(other);
        };
    return value == null || value.equals("") ? "-" : written(value);
  }

  private static String written(Object value) {
    return switch (value) {
      case Duration span -> span.toString();
      case Instant time -> time.toString();
      default -> value.toString();
    };
  }
}
