package worthwhile.extract;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.posting.JobPosting;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.sql.Folders;

/** Small definitions and answers for tests. */
public final class Pages {
  public static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

  private Pages() {}

  /** A source with this listing (indented by two) and perhaps more keys after it. */
  public static SourceDefinition source(String listing) {
    return source("JobPosting", listing);
  }

  public static SourceDefinition source(String emits, String listing) {
    return source(emits, listing, "");
  }

  /** With more keys after the listing. */
  public static SourceDefinition source(String emits, String listing, String more) {
    try {
      Path folder = Files.createTempDirectory("scrapers");
      try {
        return source(folder, emits, listing, more);
      } finally {
        Folders.delete(folder);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static SourceDefinition source(Path folder, String emits, String listing, String more)
      throws IOException {
    Path file = folder.resolve("mill/mill.source.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
          schema: 1
          id: mill
          name: Mill
          emits: %s
          homepage: https://mill.example/
          maintainers: [ada]
          about: {access: export}
          locale: en-US
          timezone: UTC
          fetch: {every: 1h}
          contract: {rows: [0, 100]}
          listing:
          %s%s"""
            .formatted(emits, listing.indent(2), more));
    Sources sources = Sources.load(folder);
    if (!sources.problems().isEmpty())
      throw new IllegalArgumentException(sources.problems().toString());
    return sources.byId("mill").orElseThrow();
  }

  public static Response answer(String type, String body) {
    return answer("https://mill.example/tasks", 200, type, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Response answer(String url, int status, String type, byte[] body) {
    return new Response(URI.create(url), status, Map.of("content-type", type), body, AT);
  }

  public static Extraction html(SourceDefinition source, String body) {
    return Extractor.extract(
        source, new PageKind.Listing(), ParsedPage.of(answer("text/html; charset=utf-8", body)));
  }

  public static Extraction json(SourceDefinition source, String body) {
    return Extractor.extract(
        source, new PageKind.Listing(), ParsedPage.of(answer("application/json", body)));
  }

  public static Extraction xml(SourceDefinition source, String body) {
    return Extractor.extract(
        source, new PageKind.Listing(), ParsedPage.of(answer("application/rss+xml", body)));
  }

  public static Extraction.Items items(Extraction extraction) {
    if (extraction instanceof Extraction.Items items) return items;
    throw new AssertionError("not items but " + extraction);
  }

  public static JobPosting job(Extraction extraction) {
    return (JobPosting) items(extraction).items().getFirst();
  }
}
