package worthwhile.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import worthwhile.posting.JobPosting;
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.RequesterId;

/**
 * What tasks of each kind pay on this instance, so that a figure far beyond it is seen.
 *
 * @param levels by occupational category; only of those of which enough is known
 */
public record PayLevels(Map<String, Level> levels) {
  /** Nothing is known. */
  public static final PayLevels NONE = new PayLevels(Map.of());

  /** A figure this many times above the usual is beyond it. */
  private static final BigDecimal FAR = BigDecimal.valueOf(2);

  private static final double UPPER = 0.95;
  private static final int FEWEST = 50;
  private static final int FEWEST_REQUESTERS = 10;
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  /**
   * One category.
   *
   * @param usual what all but one in twenty pay at most, in USD per hour
   * @param postings how many that is seen from
   */
  public record Level(BigDecimal usual, int postings) {}

  /**
   * What a posting pays beside what is usual.
   *
   * @param category of both
   * @param hourly the middle of what it pays, in USD per hour
   */
  public record Beyond(String category, BigDecimal hourly, Level level) {}

  /** An empty map is left out where this is stored. */
  public PayLevels {
    levels = levels == null ? Map.of() : Map.copyOf(levels);
  }

  /** How far a posting's pay lies beyond the usual; absent if it does not, or is not known. */
  public Optional<Beyond> beyond(JobPosting posting, @Nullable Pay pay) {
    String category = posting.occupationalCategory();
    if (category == null || pay == null) return Optional.empty();
    BigDecimal hourly = pay.median();
    return Optional.ofNullable(levels.get(category))
        .filter(level -> hourly.compareTo(level.usual().multiply(FAR)) > 0)
        .map(level -> new Beyond(category, hourly.round(DIGITS), level));
  }

  /** Learns from postings, one after the other. */
  public static final class Learning {
    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(List<BigDecimal> figures, Set<String> requesters) {}

    /** Takes note of a posting whose pay is known. */
    public void see(Posting posting) {
      String category = posting.job().occupationalCategory();
      if (category == null || posting.pay() == null) return;
      Seen of = seen.computeIfAbsent(category, _ -> new Seen(new ArrayList<>(), new HashSet<>()));
      of.figures().add(posting.pay().median());
      RequesterId.of(posting.job()).ifPresent(id -> of.requesters().add(id.toString()));
    }

    /** What was learned; nothing of categories of which too little was seen. */
    public PayLevels result() {
      Map<String, Level> levels = new HashMap<>();
      seen.forEach(
          (category, of) -> {
            if (of.figures().size() >= FEWEST && of.requesters().size() >= FEWEST_REQUESTERS)
              levels.put(category, level(of.figures()));
          });
      return new PayLevels(levels);
    }

    private static Level level(List<BigDecimal> figures) {
      BigDecimal[] sorted = figures.toArray(BigDecimal[]::new);
      Arrays.sort(sorted);
      return new Level(sorted[(int) (UPPER * (sorted.length - 1))].round(DIGITS), sorted.length);
    }
  }
}
