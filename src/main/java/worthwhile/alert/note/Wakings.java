package worthwhile.alert.note;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import worthwhile.alert.saved.Recipient;
import worthwhile.store.alert.Alerts;
import worthwhile.store.alert.WakingRows;

/**
 * Decides whether platforms woke, and whom that is still to be told, inside one transaction.
 *
 * <p>A platform woke where its first new posting for at least a day came, and for at least three
 * times its usual gap, while its sources were read all the time.
 */
public final class Wakings {
  /** Postings that one recipient is told of one waking at most. */
  public static final int MOST = 20;

  private static final Duration QUIET = Duration.ofHours(24);
  private static final int TIMES = 3;

  /** What comes within this time is one coming. */
  private static final Duration COMING = Duration.ofHours(1);

  private static final Duration LOOKED_BACK = Duration.ofDays(30);

  /** A source may be unread for so long, or for three of its intervals. */
  private static final Duration UNREAD = Duration.ofHours(6);

  private final WakingRows rows;
  private final UnaryOperator<String> names;
  private final Map<Coming, Optional<Waking>> known = new HashMap<>();
  private final Map<Share, Set<String>> told = new HashMap<>();
  private final Map<Share, Boolean> earlier = new HashMap<>();

  /**
   * Those of one transaction.
   *
   * @param names of platforms for people, by id
   */
  public Wakings(Alerts alerts, UnaryOperator<String> names) {
    this.rows = alerts.wakings();
    this.names = names;
  }

  private record Coming(String platform, Instant at) {}

  /** What one recipient is told of one waking. */
  private record Share(long recipient, String platform, long day) {
    Share(long recipient, Waking waking) {
      this(recipient, waking.platform(), waking.day());
    }
  }

  /** The waking that a posting belongs to that came at a moment; absent if it belongs to none. */
  public Optional<Waking> of(String platform, Instant came) {
    return known.computeIfAbsent(new Coming(platform, came), this::look);
  }

  private Optional<Waking> look(Coming coming) {
    Optional<Instant> last = rows.last(coming.platform(), coming.at().minus(COMING));
    if (last.isEmpty()) return Optional.empty();
    Instant first = rows.first(coming.platform(), last.get()).orElse(coming.at());
    Duration quiet = Duration.between(last.get(), first);
    boolean woke =
        quiet.compareTo(QUIET) >= 0
            && isUnusual(coming.platform(), last.get(), quiet)
            && wasRead(coming.platform(), last.get(), first);
    return woke
        ? Optional.of(new Waking(coming.platform(), names.apply(coming.platform()), last.get()))
        : Optional.empty();
  }

  /** Whether it is three times the usual gap of the last 30 days; where none is known it is. */
  private boolean isUnusual(String platform, Instant last, Duration quiet) {
    List<Instant> arrivals = rows.arrivals(platform, last.minus(LOOKED_BACK), last);
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < arrivals.size(); i++) {
      Duration gap = Duration.between(arrivals.get(i - 1), arrivals.get(i));
      if (gap.compareTo(COMING) >= 0) gaps.add(gap);
    }
    if (gaps.isEmpty()) return true;
    gaps.sort(null);
    return quiet.compareTo(gaps.get(gaps.size() / 2).multipliedBy(TIMES)) >= 0;
  }

  /** Whether each of its sources was read all the time: the silence of a broken one is no quiet. */
  private boolean wasRead(String platform, Instant last, Instant first) {
    Set<String> waking = Set.copyOf(rows.sources(platform, first, first));
    return rows.sources(platform, last.minus(LOOKED_BACK), first).stream()
        .filter(
            source -> waking.contains(source) || rows.isAsked(source, first.minus(QUIET), first))
        .allMatch(source -> wasRead(source, rows.reads(source, last, first), last, first));
  }

  private boolean wasRead(String source, List<Instant> reads, Instant last, Instant first) {
    Duration usual = rows.interval(source).orElse(Duration.ZERO).multipliedBy(TIMES);
    Duration allowed = usual.compareTo(UNREAD) > 0 ? usual : UNREAD;
    Instant before = last;
    for (Instant read : reads) {
      if (Duration.between(before, read).compareTo(allowed) > 0) return false;
      before = read;
    }
    return Duration.between(before, first).compareTo(allowed) <= 0;
  }

  /** Whether a recipient is still to be told of a posting of a waking. */
  public boolean isOpen(Waking waking, Recipient to, String posting) {
    Share share = new Share(to.number(), waking);
    boolean before =
        earlier.computeIfAbsent(
            share,
            _ -> !rows.told(waking.platform(), waking.day(), List.of(to.number())).isEmpty());
    Set<String> postings = told.getOrDefault(share, Set.of());
    return !before && (postings.size() < MOST || postings.contains(posting));
  }

  /** Notes that a recipient is told of a posting of a waking. */
  public void note(Waking waking, Recipient to, String posting, Instant at) {
    Share share = new Share(to.number(), waking);
    if (told.computeIfAbsent(share, _ -> new HashSet<>()).add(posting))
      rows.tell(to.number(), to.account(), waking.platform(), waking.day(), at);
  }
}
