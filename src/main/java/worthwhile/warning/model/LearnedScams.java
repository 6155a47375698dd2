package worthwhile.warning.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A model of risk with what made it, as it is kept in {@code scam-model.tsv}: lines of what is
 * known of it, an empty line, then a line for each phrase with its scale and its weight.
 *
 * @param about what made it and what was measured, by name
 */
public record LearnedScams(SequencedMap<String, String> about, ScamModel model) {
  private static final String FILE = "scam-model.tsv";
  private static final String STEEPNESS = "steepness";
  private static final String HEIGHT = "height";

  /** The model shipped inside. */
  public static LearnedScams shipped() {
    return Shipped.LEARNED;
  }

  /** Read once, when first asked for. */
  private static final class Shipped {
    static final LearnedScams LEARNED = load();

    private static LearnedScams load() {
      try (InputStream in = LearnedScams.class.getResourceAsStream(FILE)) {
        if (in == null) throw new IllegalStateException(FILE + " is missing: build again");
        return read(new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(FILE + " cannot be read", e);
      }
    }
  }

  private static LearnedScams read(InputStreamReader text) throws IOException {
    var lines = new BufferedReader(text);
    SequencedMap<String, String> about = new LinkedHashMap<>();
    for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
      int tab = line.indexOf('\t');
      about.put(line.substring(0, tab), line.substring(tab + 1));
    }
    Map<String, ScamModel.Worth> phrases = new HashMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] cells = line.split("\t");
      phrases.put(
          cells[0],
          new ScamModel.Worth(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
    }
    return new LearnedScams(
        about,
        new ScamModel(
            phrases,
            Double.parseDouble(about.get(STEEPNESS)),
            Double.parseDouble(about.get(HEIGHT))));
  }

  /** The text of the file; the same for the same model. */
  public String text() {
    StringBuilder text = new StringBuilder();
    about.forEach((name, value) -> text.append(name).append('\t').append(value).append('\n'));
    text.append(STEEPNESS).append('\t').append(number(model.steepness())).append('\n');
    text.append(HEIGHT).append('\t').append(number(model.height())).append("\n\n");
    new TreeMap<>(model.phrases())
        .forEach(
            (phrase, worth) ->
                text.append(
                    String.join(
                            "\t", List.of(phrase, number(worth.scale()), number(worth.weight())))
                        + "\n"));
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
