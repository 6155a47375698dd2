package worthwhile.command.maintain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.source.read.FamilyMatch;
import worthwhile.source.read.Sources;

/** {@code new}: the files that a new platform needs, with what its address gives away. */
@Command(
    name = "new",
    description = "Scaffolds a new source: card, definition and fixture folder.",
    mixinStandardHelpOptions = true)
public final class NewCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(index = "0", paramLabel = "ID", description = "lower-case words joined by hyphens")
  private String id;

  @Parameters(index = "1", paramLabel = "URL", description = "where its work is listed")
  private String url;

  @Override
  public Integer call() throws IOException {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*"))
      throw new UsageException("ID must be lower-case words joined by hyphens, not " + id);
    URI address = address();
    Path folder = common.anySettings().scrapers().resolve(id);
    if (Files.exists(folder)) throw new UsageException(folder + " is there already");
    Files.createDirectories(folder.resolve("fixtures").resolve(id));
    Files.writeString(folder.resolve("platform.yml"), card(address));
    Files.writeString(folder.resolve(id + ".source.yml"), definition(address));
    Out out = Out.of(spec);
    out.say("%s", folder);
    for (String step : steps()) out.say("  %s", step);
    return 0;
  }

  private List<String> steps() {
    return List.of(
        "1. fill in what is marked with <…> in platform.yml and " + id + ".source.yml",
        "2. ./worthwhile record "
            + id
            + "   fetches one page as a fixture; scrub it of people's names and texts",
        "3. write fixtures for: empty, blocked, redesigned",
        "4. ./worthwhile check " + id);
  }

  private URI address() {
    try {
      URI address = URI.create(url);
      if (address.getHost() != null) return address;
    } catch (IllegalArgumentException e) {
      throw new UsageException("URL is not an address: " + e.getMessage());
    }
    throw new UsageException("URL must be absolute, such as https://example.org/jobs");
  }

  private String card(URI address) {
    return """
        id: %s
        name: <name for people>
        homepage: %s://%s/
        status: open
        kind: board
        access: public
        access-reason: <why it may be read so>
        facts:
          - {text: <what is known>, date: %s, source: <where it was read>}
        """
        .formatted(id, address.getScheme(), address.getHost(), today());
  }

  private String definition(URI address) {
    String head =
        """
        # yaml-language-server: $schema=../source.schema.json
        schema: 1
        id: %s
        name: <name for people>
        homepage: %s://%s/
        maintainers: [<you>]
        """
            .formatted(id, address.getScheme(), address.getHost());
    String about =
        """
        about:
          operator: <who runs it>
          terms: <link to the terms that you read>
          checked: %s
        """
            .formatted(today());
    return Sources.load(common.anySettings().scrapers())
        .familyAt(url)
        .map(match -> head + extending(match) + about)
        .orElseGet(() -> head + "emits: JobPosting\n" + about + body());
  }

  private static String extending(FamilyMatch match) {
    String with =
        match.with().entrySet().stream()
            .map(parameter -> parameter.getKey() + ": " + quoted(parameter.getValue()))
            .collect(Collectors.joining(", "));
    return "extends: %s\nwith: {%s}\n".formatted(match.family(), with);
  }

  private static String quoted(String value) {
    return value.matches("[A-Za-z][\\w-]*") ? value : "\"" + value.replace("\"", "%22") + "\"";
  }

  private String body() {
    return """
          access: public
          official-api: none
        locale: en-US
        timezone: UTC
        fetch: {every: 1h, delay: 5s}
        listing:
          url: %s
          format: html
          rows: <selector of one row>
          empty: <selector of the mark for "nothing there">
          blocked: ["#challenge-form"]
          fields:
            identifier: {attr: <attribute of the row>}
            title: {css: <selector>}
            url: {css: a, attr: href}
        contract:
          rows: [1, 200]
          always: [identifier, title, url]
          tolerate: 3
        """
        .formatted(url);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
