package worthwhile.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import worthwhile.extract.Announcements;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.extract.fixture.Fixture;
import worthwhile.extract.fixture.FixtureCheck;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Refusals;
import worthwhile.fetch.Response;
import worthwhile.intake.Fingerprint;
import worthwhile.intake.Normalise;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;

/** Fixtures of every source and family, and recordings where there are any, read to the end. */
final class PageSeeds {
  private static final Map<String, String> FOLDERS =
      Map.of(
          "hackernews", "hacker-news-freelancer",
          "jsonld-jobposting", "family:job-posting-json-ld",
          "userinterviews", "user-interviews",
          "sitemaps", "dataannotation",
          "feeds", "family:reddit",
          "reddit", "family:reddit");

  private final Sources sources;
  private final Normalise normalise;
  private final List<Seed> seeds = new ArrayList<>();

  private PageSeeds(Sources sources) {
    this.sources = sources;
    this.normalise = Normalise.with(sources.platforms());
  }

  /** Own fixtures; with a folder, what was recorded too. */
  static List<Seed> of(Sources sources, String recordings) {
    PageSeeds pages = new PageSeeds(sources);
    for (SourceDefinition source : sources.all())
      pages.fixtures(source.id(), FixtureCheck.folder(sources, source), _ -> source);
    for (String family : sources.families())
      pages.fixtures(
          family,
          sources.root().resolve("families/fixtures").resolve(family),
          given -> sources.family(family, given.with()).orElseThrow());
    if (!recordings.isEmpty()) pages.recordings(Path.of(recordings).resolve("boards"));
    return pages.seeds;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fixtures(
      String id, Path folder, Function<Fixture.Given, SourceDefinition> definition) {
    try {
      for (Path body : files(folder)) {
        if (!Files.exists(Fixture.expectationOf(body))) continue;
        Fixture.Given given = Fixture.read(body).given();
        Map<String, String> headers = new LinkedHashMap<>(given.headers());
        given.contentType().ifPresent(type -> headers.put("content-type", type));
        SourceDefinition source = definition.apply(given);
        add(id + " " + body.getFileName(), body, source, given, headers);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(
      String name,
      Path body,
      SourceDefinition source,
      Fixture.Given given,
      Map<String, String> headers)
      throws IOException {
    String text = Files.readString(body, StandardCharsets.ISO_8859_1);
    seeds.add(
        new Seed(
            name,
            utf8(text),
            bytes ->
                read(
                    source,
                    given.page(),
                    new Response(given.url(), given.status(), headers, bytes, given.at()))));
  }

  private static String utf8(String latin) {
    return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private void recordings(Path boards) {
    try (Stream<Path> folders = Files.list(boards)) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList())
        for (Path file : files(folder)) recording(folder.getFileName().toString(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Recordings that no definition is known to fit are read as what any page may be. */
  private void recording(String folder, Path file) throws IOException {
    String id = FOLDERS.getOrDefault(folder, folder.replace("forum-", "family:"));
    SourceDefinition source = sources.byId(id).orElseGet(() -> family(id.replace("family:", "")));
    String name = file.getFileName().toString();
    String type =
        name.endsWith("html")
            ? "text/html"
            : name.endsWith("json") ? "application/json" : "application/xml";
    String text = utf8(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (text.length() > 300_000) text = text.substring(0, 300_000);
    Response frame =
        new Response(
            URI.create("https://recorded.example/"),
            200,
            Map.of("content-type", type),
            new byte[0],
            Instant.parse("2026-11-23T12:00:00Z"));
    seeds.add(
        new Seed(
            folder + " " + name,
            text,
            bytes ->
                read(
                    source,
                    new PageKind.Listing(),
                    new Response(frame.url(), 200, frame.headers(), bytes, frame.at()))));
  }

  private SourceDefinition family(String name) {
    Map<String, String> with = Map.of("url", "https://recorded.example/", "subreddit", "any");
    String family = sources.families().contains(name) ? name : "job-posting-json-ld";
    Map<String, String> own =
        family.equals("reddit") ? Map.of("subreddit", "any") : Map.of("url", with.get("url"));
    return sources
        .family(family, own)
        .or(() -> sources.family("job-posting-json-ld", Map.of("url", with.get("url"))))
        .orElseThrow();
  }

  private void read(SourceDefinition source, PageKind kind, Response response) {
    ParsedPage page = ParsedPage.of(response);
    Refusals.recognise(page, true);
    Announcements.in(source, page);
    if (Extractor.extract(source, kind, page) instanceof Extraction.Items items)
      for (Item item : items.items())
        if (item instanceof JobPosting job) Fingerprint.of(normalise.posting(job));
  }
}
