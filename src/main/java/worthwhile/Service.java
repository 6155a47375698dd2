package worthwhile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.alert.AlertFollower;
import worthwhile.alert.AlertRetention;
import worthwhile.alert.Alerting;
import worthwhile.alert.Outbox;
import worthwhile.alert.watch.AlertWatch;
import worthwhile.alert.watch.CanaryRoute;
import worthwhile.community.BurstWatch;
import worthwhile.crawl.Demo;
import worthwhile.crawl.Visits;
import worthwhile.crawl.Web;
import worthwhile.fetch.FetchOutcome;
import worthwhile.flow.Condition;
import worthwhile.flow.Indexer;
import worthwhile.flow.PayLevelWatch;
import worthwhile.flow.Rewarning;
import worthwhile.flow.Sorting;
import worthwhile.flow.WholeReckoning;
import worthwhile.forward.Forwards;
import worthwhile.posting.Reason;
import worthwhile.schedule.ComeBack;
import worthwhile.schedule.Due;
import worthwhile.schedule.GracefulEnd;
import worthwhile.schedule.NextRun;
import worthwhile.schedule.Schedule;
import worthwhile.site.Site;
import worthwhile.site.http.ClientBounds;
import worthwhile.site.http.SiteSettings;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.source.read.Sources;
import worthwhile.store.source.Actor;
import worthwhile.store.source.Deed;
import worthwhile.store.source.Runs.Run;
import worthwhile.store.sql.Folders;
import worthwhile.store.sql.StoreException;

