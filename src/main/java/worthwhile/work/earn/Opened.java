package worthwhile.work.earn;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a qualification opened to a worker: the middle of what her own pieces paid per hour that
 * asked for it, beside that of her pieces on the same platform that did not.
 *
 * @param asked the requirement as the source words it
 * @param with middle of the pieces that asked for it, after fees, an hour
 * @param n how many these are
 * @param without middle of the others
 * @param others how many these are
 */
public record Opened(
    String platform, String asked, BigDecimal with, int n, BigDecimal without, int others) {
  /** Of fewer pieces on either side nothing is told. */
  public static final int FEWEST = 5;

  private static final BigDecimal HOUR = BigDecimal.valueOf(3_600_000);

  /**
   * A piece of work with what its task asked for.
   *
   * @param asked requirements; empty for none
   */
  public record Piece(CountedWork work, List<String> asked) {
    public Piece {
      asked = List.copyOf(asked);
    }

    private Optional<BigDecimal> hourly() {
      if (!work.isPaid() || work.income().isEmpty()) return Optional.empty();
      return work.work()
          .times()
          .worked()
          .map(
              time ->
                  work.net()
                      .multiply(HOUR)
                      .divide(BigDecimal.valueOf(time.toMillis()), 4, HALF_UP));
    }

    private Set<String> keys() {
      return asked.stream().map(Opened::key).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** How much more the pieces paid that asked for it; below 0 where they paid less. */
  public BigDecimal more() {
    return with.subtract(without);
  }

  /**
   * Of each requirement that enough paid pieces asked for and enough did not; most pieces first.
   */
  public static List<Opened> of(List<Piece> work) {
    Map<String, List<Piece>> platforms =
        work.stream()
            .filter(piece -> piece.hourly().isPresent())
            .collect(
                Collectors.groupingBy(
                    piece -> piece.work().work().platform(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Opened> opened = new ArrayList<>();
    platforms.forEach((platform, pieces) -> opened.addAll(on(platform, pieces)));
    opened.sort(Comparator.comparing(Opened::n).reversed().thenComparing(Opened::asked));
    return opened;
  }

  private static List<Opened> on(String platform, List<Piece> pieces) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Piece piece : pieces)
      for (String line : piece.asked()) words.putIfAbsent(key(line), line.strip());
    List<Opened> found = new ArrayList<>();
    words.forEach(
        (key, line) -> {
          Map<Boolean, List<BigDecimal>> sides =
              pieces.stream()
                  .collect(
                      Collectors.partitioningBy(
                          piece -> piece.keys().contains(key),
                          Collectors.mapping(
                              piece -> piece.hourly().orElseThrow(), Collectors.toList())));
          List<BigDecimal> with = sides.getOrDefault(true, List.of());
          List<BigDecimal> without = sides.getOrDefault(false, List.of());
          if (with.size() >= FEWEST && without.size() >= FEWEST)
            found.add(
                new Opened(
                    platform, line, middle(with), with.size(), middle(without), without.size()));
        });
    return found;
  }

  private static BigDecimal middle(List<BigDecimal> sums) {
    List<BigDecimal> sorted = sums.stream().sorted().toList();
    BigDecimal upper = sorted.get(sorted.size() / 2);
    BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
    return upper.add(lower).divide(BigDecimal.TWO, 2, HALF_UP);
  }

  private static String key(String line) {
    return line.strip().toLowerCase(Locale.ROOT);
  }
}
