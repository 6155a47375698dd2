package worthwhile.command.maintain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import worthwhile.ChosenSources;
import worthwhile.Common;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.source.PageKind;
import worthwhile.source.PageRequest;
import worthwhile.source.Requests;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.source.read.Sources;

/** {@code extract}: what a source makes of a saved page or response. */
@Command(
    name = "extract",
    description = "Applies a source, or family:NAME, to a saved page and prints one JSON object.",
    mixinStandardHelpOptions = true)
public final class ExtractCommand implements Callable<Integer> {
  /** Where nothing says where a file came from, what its relative links are made absolute with. */
  private static final URI UNKNOWN = URI.create("https://unknown.invalid/");

  @Spec private CommandSpec spec;
  @Mixin private Common common;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "id of a source, or family:NAME")
  private String id;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "the saved body; - reads standard input")
  private String file;

  @Option(names = "--url", paramLabel = "U", description = "where it was fetched")
  private @Nullable String url;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description = "when, such as 2026-11-20T12:00:00Z")
  private @Nullable String at;

  @Option(
      names = "--status",
      paramLabel = "N",
      description = "its HTTP status",
      defaultValue = "200")
  private int status;

  @Option(names = "--content-type", paramLabel = "T", description = "its Content-Type header")
  private @Nullable String contentType;

  @Option(
      names = "--page",
      paramLabel = "P",
      description = "listing or detail",
      defaultValue = "listing")
  private String page;

  @Option(
      names = "--with",
      paramLabel = "KEY=VALUE",
      description = "a parameter of a family (repeatable)")
  private Map<String, String> with = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    if (status < 100 || status > 599) throw new UsageException("--status must be 100 to 599");
    PageKind kind = kind();
    SourceDefinition source = source(ChosenSources.load(common.anySettings(), Out.of(spec)));
    if (kind instanceof PageKind.Detail && source.detail().isEmpty())
      throw new UsageException(id + " declares no detail page");
    Response response = response(source);
    Extraction extraction = Extractor.extract(source, kind, ParsedPage.of(response));
    Out.of(spec).json(answer(source, extraction, response.url()));
    return 0;
  }

  private PageKind kind() {
    return switch (page) {
      case "listing" -> new PageKind.Listing();
      case "detail" -> new PageKind.Detail();
      default -> throw new UsageException("--page must be listing or detail, not " + page);
    };
  }

  private SourceDefinition source(Sources sources) {
    return ChosenSources.one(sources, id, with);
  }

  private Response response(SourceDefinition source) throws IOException {
    byte[] body = body();
    Map<String, String> headers =
        contentType == null ? Map.of() : Map.of("content-type", contentType);
    Instant when = instant();
    URI address = url == null ? usual(source, when) : address();
    return new Response(address, status, headers, body, when);
  }

  /** The address of the source's own first page, else its homepage; a family may have neither. */
  private static URI usual(SourceDefinition source, Instant when) {
    return Requests.first(source, Set.copyOf(source.secrets()), when)
        .map(PageRequest::url)
        .or(() -> source.homepage().map(URI::create))
        .filter(address -> address.getHost() != null)
        .orElse(UNKNOWN);
  }

  private byte[] body() throws IOException {
    if (file.equals("-")) return System.in.readAllBytes();
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) throw new UsageException("There is no file " + file);
    return Files.readAllBytes(path);
  }

  private URI address() {
    try {
      URI address = URI.create(url);
      if (address.getHost() != null) return address;
    } catch (IllegalArgumentException e) {
      throw new UsageException("--url is not an address: " + e.getMessage());
    }
    throw new UsageException("--url must be absolute, such as https://example.org/jobs");
  }

  private Instant instant() {
    if (at == null) return Instant.now();
    try {
      return Instant.parse(at);
    } catch (DateTimeParseException e) {
      throw new UsageException("--at must look like 2026-11-20T12:00:00Z, not " + at);
    }
  }

  private static Map<String, Object> answer(
      SourceDefinition source, Extraction extraction, URI address) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("source", source.id());
    answer.put("outcome", extraction.outcome());
    reason(extraction).ifPresent(reason -> answer.put("reason", reason));
    // Empty lists are said too: a reader must not have to guess what a missing key means.
    answer.put(
        "items", new Always(extraction instanceof Extraction.Items i ? i.items() : List.of()));
    answer.put(
        "rejected",
        new Always(extraction instanceof Extraction.Items i ? i.rejected() : List.of()));
    if (extraction instanceof Extraction.Items items) {
      answer.put("leftOut", items.leftOut());
      items.next().ifPresent(next -> answer.put("next", next.url()));
      answer.put("notes", notes(items, address));
    }
    return answer;
  }

  private static List<String> notes(Extraction.Items items, URI address) {
    if (!address.equals(UNKNOWN)) return items.notes();
    List<String> notes = new ArrayList<>(items.notes());
    notes.add("relative links begin with " + UNKNOWN + ": say with --url where the file came from");
    return notes;
  }

  /** A list that is written even when it is empty. */
  private record Always(@com.fasterxml.jackson.annotation.JsonValue List<?> list) {}

  private static Optional<String> reason(Extraction extraction) {
    return switch (extraction) {
      case Extraction.Items _ -> Optional.empty();
      case Extraction.Empty(String proof, _) -> Optional.of(proof);
      case Extraction.Stopped(Stop stop) -> Optional.of(stop.text());
    };
  }
}
