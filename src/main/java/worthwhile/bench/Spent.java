package worthwhile.bench;

/**
 * What a piece of work took.
 *
 * @param seconds from its beginning to its end
 * @param cpuSeconds that processors worked for this process meanwhile, its compiler and garbage
 *     collector among it; on a shared machine this is what can be compared
 */
public record Spent(double seconds, double cpuSeconds) {
  /** A piece of work that may fail. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  /** Does the work once. */
  static Spent on(Work work) {
    long cpu = cpu();
    long start = System.nanoTime();
    try {
      work.run();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("what was to be measured failed", e);
    }
    double took = (System.nanoTime() - start) / 1e9;
    return new Spent(rounded(took), rounded((cpu() - cpu) / 1e9));
  }

  private static long cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  /** So many of something in a second of the clock. */
  double perSecond(long many) {
    return rounded(many / Math.max(seconds, 1e-3));
  }

  /** To three places. */
  static double rounded(double value) {
    return Math.round(value * 1e3) / 1e3;
  }
}
