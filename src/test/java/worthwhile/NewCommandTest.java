package worthwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code new} scaffolds what its address gives away, and {@code check} wants the rest. */
class NewCommandTest {
  @TempDir Path scrapers;
  private String talk = "";

  @BeforeEach
  void takeFamilies() throws IOException {
    Path families = Files.createDirectories(scrapers.resolve("families"));
    try (Stream<Path> files = Files.list(Path.of("scrapers/families"))) {
      files.filter(Files::isRegularFile).forEach(file -> copy(file, families));
    }
  }

  private static void copy(Path file, Path to) {
    try {
      Files.copy(file, to.resolve(file.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(String... args) {
    Typed typed = Typed.run(args, "--scrapers", scrapers.toString());
    talk = typed.talk();
    return typed.code();
  }

  private Path definition() {
    return scrapers.resolve("acme/acme.source.yml");
  }

  private void fillIn(Path file) throws IOException {
    Files.writeString(
        file,
        Files.readString(file)
            .replace("<link to the terms that you read>", "https://acme.example/terms")
            .replace("<where it was read>", "https://acme.example/about")
            .replaceAll("<[^>]+>", "written by hand"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          https://www.adzuna.de/search?q=x | adzuna | country: de, currency: EUR
          https://www.adzuna.co.uk/jobs | adzuna | country: gb, currency: GBP
          https://www.adzuna.com/ | adzuna | country: us, currency: USD
          https://www.adzuna.com.au/ | adzuna | country: au, currency: AUD
          https://jobs.ashbyhq.com/Acme%20Labs | ashby | board: "Acme%20Labs"
          https://forum.acme.example/c/hits/7 | discourse | url: "https://forum.acme.example/c/hits/7.json"
          https://forum.acme.example/t/new-hits/4711/3 | discourse | url: "https://forum.acme.example/t/new-hits/4711.json"
          https://forum.acme.example/latest.json | discourse | url: "https://forum.acme.example/latest.json"
          https://discourse.acme.example/ | discourse | url: "https://discourse.acme.example/latest.json"
          https://boards.greenhouse.io/acme/jobs/1 | greenhouse | board: acme
          https://boards.greenhouse.io/embed/job_board?for=acme | greenhouse | board: acme
          https://job-boards.greenhouse.io/acme | greenhouse | board: acme
          https://acme.example/index.php?/topic/12-hits/ | invision | url: "https://acme.example/index.php?/topic/12-hits/"
          https://acme.example/forum/12-hits/ | invision | url: "https://acme.example/forum/12-hits/"
          https://jobs.lever.co/acme | lever | site: acme
          https://jobs.eu.lever.co/acme | lever | host: "api.eu.lever.co", site: acme
          https://acme.example/forumdisplay.php?fid=3 | mybb | url: "https://acme.example/forumdisplay.php?fid=3"
          https://acme.example/thread-33.html | mybb | url: "https://acme.example/thread-33.html"
          https://acme.example/viewforum.php?f=3&start=25 | phpbb | url: "https://acme.example/viewforum.php?f=3&start=25"
          https://acme.recruitee.com/ | recruitee | company: acme
          https://www.reddit.com/r/slavelabour/new/ | reddit | subreddit: slavelabour
          https://careers.smartrecruiters.com/Acme1 | smartrecruiters | company: Acme1
          https://acme.example/index.php?board=3.0 | smf | url: "https://acme.example/index.php?board=3.0"
          https://acme.example/index.php/topic,33.0.html | smf | url: "https://acme.example/index.php/topic,33.0.html"
          https://acme.example/discussion/33/hits | vanilla | url: "https://acme.example/discussion/33/hits"
          https://acme.example/showthread.php?33-hits | vbulletin | url: "https://acme.example/showthread.php?33-hits"
          https://acme.example/forumdisplay.php?f=3 | vbulletin | url: "https://acme.example/forumdisplay.php?f=3"
          https://apply.workable.com/acme-labs/ | workable | account: acme-labs
          https://acme.example/forums/hits.3/ | xenforo | url: "https://acme.example/forums/hits.3/"
          https://acme.example/threads/hits.33/page-2 | xenforo | url: "https://acme.example/threads/hits.33/page-2"
          """)
  void anAddressGivesItsFamilyAway(String url, String family, String with) throws IOException {
    assertThat(run("new", "acme", url)).isZero();
    assertThat(Files.readString(definition()))
        .contains("extends: " + family + "\nwith: {" + with + "}\n");
    fillIn(definition());
    fillIn(scrapers.resolve("acme/platform.yml"));
    assertThat(run("check", "acme")).as(talk).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.example/jobs",
    "https://acme.example/categories/writing",
    "https://acme.example/discussions",
    "https://github.com/acme/tasks/discussions/33",
    "https://acme.example/showthread.php"
  })
  void otherAddressesGetADefinitionOfTheirOwn(String url) throws IOException {
    assertThat(run("new", "acme", url)).isZero();
    assertThat(Files.readString(definition()))
        .contains("emits: JobPosting")
        .doesNotContain("extends");
  }

  @Test
  void checkRefusesWhatIsNotFilledIn() {
    run("new", "acme", "https://jobs.lever.co/acme");
    assertThat(run("check", "family:lever")).isEqualTo(1);
    assertThat(talk)
        .contains("acme/platform.yml:9: facts.text: still reads '<what is known>'; write what is")
        .contains("acme/platform.yml:2: name: still reads '<name for people>'")
        .contains("acme/acme.source.yml:6: maintainers: still reads '<you>'")
        .contains("acme/acme.source.yml:10: about.operator: still reads '<who runs it>'")
        .contains("acme/acme.source.yml:11: about.terms: still reads '<link to the terms that you");
  }
}
