package worthwhile.alert.speed;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import worthwhile.alert.AlertFollower;
import worthwhile.alert.Alerting;
import worthwhile.alert.Outbox;
import worthwhile.alert.Reach;
import worthwhile.alert.channel.Attempt;
import worthwhile.alert.message.AlertMessage;
import worthwhile.alert.message.MailText;
import worthwhile.alert.message.WebhookBody;
import worthwhile.alert.saved.ChannelType;
import worthwhile.alert.saved.Recipient;
import worthwhile.fetch.wire.Wire;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.JobPosting;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.store.Store;

/**
 * How long it takes from a task being stored to its being handed to a channel, where many readers
 * wait for the same and many tasks come at once. The channels write their messages and take them at
 * once; nothing leaves this process.
 *
 * @param readers who wait
 * @param postings that came
 * @param told postings that were told to readers, each to each counted
 * @param messages in which they were told
 * @param storedSeconds that storing all of them took
 * @param cpuSeconds that one processor worked for all of it, storing included
 * @param p50Millis wait of half of what was told, at most
 * @param p99Millis wait of 99 in 100, at most
 * @param earlierMillis the same for each of the bursts before, the first of which met a program
 *     that had just started
 */
public record DeliverySpeed(
    int readers,
    int postings,
    long told,
    long messages,
    double storedSeconds,
    double cpuSeconds,
    double p50Millis,
    double p99Millis,
    double maxMillis,
    List<Double> earlierMillis) {
  private static final int RUN = 250;

  /** A server that is asked has run for longer than that. */
  private static final int WARM_UPS = 7;

  /**
   * Measures in a folder, on a database that is empty; of the bursts that come first, while the
   * program is still being compiled, only the waits are told.
   */
  public static DeliverySpeed of(int readers, int postings, String database, Path folder) {
    Clock clock = Clock.systemUTC();
    try (Store store = Store.open(database, clock);
        SearchIndex index = SearchIndex.open(folder.resolve("index"), clock)) {
      return new Burst(store, clock).run(readers, postings, index);
    }
  }

  private static final class Burst {
    private final Store store;
    private final Clock clock;
    private final Tail tail;
    private final InventedReaders invented = new InventedReaders();
    private final Map<String, Long> stored = new ConcurrentHashMap<>();
    private final AtomicReference<RuntimeException> trouble = new AtomicReference<>();
    private final ConcurrentLinkedQueue<Handed> handed = new ConcurrentLinkedQueue<>();

    private record Handed(String posting, long at, boolean first) {}

    Burst(Store store, Clock clock) {
      this.store = store;
      this.clock = clock;
      tail =
          new Tail(
              store,
              Normalise.plain(),
              Assessor.with(() -> HourlyPay.at(Rates.shipped())),
              () -> {},
              clock);
    }

    DeliverySpeed run(int readers, int postings, SearchIndex index) {
      Reach reach =
          new Reach(
              Map.of(
                  ChannelType.MAIL,
                  (message, to) ->
                      take(
                          message,
                          to,
                          each ->
                              MailText.subject(each) + MailText.plain(each) + MailText.html(each)),
                  ChannelType.WEBHOOK,
                  (message, to) -> take(message, to, WebhookBody::of)),
              Wire.of(Map.of(), 1));
      AlertFollower follower = new AlertFollower(store, index, clock);
      follower.catchUp();
      invented.settle(store, readers, clock.instant());
      Outbox outbox = new Outbox(store, reach, "http://here.test", clock, new Random(1));
      try (Alerting alerting = new Alerting(follower, outbox)) {
        alerting.start((_, work) -> attempt(work));
        List<Double> earlier = new ArrayList<>();
        for (int i = 0; i < WARM_UPS; i++) {
          come(postings);
          awaitCalm();
          earlier.add(share(waits(), 0.99));
          handed.clear();
        }
        long before = cpu();
        long start = System.nanoTime();
        come(postings);
        double took = (System.nanoTime() - start) / 1e9;
        awaitCalm();
        return figures(readers, postings, took, (cpu() - before) / 1e9, earlier);
      }
    }

    /** Who waits for what failed would wait for ever. */
    private void attempt(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException e) {
        trouble.set(e);
        throw e;
      }
    }

    private static long cpu() {
      return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private interface Written {
      String of(AlertMessage message);
    }

    private Attempt take(AlertMessage message, Recipient to, Written written) {
      if (written.of(message).isEmpty())
        return new Attempt.Refused("an empty message to " + to.number());
      long now = System.nanoTime();
      for (int i = 0; i < message.matches().size(); i++)
        handed.add(new Handed(message.matches().get(i).posting().id(), now, i == 0));
      return new Attempt.Sent();
    }

    private void come(int many) {
      for (int left = many; left > 0; left -= RUN) {
        List<JobPosting> items = invented.tasks(Math.min(RUN, left));
        tail.take(
            Batch.Rows.of("invented", clock.instant())
                .outcome(RunOutcome.Read.PARTIAL)
                .items(List.copyOf(items))
                .build());
        long now = System.nanoTime();
        items.forEach(item -> stored.put("invented:" + item.identifier(), now));
      }
    }

    private void awaitCalm() {
      try {
        while (!isCalm()) {
          if (trouble.get() != null) throw new IllegalStateException(trouble.get());
          TimeUnit.MILLISECONDS.sleep(500);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** Whether everything that was stored was looked at, and nothing waits. */
    private boolean isCalm() {
      return store.followers().revision(AlertFollower.NAME).orElse(-1L)
              == store.postings().revision()
          && store.alerts(alerts -> alerts.deliveries().oldestDue(clock.instant())).isEmpty();
    }

    private DeliverySpeed figures(
        int readers, int postings, double took, double cpu, List<Double> earlier) {
      double[] waits = waits();
      long messages = handed.stream().filter(Handed::first).count();
      return new DeliverySpeed(
          readers,
          postings,
          waits.length,
          messages,
          Math.round(took * 100) / 100.0,
          Math.round(cpu * 100) / 100.0,
          share(waits, 0.5),
          share(waits, 0.99),
          share(waits, 1),
          List.copyOf(earlier));
    }

    /** Milliseconds from a task's being stored to its being handed over, the shortest first. */
    private double[] waits() {
      return handed.stream().mapToDouble(this::wait).sorted().toArray();
    }

    private double wait(Handed each) {
      Long since = stored.get(each.posting());
      return since == null ? 0 : Math.max(0, each.at() - since) / 1e6;
    }

    private static double share(double[] sorted, double part) {
      if (sorted.length == 0) return 0;
      return Math.round(sorted[(int) Math.round(part * (sorted.length - 1))] * 10) / 10.0;
    }
  }
}
