package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code import} and {@code export} as they are typed. */
class WorkCommandsTest {
  private static final String PROLIFIC =
      """
      Study,Reward,Bonus,Started At,Completed At,Completion Code,Status
      =HYPERLINK("https://evil.example") habits,£2.67,£0.00,2026-03-25 02:52:58.886000,2026-03-25 02:58:41.890000,C1SECRET,AWAITING REVIEW
      Never begun,£1.80,£0.00,,,,RETURNED
      Broken,nothing,£0.00,,,,RETURNED
      """;

  @TempDir Path folder;
  private String results;
  private String talk;

  private int run(String... args) {
    Typed typed = Typed.run(args, "--data", folder.resolve("data").toString());
    results = typed.results();
    talk = typed.talk();
    return typed.code();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @BeforeEach
  void cleanTalk() {
    results = "";
    talk = "";
  }

  @Test
  void aHistoryComesInOnceAndItsNewsLater() throws IOException {
    String file = file("export.csv", PROLIFIC);
    assertThat(run("import", file, "--as", "prolific-export", "--dry-run")).isZero();
    assertThat(talk).contains("Would be: 2 added, 0 changed, 0 known already, 1 not taken.");
    assertThat(run("import", file, "--as", "prolific-export")).isZero();
    assertThat(talk)
        .contains("line 4, Reward: not taken: \"nothing\" is no amount of money")
        .contains("2 added, 0 changed, 0 known already, 1 not taken.");
    assertThat(run("import", file, "--as", "prolific-export", "--json")).isZero();
    assertThat(results).contains("\"added\":0").contains("\"unchanged\":2").contains("\"line\":4");
    String later = file("later.csv", PROLIFIC.replace("AWAITING REVIEW", "APPROVED"));
    assertThat(run("import", later, "--as", "prolific-export")).isZero();
    assertThat(talk).contains("0 added, 1 changed, 1 known already");
  }

  @Test
  void whatIsExportedIsHarmlessAndComesBackAsTheSame() throws IOException {
    run("import", file("export.csv", PROLIFIC), "--as", "prolific-export");
    assertThat(run("export")).isZero();
    assertThat(results).contains("'=HYPERLINK").doesNotContain("C1SECRET");
    assertThat(results.lines().count()).isEqualTo(3);
    String again = file("again.csv", results);
    assertThat(run("import", again, "--as", "worthwhile")).isZero();
    assertThat(talk).contains("0 added, 0 changed, 2 known already, 0 not taken.");
    assertThat(run("export", "--format", "json")).isZero();
    assertThat(results).contains("\"title\":\"=HYPERLINK").contains("\"reward\":2.67");
  }

  @Test
  void anyCsvIsMappedByHand() throws IOException {
    String csv = file("own.csv", "Kram;Zaster;Wann\nSortieren;1,50;13.10.2026\n");
    assertThat(run("import", csv, "--as", "csv")).isEqualTo(1);
    assertThat(talk).contains("No column says what the work was called").contains("Kram");
    assertThat(
            run(
                "import",
                csv,
                "--as",
                "csv",
                "--map",
                "title=Kram",
                "--map",
                "reward=Zaster",
                "--map",
                "submitted=Wann",
                "--currency",
                "eur",
                "--decimals",
                "comma"))
        .isZero();
    assertThat(talk).contains("1 added");
    run("export");
    assertThat(results).contains("Sortieren,other").contains(",1.50,").contains(",EUR,");
  }

  @Test
  void whatIsWrongIsSaidWithItsMend() throws IOException {
    String file = file("export.csv", PROLIFIC);
    assertThat(run("import", file, "--as", "excel")).isEqualTo(2);
    assertThat(talk).contains("prolific-export, mturk-history");
    assertThat(run("import", folder.resolve("none").toString(), "--as", "csv")).isEqualTo(2);
    assertThat(run("import", file, "--as", "csv", "--map", "titel=Study")).isEqualTo(2);
    assertThat(run("import", file, "--as", "csv", "--user", "nobody")).isEqualTo(2);
    assertThat(talk).contains("no account nobody");
    assertThat(run("import", file, "--as", "toggl")).isEqualTo(1);
    assertThat(talk).contains("Nothing was imported.").contains("lacks the columns Project");
  }

  @Test
  void postingsComeInBulkThroughIntake() throws IOException {
    String lines =
        """
        {"source":"mercor","platform":"mercor","identifier":"1","title":"Rate answers","url":"https://work.example/1","baseSalary":{"currency":"USD","minValue":20,"maxValue":20,"unitText":"HOUR"}}
        {"source":"mercor","platform":"mercor","identifier":"2","title":"Write answers","url":"https://work.example/2"}
        {"title":"without a source"}
        no json
        """;
    String file = file("postings.jsonl", lines);
    assertThat(run("import", file, "--as", "jsonl")).isZero();
    assertThat(talk)
        .contains("2 postings: 2 new, 0 changed, 2 lines not taken.")
        .contains("line 4");
    assertThat(run("import", file, "--as", "jsonl")).isZero();
    assertThat(talk).contains("2 postings: 0 new, 0 changed");
    assertThat(run("search", "rate", "--json")).isZero();
    assertThat(results).contains("mercor:1").contains("\"median\":20.00");
  }

  @Test
  void aLineWhoseIdIsATextIsNamedAndTheOthersComeIn() throws IOException {
    String line = "{\"source\":\"mercor\",\"identifier\":\"%s\",\"title\":\"Rate answers\"%s}\n";
    String requester = ",\"hiringOrganization\":{\"identifier\":\"" + "r".repeat(401) + "\"}";
    String lines =
        line.formatted("i".repeat(5_000), "")
            + line.formatted("2", requester)
            + line.formatted("3".repeat(400), "");
    assertThat(run("import", file("long.jsonl", lines), "--as", "jsonl")).isZero();
    assertThat(talk)
        .contains("1 postings: 1 new, 0 changed, 2 lines not taken.")
        .contains("its identifier has 5000 characters; an id has at most 400")
        .contains("its requester's identifier has 401 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "`datePosted`: `yesterday`|datePosted: `yesterday` is not a moment such as 2026-11-28T12",
        "`state`: `wrong`|state: `wrong` is not one of open, missing, closed, evergreen",
        "`timeRequired`: `5 minutes`|timeRequired: `5 minutes` is not a span of time such as PT5M",
        "`totalJobOpenings`: `many`|totalJobOpenings: `many` is not a whole number",
        "`baseSalary`: `12`|baseSalary: must be an object with keys",
        "`baseSalary`: {`minValue`: `a`}|baseSalary.minValue: `a` is not a number",
        "`baseSalary`: {`currency`: `USD`, `minValue`: 5, `maxValue`: 2}|baseSalary: minValue 5 > m",
        "`timeRequired`: `-PT5M`|timeRequired: a time must be more than 0, not -PT5M; give a span",
        "`timeAllowed`: `PT-9M`|timeAllowed: a time must be more than 0, not PT-9M; give a span",
        "`totalJobOpenings`: -3|totalJobOpenings: must not be negative, unlike -3; give 0 where",
        "`baseSalary`: {`currency`: `USD`, `minValue`: -5}|baseSalary: an amount must be more than",
        "`source`: `my list`|source: `my list` has a blank or a colon in it; write it as one word",
        "`reports`: 3|reports: must be a list",
        "`url`: {}|url: must be a text",
        "`url`: `x`} {|something stands behind its end"
      })
  void aPostingThatIsNoneIsToldInWordsForPeople(String wrong, String reason) throws IOException {
    String line = "{'source': 'x', 'identifier': '1', 'title': 'T', " + wrong + "}";
    assertThat(run("import", file("p.jsonl", quoted(line)), "--as", "jsonl")).isEqualTo(1);
    assertThat(talk)
        .contains("line 1: no posting: " + quoted(reason))
        .doesNotContain("java", "worthwhile.", "tools.");
  }

  private static String quoted(String text) {
    return text.replaceAll("['`]", "\"");
  }

  @Test
  void aHistoryThatIsNoJsonIsToldInWordsForPeople() throws IOException {
    assertThat(run("import", file("m.json", "{} {}"), "--as", "mturk-history")).isEqualTo(1);
    assertThat(talk).contains("The file is no whole JSON (something stands behind its end).");
  }
}
