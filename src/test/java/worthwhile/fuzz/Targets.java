package worthwhile.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import worthwhile.flow.Assessor;
import worthwhile.flow.Evidence;
import worthwhile.intake.GivenPosting;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingJson;
import worthwhile.search.SearchQuery;
import worthwhile.site.companion.Forwarding;
import worthwhile.source.read.Sources;
import worthwhile.text.pay.PayText;
import worthwhile.work.file.Format;
import worthwhile.work.file.Reader;
import worthwhile.work.file.WorkFile;

/** What reads the words of strangers, by name, each with sound inputs to start from. */
final class Targets {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  static final List<String> NAMES =
      List.of("extract", "parse-pay", "work-file", "companion", "posting", "search");

  private Targets() {}

  /** The seeds of a target. */
  static List<Seed> of(String name) {
    return switch (name) {
      case "extract" ->
          PageSeeds.of(
              Sources.load(Path.of("scrapers")), System.getProperty("worthwhile.samples", ""));
      case "parse-pay" -> same(Samples.PAY, Targets::pay);
      case "work-file" -> workFiles();
      case "companion" -> same(Samples.FORWARDS, new Forwarding(Sources.load(Path.of("scrapers"))));
      case "posting" -> same(Samples.POSTINGS, Targets::posting);
      case "search" -> same(Samples.SEARCHES, Targets::search);
      default ->
          throw new IllegalArgumentException(name + " is none of " + String.join(", ", NAMES));
    };
  }

  private static List<Seed> same(List<String> texts, Consumer<byte[]> reader) {
    return texts.stream()
        .map(text -> new Seed(text.substring(0, Math.min(text.length(), 30)), text, reader))
        .toList();
  }

  static void pay(byte[] line) {
    String text = new String(line, UTF_8);
    PayText.Context context = new PayText.Context(Locale.US, Optional.of("USD"), Optional.empty());
    PayText.find(text, context).ifPresent(found -> found.withTimeOf(text));
  }

  private static List<Seed> workFiles() {
    List<Seed> seeds = new ArrayList<>();
    for (String file : Samples.WORK) {
      String first = file.lines().findFirst().orElse("");
      seeds.add(new Seed("as itself: " + first, file, bytes -> work(bytes, Optional.empty())));
      seeds.add(new Seed("as any: " + first, file, bytes -> work(bytes, Optional.of(Format.CSV))));
    }
    return seeds;
  }

  static void work(byte[] file, Optional<Format> format) {
    Reader reader = new Reader("ada", ZoneOffset.UTC, NOW, Optional::of);
    WorkFile.read(file, WorkFile.Wish.plain("history.csv", format), reader);
  }

  private static final Assessor ASSESSOR = Assessor.with(() -> HourlyPay.at(Rates.shipped()));

  static void posting(byte[] line) {
    JsonNode json;
    try {
      json = PostingJson.MAPPER.readTree(new String(line, UTF_8));
    } catch (JacksonException | NumberFormatException e) {
      return; // The line is answered with what is wrong with its JSON.
    }
    if (!json.isObject()) return;
    GivenPosting given = GivenPosting.read(json, "line 1", NOW);
    imported(json);
    ASSESSOR.assess(
        Normalise.plain().posting(given.posting()),
        Evidence.given(given.related(), given.otherTexts(), java.time.Instant.EPOCH));
  }

  /** A line of a file of postings; what is wrong with it is told. */
  private static void imported(JsonNode json) {
    try {
      Normalise.plain().posting(PostingJson.MAPPER.treeToValue(json, JobPosting.class));
    } catch (JacksonException | IllegalArgumentException e) {
      assert e.getMessage() != null;
    }
  }

  static void search(byte[] words) {
    String text = new String(words, UTF_8);
    for (String name : List.of("q", "min_hourly", "posted_within", "requester", "exclude", text))
      SearchQuery.parse(Map.of(name, List.of(text)));
  }
}
