package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.posting;
import static worthwhile.store.Examples.run;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;

/** Many readers and several writers at once, on virtual threads. */
@Timeout(120)
class ConcurrencyTest {
  private static final int WRITERS = 4;
  private static final int RUNS = 15;
  private static final int BATCH = 40;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void readersSeeWholeRunsWhileWritersTakeTurns(TestDatabase kind) throws Exception {
    try (Store store = Store.open(kind.fresh(folder), Clock.systemUTC());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = new AtomicBoolean(true);
      List<Future<?>> readers = new ArrayList<>();
      for (int i = 0; i < 100; i++) readers.add(threads.submit(() -> read(store, writing)));
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) writers.add(write(threads, store, "s" + i));
      for (Future<?> writer : writers) writer.get();
      writing.set(false);
      for (Future<?> reader : readers) reader.get();
      assertThat(store.postings().revision()).isEqualTo(WRITERS * RUNS * BATCH);
      assertThat(store.runs().newest(999)).hasSize(WRITERS * RUNS);
    }
  }

  private static Future<?> write(ExecutorService threads, Store store, String source) {
    return threads.submit(
        () -> {
          for (int number = 0; number < RUNS; number++) {
            int from = number * BATCH;
            List<Change> batch =
                IntStream.range(from, from + BATCH)
                    .<Change>mapToObj(i -> new Change.New(posting(source, "" + i)))
                    .toList();
            store.postings().apply(batch, run(source + number, source, NOON, "items"));
          }
        });
  }

  private static void read(Store store, AtomicBoolean writing) {
    long revision = 0;
    do {
      assertThat(store.postings().notClosed("s1").size() % BATCH).isZero();
      long now = store.postings().revision();
      assertThat(now).isGreaterThanOrEqualTo(revision);
      var page = store.changes().after(revision, 10);
      assertThat(page).hasSize((int) Math.min(10, Math.max(page.size(), now - revision)));
      revision = page.isEmpty() ? revision : page.getLast().revision();
      store.postings().byId("s1:1");
    } while (writing.get());
  }

  @ParameterizedTest
  @EnumSource
  void manyMayOpenANewDatabaseAtOnce(TestDatabase kind) throws Exception {
    String address = kind.empty(folder);
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> opened = new ArrayList<>();
      for (int i = 0; i < 6; i++)
        opened.add(
            threads.submit(
                () -> {
                  start.await();
                  try (Store store = Store.open(address, Clock.systemUTC())) {
                    return store.postings().revision();
                  }
                }));
      start.countDown();
      for (Future<Long> each : opened) assertThat(each.get()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitingToWriteHoldsNoCarrier(TestDatabase kind) throws Exception {
    try (Store store = Store.open(kind.fresh(folder), Clock.systemUTC());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var inside = new CountDownLatch(1);
      var release = new CountDownLatch(1);
      Thread holder = Thread.ofPlatform().start(() -> hold(store, inside, release));
      inside.await();
      List<Future<?>> waiting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String id = "r" + i;
        waiting.add(threads.submit(() -> store.runs().add(run(id))));
      }
      for (int i = 0; i < 20; i++)
        threads.submit(() -> store.postings().revision()).get(3, TimeUnit.SECONDS);
      assertThat(waiting).noneMatch(Future::isDone);
      release.countDown();
      for (Future<?> each : waiting) each.get();
      holder.join();
      assertThat(store.runs().newest(99)).hasSize(20);
    }
  }

  private static void hold(Store store, CountDownLatch inside, CountDownLatch release) {
    store
        .database()
        .write(
            handle -> {
              inside.countDown();
              try {
                return release.await(60, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
  }
}
