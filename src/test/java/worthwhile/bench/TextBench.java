package worthwhile.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import worthwhile.intake.Normalise;
import worthwhile.posting.JobPosting;
import worthwhile.text.CleanText;
import worthwhile.text.pay.PayText;

/** How many titles and descriptions a second the text parsers read on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class TextBench {
  private static final PayText.Context CONTEXT =
      new PayText.Context(Locale.US, Optional.of("USD"), Optional.empty());

  private final List<String> titles =
      List.of(
          "US - Answer a short survey (2-3 min) - A. Lab - $.35/~3 mins - (&gt;95%)",
          "[Hiring] ReviewerVoice-over for a short video, $200-250/video",
          "Senior Platform Engineer, €75k–110k, remote",
          "Discussion - what are you working on today?");

  private final String html =
      "<div><h2>About</h2><p>Read receipts &amp; type what they say. MecÃ¡nico.</p><ul><li>One</li><li>Two</li></ul>"
              .repeat(20)
          + "<p>Pay: $15.00 - $20.00 per hour, paid weekly.</p>";

  private final String description = CleanText.plain(html);

  private final Normalise normalise = Normalise.plain();
  private final JobPosting posting =
      JobPosting.builder("mill", "mill", "1")
          .title(titles.getFirst())
          .description(description)
          .skills(List.of("typing", "photo editing"))
          .build();

  /** One title after another. */
  @Benchmark
  public void payInFourTitles(Blackhole hole) {
    for (String title : titles) hole.consume(PayText.find(title, CONTEXT));
  }

  /** A description of 2,000 characters with pay at its end. */
  @Benchmark
  public Object payInADescription() {
    return PayText.find(description, CONTEXT);
  }

  /** A description of 2,500 characters of HTML. */
  @Benchmark
  public Object plainText() {
    return CleanText.plain(html);
  }

  /** Titles as they come, entities and all. */
  @Benchmark
  public void fourLines(Blackhole hole) {
    for (String title : titles) hole.consume(CleanText.line(title));
  }

  /** Runs these benchmarks. */
  /** The last clean-up of a posting, its category and kind among it. */
  @Benchmark
  public Object cleanUp() {
    return normalise.posting(posting);
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(TextBench.class.getSimpleName()).build()).run();
  }
}
