package worthwhile.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Runs each source when it is due, a few at once and none twice at the same time. Keeps nothing
 * over a restart: the store knows when each is due and starts it again.
 */
public final class Schedule {
  /** How many sources run at once unless set otherwise; hosts are serialised by the fetcher. */
  public static final int AT_ONCE = 4;

  /** A run that broke down without saying when to come back is tried again after this. */
  static final Duration AFTER_CRASH = Duration.ofMinutes(15);

  /** Runs come up to this share of their wait later, so that sources do not march in step. */
  private static final double JITTER = 0.1;

  private final Clock clock;
  private final RandomGenerator random;
  private final Scheduler quartz;
  private final ActiveRuns running = new ActiveRuns();

  /** When each source is due as it was written down; triggers may lie a little later. */
  private final Map<String, Instant> written = new ConcurrentHashMap<>();

  /** One with the system's clock. */
  public Schedule() {
    this(Clock.systemUTC(), AT_ONCE);
  }

  /**
   * @param clock decides how long a wait is; the waiting itself is in real time
   * @param atOnce most sources that run at the same time, at least 1
   */
  public Schedule(Clock clock, int atOnce) {
    this(clock, atOnce, RandomGenerator.getDefault());
  }

  Schedule(Clock clock, int atOnce, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
    this.quartz = quartz(atOnce);
  }

  private static Scheduler quartz(int atOnce) {
    if (atOnce < 1) throw new IllegalArgumentException(atOnce + " sources at once; at least 1");
    Properties settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", "worthwhile-" + UUID.randomUUID());
    settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
    settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.setProperty("org.quartz.threadPool.threadCount", String.valueOf(atOnce));
    settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    try {
      return new StdSchedulerFactory(settings).getScheduler();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler does not start: " + e.getMessage(), e);
    }
  }

  /**
   * Begins to run these sources, each when it is due; the longest overdue first.
   *
   * @param delay none runs earlier than this from now
   */
  public void start(Collection<Due> due, Duration delay, RunSource run) {
    Objects.requireNonNull(run, "run");
    unlessStopped(
        () -> {
          quartz.setJobFactory(
              (bundle, _) -> {
                String source = bundle.getJobDetail().getKey().getName();
                return new SourceJob(source, run, running, this::after, this::afterCrash);
              });
          Instant first = clock.instant().plus(delay);
          for (Due one : due.stream().sorted(Comparator.comparing(Due::at)).toList()) {
            written.put(one.source(), one.at());
            add(one.at().isBefore(first) ? new Due(one.source(), first) : one);
          }
          quartz.start();
        });
  }

  /**
   * Takes over when a source is due as it is written down by now, also by another process or by
   * hand; what is known already changes nothing.
   */
  public void follow(Due due) {
    if (running.has(due.source())) return;
    Instant known = written.put(due.source(), due.at());
    if (!due.at().equals(known)) set(due.source(), due.at());
  }

  private void add(Due due) throws SchedulerException {
    JobDetail job = JobBuilder.newJob(SourceJob.class).withIdentity(due.source()).build();
    quartz.scheduleJob(job, Set.of(trigger(due.source(), due.at())), true);
  }

  /** A trigger missed while the computer slept fires once, as soon as it wakes. */
  private Trigger trigger(String source, Instant at) {
    Duration wait = Duration.between(clock.instant(), at);
    // Quartz has its own clock; only the length of the wait is taken from ours.
    Instant start = Instant.now().plus(wait.isNegative() ? Duration.ZERO : wait);
    return TriggerBuilder.newTrigger()
        .withIdentity(source)
        .forJob(source)
        .startAt(Date.from(start))
        .withSchedule(
            SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
        .build();
  }

  private void after(String source, ComeBack back) {
    switch (back) {
      case ComeBack.Due(Instant at) -> {
        // The store keeps milliseconds.
        written.put(source, at.truncatedTo(ChronoUnit.MILLIS));
        set(source, jittered(at));
      }
      case ComeBack.Look(Instant at) -> set(source, at);
    }
  }

  private void afterCrash(String source) {
    set(source, clock.instant().plus(AFTER_CRASH));
  }

  /** Later by up to a tenth, never earlier: the time that a source asked for is kept. */
  private Instant jittered(Instant at) {
    long wait = Math.max(0, Duration.between(clock.instant(), at).toMillis());
    return at.plusMillis((long) (wait * JITTER * random.nextDouble()));
  }

  private void set(String source, Instant at) {
    unlessStopped(() -> add(new Due(source, at)));
  }

  /** Takes a source out; a run under way goes on to its end. */
  public void remove(String source) {
    written.remove(source);
    unlessStopped(() -> quartz.deleteJob(JobKey.jobKey(source)));
  }

  /** Names of the sources that are running. */
  public Set<String> running() {
    return running.names();
  }

  /** Names of all sources that have a next run. */
  public Set<String> scheduled() {
    Set<String> names = new TreeSet<>();
    unlessStopped(
        () ->
            quartz.getTriggerKeys(GroupMatcher.anyTriggerGroup()).stream()
                .map(TriggerKey::getName)
                .forEach(names::add));
    return names;
  }

  /**
   * Starts no further run and waits for those under way; then interrupts them.
   *
   * @param grace how long to wait before interrupting
   * @return the sources that had to be interrupted
   */
  public Set<String> stop(Duration grace) {
    unlessStopped(quartz::standby);
    Set<String> abandoned = running.awaitNone(grace) ? Set.of() : running.interrupt();
    unlessStopped(() -> quartz.shutdown(false));
    return abandoned;
  }

  /** Work on the scheduler that fails only if it has been stopped or never worked. */
  @FunctionalInterface
  private interface Work {
    void run() throws SchedulerException;
  }

  private void unlessStopped(Work work) {
    try {
      if (!quartz.isShutdown()) work.run();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler refuses: " + e.getMessage(), e);
    }
  }
}
