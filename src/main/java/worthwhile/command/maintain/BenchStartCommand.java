package worthwhile.command.maintain;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import worthwhile.Out;
import worthwhile.UsageException;
import worthwhile.bench.InventedInstance;
import worthwhile.bench.Shares;
import worthwhile.store.sql.Folders;

/** {@code bench start}: how long it takes from the command to the first page. */
@Command(
    name = "start",
    description = {
      "Measures the time from the command `serve` to the first page that is answered, on an",
      "instance of its own with invented postings. Each run is ended before a source is read.",
      "Prints one JSON object: the milliseconds and the seconds of processor time till then."
    },
    mixinStandardHelpOptions = true)
final class BenchStartCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofMinutes(1);

  @Spec private CommandSpec spec;

  @Option(
      names = "--postings",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many postings (default: ${DEFAULT-VALUE}).")
  private int postings;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "7",
      description = "How many starts (default: ${DEFAULT-VALUE}); one more before is not counted.")
  private int runs;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Keeps the instance there, or measures on the one that an earlier run left (default: a"
              + " folder that is deleted).")
  private @Nullable Path data;

  /**
   * What was measured.
   *
   * @param firstPageMillis from the command to the answered page
   * @param cpuSeconds processor time of the program till then
   */
  record Figures(int postings, int runs, Shares firstPageMillis, Shares cpuSeconds) {}

  private record Start(double millis, double cpuSeconds) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (postings < 1 || runs < 1)
      throw new UsageException("--postings and --runs must be 1 or more");
    Path folder = data != null ? data : Files.createTempDirectory("worthwhile-bench");
    try {
      measure(folder);
    } finally {
      if (data == null) Folders.delete(folder);
    }
    return 0;
  }

  private void measure(Path folder) throws IOException, InterruptedException {
    Out out = Out.of(spec);
    new InventedInstance(1, postings).fill(InventedInstance.settings(folder), out);
    double[] millis = new double[runs];
    double[] cpu = new double[runs];
    start(folder);
    for (int i = 0; i < runs; i++) {
      Start start = start(folder);
      millis[i] = start.millis();
      cpu[i] = start.cpuSeconds();
    }
    out.json(new Figures(postings, runs, Shares.of(millis), Shares.of(cpu)));
  }

  private static Start start(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("worthwhile.home", "."), "worthwhile").toString(),
                "serve",
                "--port",
                String.valueOf(port),
                "--data",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      URI page = URI.create("http://127.0.0.1:" + port + "/");
      while (!isAnswered(page)) {
        if (!process.isAlive() || System.nanoTime() - began > LONGEST.toNanos())
          throw new IOException("`serve` did not start; call it in " + folder + " to see why");
        TimeUnit.MILLISECONDS.sleep(5);
      }
      double took = (System.nanoTime() - began) / 1e6;
      return new Start(took, process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean isAnswered(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      return connection.getResponseCode() == 200
          && connection.getInputStream().readAllBytes().length > 0;
    } catch (IOException _) {
      return false; // it does not listen yet
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }
}
