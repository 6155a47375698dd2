package worthwhile.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.fetch.ParsedPage;
import worthwhile.fetch.Response;
import worthwhile.flow.Assessor;
import worthwhile.flow.Evidence;
import worthwhile.intake.Fingerprint;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.bench.InventedPostings;
import worthwhile.posting.word.Worded;
import worthwhile.source.PageKind;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.text.Languages;
import worthwhile.text.pay.PayText;

/**
 * What one step of the way from a page to a posting takes when the program is warm.
 *
 * @param step which
 * @param of what it is done to: a page of 20 rows, a row or a line
 * @param micros of one thread's processor time for one of them, the median of some rounds
 * @param perSecond so many of them in a second
 */
public record StageSpeed(String step, String of, double micros, double perSecond) {
  private static final int PAGES = 50;
  private static final int WARM_UPS = 20;
  private static final int ROUNDS = 9;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final URI ADDRESS = URI.create("https://mill.example/0?page=1");

  /** What was made last, so that no compiler may leave the making out. */
  @SuppressWarnings("UnusedVariable")
  private static volatile @Nullable Object made;

  /** Measures every step; the folder is for what it needs and empty. */
  public static List<StageSpeed> all(Path folder) throws IOException {
    InventedPostings world = new InventedPostings(28, PAGES * TaskMill.ROWS, NOW);
    List<StageSpeed> all = new ArrayList<>();
    for (MillPages form : MillPages.values()) pages(form, world, folder, all);
    List<JobPosting> rows = world.all().toList();
    Normalise normalise = Normalise.plain();
    List<JobPosting> tidy = rows.stream().map(normalise::posting).toList();
    Assessor assessor = Assessor.with(() -> HourlyPay.at(Rates.shipped()));
    Evidence evidence = Evidence.given(List.of(), List.of(), NOW);
    add(all, "normalise", "row", rows, normalise::posting);
    add(all, "fingerprint", "row", tidy, each -> String.valueOf(Fingerprint.of(each)));
    add(all, "language", "row", tidy, each -> Languages.of(each.description()));
    add(all, "assess", "row", tidy, each -> assessor.assess(each, evidence));
    add(all, "write", "row", tidy, PostingJson::stored);
    PayText.Context context = new PayText.Context(Locale.US, Optional.of("USD"), Optional.empty());
    List<String> lines = tidy.stream().map(each -> payLine(each)).toList();
    add(all, "parse-pay", "line", lines, each -> PayText.find(each, context));
    return all;
  }

  /** A title as people write it where there is no field for pay. */
  private static String payLine(JobPosting row) {
    String pay = row.baseSalary() == null ? "" : " $" + row.baseSalary().minValue();
    String time = row.timeRequired() == null ? "" : " / " + row.timeRequired().toMinutes() + " min";
    return "US - " + row.title() + " -" + pay + time;
  }

  private static void pages(
      MillPages form, InventedPostings world, Path folder, List<StageSpeed> all)
      throws IOException {
    String name = Worded.wordOf(form);
    List<Response> pages = IntStream.range(0, PAGES).mapToObj(n -> page(form, world, n)).toList();
    SourceDefinition source = definition(form, world, folder.resolve(name));
    add(all, "parse-" + name, "page", pages, each -> parsed(form, each));
    add(all, "extract-" + name, "page", pages, each -> extracted(source, each));
  }

  private static SourceDefinition definition(MillPages form, InventedPostings world, Path scrapers)
      throws IOException {
    try (TaskMill mill = new TaskMill(form, 1, world)) {
      mill.define(scrapers);
    }
    return Sources.load(scrapers).byId("mill-0").orElseThrow();
  }

  private static Response page(MillPages form, InventedPostings world, int number) {
    String text = form.page(world, number * TaskMill.ROWS, TaskMill.ROWS);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Response(ADDRESS, 200, Map.of("content-type", form.type()), body, NOW);
  }

  /** By the library alone. */
  private static Object parsed(MillPages form, Response page) {
    String text = new String(page.body(), StandardCharsets.UTF_8);
    return switch (form) {
      case HTML -> Jsoup.parse(text, ADDRESS.toString());
      case JSON -> PostingJson.MAPPER.readTree(text);
    };
  }

  private static Object extracted(SourceDefinition source, Response page) {
    Extraction read = Extractor.extract(source, new PageKind.Listing(), ParsedPage.of(page));
    if (read instanceof Extraction.Items found && found.items().size() == TaskMill.ROWS)
      return found;
    throw new IllegalStateException("a page was read as " + read);
  }

  private static <T> void add(
      List<StageSpeed> all, String step, String of, List<T> over, Function<T, Object> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < WARM_UPS; round++) for (T each : over) made = work.apply(each);
    double[] micros = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (T each : over) made = work.apply(each);
      micros[round] = (threads.getCurrentThreadCpuTime() - start) / 1e3 / over.size();
    }
    Arrays.sort(micros);
    double median = micros[ROUNDS / 2];
    all.add(new StageSpeed(step, of, Spent.rounded(median), Math.round(1e6 / median)));
  }
}
