package worthwhile.warning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import worthwhile.warning.rule.Family;
import worthwhile.warning.rule.Rules;

/**
 * How often each warning was wrong on honest texts, as it was measured last.
 *
 * @param on when it was measured
 * @param texts how many honest texts were looked at
 * @param wrong for every code of a warning, of how many of them caution or danger was said
 */
public record FalseAlarms(LocalDate on, int texts, Map<String, Integer> wrong) {
  private static final String FILE = "/worthwhile/warning/false-alarms.tsv";
  private static final int HEAD = 2;

  public FalseAlarms {
    wrong = Map.copyOf(wrong);
    if (texts <= 0) throw new IllegalArgumentException("false alarms among " + texts + " texts");
  }

  /** What was measured of the rules and the model that come with the program. */
  public static FalseAlarms shipped() {
    return Shipped.ALARMS;
  }

  private static final class Shipped {
    static final FalseAlarms ALARMS = read();
  }

  private static FalseAlarms read() {
    try (InputStream in = FalseAlarms.class.getResourceAsStream(FILE)) {
      if (in == null) throw new IllegalStateException(FILE + " is missing: build again");
      Map<String, String> rows =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split("\t", HEAD))
              .collect(Collectors.toMap(row -> row[0], row -> row[1]));
      LocalDate on = LocalDate.parse(rows.remove("on"));
      int texts = Integer.parseInt(rows.remove("texts"));
      Map<String, Integer> wrong = new TreeMap<>();
      rows.forEach((code, count) -> wrong.put(code, Integer.valueOf(count)));
      return new FalseAlarms(on, texts, wrong);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /** With 0 for every code that was never wrong. */
  public static FalseAlarms of(LocalDate on, int texts, Map<String, Integer> counted) {
    Map<String, Integer> all = new TreeMap<>();
    Stream.concat(
            Rules.shipped().families().stream()
                .filter(family -> !family.beside())
                .map(Family::code),
            Stream.of(Warnings.BY_MODEL))
        .forEach(code -> all.put(code, counted.getOrDefault(code, 0)));
    return new FalseAlarms(on, texts, all);
  }

  /** As a file of this program: a line each, a tab between a name and its value. */
  public String lines() {
    String codes =
        new TreeMap<>(wrong)
            .entrySet().stream()
                .map(code -> code.getKey() + "\t" + code.getValue() + "\n")
                .collect(Collectors.joining());
    return "on\t" + on + "\ntexts\t" + texts + "\n" + codes;
  }

  /** Of how many honest texts in a thousand this warning was wrongly said. */
  public double perThousand(String code) {
    return 1000.0 * wrong.getOrDefault(code, 0) / texts;
  }
}
