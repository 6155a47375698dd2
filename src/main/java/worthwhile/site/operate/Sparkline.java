package worthwhile.site.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import worthwhile.store.source.Runs;

/**
 * One figure of the last runs as bars, oldest first, and in words for whoever does not see them.
 *
 * @param figures of the runs that told all; absent if none did
 * @param failed runs among the bars that did not
 */
record Sparkline(List<Bar> bars, Optional<Figures> figures, int failed) {
  static final int HEIGHT = 48;

  /** Of so many runs, whether there are as many or not. */
  static final int RUNS = 30;

  private static final int SLOT = 10;
  private static final int BAR = 8;

  /** Width of the drawing. */
  static final int WIDTH = RUNS * SLOT;

  /** So that a bar of nothing is seen. */
  private static final int LEAST = 2;

  /** Where and how high a bar stands; {@code failed} if its run did not tell all. */
  record Bar(int x, int y, int height, boolean failed) {
    int width() {
      return BAR;
    }
  }

  /** Figures over n runs. */
  record Figures(long lowest, long median, long latest, int n) {}

  /**
   * The bars of a figure.
   *
   * @param runs newest first; those under way are left out
   */
  static Sparkline of(List<Runs.Run> runs, ToLongFunction<Runs.Run> figure) {
    List<Runs.Run> over =
        runs.reversed().stream().filter(run -> !run.outcome().equals("running")).toList();
    long most = Math.max(1, over.stream().mapToLong(figure).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (Runs.Run run : over) {
      int height = (int) Math.max(LEAST, HEIGHT * figure.applyAsLong(run) / most);
      bars.add(new Bar(bars.size() * SLOT, HEIGHT - height, height, !isGood(run)));
    }
    List<Long> good = over.stream().filter(Sparkline::isGood).map(figure::applyAsLong).toList();
    return new Sparkline(List.copyOf(bars), figures(good), over.size() - good.size());
  }

  private static Optional<Figures> figures(List<Long> values) {
    if (values.isEmpty()) return Optional.empty();
    List<Long> sorted = values.stream().sorted().toList();
    return Optional.of(
        new Figures(
            sorted.getFirst(), sorted.get(sorted.size() / 2), values.getLast(), values.size()));
  }

  static boolean isGood(Runs.Run run) {
    return switch (run.outcome()) {
      case "items", "empty", "unchanged", "forwarded" -> true;
      default -> false;
    };
  }
}
