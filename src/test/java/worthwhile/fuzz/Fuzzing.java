package worthwhile.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * Breaks the seeds of a target and has them read: {@code Fuzzing TARGET COUNT SEED}. Prints each
 * exception and each input that took too long, both times it was read, as a line of JSON, and a sum
 * at the end. Times are CPU time of the reading thread.
 */
final class Fuzzing {
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  private static final JsonMapper JSON = new JsonMapper();

  private final String target;
  private final List<Seed> seeds;
  private final long seed;
  private final long limit;
  private final List<Map<String, Object>> found = new ArrayList<>();
  private long inputs;
  private long bytes;
  private long nanos;
  private int exceptions;
  private int slow;
  private long worst;
  private long worstBytes;

  /** Inputs slower than {@code millis} are told. */
  Fuzzing(String target, List<Seed> seeds, long seed, long millis) {
    this.target = target;
    this.seeds = seeds;
    this.seed = seed;
    this.limit = millis * 1_000_000;
  }

  /** The broken input with this number: the same for the same seed, whatever came before it. */
  byte[] input(long number, Seed from) {
    Random random = new Random(seed * 1_000_003 + number);
    String other = seeds.get(random.nextInt(seeds.size())).text();
    return new Mutator(random).mutated(from.text(), other);
  }

  private Seed seed(long number) {
    return seeds.get((int) (number % seeds.size()));
  }

  /** Reads inputs until there were so many or the time (ns of the wall clock) is over. */
  Fuzzing run(long count, long wall) {
    long end = System.nanoTime() + wall;
    for (long i = 0; i < count && System.nanoTime() < end; i++) one(i, seed(i));
    return this;
  }

  private void one(long number, Seed from) {
    byte[] input = input(number, from);
    inputs++;
    bytes += input.length;
    long took = read(number, from, input);
    nanos += took;
    for (int again = 0; again < 2 && took > limit; again++)
      took = Math.min(took, read(number, from, input));
    if (took > worst) {
      worst = took;
      worstBytes = input.length;
    }
    if (took <= limit) return;
    slow++;
    note(
        number,
        from,
        input,
        Map.of("millis", took / 1_000_000, "msPerMb", perMb(took, input.length)));
  }

  private long read(long number, Seed from, byte[] input) {
    long start = CLOCK.getCurrentThreadCpuTime();
    try {
      from.reader().accept(input);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
      exceptions++;
      note(number, from, input, Map.of("exception", e + " at " + place(e)));
    }
    return CLOCK.getCurrentThreadCpuTime() - start;
  }

  private static String place(Throwable e) {
    for (StackTraceElement at : e.getStackTrace())
      if (at.getClassName().startsWith("worthwhile.")) return at.toString();
    return "?";
  }

  private void note(long number, Seed from, byte[] input, Map<String, Object> what) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("target", target);
    line.put("input", number);
    line.put("seed", from.name());
    line.put("bytes", input.length);
    line.putAll(what);
    found.add(line);
  }

  private static long perMb(long nanos, long bytes) {
    return nanos / Math.max(1, bytes);
  }

  List<Map<String, Object>> found() {
    return found;
  }

  /** What it all came to. */
  Map<String, Object> sum() {
    Map<String, Object> sum = new LinkedHashMap<>();
    sum.put("target", target);
    sum.put("inputs", inputs);
    sum.put("megabytes", bytes / 1_000_000);
    sum.put("exceptions", exceptions);
    sum.put("over" + limit / 1_000_000 + "msTwice", slow);
    sum.put("msPerMb", perMb(nanos, bytes));
    sum.put("worstMillis", worst / 1_000_000);
    sum.put("worstBytes", worstBytes);
    return sum;
  }

  public static void main(String[] args) {
    List<Seed> seeds = Targets.of(args[0]);
    long millis = args[0].equals("work-file") ? 200 : 50;
    Fuzzing run = new Fuzzing(args[0], seeds, Long.parseLong(args[2]), millis);
    run.run(Long.parseLong(args[1]), Long.MAX_VALUE / 2);
    run.found().forEach(line -> System.out.println(JSON.writeValueAsString(line)));
    System.out.println(JSON.writeValueAsString(run.sum()));
  }
}
