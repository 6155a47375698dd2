package worthwhile.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import worthwhile.posting.WorkReport;

/**
 * What consenting workers' own measurements say of one task, for public figures.
 *
 * <p>Only where at least {@value #FEWEST} workers contribute a time, so that nobody's own can be
 * read from a figure. A report carries no more than a figure needs: minutes to a tenth, the day, a
 * pseudonym that is another one for every requester.
 */
public final class Contributions {
  /** Workers without whom nothing is told. */
  public static final int FEWEST = 3;

  /** The newest of one worker on one task; more would not change a figure. */
  private static final int MOST = 50;

  private static final BigDecimal MINUTE = BigDecimal.valueOf(60_000);

  private Contributions() {}

  /**
   * The reports; none below the threshold.
   *
   * @param work of consenting workers on one task
   * @param pseudonym of an account, for this task's requester
   */
  public static List<WorkReport> of(Collection<Work> work, UnaryOperator<String> pseudonym) {
    Map<String, List<Work>> byWorker =
        work.stream()
            .filter(piece -> minutes(piece).isPresent())
            .sorted(Comparator.comparing((Work piece) -> at(piece)).reversed())
            .collect(Collectors.groupingBy(Work::worker, LinkedHashMap::new, Collectors.toList()));
    if (byWorker.size() < FEWEST) return List.of();
    return byWorker.values().stream()
        .flatMap(own -> own.stream().limit(MOST))
        .map(piece -> report(piece, pseudonym.apply(piece.worker())))
        .toList();
  }

  private static WorkReport report(Work work, String worker) {
    String by = work.provenance() == Provenance.IMPORT ? "import" : "timer";
    Instant day = at(work).truncatedTo(ChronoUnit.DAYS);
    return new WorkReport(worker, minutes(work).orElseThrow(), day, outcome(work.status()), by);
  }

  private static Instant at(Work work) {
    return work.times().at().orElse(work.recorded());
  }

  private static Optional<BigDecimal> minutes(Work work) {
    return work.times()
        .worked()
        .map(span -> BigDecimal.valueOf(span.toMillis()).divide(MINUTE, 1, RoundingMode.HALF_UP))
        .filter(minutes -> minutes.signum() > 0);
  }

  private static WorkReport.Outcome outcome(Status status) {
    return switch (status) {
      case PENDING -> WorkReport.Outcome.PENDING;
      case APPROVED, PAID -> WorkReport.Outcome.PAID;
      case REJECTED -> WorkReport.Outcome.REJECTED;
      case SCREENED_OUT -> WorkReport.Outcome.SCREENED_OUT;
      case RETURNED, TIMED_OUT, ABANDONED -> WorkReport.Outcome.RETURNED;
    };
  }
}
