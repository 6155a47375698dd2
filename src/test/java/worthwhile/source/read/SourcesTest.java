package worthwhile.source.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import worthwhile.source.About;
import worthwhile.source.Companion;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.Platform;
import worthwhile.source.Requests;
import worthwhile.source.Rule;
import worthwhile.source.Shape;
import worthwhile.source.SourceDefinition;
import worthwhile.source.UrlPattern;

/** Definitions are loaded strictly, and mistakes are told where they stand. */
class SourcesTest {
  private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  private static final String WHOLE =
      """
      schema: 1
      id: mill
      name: Mill
      emits: JobPosting
      homepage: https://mill.example/
      maintainers: [ada]
      about: {access: public}
      locale: en-US
      timezone: UTC
      fetch: {every: 1h}
      listing:
        url: https://mill.example/tasks?page={page}
        pages: {first: 1, last: 5}
        format: html
        rows: tr.task
        fields:
          identifier: {attr: data-id}
          title: {css: a}
          datePosted: {css: time, date: "MMM d, yyyy", optional: true}
      contract: {rows: [1, 100]}
      """;

  @TempDir Path folder;

  private Sources load(String yaml) throws IOException {
    write("mill/mill.source.yml", yaml);
    return Sources.load(folder);
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void fillsInWhatIsNotSaid() throws IOException {
    SourceDefinition mill = load(WHOLE).byId("mill").orElseThrow();
    assertThat(mill.fetch().atMost()).isEqualTo(Duration.ofHours(12));
    assertThat(mill.fetch().delay()).isEqualTo(Duration.ofSeconds(5));
    assertThat(mill.fetch().maxBytes()).isEqualTo(20_000_000);
    assertThat(mill.about().governedBy()).isEqualTo(About.GovernedBy.ROBOTS);
    assertThat(mill.contract().tolerate()).isEqualTo(3);
    assertThat(mill.platform()).isEqualTo("mill");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          format: html          | fromat: html          | 14 | did you mean 'format'
          every: 1h             | every: soon           | 10 | must be a span such as 30s
          every: 1h             | "every: 1h, delay: 0s" | 10 | must be a span longer than 0
          rows: tr.task         | "rows: 'tr.task['"    | 15 | not a CSS selector
          locale: en-US         | locale: klingon       | 8  | not a language tag
          timezone: UTC         | timezone: Europe/Berln | 9 | did you mean 'Europe/Berlin'
          title: {css: a}       | tittle: {css: a}      | 18 | did you mean 'title'
          title: {css: a}       | title: {css: a, json: /b} | 18 | only one of css, json
          title: {css: a}       | title: {}             | 18 | needs one of
          title: {css: a}       | "title: {css: a, filters: [lowercase]}" | 18 | is not known
          title: {css: a}       | "title: {css: a, filters: [{regex: {find: '('}}]}" | 18 | not a regular expression
          title: {css: a}       | "title: {css: a, filters: [{regex: {find: '(?<!x)y'}}]}" | 18 | may not look around
          title: {css: a}       | "title: {css: a, filters: [{regex: {find: '(a)\\1'}}]}" | 18 | take two filters in turn
          title: {css: a}       | "title: {css: a, filters: [{regex: {find: '(?>a)b'}}]}" | 18 | '(?>a)b'
          title: {css: a}       | "title: {css: 'a:matches((?!x))'}" | 18 | not a CSS selector
          title: {css: a}       | title: {json: a}      | 18 | begins with '/'
          title: {css: a}       | "title: {template: '{tilte}'}" | 18 | did you mean 'title'
          title: {css: a}       | title: {css: a, money: {currency: DOLLAR}} | 18 | not an ISO 4217 code
          {page}                | {pgae}                | 12 | did you mean 'page'
          first: 1, last: 5     | "first: 1, cursor: /c" | 13 | exactly one of
          rows: [1, 100]        | rows: [100, 1]        | 20 | fewest and most
          id: mill              | id: Mill_1            | 2  | joined by hyphens
          MMM d, yyyy           | QQQQQQQ               | 19 | not a date pattern
          name: Mill            | id: mill              | 3  | stands here twice
          emits: JobPosting     | emits: JobPostings    | 4  | did you mean 'JobPosting'
          every: 1h             | "every: 1h, auth: {user: A}" | 10 | 'fetch.auth.password' is missing
          first: 1, last: 5     | "first: 1, last: 5, end-status: 200" | 13 | from 400 to 499
          name: Mill            | retention: 12h        | 3  | set fetch.at-most below it
          """)
  void tellsMistakesWithLineAndMend(String right, String wrong, int line, String message)
      throws IOException {
    Sources sources = load(WHOLE.replace(right, wrong));
    assertThat(sources.all()).isEmpty();
    assertThat(sources.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).isEqualTo("mill/mill.source.yml");
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.message()).contains(message);
            });
  }

  private static final String BY_HAND =
      """
      schema: 1
      id: mill
      name: Mill
      emits: JobPosting
      homepage: https://mill.example/
      maintainers: [ada]
      about: {access: session}
      locale: en-US
      timezone: UTC
      companion:
        on: ["https://app.mill.example/*"]
        task: '/task/([0-9]+)'
        query: [id]
        save-task: true
      """;

  @Test
  void aSourceWithoutListingLetsTasksBeNotedByHand() throws IOException {
    SourceDefinition mill = load(BY_HAND).byId("mill").orElseThrow();
    assertThat(mill.isReadable()).isFalse();
    Companion companion = mill.companion().orElseThrow();
    URI task = URI.create("https://app.mill.example/task/17?session=secret&id=4#top");
    assertThat(companion.identifier(task)).contains("17");
    assertThat(companion.bare(task)).hasToString("https://app.mill.example/task/17?id=4");
    assertThat(companion.isOfPlatform(task)).isTrue();
    assertThat(companion.allows(task)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.mill.example/tasks, true",
    "https://app.mill.example/tasks/9/more?x=1, true",
    "https://app.mill.example:443/tasks, true",
    "https://app.mill.example:8443/tasks, false",
    "http://app.mill.example/tasks, false",
    "https://app.mill.example.evil.example/tasks, false",
    "https://app.mill.example@evil.example/tasks, false",
    "https://evil.example/https://app.mill.example/tasks, false",
    "https://app.mill.example/other, false",
    "https://app.mill.example/.tasks, false",
  })
  void patternsOfAddressesStayOnTheirHost(URI address, boolean matches) {
    assertThat(new UrlPattern("https://app.mill.example/tasks*").matches(address))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          access: session | access: public | goes with access session
          save-task: true | keep: 1d | does nothing
          save-task: true | responses: https://api.mill.example/t | no listing reads
          https://app.mill.example/* | http://app.mill.example/* | one https host
          https://app.mill.example/* | https://*.example/* | one https host
          '/task/([0-9]+)' | '/task/[0-9]+' | exactly one group
          save-task: true | pages: https://mill.example/t | stands beside pages
          query: [id] | drop: {elements: 'p:contains(x)'} | no selector that a browser knows
          """)
  void tellsMistakesOfTheCompanion(String right, String wrong, String message) throws IOException {
    assertThat(load(BY_HAND.replace(right, wrong)).problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains(message));
  }

  @Test
  void oneWrongFileDoesNotHideTheOthers() throws IOException {
    write("other/other.source.yml", "listing: [\n");
    Sources sources = load(WHOLE);
    assertThat(sources.byId("mill")).isPresent();
    assertThat(sources.problems()).hasSize(1);
    assertThat(sources.problems().getFirst().toString()).startsWith("other/other.source.yml:");
  }

  @Test
  void anUndeclaredSecretIsAMistake() throws IOException {
    Sources sources = load(WHOLE.replace("?page={page}", "?key={secret:MILL}&page={page}"));
    assertThat(sources.problems().toString()).contains("{secret:MILL} is used but not among");
  }

  @Test
  void secretsStayPlaceholdersInRequests() throws IOException {
    SourceDefinition mill =
        load(WHOLE
                .replace("?page={page}", "?key={secret:MILL}&page={page}")
                .replace(
                    "fetch: {every: 1h}",
                    "secrets: [MILL]\nfetch: {every: 1h, headers: {X-Key: \"{secret:MILL}\"}}"))
            .byId("mill")
            .orElseThrow();
    assertThat(Requests.first(mill, Set.of(), AT)).isEmpty();
    PageRequest request = Requests.first(mill, Set.of("MILL"), AT).orElseThrow();
    assertThat(request.url())
        .hasToString(
            "https://mill.example/tasks?key=%7Bsecret%3AMILL%7D&page=1".replace("%3A", ":"));
    assertThat(request.headers()).containsEntry("X-Key", "{secret:MILL}");
    assertThat(request.page()).isEqualTo(new PageKind.Listing());
  }

  @Test
  void aSourceLaysItsKeysOverTheFamilys() throws IOException {
    write(
        "families/board.yml",
        WHOLE
            .replaceAll("id: mill\nname: Mill\n", "family: board\nparameters: {board: A board}\n")
            .replaceAll("homepage.*\nmaintainers.*\n", "")
            .replace("mill.example/tasks", "boards.example/{board}/tasks"));
    Sources sources =
        load(
            """
            schema: 1
            id: mill
            name: Mill
            extends: board
            with: {board: mill}
            homepage: https://mill.example/
            maintainers: [ada]
            fetch: {delay: 9s}
            listing:
              fields:
                title: {value: "{board}"}
                datePosted:
            """);
    assertThat(sources.problems()).isEmpty();
    SourceDefinition mill = sources.byId("mill").orElseThrow();
    assertThat(mill.fetch().every()).isEqualTo(Duration.ofHours(1));
    assertThat(mill.fetch().delay()).isEqualTo(Duration.ofSeconds(9));
    Shape shape = mill.listing().shapes().getFirst();
    assertThat(shape.fields().keySet()).containsExactly("identifier", "title");
    assertThat(shape.fields().get("title").from()).isEqualTo(new Rule.Value("mill"));
    assertThat(Requests.first(mill, Set.of(), AT).orElseThrow().url())
        .hasToString("https://boards.example/mill/tasks?page=1");
    assertThat(sources.familyOf("mill")).contains("board");
    assertThat(sources.family("board", Map.of()).orElseThrow().id()).isEqualTo("family:board");
  }

  @Test
  void missingAndUnknownParametersAreMistakes() throws IOException {
    write(
        "families/board.yml",
        WHOLE
            .replaceAll("id: mill\nname: Mill\n", "family: board\nparameters: {board: A board}\n")
            .replaceAll("homepage.*\nmaintainers.*\n", ""));
    String source =
        "schema: 1\nid: mill\nname: Mill\nextends: board\nwith: {baord: x}\nhomepage: https://mill.example/\nmaintainers: [ada]\n";
    assertThat(load(source).problems())
        .extracting(Sources.Problem::message)
        .anyMatch(message -> message.contains("did you mean 'board'"))
        .anyMatch(message -> message.contains("needs the parameter 'board'"));
  }

  @Test
  void withKeyIsUsedWhenAllItsSecretsAreThere() throws IOException {
    SourceDefinition mill =
        load(WHOLE.replace(
                "  format: html",
                "  with-key: {secrets: [ID, SECRET], url: 'https://api.mill.example/tasks',"
                    + " auth: {token-url: 'https://api.mill.example/token',"
                    + " client-id: ID, client-secret: SECRET}}\n  format: html"))
            .byId("mill")
            .orElseThrow();
    assertThat(Requests.first(mill, Set.of("ID"), AT).orElseThrow().url().getHost())
        .isEqualTo("mill.example");
    PageRequest keyed = Requests.first(mill, Set.of("ID", "SECRET"), AT).orElseThrow();
    assertThat(keyed.url().getHost()).isEqualTo("api.mill.example");
    assertThat(keyed.auth()).isPresent();
  }

  @Test
  void readsThePlatformsCard() throws IOException {
    write(
        "mill/platform.yml",
        """
        name: The Mill
        aliases: [Old Mill]
        status: {state: open, since: 2020-05}
        access: {how: public, why: It has a feed.}
        pay: {unit: per task, fee: none}
        minimum-pay: $1
        facts:
          - {text: It opened., date: 2020-05-01, source: "https://mill.example/news"}
        """);
    Platform mill = load(WHOLE).platform("old mill").orElseThrow();
    assertThat(mill.id()).isEqualTo("mill");
    assertThat(mill.accessReason()).contains("It has a feed.");
    assertThat(mill.pay()).containsEntry("minimum pay", "$1");
    assertThat(mill.facts()).hasSize(1);
    assertThat(mill.aliases()).isEqualTo(List.of("Old Mill"));
  }

  private static final String FAMILY =
      """
      schema: 1
      family: board
      emits: JobPosting
      parameters: {site: Word in the address, host: {about: Where it answers, default: a.example}}
      recognises:
        - {address: 'eu\\.example/(?<site>\\w+)', with: {host: eu.example}}
        - {address: 'www\\.(?<country>\\w+)\\.example', with: {site: "x-{country}"}}
      locale: en-US
      timezone: UTC
      listing: {url: "https://{host}/{site}", format: html, rows: tr, fields: {identifier: {attr: id}}}
      contract: {rows: [1, 100]}
      """;

  @Test
  void aFamilySaysWhichAddressesItReads() throws IOException {
    write("families/board.yml", FAMILY);
    Sources sources = Sources.load(folder);
    assertThat(sources.problems()).isEmpty();
    assertThat(sources.familyAt("https://eu.example/acme/jobs").orElseThrow().with())
        .isEqualTo(Map.of("site", "acme", "host", "eu.example"));
    assertThat(sources.familyAt("https://www.fr.example/jobs").orElseThrow().with())
        .isEqualTo(Map.of("site", "x-fr"));
    assertThat(sources.familyAt("https://elsewhere.example/jobs")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "?<site>,?<sites>,6,did you mean 'site'",
    "host: eu,hots: eu,6,did you mean 'host'",
    "x-{country},x,7,no parameter 'country'",
    "(?<site>,(?<site,6,not a regular expression",
    "address: 'eu,adress: 'eu,6,did you mean 'address'"
  })
  void mistakesInAFamilysAddressesAreTold(String right, String wrong, int line, String message)
      throws IOException {
    write("families/board.yml", FAMILY.replace(right, wrong));
    assertThat(Sources.load(folder).problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.message()).contains(message);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"name: Mill|name: <name for people>|name", "[ada]|[<you>]|maintainers"})
  void whatIsStillToBeFilledInIsTold(String right, String wrong, String key) throws IOException {
    Sources sources = load(WHOLE.replace(right, wrong));
    assertThat(sources.all()).isEmpty();
    assertThat(sources.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).startsWith(key + ": still reads '<"));
  }

  @Test
  void anElementOfHtmlIsNothingToFillIn() throws IOException {
    assertThat(load(WHOLE.replace("title: {css: a}", "title: {css: a, join: <br>}")).problems())
        .isEmpty();
  }
}
