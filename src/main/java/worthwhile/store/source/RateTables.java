package worthwhile.store.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import worthwhile.pay.money.RateTable;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.WorldRates;
import worthwhile.store.sql.Meta;
import worthwhile.text.Sha256;

/**
 * Tables of exchange rates that were fetched, kept beside those that are shipped. What another
 * process keeps is seen within a second.
 */
public final class RateTables {
  private static final String ASKED = ":asked";
  private static final String TROUBLE = ":trouble";

  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Who publishes rates. */
  public enum Publisher {
    BANK("exchange-rates"),
    WORLD("world-rates");

    private final String name;

    Publisher(String name) {
      this.name = name;
    }

    private String table() {
      return name + " ";
    }
  }

  private final Meta meta;
  private final Clock clock;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Rates rates;

  /** When rates had last been asked for at the time of reading: whoever keeps tables notes it. */
  private List<Optional<String>> asked = List.of();

  private Instant looked = Instant.MIN;

  /** Of the tables that were read. */
  private String identity = "";

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

  /** Tells these rates from others that were kept; the same in every process. */
  public String identity() {
    looking.lock();
    try {
      newest();
      return identity;
    } finally {
      looking.unlock();
    }
  }

  private Rates newest() {
    Instant now = clock.instant();
    if (rates != null && now.isBefore(looked.plus(FRESH))) return rates;
    looked = now;
    List<Optional<String>> newest =
        List.of(meta.get(Publisher.BANK.name + ASKED), meta.get(Publisher.WORLD.name + ASKED));
    if (rates == null || !newest.equals(asked)) rates = kept();
    asked = newest;
    return rates;
  }

  private Rates kept() {
    identity = Sha256.hex(tables(Publisher.BANK) + " " + tables(Publisher.WORLD));
    return Rates.shipped()
        .with(kept(Publisher.BANK, RateTable::of))
        .withWorld(kept(Publisher.WORLD, WorldRates::of));
  }

  private <T> List<T> kept(Publisher publisher, BiFunction<LocalDate, String, T> table) {
    int day = publisher.table().length();
    return tables(publisher).entrySet().stream()
        .map(row -> table.apply(LocalDate.parse(row.getKey().substring(day)), row.getValue()))
        .toList();
  }

  private SortedMap<String, String> tables(Publisher publisher) {
    return meta.beginningWith(publisher.table());
  }

  /** Keeps these tables of the bank; one of a day that is there already replaces it. */
  public void keep(Collection<RateTable> tables, Instant at) {
    for (RateTable table : tables) meta.put(Publisher.BANK.table() + table.day(), table.line());
    note(Publisher.BANK, at, Optional.empty());
    rates = null;
  }

  /** Keeps this table of the rest of the world; it replaces one of the same day. */
  public void keep(WorldRates table, Instant at) {
    meta.put(Publisher.WORLD.table() + table.day(), table.line());
    note(Publisher.WORLD, at, Optional.empty());
    rates = null;
  }

  /** Notes that asking brought nothing, and why; the rates stay as they are. */
  public void keepOld(Publisher publisher, String why, Instant at) {
    note(publisher, at, Optional.of(why));
  }

  private void note(Publisher publisher, Instant at, Optional<String> trouble) {
    meta.put(publisher.name + ASKED, at.toString());
    meta.put(publisher.name + TROUBLE, trouble.orElse(""));
  }

  /** When a publisher was last asked, and whether that went well. */
  public Standing standing(Publisher publisher) {
    return new Standing(
        meta.get(publisher.name + ASKED).map(Instant::parse),
        meta.get(publisher.name + TROUBLE).filter(why -> !why.isEmpty()));
  }
}
