package worthwhile.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.pay.RateTable;
import worthwhile.pay.Rates;

/**
 * Tables of exchange rates that were fetched, kept beside those that are shipped. What another
 * process keeps is seen at the next start.
 */
public final class RateTables {
  private static final String TABLE = "exchange-rates ";
  private static final String ASKED = "exchange-rates:asked";
  private static final String TROUBLE = "exchange-rates:trouble";

  private final Meta meta;
  private Rates rates;

  RateTables(Meta meta) {
    this.meta = meta;
  }

  /**
   * How fetching fares.
   *
   * @param asked when the rates were last asked for; absent if never
   * @param trouble why that brought none; absent if it went well
   */
  public record Standing(Optional<Instant> asked, Optional<String> trouble) {}

  /** The shipped rates with all that were kept since; read when first asked for. */
  public synchronized Rates rates() {
    if (rates == null) rates = Rates.shipped().with(kept());
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
  public synchronized void keep(Collection<RateTable> tables, Instant at) {
    for (RateTable table : tables) meta.put(TABLE + table.day(), table.line());
    rates = rates().with(tables);
    note(at, Optional.empty());
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
