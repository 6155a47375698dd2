package worthwhile.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import worthwhile.Recordings;
import worthwhile.posting.UnitText;
import worthwhile.text.pay.PayText;

/** Real titles of a forum where people post tasks with reward and minutes; read where present. */
class PayTextSamplesTest {
  /** A sum, a stroke and a number, with at most a bonus between: both are stated. */
  private static final Pattern BOTH =
      Pattern.compile("[.\\d¢]\\s?(?:\\)|[+(][^/]{0,40})?\\s?/\\s?[(~<]*\\s?\\d");

  private static final Pattern ANY_SUM =
      Pattern.compile(
          "(?i)[$¢€£]|\\b(?:cents?|bucks|dollars|usd|pounds|euros?)\\b|(?<![\\d.])\\.\\d|\\d\\.\\d\\d|^[\\d.,]+$");

  private static final PayText.Context TASKS =
      new PayText.Context(Locale.US, Optional.of("USD"), Optional.of(UnitText.TASK));

  private static List<String> titles(String file) throws IOException {
    Path path = Recordings.folder().resolve("mturk").resolve(file);
    assumeTrue(Files.exists(path), "no recordings here");
    return column(Recordings.text(path, StandardCharsets.UTF_8), "title");
  }

  /** One column of a CSV file whose quoted cells hold line ends. */
  private static List<String> column(String csv, String name) {
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        if (quoted && i > 0 && csv.charAt(i - 1) == '"') cell.append('"');
      } else if (!quoted && (c == ',' || c == '\n')) {
        rows.getLast().add(cell.toString());
        cell.setLength(0);
        if (c == '\n') rows.add(new ArrayList<>());
      } else if (c != '\r' || quoted) {
        cell.append(c);
      }
    }
    int index = rows.getFirst().indexOf(name);
    return rows.stream()
        .skip(1)
        .filter(row -> row.size() > index)
        .map(row -> CleanText.line(row.get(index)))
        .toList();
  }

  @Test
  void rewardAndMinutesAreFoundWhereBothAreStated() throws IOException {
    List<String> titles = titles("reddit-hwtf-2013.csv");
    List<String> both = titles.stream().filter(title -> BOTH.matcher(title).find()).toList();
    List<String> missed =
        both.stream()
            .filter(title -> PayText.find(title, TASKS).flatMap(PayText.Found::minutes).isEmpty())
            .toList();
    System.out.printf(
        Locale.ROOT,
        "%d titles, %d state reward and minutes, %d missed%n",
        titles.size(),
        both.size(),
        missed.size());
    assertThat(both).hasSizeGreaterThan(400);
    assertThat(missed.size() * 100).as("missed: %s", missed).isLessThan(both.size() * 3);
  }

  @Test
  void nothingIsInventedWhereNoSumStands() throws IOException {
    int silent = 0;
    for (String file :
        List.of(
            "reddit-hwtf-2013.csv",
            "reddit-mturk-2013.csv",
            "reddit-beermoney-2013.csv",
            "reddit-forhire-2013.csv")) {
      for (String title : titles(file)) {
        if (ANY_SUM.matcher(title).find()) continue;
        silent++;
        assertThat(PayText.find(title, TASKS)).as(title).isEmpty();
      }
    }
    assertThat(silent).isGreaterThan(900);
  }

  @Test
  void talkAboutMoneyIsSeldomTakenForPay() throws IOException {
    List<String> talk = titles("reddit-mturk-2013.csv");
    long taken =
        talk.stream()
            .filter(t -> PayText.find(t, PayText.Context.of(Locale.US)).isPresent())
            .count();
    assertThat(taken * 100).isLessThanOrEqualTo(talk.size());
  }
}
