package worthwhile.store.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import worthwhile.pay.money.RateTable;
import worthwhile.pay.money.Rates;
import worthwhile.store.sql.Meta;

/**
 * Tables of exchange rates that were fetched, kept beside those that are shipped. What another
 * process keeps is seen within a second.
 */
public final class RateTables {
  private static final String TABLE = "exchange-rates ";
  private static final String ASKED = "exchange-rates:asked";
  private static final String TROUBLE = "exchange-rates:trouble";

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Meta meta;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile Rates rates;

  /** When rates had last been asked for at the time of reading: whoever keeps tables notes it. */
  private Optional<String> asked = Optional.empty();

  private Instant looked = Instant.MIN;

  public RateTables(Meta meta, Clock clock) {
    this.meta = meta;
    this.clock = clock;
  }

  /**
   * How fetching fares.
   *
   * @param asked when the rates were last asked for; absent if never
   * @param trouble why that brought none; absent if it went well
   */
  public record Standing(Optional<Instant> asked, Optional<String> trouble) {}

  /**
   * The shipped rates with all that were kept since, by this process or another one. While somebody
   * else looks for newer ones, those at hand: a database that is away holds up one at most.
   */
  public Rates rates() {
    Rates known = rates;
    if (!looking.tryLock()) {
      if (known != null) return known;
      looking.lock();
    }
    try {
      return newest();
    } finally {
      looking.unlock();
    }
  }

  private Rates newest() {
    Instant now = clock.instant();
    if (rates != null && now.isBefore(looked.plus(FRESH))) return rates;
    looked = now;
    Optional<String> newest = meta.get(ASKED);
    if (rates == null || !newest.equals(asked)) rates = Rates.shipped().with(kept());
    asked = newest;
    return rates;
  }

  private List<RateTable> kept() {
    return meta.beginningWith(TABLE).entrySet().stream().map(RateTables::table).toList();
  }

  private static RateTable table(Map.Entry<String, String> entry) {
    return RateTable.of(
        LocalDate.parse(entry.getKey().substring(TABLE.length())), entry.getValue());
  }

  /** Keeps these tables; one of a day that is there already replaces it. */
  public void keep(Collection<RateTable> tables, Instant at) {
    for (RateTable table : tables) meta.put(TABLE + table.day(), table.line());
    note(at, Optional.empty());
    rates = null;
  }

  /** Notes that asking brought nothing, and why; the rates stay as they are. */
  public void keepOld(String why, Instant at) {
    note(at, Optional.of(why));
  }

  private void note(Instant at, Optional<String> trouble) {
    meta.put(ASKED, at.toString());
    meta.put(TROUBLE, trouble.orElse(""));
  }

  /** When rates were last asked for, and whether that went well. */
  public Standing standing() {
    return new Standing(
        meta.get(ASKED).map(Instant::parse), meta.get(TROUBLE).filter(why -> !why.isEmpty()));
  }
}
