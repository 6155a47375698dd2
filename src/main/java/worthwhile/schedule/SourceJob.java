package worthwhile.schedule;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of one source, after which it is scheduled again. */
@DisallowConcurrentExecution
final class SourceJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(SourceJob.class);

  private final String source;
  private final RunSource run;
  private final ActiveRuns running;
  private final BiConsumer<String, ComeBack> after;
  private final Consumer<String> afterCrash;

  SourceJob(
      String source,
      RunSource run,
      ActiveRuns running,
      BiConsumer<String, ComeBack> after,
      Consumer<String> afterCrash) {
    this.source = source;
    this.run = run;
    this.running = running;
    this.after = after;
    this.afterCrash = afterCrash;
  }

  @Override
  public void execute(JobExecutionContext context) {
    running.begin(source);
    try {
      after.accept(source, run.run(source));
    } catch (RuntimeException | Error failure) {
      // Whatever it was, the source must not leave the schedule.
      LOG.error("the run of {} broke down; it is tried again later", source, failure);
      afterCrash.accept(source);
    } finally {
      running.end(source);
    }
  }
}