/** A serving instance: the site first, so that there is something to see, then the work behind. */
public final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  /** Longest time that running sources get to finish when the program is told to stop. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** Sources that are due wait this long, so that a start answers its first pages first. */
  private static final Duration FIRST_PAGES = Duration.ofSeconds(2);

  /** Requests a minute where nobody but the owner of this machine can ask. */
  private static final int UNLIMITED = 10_000_000;

  /** The index follows what other processes (a {@code crawl} beside it) store, this often. */
  private static final Duration FOLLOW = Duration.ofMillis(200);

  /** Whether another process asks for a new index is looked up this often. */
  private static final Duration LOOK_FOR_WISHES = Duration.ofSeconds(1);

  /** What others wrote about sources is looked for this often. */
  private static final Duration LOOK_AROUND = Duration.ofSeconds(5);

  /** A source that another process reads is looked at again after this. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final Instance instance;
  private final Site site;
  private final Schedule schedule;
  private final ScheduledExecutorService housekeeping =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("housekeeping").factory());

  /** Nothing else that is to be done makes what is stored wait to be found. */
  private final ScheduledExecutorService following =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("index").factory());

  /** What others wrote is obeyed in time, also while an index is being built anew. */
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedule").factory());

  private @Nullable Visits visits;

  /** Made when it is first due: it reads all rules. */
  private @Nullable Rewarning rewarning;

  /** By which it looks. */
  private String rules = "";

  /** Looking for damage and putting what is stored under new categories: nothing waits for it. */
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("integrity").factory());

  private final Condition condition;

  /** Finds whom a change concerns, and tells them. */
  private final Alerting alerting;

  /** The way by which proofs that alerts work come back to this site. */
  private final CanaryRoute canaries;

  /** Watches alerts and their sources. */
  private final AlertWatch alertWatch;

  private Optional<CheckTimes> checks = Optional.empty();
  private final Map<String, String> failing = new ConcurrentHashMap<>();
  private Future<?> replay = CompletableFuture.completedFuture(null);
  private final AtomicBoolean closed = new AtomicBoolean();

  private Service(Instance instance, boolean demo) {
    this.instance = instance;
    condition =
        new Condition(
            instance.store(),
            instance.index(),
            instance.indexer(),
            () -> room(instance.settings().data()),
            instance.clock());
    site =
        Site.start(
            siteSettings(instance.settings(), instance.sources(), demo),
            instance.sources(),
            instance.store(),
            instance.index(),
            instance.progress(),
            instance.forwards(),
            instance.tail(),
            web(instance, demo),
            condition,
            instance.reach(),
            instance.clock());
    String people = instance.settings().baseUrl().orElse(url());
    canaries = new CanaryRoute(site.local(), "Worthwhile/" + Version.text(), instance.clock());
    alerting =
        new Alerting(
            new AlertFollower(
                instance.store(), instance.index(), instance::platformName, instance.clock()),
            new Outbox(
                instance.store(),
                canaries.beside(instance.reach()),
                people,
                instance.clock(),
                RandomGenerator.getDefault()));
    alertWatch = instance.alertWatch(canaries, people);
    schedule = new Schedule(instance.clock(), instance.settings().atOnce());
  }

  /** By which single files are read when somebody asks for it; the demo reads none. */
  private static Web web(Instance instance, boolean demo) {
    return (request, source, validators) ->
        demo
            ? new FetchOutcome.Stopped(
                new Stop(Stop.Kind.NOT_ALLOWED, "the demo reads nothing from the network"))
            : instance.fetcher().fetch(request, source, validators);
  }

  /** Serves and reads the real sources. */
  public static Service start(Settings settings, Out out) {
    Instance instance = Opening.whole(settings, out);
    Service service = new Service(instance, false);
    instance
        .store()
        .operatorLog()
        .note(
            new Actor.Program(),
            Deed.STARTED,
            Optional.of(Reason.of("started").with("version", Version.text())));
    service.keepHouse();
    service.crawl();
    return service;
  }

  /** Serves what is stored and reads no source. */
  public static Service beside(Settings settings, Out out) {
    Service service = new Service(Opening.whole(settings, out), false);
    service.follow();
    return service;
  }

  /**
   * Serves invented postings, made anew at each start; accounts and what belongs to them are kept.
   *
   * @throws UsageException if another process serves from the same folder
   */
  public static Service demo(Settings settings, Out out) {
    CheckTimes.served(settings.data())
        .ifPresent(
            process -> {
              throw new UsageException(
                  "A demo runs already (process %d, folder %s). Stop it, or choose another --data."
                      .formatted(process.number(), settings.data()));
            });
    Folders.delete(settings.data().resolve("index"));
    Instance instance = Opening.whole(settings, out);
    instance.store().forgetAllButAccounts();
    Service service = new Service(instance, true);
    service.checks = Optional.of(CheckTimes.startAnew(settings.data()));
    Demo demo =
        new Demo(
            instance.crawl(() -> {}),
            instance.sources(),
            instance.store().sourceStates(),
            instance.indexer()::catchUp,
            instance.clock());
    service.replay = service.housekeeping.submit(() -> service.guarded("demo", demo::replay));
    service.follow();
    return service;
  }

  /** In the demo no source is read from the network, and none is off. */
  private static SiteSettings siteSettings(Settings settings, Sources sources, boolean demo) {
    Set<String> switchedOn =
        demo
            ? sources.all().stream().map(SourceDefinition::id).collect(Collectors.toSet())
            : settings.switchedOn();
    return new SiteSettings(
        settings.host(),
        settings.port(),
        Version.text(),
        settings.baseUrl(),
        settings.contact(),
        demo,
        settings.loopbackOnly() && settings.baseUrl().isEmpty() ? UNLIMITED : SiteSettings.GENEROUS,
        settings.signUpOpen(),
        settings.trustedProxies(),
        settings.metricsToken(),
        switchedOn,
        ClientBounds.USUAL);
  }

  public String url() {
    return site.url().toString();
  }

  /** Returns when the invented postings are all there. */
  public void awaitDemo() throws InterruptedException {
    try {
      replay.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The index follows the store, and is built anew where another process asks for it. */
  private void follow() {
    Indexer indexer = instance.indexer();
    ReindexWish wish = new ReindexWish(instance.store().meta());
    every(following, FOLLOW, "index", indexer::catchUp);
    alerting.start(this::guarded);
    every(following, LOOK_FOR_WISHES, "reindex", () -> wish.grant(() -> rebuilt(indexer)));
    every(
        Duration.ofMinutes(10),
        "timers",
        () -> instance.store().timers().forgetDiscarded(instance.clock().instant()));
  }

  private long rebuilt(Indexer indexer) {
    indexer.rebuild();
    return instance.index().size();
  }

  private void keepHouse() {
    follow();
    every(Duration.ofHours(1), "bodies", this::forgetBodies);
    every(FIRST_PAGES, Duration.ofHours(6), "runs thinned", this::thinRuns);
    every(FIRST_PAGES, Duration.ofHours(6), "histories thinned", this::thinHistories);
    every(Duration.ofMinutes(1), "retention", instance::keepToRetention);
    every(Duration.ofHours(1), "alerts thinned", this::forgetAlerts);
    every(Duration.ofHours(1), "uploads", this::forgetUploads);
    alertWatch.start(this::guarded);
    every(
        Duration.ofHours(1),
        "log thinned",
        () -> instance.store().operatorLog().thin(instance.clock().instant()));
    Forwards forwards = instance.forwards();
    every(Duration.ofMinutes(10), "unseen", () -> forwards.forgetUnseen(instance.sources().all()));
    every(Duration.ofMinutes(30), "logs", instance.loggedWork()::reassess);
    checks = Optional.of(CheckTimes.start(instance.settings().data()));
    var _ =
        looking.scheduleWithFixedDelay(
            () -> guarded("integrity", this::lookIfDue), 2, 60, TimeUnit.SECONDS);
    Sorting sorting = instance.sorting();
    var _ =
        looking.scheduleWithFixedDelay(
            () -> guarded("categories", () -> sort(sorting)), 1, 60, TimeUnit.SECONDS);
    var _ =
        looking.scheduleWithFixedDelay(
            () -> guarded("warnings", this::warnAnew), 3, 60, TimeUnit.SECONDS);
    WholeReckoning reckoning = instance.reckoning();
    BurstWatch bursts = new BurstWatch(instance.store(), instance.tail(), instance.clock());
    var _ =
        looking.scheduleWithFixedDelay(
            () -> guarded("reputation", () -> reckon(reckoning, bursts)), 5, 600, TimeUnit.SECONDS);
    every(FIRST_PAGES, Duration.ofHours(1), "lists", this::readLists);
    if (instance.settings().fetchesRates())
      every(FIRST_PAGES, Duration.ofHours(1), "rates", this::askForRates);
  }

  private static void reckon(WholeReckoning reckoning, BurstWatch bursts) {
    reckoning.runIfDue();
    bursts.openCases();
  }

  private void sort(Sorting sorting) {
    boolean more = true;
    while (more && !closed.get()) more = sorting.step();
  }

  private void warnAnew() {
    String now = instance.warningRules();
    Rewarning due = rewarning;
    if (due == null || !now.equals(rules)) due = instance.rewarning(now);
    rewarning = due;
    rules = now;
    new PayLevelWatch(instance.store(), instance.clock()).learnIfDue();
    boolean waiting = true;
    while (waiting && !closed.get()) waiting = instance.tail().assessWaiting();
    while (!closed.get() && due.step()) LOG.debug("Looking anew for warnings");
  }

  private void readLists() {
    Thread.ofVirtual()
        .name("lists")
        .start(() -> guarded("lists", instance.blockListReading()::refreshIfDue));
  }

  /** Beside the other housekeeping, which must not wait for a slow answer. */
  private void askForRates() {
    Thread.ofVirtual()
        .name("rates")
        .start(() -> guarded("rates", instance.referenceRates()::refreshIfDue));
  }

  private void every(Duration time, String what, Runnable work) {
    every(Duration.ZERO, time, what, work);
  }

  private void every(Duration first, Duration time, String what, Runnable work) {
    var _ =
        housekeeping.scheduleWithFixedDelay(
            () -> guarded(what, work), first.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void every(ScheduledExecutorService thread, Duration time, String what, Runnable work) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> guarded(what, work), 0, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void lookIfDue() {
    CheckTimes times = checks.orElseThrow();
    if (!times.isDue(instance.clock().instant())) return;
    if (condition.look()) times.looked(instance.clock().instant());
  }

  private static long room(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("The room on the disk of " + data + " is not told", e);
    }
  }

  /**
   * Housekeeping that fails once is tried again; a thrown exception would end it for good. What
   * fails every second for the same reason is said once, and what the stop broke off is no failure.
   */
  private void guarded(String what, Runnable work) {
    try {
      work.run();
      failing.remove(what);
    } catch (RuntimeException e) {
      String why = String.valueOf(e.getMessage());
      if (closed.get()) LOG.debug("{} was broken off by the stop", what, e);
      else if (why.equals(failing.put(what, why))) LOG.debug("{} still fails", what, e);
      else if (e instanceof StoreException) LOG.error("{} fails and is tried again: {}", what, why);
      else LOG.error("{} failed and is tried again: {}", what, why, e);
    }
  }

  private void forgetAlerts() {
    new AlertRetention(instance.store()).keep(instance.clock().instant());
  }

  /** Files of workers' histories that were handed in and never taken in go after their hour. */
  private void forgetUploads() {
    instance.store().uploads().expire(instance.clock().instant());
  }

  private void forgetBodies() {
    instance.store().bodies().deleteBefore(before(instance.settings().keepBodies()));
  }

  private void thinRuns() {
    instance.store().runs().thin(before(instance.settings().keepRuns()));
  }

  private void thinHistories() {
    instance.store().changes().thin(instance.clock().instant());
    instance.store().changes().thinClosed(before(instance.settings().keepSteps()));
  }

  private Instant before(Duration kept) {
    return instance.clock().instant().minus(kept);
  }

  private void crawl() {
    Visits own = instance.visits(instance.tail().follower());
    visits = own;
    schedule.start(own.due(instance.chosen(List.of())), FIRST_PAGES, id -> visit(own, id));
    var _ =
        watch.scheduleWithFixedDelay(
            () -> guarded("schedule", () -> lookAround(own)),
            0,
            LOOK_AROUND.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** What other processes and people wrote into the store is obeyed; what died is taken over. */
  private void lookAround(Visits own) {
    own.sweep();
    List<Due> due = own.due(instance.chosen(List.of()));
    due.forEach(schedule::follow);
    Set<String> paused = schedule.scheduled();
    paused.removeAll(due.stream().map(Due::source).toList());
    paused.forEach(schedule::remove);
  }

  private ComeBack visit(Visits own, String id) {
    SourceDefinition source = instance.sources().byId(id).orElseThrow();
    return switch (own.visitIfDue(source)) {
      case Visits.Visit.Made(Run run, NextRun next) -> {
        LOG.info("{}: {}", id, run.sentence());
        yield new ComeBack.Due(next.at());
      }
      case Visits.Visit.NotDue(Instant at) -> new ComeBack.Due(at);
      case Visits.Visit.Elsewhere _, Visits.Visit.Paused _ ->
          new ComeBack.Look(instance.clock().instant().plus(LOOK_AGAIN));
    };
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) return;
    var abandoned = schedule.stop(GRACE);
    if (!abandoned.isEmpty()) LOG.warn("stopped in the middle of {}; they run again", abandoned);
    condition.stop();
    housekeeping.shutdown();
    following.shutdown();
    looking.shutdown();
    watch.shutdown();
    if (visits != null) visits.abandon();
    alertWatch.close();
    site.close();
    alerting.close();
    canaries.close();
    // An interrupt would close the files of the index.
    GracefulEnd.await(following, GRACE);
    GracefulEnd.await(housekeeping, GRACE);
    instance.close();
    checks.ifPresent(CheckTimes::stopped);
  }
}
