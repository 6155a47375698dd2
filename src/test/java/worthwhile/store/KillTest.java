package worthwhile.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.posting;
import static worthwhile.store.Examples.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Change;
import worthwhile.store.posting.Postings;

/** The process dies in the middle of writing, again and again, on the same database. */
class KillTest {
  private static final int BATCH = 1500;

  @TempDir Path folder;

  /** Stores batch after batch and says so after each, until it is killed. */
  static final class Writer {
    private Writer() {}

    static void main(String[] args) {
      int first = Integer.parseInt(args[1]);
      try (Store store = Store.open(args[0], Clock.systemUTC())) {
        for (int number = first; number < first + 500; number++) {
          store.postings().apply(batch(number), run("r" + number, "s" + number, NOON, "items"));
          System.out.println("stored " + number);
        }
      }
    }
  }

  @Test
  @Timeout(120)
  void onlyWholeRunsAreStoredAndNoneIsLost() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("worthwhile.db");
    int next = 0;
    for (int lines : List.of(1, 3, 5)) {
      int said = next + killAfter(lines, url, next);
      try (Store store = Store.open(url, Clock.systemUTC())) {
        Map<String, Long> stored =
            store.postings().counts().stream()
                .collect(Collectors.toMap(Postings.StateCount::source, Postings.StateCount::count));
        assertThat(stored.size()).isBetween(said, said + 1);
        assertThat(stored.values()).containsOnly((long) BATCH);
        assertThat(store.runs().newest(1000)).hasSize(stored.size());
        assertThat(store.postings().revision()).isEqualTo((long) stored.size() * BATCH);
        assertSound(store);
        next = stored.size();
        assertRepeatingIsHarmless(store, next - 1);
      }
    }
  }

  /** Answers how many batches the process said were stored. */
  private int killAfter(int lines, String url, int first) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                url,
                "" + first)
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try (BufferedReader output = process.inputReader(UTF_8)) {
      int said = 0;
      while (said < lines && output.readLine() != null) said++;
      process.destroyForcibly();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as("killed, not ended").isEqualTo(137);
      return said + (int) rest(output).count();
    }
  }

  private static Stream<String> rest(BufferedReader output) throws IOException {
    return output.ready() ? output.lines() : Stream.empty();
  }

  private static void assertSound(Store store) {
    List<String> verdict =
        store
            .database()
            .read(
                handle -> handle.createQuery("pragma integrity_check").mapTo(String.class).list());
    assertThat(verdict).containsExactly("ok");
  }

  private static void assertRepeatingIsHarmless(Store store, int number) {
    long revision = store.postings().revision();
    for (String id : List.of("r" + number, "again" + number + "-" + revision))
      assertThat(store.postings().apply(batch(number), run(id, "s" + number, NOON, "partial")))
          .isEqualTo(revision);
    store.database().write(handle -> handle.execute("delete from run where id like 'again%'"));
  }

  private static List<Change> batch(int number) {
    return IntStream.range(0, BATCH)
        .<Change>mapToObj(i -> new Change.New(posting("s" + number, "" + i)))
        .toList();
  }
}
