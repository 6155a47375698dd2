package worthwhile.crawl;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.pay.money.RateTable;
import worthwhile.pay.money.Rates;
import worthwhile.pay.money.WorldRates;
import worthwhile.source.PageRequest;
import worthwhile.source.SourceDefinition;
import worthwhile.source.Stop;
import worthwhile.store.source.RateTables;
import worthwhile.store.source.RateTables.Publisher;
import worthwhile.text.FailureText;

/**
 * Keeps the rates of exchange fresh: from the European Central Bank's files, which are published on
 * working days in the afternoon, and for the currencies that those lack from the currency-api
 * project's file of the dollar. A failure keeps the old ones. Days of the bank that were missed
 * come from its file of ninety days.
 */
public final class ReferenceRates {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceRates.class);
  private static final String FOLDER = "https://www.ecb.europa.eu/stats/eurofxref/";
  private static final URI DAILY = URI.create(FOLDER + "eurofxref-daily.xml");
  private static final URI NINETY_DAYS = URI.create(FOLDER + "eurofxref-hist-90d.xml");
  private static final Duration EVERY = PublishedFiles.EVERY;
  private static final Duration AFTER_TROUBLE = Duration.ofHours(3);

  /** Between two tables lies at most a long weekend, unless one was missed. */
  private static final int LONGEST_GAP = 5;

  /** The euro by a table of the world may differ from the bank's by this factor. */
  private static final BigDecimal LEAP = new BigDecimal("1.25");

  private final Web web;
  private final RateTables tables;
  private final Optional<URI> world;
  private final Clock clock;

  /**
   * Rates that come from this web and are kept in these tables.
   *
   * @param world where the table of the dollar is; absent if nobody is asked for it
   */
  public ReferenceRates(Web web, RateTables tables, Optional<URI> world, Clock clock) {
    this.web = web;
    this.tables = tables;
    this.world = world;
    this.clock = clock;
  }

  /**
   * Asks each publisher for today's rates if it was last asked a day ago, or three hours after
   * trouble.
   */
  public void refreshIfDue() {
    if (isDue(Publisher.BANK)) refresh();
    if (isDue(Publisher.WORLD)) world.ifPresent(this::refreshWorld);
  }

  private boolean isDue(Publisher publisher) {
    RateTables.Standing standing = tables.standing(publisher);
    Duration wait = standing.trouble().isPresent() ? AFTER_TROUBLE : EVERY;
    return standing.asked().filter(asked -> asked.plus(wait).isAfter(clock.instant())).isEmpty();
  }

  /** Asks for today's rates of the rest of the world; without them those at hand stay. */
  private void refreshWorld(URI file) {
    Read<WorldRates> read = fetch(file, PublishedFiles.world(file), this::world);
    switch (read) {
      case Read.Found<WorldRates>(WorldRates table) -> {
        tables.keep(table, clock.instant());
        LOG.info("exchange rates of {} currencies of {}", table.perDollar().size(), table.day());
      }
      case Read.Nothing<WorldRates>(String why) -> {
        LOG.info("exchange rates of the rest of the world stay as they are: {}", why);
        tables.keepOld(Publisher.WORLD, why, clock.instant());
      }
    }
  }

  /** A table that contradicts the bank's is a mistake, and would spoil every figure. */
  private Read<WorldRates> world(Response response) {
    WorldRates table = WorldRates.read(response.body());
    if (isToCome(table.day())) return new Read.Nothing<>(toCome(table.day()));
    Optional<BigDecimal> bank = tables.rates().convert(BigDecimal.ONE, "USD", "EUR");
    BigDecimal euro = table.perDollar().get("EUR");
    boolean leaps =
        euro == null
            || bank.filter(
                    known ->
                        euro.compareTo(known.multiply(LEAP)) > 0
                            || known.compareTo(euro.multiply(LEAP)) > 0)
                .isPresent();
    return leaps
        ? new Read.Nothing<>(
            "its euro is " + euro + " to the dollar, the bank's " + bank.orElse(null))
        : new Read.Found<>(table);
  }

  /** Asks the bank for today's rates; whether some came. */
  public boolean refresh() {
    LocalDate known = tables.rates().date();
    return switch (bank(DAILY)) {
      case Read.Found<List<RateTable>>(List<RateTable> found) -> {
        LocalDate day = found.getLast().day();
        if (known.plusDays(LONGEST_GAP).isBefore(day)) fill();
        tables.keep(found, clock.instant());
        LOG.info("exchange rates of {}", day);
        yield true;
      }
      case Read.Nothing<List<RateTable>>(String why) -> {
        LOG.warn("exchange rates stay those of {}: {}", known, why);
        tables.keepOld(Publisher.BANK, why, clock.instant());
        yield false;
      }
    };
  }

  private void fill() {
    if (bank(NINETY_DAYS) instanceof Read.Found<List<RateTable>>(List<RateTable> missed))
      tables.keep(missed, clock.instant());
  }

  private Read<List<RateTable>> bank(URI file) {
    return fetch(file, PublishedFiles.BANK, this::bank);
  }

  /** A day that has not come yet is a mistake of the file, and would hide every later table. */
  private Read<List<RateTable>> bank(Response response) {
    List<RateTable> found = Rates.read(new ByteArrayInputStream(response.body())).tables();
    LocalDate newest = found.getLast().day();
    return isToCome(newest) ? new Read.Nothing<>(toCome(newest)) : new Read.Found<>(found);
  }

  private boolean isToCome(LocalDate day) {
    return day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
  }

  private static String toCome(LocalDate day) {
    return "the table is of " + day + ", which is to come";
  }

  /** What a file holds, or why it could not be read. */
  private sealed interface Read<T> {
    record Found<T>(T tables) implements Read<T> {}

    record Nothing<T>(String why) implements Read<T> {}
  }

  private <T> Read<T> fetch(URI file, SourceDefinition source, Function<Response, Read<T>> read) {
    return switch (web.fetch(PageRequest.get(file), source, Validators.NONE)) {
      case FetchOutcome.Fetched fetched -> read(fetched.response(), read);
      case FetchOutcome.NotModified _ -> new Read.Nothing<>("not modified");
      case FetchOutcome.Stopped(Stop stop) ->
          new Read.Nothing<>(stop.kind().word().replace('-', ' ') + ": " + stop.text());
    };
  }

  private static <T> Read<T> read(Response response, Function<Response, Read<T>> read) {
    try {
      return read.apply(response);
    } catch (IllegalArgumentException e) {
      return new Read.Nothing<>(FailureText.of(e));
    }
  }
}
