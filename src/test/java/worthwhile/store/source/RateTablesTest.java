package worthwhile.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.pay.money.RateTable;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.WorldRates;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Rates that two processes share. */
class RateTablesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path folder;
  private Instant now = NOON;

  private Store open() {
    InstantSource time = () -> now;
    return Store.open(TestDatabase.file(folder.resolve("w.db")), time.withZone(ZoneOffset.UTC));
  }

  private static List<RateTable> of(String day, String rate) {
    return List.of(new RateTable(LocalDate.parse(day), Map.of("USD", new BigDecimal(rate))));
  }

  @Test
  void whatAnotherProcessKeepsIsSeenWithinASecond() {
    try (Store one = open();
        Store other = open()) {
      LocalDate shipped = one.rateTables().rates().date();
      other.rateTables().keep(of("2026-11-19", "1.25"), NOON);
      assertThat(one.rateTables().rates().date()).as("not looked again yet").isEqualTo(shipped);
      now = NOON.plusSeconds(1);
      assertThat(one.rateTables().rates().date()).isEqualTo("2026-11-19");
      other.rateTables().keep(of("2026-11-19", "1.5"), now);
      now = NOON.plusSeconds(2);
      assertThat(one.rateTables().rates().convert(BigDecimal.ONE, "EUR", "USD").orElseThrow())
          .as("a table of the same day that was mended")
          .isEqualByComparingTo("1.5");
    }
  }

  @Test
  void theRestOfTheWorldIsKeptBesideTheBank() {
    try (Store one = open();
        Store other = open()) {
      assertThat(one.rateTables().rates().date("KES")).isEqualTo("2026-09-29");
      other.rateTables().keep(world("2026-11-19", "KES", "130"), NOON);
      now = NOON.plusSeconds(1);
      Rates rates = one.rateTables().rates();
      assertThat(rates.date("KES")).isEqualTo("2026-11-19");
      assertThat(rates.convert(new BigDecimal("260"), "KES", "USD").orElseThrow())
          .isEqualByComparingTo("2");
      assertThat(rates.date("NGN"))
          .as("a currency that the newer table lacks keeps its older rate")
          .isEqualTo("2026-09-29");
      assertThat(rates.on(LocalDate.parse("2026-10-20")).date("KES")).isEqualTo("2026-09-29");
    }
  }

  private static WorldRates world(String day, String currency, String rate) {
    return new WorldRates(LocalDate.parse(day), Map.of(currency, new BigDecimal(rate)));
  }

  @Test
  void whatIsKeptHereIsSeenAtOnceAndWithoutChangeNothingIsReadAgain() {
    try (Store store = open()) {
      RateTables tables = store.rateTables();
      tables.rates();
      tables.keep(of("2026-11-19", "1.25"), NOON);
      assertThat(tables.rates().date()).isEqualTo("2026-11-19");
      now = NOON.plusSeconds(60);
      assertThat(tables.rates()).isSameAs(tables.rates());
      var before = tables.rates();
      now = NOON.plusSeconds(120);
      assertThat(tables.rates()).isSameAs(before);
    }
  }
}
