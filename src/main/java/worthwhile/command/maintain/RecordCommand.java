package worthwhile.command.maintain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.ChosenSources;
import worthwhile.Common;
import worthwhile.Instance;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.crawl.FirstRequests;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.extract.fixture.Fixture;
import worthwhile.extract.fixture.FixtureCheck;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;

/** {@code record}: fetches one page and keeps it as a fixture with its expectation. */
@Command(
    name = "record",
    description = "Fetches a source's first page once and writes a scrubbed fixture pair.",
    mixinStandardHelpOptions = true)
public final class RecordCommand implements Callable<Integer> {
  /** What must never stand in a fixture, whatever page it comes from. */
  private static final Pattern EMAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)((?:token|secret|signature|sig|auth|session(?:id)?|apikey|api_key|referralCode)[\"']?\\s*[=:]\\s*[\"']?)[\\w.~+/-]{8,}={0,2}");

  @Spec private CommandSpec spec;
  @Mixin private Common common;
  @Mixin private Common.Network network;

  @Parameters(paramLabel = "SOURCE")
  private String id;

  @Option(names = "--name", description = "name of the fixture", defaultValue = "listing")
  private String name;

  @Override
  public Integer call() throws IOException {
    Out out = Out.of(spec);
    try (Instance instance = Instance.open(common.settings(network.given()), out)) {
      SourceDefinition source = ChosenSources.one(instance.sources(), id, java.util.Map.of());
      List<PageRequest> first =
          instance.asks(source).map(FirstRequests::requests).orElseThrow(() -> keyless(source));
      if (first.isEmpty())
        throw new UsageException(
            id
                + " asks about requesters that are known here, and none is: crawl their platform first");
      FetchOutcome outcome = instance.fetcher().fetch(first.getFirst(), source, Validators.NONE);
      return switch (outcome) {
        case FetchOutcome.Fetched fetched -> write(instance, source, fetched.response(), out);
        case FetchOutcome.NotModified _ -> nothing(out, outcome.word());
        case FetchOutcome.Stopped(Stop stop) ->
            nothing(out, stop.kind().word() + ": " + stop.text());
      };
    }
  }

  private int nothing(Out out, String reason) {
    out.say("%s: nothing recorded: %s", id, reason);
    return 1;
  }

  private static UsageException keyless(SourceDefinition source) {
    return new UsageException(
        source.id() + " cannot be asked: secrets " + source.secrets() + " are not all set");
  }

  private int write(Instance instance, SourceDefinition source, Response response, Out out)
      throws IOException {
    Path folder = FixtureCheck.folder(instance.sources(), source);
    Files.createDirectories(folder);
    Path body = folder.resolve(name + "." + ending(response));
    if (Files.exists(body))
      throw new UsageException(body + " is there already; choose another --name");
    Response scrubbed = scrubbed(response);
    Extraction extraction =
        Extractor.extract(source, new PageKind.Listing(), ParsedPage.of(scrubbed));
    Files.write(body, scrubbed.body());
    Files.writeString(
        Fixture.expectationOf(body), Fixture.expectation(given(scrubbed), extraction));
    out.say("%s and its expectation are written (%s).", body, extraction.outcome());
    out.say(
        "Addresses and tokens are blanked; shorten it, and replace people's names and texts by invented ones.");
    return 0;
  }

  private static Fixture.Given given(Response response) {
    return new Fixture.Given(
        response.url(),
        response.at(),
        response.status(),
        response.header("content-type"),
        new PageKind.Listing(),
        java.util.Map.of(),
        java.util.Map.of());
  }

  /**
   * Byte for byte in Latin-1, which keeps every other byte as it is, whatever the character set.
   */
  private static Response scrubbed(Response response) {
    String text = new String(response.body(), java.nio.charset.StandardCharsets.ISO_8859_1);
    text = EMAIL.matcher(text).replaceAll("someone@example.org");
    text = TOKEN.matcher(text).replaceAll("$1REMOVED");
    return new Response(
        response.url(),
        response.status(),
        response.headers(),
        text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
        response.at());
  }

  private static String ending(Response response) {
    String type = response.header("content-type").orElse("");
    if (type.contains("json")) return "json";
    return type.contains("xml") ? "xml" : "html";
  }
}
