package worthwhile.warning.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.warning.model.ScamModel;

/** Learning from postings that were made up. */
class ScamStudyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
  private static final String[] LURE = {"wire", "transfer", "bank", "account", "weekly", "money"};
  private static final String[] WORK = {"engineer", "design", "review", "team", "code", "release"};
  private static final String[] BOTH = {"office", "company", "apply", "skill", "role", "people"};

  @TempDir private Path folder;

  private Path rows() throws IOException {
    Random random = new Random(7);
    StringBuilder csv = new StringBuilder("text,fraudulent\n");
    for (int i = 0; i < 120; i++) {
      String[] own = i % 2 == 0 ? LURE : WORK;
      csv.append(
              random
                  .ints(60, 0, 24)
                  .mapToObj(n -> n < 6 ? own[n] : n < 12 ? BOTH[n - 6] : filler(random))
                  .collect(Collectors.joining(" ")))
          .append(i % 2 == 0 ? ",1\n" : ",0\n");
    }
    return Files.writeString(folder.resolve("rows.csv"), csv);
  }

  /** A word that says nothing and makes each row another. */
  private static String filler(Random random) {
    return "x" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
  }

  @Test
  void whatTellsFraudsIsLearnedAndTold() throws IOException {
    ScamModel model = ScamStudy.learn(List.of(rows()), "train", DAY).learned().model();
    String lure = "wire transfer money bank account office ".repeat(30);
    assertThat(model.risk(lure).value()).isGreaterThan(0.7);
    assertThat(model.risk(lure).words()).anyMatch(word -> word.contains("bank"));
    assertThat(model.risk("engineer review code design office ".repeat(30)).value())
        .isLessThan(ScamModel.NATURAL);
  }

  @Test
  void theSameDataGivesTheSameFile() throws IOException {
    List<Path> files = List.of(rows());
    assertThat(ScamStudy.learn(files, "train", DAY).learned().text())
        .isEqualTo(ScamStudy.learn(files, "train", DAY).learned().text())
        .startsWith("command\ttrain\non\t2026-11-28\n");
  }

  @Test
  void twinsStandInOneGroup() {
    List<KnownText> texts =
        List.of(
            text("answer phones sort letters keep the calendar of one office"),
            text("drive a lorry to the harbour at night"),
            text("answer phones sort letters keep the calendar of another office"));
    int[] groups = Twins.groups(texts);
    assertThat(groups[0]).isEqualTo(groups[2]).isNotEqualTo(groups[1]);
  }

  private static KnownText text(String words) {
    return new KnownText(List.of(words.split(" ")), List.of(), false, KnownText.Origin.BALANCED);
  }

  @Test
  void aRowWithoutALabelIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), "text,fraudulent\na,1\nb,yes\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScamStudy.learn(List.of(file), "train", DAY))
        .withMessageContaining("bad.csv: line 3")
        .withMessageContaining("must be 0 or 1, not \"yes\"");
  }

  @Test
  void aFileWithoutTextIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.csv"), "name,fraudulent\na,1\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScamStudy.learn(List.of(file), "train", DAY))
        .withMessageContaining("needs the columns [title, description, requirements] or text");
  }

  @Test
  void nothingIsLearnedFromOneKind() throws IOException {
    Path file = Files.writeString(folder.resolve("one.csv"), "text,fraudulent\nsome words,1\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScamStudy.learn(List.of(file), "train", DAY))
        .withMessageContaining("Too few postings that differ");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScamStudy.learn(List.of(folder.resolve("none.csv")), "train", DAY))
        .withMessageContaining("none.csv: there is no such file");
  }
}
