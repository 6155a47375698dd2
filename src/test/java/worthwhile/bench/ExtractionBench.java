package worthwhile.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;

/** Rows read in a second from a page of a thousand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ExtractionBench {
  private static final int ROWS = 1000;
  private static final String TEXT =
      "Look at one photo of a shop receipt and type what it says, line by line, into the form below. ";

  @Param({"json", "html"})
  public String format;

  private SourceDefinition source;
  private Response response;

  @Setup
  public void prepare() throws IOException {
    Path folder = Files.createTempDirectory("scrapers");
    Files.createDirectories(folder.resolve("mill"));
    Files.writeString(folder.resolve("mill/source.yml"), definition(format.equals("json")));
    source = Sources.load(folder).byId("mill").orElseThrow();
    String body = format.equals("json") ? json() : html();
    response =
        new Response(
            URI.create("https://mill.example/tasks"),
            200,
            Map.of("content-type", format.equals("json") ? "application/json" : "text/html"),
            body.getBytes(StandardCharsets.UTF_8),
            Instant.parse("2026-11-20T12:00:00Z"));
  }

  private static String definition(boolean json) {
    String fields =
        json
            ? """
                identifier: {json: /id}
                title: {json: /title}
                description: {json: /text}
                baseSalary: {json: /pay, money: {currency: USD, per: TASK}}
                timeRequired: {json: /time}
                datePosted: {json: /at}
            """
            : """
                identifier: {attr: data-id}
                title: {css: .t}
                description: {css: .d}
                baseSalary: {css: .p, money: {currency: USD, per: TASK}}
                timeRequired: {css: .m}
                datePosted: {css: time, attr: datetime}
            """;
    return """
    schema: 1
    id: mill
    name: Mill
    emits: JobPosting
    homepage: https://mill.example/
    maintainers: [ada]
    about: {access: export}
    locale: en-US
    timezone: UTC
    fetch: {every: 1h}
    contract: {}
    listing:
      format: %s
      rows: %s
      fields:
    %s"""
        .formatted(json ? "json" : "html", json ? "/jobs" : "tr", fields);
  }

  private static String json() {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i ->
                "{\"id\":%d,\"title\":\"Type receipt %d\",\"text\":\"<p>%s</p>\",\"pay\":\"$0.%02d\",\"time\":\"%d min\",\"at\":\"2026-11-19T10:00:00Z\"}"
                    .formatted(i, i, TEXT.repeat(5), i % 90 + 10, i % 20 + 1))
        .collect(Collectors.joining(",", "{\"jobs\":[", "]}"));
  }

  private static String html() {
    return IntStream.range(0, ROWS)
        .mapToObj(
            i ->
                "<tr data-id=%d><td class=t>Type receipt %d</td><td class=d><p>%s</p></td><td class=p>$0.%02d</td><td class=m>%d min</td><td><time datetime=\"2026-11-19T10:00:00Z\">x</time></td></tr>"
                    .formatted(i, i, TEXT.repeat(5), i % 90 + 10, i % 20 + 1))
        .collect(
            Collectors.joining("", "<!doctype html><html><body><table>", "</table></body></html>"));
  }

  @Benchmark
  @OperationsPerInvocation(ROWS)
  public Extraction rows() {
    return Extractor.extract(source, new PageKind.Listing(), ParsedPage.of(response));
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(ExtractionBench.class.getSimpleName()).build()).run();
  }
}
