package worthwhile.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.source.PageKind;
import worthwhile.source.PageRules;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Sources;
import worthwhile.source.Stop;

/** Proves definitions on their fixtures. */
public final class FixtureCheck {
  private static final Map<String, String> KINDS = kinds();

  private final Sources sources;

  private FixtureCheck(Sources sources) {
    this.sources = sources;
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("listing", "a listing");
    kinds.put("empty", "an answer that says there is nothing");
    kinds.put("blocked", "a refusal");
    kinds.put("redesigned", "a page after a redesign");
    return kinds;
  }

  /**
   * One fixture, or one that is missing.
   *
   * @param source id of the source, {@code family:NAME} for a family's own
   * @param fixture file relative to the scrapers folder
   * @param differences what is wrong, one sentence each; empty if it is as expected
   */
  public record Result(String source, String fixture, List<String> differences) {
    public Result {
      differences = List.copyOf(differences);
    }

    /** Whether the fixture is as expected. */
    public boolean passed() {
      return differences.isEmpty();
    }
  }

  /** Checks every source and family. */
  public static List<Result> all(Sources sources) {
    List<Result> results = new ArrayList<>();
    for (String family : sources.families()) results.addAll(family(sources, family));
    for (SourceDefinition source : sources.all()) results.addAll(of(sources, source));
    return results;
  }

  /** Checks one source. */
  public static List<Result> of(Sources sources, SourceDefinition source) {
    FixtureCheck check = new FixtureCheck(sources);
    Path folder = folder(sources, source);
    List<Path> bodies = bodies(folder);
    boolean derived = sources.familyOf(source.id()).isPresent();
    List<String> wanted = List.copyOf(KINDS.keySet());
    if (!source.isReadable()) wanted = List.of();
    else if (derived) wanted = bodies.isEmpty() ? List.of() : List.of("listing");
    return check.results(source.id(), folder, bodies, wanted, given -> source);
  }

  /**
   * Fixtures of a source that list what a healthy source offers: its listings, and those named
   * {@code demo…}, which add lifelike rows for a first look.
   *
   * @throws java.io.UncheckedIOException if one cannot be read
   */
  public static List<Fixture> listings(Sources sources, SourceDefinition source) {
    List<Path> bodies = bodies(folder(sources, source));
    return Stream.of("demo", "listing")
        .flatMap(kind -> named(bodies, kind).stream())
        .map(FixtureCheck::read)
        .toList();
  }

  private static List<Path> named(List<Path> bodies, String kind) {
    return bodies.stream().filter(body -> Fixture.name(body).startsWith(kind)).toList();
  }

  private static Fixture read(Path body) {
    try {
      return Fixture.read(body);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(body + ": " + e.getMessage(), e);
    }
  }

  /** Checks one family on its own fixtures. */
  public static List<Result> family(Sources sources, String family) {
    FixtureCheck check = new FixtureCheck(sources);
    Path folder = sources.root().resolve("families").resolve("fixtures").resolve(family);
    return check.results(
        "family:" + family,
        folder,
        bodies(folder),
        List.copyOf(KINDS.keySet()),
        given -> sources.family(family, given.with()).orElseThrow());
  }

  /**
   * Writes what fixtures are read as now into their expectations, keeping only {@code given}; to be
   * looked over by a person before it is trusted.
   *
   * @return the files written
   */
  public static List<Path> rewrite(Sources sources, String id) throws IOException {
    boolean family = id.startsWith("family:");
    Path folder =
        family
            ? sources.root().resolve("families/fixtures").resolve(id.substring(7))
            : folder(sources, sources.byId(id).orElseThrow());
    List<Path> written = new ArrayList<>();
    for (Path body : bodies(folder)) {
      if (!Files.exists(Fixture.expectationOf(body))) continue;
      Fixture fixture = Fixture.read(body);
      SourceDefinition source =
          family
              ? sources.family(id.substring(7), fixture.given().with()).orElseThrow()
              : sources.byId(id).orElseThrow();
      Extraction extraction = Extractor.extract(source, fixture.given().page(), fixture.page());
      Files.writeString(
          Fixture.expectationOf(body), Fixture.expectation(fixture.given(), extraction));
      written.add(Fixture.expectationOf(body));
    }
    return written;
  }

