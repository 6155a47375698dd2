package worthwhile.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import worthwhile.Recordings;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;

/** Reads real recordings with the shipped definitions, and compares what comes out. */
abstract class RecordedPages {
  static final JsonMapper JSON = new JsonMapper();
  static final Map<String, String> NO_PARAMETERS =
      Map.of("url", "https://forum.example/", "subreddit", "example");
  static Path samples;
  static Sources sources;

  @BeforeAll
  static void samples() {
    samples = Recordings.folder();
    sources = Sources.load(Path.of("scrapers"));
  }

  // --- reading

  static SourceDefinition source(String id) {
    return id.startsWith("family:")
        ? sources.family(id.substring(7), parameters(id)).orElseThrow()
        : sources.byId(id).orElseThrow();
  }

  static Map<String, String> parameters(String id) {
    String name = id.equals("family:reddit") ? "subreddit" : "url";
    return Map.of(name, NO_PARAMETERS.get(name));
  }

  static Extraction read(String id, String file, String url) {
    String type =
        file.endsWith(".html")
            ? "text/html"
            : file.endsWith(".xml") ? "application/atom+xml" : "application/json";
    return Extractor.extract(
        source(id), new PageKind.Listing(), ParsedPage.of(response(url, type, text(file))));
  }

  static List<JobPosting> jobs(String id, String file, String url) {
    Extraction.Items items = items(read(id, file, url));
    assertThat(items.rejected()).isEmpty();
    return items.items().stream().map(JobPosting.class::cast).toList();
  }

  static List<DiscussionForumPosting> posts(String id, String file, String url) {
    Extraction.Items items = items(read(id, file, url));
    assertThat(items.rejected()).isEmpty();
    return items.items().stream().map(DiscussionForumPosting.class::cast).toList();
  }

  static Extraction.Items items(Extraction extraction) {
    assertThat(extraction).isInstanceOf(Extraction.Items.class);
    return (Extraction.Items) extraction;
  }

  static Response response(String url, String type, String body) {
    return new Response(
        URI.create(url),
        200,
        Map.of("content-type", type),
        body.getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-11-23T12:00:00Z"));
  }

  static String text(String file) {
    try {
      return Recordings.text(samples.resolve(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String file) {
    return JSON.readTree(text(file));
  }

  // --- comparing

  interface Comparison<A, B> {
    void compare(A one, B other);
  }

  static <A, B> void pairs(List<A> ones, List<B> others, Comparison<A, B> comparison) {
    assertThat(ones).hasSameSizeAs(others);
    IntStream.range(0, ones.size()).forEach(i -> comparison.compare(ones.get(i), others.get(i)));
  }

  static Instant instant(String iso) {
    return OffsetDateTime.parse(iso).toInstant();
  }

  /** "45 minutes". */
  static Duration minutes(String text) {
    assertThat(text).endsWith(" minutes");
    return Duration.ofMinutes(Long.parseLong(text.substring(0, text.indexOf(' '))));
  }

  static void assertPay(JobPosting item, String amount, String currency, UnitText unit) {
    assertThat(item.baseSalary().minValue()).isEqualByComparingTo(amount);
    assertThat(item.baseSalary().maxValue()).isEqualByComparingTo(amount);
    assertThat(item.baseSalary().currency()).isEqualTo(currency);
    assertThat(item.baseSalary().unitText()).isEqualTo(unit);
  }

  static String pay(MonetaryAmount pay) {
    return pay == null
        ? null
        : pay.currency()
            + " "
            + pay.minValue().stripTrailingZeros().toPlainString()
            + "-"
            + pay.maxValue().stripTrailingZeros().toPlainString()
            + " "
            + pay.unitText();
  }
}
