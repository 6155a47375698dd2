package worthwhile.market;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import worthwhile.search.PostingIndex;
import worthwhile.store.Store;

/**
 * The figures of the market, reckoned when somebody asks and kept for some minutes: over 100,000
 * postings they take some tenths of a second. Safe for use by many threads, of which one reckons.
 */
public final class Market {
  /** How far back it looks. */
  public static final int DAYS = 30;

  private static final Duration SPAN = Duration.ofDays(DAYS);

  private static final Duration FIGURES_FOR = Duration.ofMinutes(5);

  /** They change slowly, and the database takes a second or more for them. */
  private static final Duration STAYS_FOR = Duration.ofMinutes(30);

  private final Kept<MarketFigures> figures;
  private final Kept<List<Stay>> stays;

  public Market(PostingIndex index, Store store, Clock clock) {
    figures =
        new Kept<>(
            clock, FIGURES_FOR, now -> count(index, store, now), kept -> kept.all().postings());
    stays =
        new Kept<>(
            clock,
            STAYS_FOR,
            now -> Stay.of(store.departures().since(now.minus(SPAN))),
            Market::closed);
  }

  private static MarketFigures count(PostingIndex index, Store store, Instant now) {
    Readings readings = new Readings(store.runs().arrivals(now.minus(SPAN)));
    Counted counted = new Counted(readings, SPAN, now);
    index.offered().forEach(counted::add);
    return counted.figures();
  }

  private static int closed(List<Stay> stays) {
    return stays.stream().mapToInt(Stay::closed).sum();
  }

  /** What postings paid, as of some minutes ago at most. */
  public MarketFigures figures() {
    return figures.get();
  }

  /**
   * How long postings were open that closed in the last 30 days, the 20,000 at most that closed
   * last, as of half an hour ago at most.
   */
  public List<Stay> stays() {
    return stays.get();
  }
}
