package worthwhile.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;

/** What estimating the pay of one posting costs, by the evidence that there is. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class EstimateBench {
  private final HourlyPay estimate = HourlyPay.at(Rates.shipped());
  private final JobPosting listed = task("listed", 0);
  private final JobPosting reported = task("reported", 10);
  private final List<JobPosting> others =
      IntStream.range(0, 15).mapToObj(i -> task("other" + i, 20)).toList();

  private static JobPosting task(String identifier, int reports) {
    return JobPosting.builder("s", "s", identifier)
        .title("Choose the better of two pictures")
        .description("Look at two pictures and choose the better one. ".repeat(20))
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal("0.15"), UnitText.TASK))
        .timeAllowed(Duration.ofHours(1))
        .reports(IntStream.range(0, reports).mapToObj(EstimateBench::report).toList())
        .build();
  }

  private static WorkReport report(int i) {
    BigDecimal minutes = new BigDecimal("1.5").add(BigDecimal.valueOf(i % 7, 1));
    return new WorkReport("worker " + i, minutes, null, WorkReport.Outcome.PAID, "timer");
  }

  @Benchmark
  public Object byItsListing() {
    return estimate.of(listed, List.of());
  }

  @Benchmark
  public Object byTenReports() {
    return estimate.of(reported, List.of());
  }

  @Benchmark
  public Object byFifteenOtherTasks() {
    return estimate.of(listed, others);
  }

  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(EstimateBench.class.getSimpleName()).build()).run();
  }
}
