package worthwhile.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.search.PostingIndex;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchQuery.Parsed;
import worthwhile.search.SearchResult;

/**
 * What a search would have told in the last days, from postings that are stored. A danger is told
 * to nobody and counts for nothing.
 */
public final class Backtest {
  public static final int USUAL_DAYS = 14;
  public static final int MOST_DAYS = 30;

  /** More are counted, and these, the newest, tell what they pay and how fast they go. */
  private static final int LOOKED_AT = 1_000;

  private static final int PAGE = 100;

  /** What is gone within this time must be heard of at once. */
  private static final Duration SHORT_LIVED = Duration.ofHours(12);

  /** So many messages a day wear a reader out. */
  private static final int TOO_MANY = 30;

  private final PostingIndex index;

  public Backtest(PostingIndex index) {
    this.index = index;
  }

  /** When messages of a search serve best. */
  public enum Advice {
    INSTANT,
    DIGEST,
    /** It found nothing: a wider search may. */
    WIDER
  }

  /**
   * What it would have told.
   *
   * @param fired postings
   * @param best net pay per hour in US dollars; absent if none is known
   * @param median of the net pays per hour that are known
   * @param goneWithin how long the median posting of those that are gone was there; absent if none
   *     is gone
   */
  public record Result(
      int days,
      long fired,
      Optional<BigDecimal> best,
      Optional<BigDecimal> median,
      Optional<Duration> goneWithin,
      Advice advice) {}

  /**
   * Looks back.
   *
   * @param days 1 to 30
   */
  public Result of(SearchQuery query, int days) {
    SearchQuery past = past(query, days);
    List<Posting> postings = new ArrayList<>();
    long total = 0;
    for (int page = 1; page <= LOOKED_AT / PAGE; page++) {
      SearchResult found = index.search(past.withPage(page));
      total = found.total();
      found.hits().forEach(hit -> postings.add(hit.posting()));
      if (postings.size() >= total || found.hits().isEmpty()) break;
    }
    return result(days, total, postings);
  }

  private static SearchQuery past(SearchQuery query, int days) {
    Map<String, List<String>> parameters = new TreeMap<>(query.toParameters());
    parameters.put("open", List.of("all"));
    parameters.put("sort", List.of("newest"));
    parameters.put("size", List.of(Integer.toString(PAGE)));
    parameters.remove("page");
    if (query.maxSeverity().isEmpty()) parameters.put("max_severity", List.of("caution"));
    if (query.postedWithin().filter(age -> age.compareTo(Duration.ofDays(days)) < 0).isEmpty())
      parameters.put("posted_within", List.of(days + "d"));
    return switch (SearchQuery.parse(parameters)) {
      case Parsed.Valid(SearchQuery past) -> past;
      case Parsed.Invalid(List<Parsed.Mistake> mistakes) ->
          throw new IllegalArgumentException(mistakes.toString());
    };
  }

  private Result result(int days, long fired, List<Posting> postings) {
    List<BigDecimal> nets =
        postings.stream()
            .flatMap(posting -> Optional.ofNullable(posting.pay()).stream())
            .filter(pay -> pay.currency().equals("USD"))
            .map(pay -> pay.net())
            .sorted()
            .toList();
    List<Duration> lives =
        postings.stream()
            .filter(posting -> posting.state() == PostingState.CLOSED)
            .flatMap(posting -> life(posting).stream())
            .sorted()
            .toList();
    Optional<Duration> gone = middle(lives);
    return new Result(
        days,
        fired,
        nets.isEmpty() ? Optional.empty() : Optional.of(nets.getLast()),
        middle(nets),
        gone,
        advice(fired, days, gone));
  }

  private static Optional<Duration> life(Posting posting) {
    Instant first = posting.standing().firstSeen();
    Instant last = posting.standing().lastSeen();
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(Duration.between(first, last));
  }

  private static <T> Optional<T> middle(List<T> sorted) {
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  private static Advice advice(long fired, int days, Optional<Duration> gone) {
    if (fired == 0) return Advice.WIDER;
    boolean hurry = gone.filter(life -> life.compareTo(SHORT_LIVED) < 0).isPresent();
    return hurry || fired <= (long) TOO_MANY * days ? Advice.INSTANT : Advice.DIGEST;
  }
}
