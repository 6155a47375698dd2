package worthwhile.work.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import worthwhile.work.MergedFiles;
import worthwhile.work.Work;

/** Workers' files as people have them, with the right values of each row: {@code own-files.txt}. */
class OwnFilesTest {
  /** One case of the table. */
  record Case(String name, List<String> wishes, List<String> files, List<String> right) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in =
        OwnFilesTest.class.getResourceAsStream("/worthwhile/work/own-files.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^## ")).skip(1).map(OwnFilesTest::of);
    }
  }

  private static Case of(String block) {
    String[] parts = block.split("(?m)^--- (?=file$|right$)");
    List<String> head = parts[0].strip().lines().toList();
    List<String> files = new ArrayList<>();
    for (int i = 1; i < parts.length - 1; i++) files.add(parts[i].substring("file\n".length()));
    List<String> right =
        parts[parts.length - 1].lines().skip(1).filter(line -> !line.isBlank()).toList();
    return new Case(head.getFirst(), head.subList(1, head.size()), files, right);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReadRight(Case file) {
    Map<String, String> words = new HashMap<>();
    Optional<Format> format = Optional.empty();
    ZoneId zone = ZoneId.of("Europe/Berlin");
    for (String wish : file.wishes()) {
      String[] parts = wish.split(" ", 2);
      switch (parts[0]) {
        case "as" -> format = Format.of(parts[1]);
        case "zone" -> zone = ZoneId.of(parts[1]);
        case "map" ->
            words.put(Corrections.COLUMN + parts[1].split("=")[0], parts[1].split("=")[1]);
        default -> throw new IllegalArgumentException(wish);
      }
    }
    Reader reader = new Reader("ada", zone, WorkFileTest.NOW, _ -> Optional.empty());
    Corrections corrections = new Corrections(words);
    WorkFile.Wish wish =
        new WorkFile.Wish(
            "file.csv", format, Optional.empty(), guess -> corrections.apply(guess, reader));
    List<List<Work>> rows = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    for (String text : file.files()) {
      FileReading reading = WorkFile.read(text.getBytes(StandardCharsets.UTF_8), wish, reader);
      assertThat(reading).isInstanceOf(FileReading.Understood.class);
      FileReading.Understood understood = (FileReading.Understood) reading;
      rows.add(understood.rows());
      understood.rejected().forEach(row -> rejected.add(row.field() + ": " + row.reason()));
    }
    Map<String, Work> found = new LinkedHashMap<>();
    MergedFiles.of(rows).forEach(work -> found.put(work.title(), work));
    List<String> told = new ArrayList<>();
    for (String line : file.right()) told.add(told(line, found, rejected, zone));
    assertThat(told).as("%s; refused: %s", found.values(), rejected).isEqualTo(file.right());
    assertThat(found).hasSize((int) file.right().stream().filter(row -> row.contains("|")).count());
  }

  /** The same line, with the values that were found. */
  private static String told(
      String line, Map<String, Work> found, List<String> rejected, ZoneId zone) {
    if (!line.contains(" | ")) {
      String why = line.split(" ! ")[1];
      boolean is = rejected.stream().anyMatch(reason -> reason.contains(why));
      return is && !found.containsKey(line.split(" ! ")[0]) ? line : "not refused: " + line;
    }
    Work work = found.get(line.split(" \\| ")[0]);
    if (work == null) return "not there: " + line;
    StringBuilder told = new StringBuilder(work.title() + " |");
    for (String pair : line.split(" \\| ")[1].split(" ")) {
      String name = pair.split("=")[0];
      String wanted = pair.split("=")[1].replace('~', ' ');
      String value = value(work, name, zone);
      told.append(' ')
          .append(name)
          .append('=')
          .append(same(value, wanted) ? pair.split("=")[1] : value);
    }
    return told.toString();
  }

  private static boolean same(String value, String wanted) {
    boolean numbers = value.matches("[\\d.]+") && wanted.matches("[\\d.]+");
    return numbers
        ? new BigDecimal(value).compareTo(new BigDecimal(wanted)) == 0
        : value.equals(wanted);
  }

  private static String value(Work work, String name, ZoneId zone) {
    Object value =
        switch (name) {
          case "reward" -> work.payment().reward();
          case "bonus" -> work.payment().bonus();
          case "fee" -> work.payment().fee();
          case "platform" -> work.platform();
          case "currency" -> work.payment().currency();
          case "status" -> work.status().word();
          case "id" -> work.identifier();
          case "requester" -> work.requesterName();
          case "requester-id" -> work.requester().identifier();
          case "submitted" -> work.times().submitted();
          case "day" -> work.day(zone).orElse(null);
          case "minutes" -> minutes(work.times().worked().orElse(null));
          default -> throw new IllegalArgumentException(name);
        };
    return value == null ? "-" : value.toString();
  }

  private static BigDecimal minutes(Duration span) {
    if (span == null) return null;
    return BigDecimal.valueOf(span.toMillis())
        .divide(BigDecimal.valueOf(60_000), 4, RoundingMode.HALF_UP);
  }
}