  /** Where a source's fixtures lie: below its own id, or in the folder of a platform's only one. */
  public static Path folder(Sources sources, SourceDefinition source) {
    Path fixtures = sources.root().resolve(source.file()).resolveSibling("fixtures");
    Path own = fixtures.resolve(source.id());
    return Files.isDirectory(own) || bodies(fixtures).isEmpty() ? own : fixtures;
  }

  private static List<Path> bodies(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(Fixture.SUFFIX))
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<Result> results(
      String id,
      Path folder,
      List<Path> bodies,
      List<String> wanted,
      java.util.function.Function<Fixture.Given, SourceDefinition> definition) {
    List<Result> results = new ArrayList<>();
    for (Path body : bodies) results.add(new Result(id, name(body), differences(body, definition)));
    for (String kind : wanted)
      if (bodies.stream().noneMatch(body -> Fixture.name(body).startsWith(kind)))
        results.add(
            new Result(
                id,
                name(folder) + "/" + kind,
                List.of(
                    "missing: "
                        + KINDS.get(kind)
                        + ", named "
                        + kind
                        + ".EXT or "
                        + kind
                        + "-….EXT")));
    return results;
  }

  private String name(Path file) {
    return sources.root().relativize(file).toString().replace('\\', '/');
  }

  private static List<String> differences(
      Path body, java.util.function.Function<Fixture.Given, SourceDefinition> definition) {
    if (!Files.exists(Fixture.expectationOf(body)))
      return List.of("has no expectation; write " + Fixture.expectationOf(body).getFileName());
    try {
      Fixture fixture = Fixture.read(body);
      SourceDefinition source = definition.apply(fixture.given());
      Extraction extraction = Extractor.extract(source, fixture.given().page(), fixture.page());
      List<String> differences = new ArrayList<>(compare(fixture.expected(), extraction));
      differences.addAll(brokenPromises(source, fixture.given().page(), extraction));
      return differences;
    } catch (IOException | JacksonException | java.time.DateTimeException e) {
      return List.of("the expectation cannot be used: " + e.getMessage());
    }
  }

  private static List<String> compare(JsonNode expected, Extraction extraction) {
    JsonNode actual = Fixture.outcome(extraction);
    List<String> differences = new ArrayList<>();
    for (String part : Fixture.parts())
      JsonDiff.add(part, expected.path(part), actual.path(part), differences);
    if (!differences.isEmpty()
        && extraction instanceof Extraction.Stopped(Stop stop)
        && stop.kind() == Stop.Kind.DRIFTED) differences.add("drifted: " + stop.text());
    return differences;
  }

  /** Fields that the contract promises on every row. */
  private static List<String> brokenPromises(
      SourceDefinition source, PageKind page, Extraction extraction) {
    if (!(extraction instanceof Extraction.Items items) || page instanceof PageKind.Detail)
      return List.of();
    TreeSet<String> broken = new TreeSet<>();
    JsonNode list = Fixture.outcome(items).path("items");
    for (String field : source.contract().always())
      for (JsonNode item : list.values())
        if (!field.startsWith("_") && !item.has(field) && !inDetail(source, field))
          broken.add(field);
    return broken.stream()
        .map(field -> "the contract promises '" + field + "' on every row")
        .toList();
  }

  private static boolean inDetail(SourceDefinition source, String field) {
    Optional<PageRules> detail = source.detail();
    return detail.isPresent()
        && detail.get().shapes().stream().anyMatch(shape -> shape.fields().containsKey(field));
  }
}
