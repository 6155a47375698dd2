package worthwhile.crawl;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.fetch.FetchOutcome;
import worthwhile.fetch.Response;
import worthwhile.fetch.Validators;
import worthwhile.pay.money.RateTable;
import worthwhile.pay.money.Rates;
import worthwhile.source.About;
import worthwhile.source.AboutBuilder;
import worthwhile.source.Access;
import worthwhile.source.Contract;
import worthwhile.source.Emits;
import worthwhile.source.FetchRules;
import worthwhile.source.PageRequest;
import worthwhile.source.PageRules;
import worthwhile.source.SourceDefinition;
import worthwhile.source.SourceDefinitionBuilder;
import worthwhile.source.Stop;
import worthwhile.store.source.RateTables;

/**
 * Keeps the rates of exchange fresh from the European Central Bank's files, which are published on
 * working days in the afternoon. A failure keeps the old ones. Days that were missed come from its
 * file of ninety days.
 */
public final class ReferenceRates {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceRates.class);
  private static final String FOLDER = "https://www.ecb.europa.eu/stats/eurofxref/";
  private static final URI DAILY = URI.create(FOLDER + "eurofxref-daily.xml");
  private static final URI NINETY_DAYS = URI.create(FOLDER + "eurofxref-hist-90d.xml");
  private static final Duration EVERY = Duration.ofHours(24);
  private static final Duration AFTER_TROUBLE = Duration.ofHours(3);

  /** Between two tables lies at most a long weekend, unless one was missed. */
  private static final int LONGEST_GAP = 5;

  private final Web web;
  private final RateTables tables;
  private final Clock clock;

  /** Rates that come from this web and are kept in these tables. */
  public ReferenceRates(Web web, RateTables tables, Clock clock) {
    this.web = web;
    this.tables = tables;
    this.clock = clock;
  }

  /**
   * Asks for today's rates if the last ones were asked for a day ago, or three hours after trouble.
   */
  public void refreshIfDue() {
    RateTables.Standing standing = tables.standing();
    Duration wait = standing.trouble().isPresent() ? AFTER_TROUBLE : EVERY;
    boolean due =
        standing.asked().filter(asked -> asked.plus(wait).isAfter(clock.instant())).isEmpty();
    if (due) refresh();
  }

  /** Asks for today's rates; whether some came. */
  public boolean refresh() {
    LocalDate known = tables.rates().date();
    return switch (read(DAILY)) {
      case Read.Tables(List<RateTable> found) -> {
        LocalDate day = found.getLast().day();
        if (known.plusDays(LONGEST_GAP).isBefore(day)) fill();
        tables.keep(found, clock.instant());
        LOG.info("exchange rates of {}", day);
        yield true;
      }
      case Read.Nothing(String why) -> {
        LOG.warn("exchange rates stay those of {}: {}", known, why);
        tables.keepOld(why, clock.instant());
        yield false;
      }
    };
  }

  private void fill() {
    if (read(NINETY_DAYS) instanceof Read.Tables(List<RateTable> missed))
      tables.keep(missed, clock.instant());
  }

  /** What a file holds, or why it could not be read. */
  private sealed interface Read {
    record Tables(List<RateTable> tables) implements Read {}

    record Nothing(String why) implements Read {}
  }

  private Read read(URI file) {
    return switch (web.fetch(PageRequest.get(file), SOURCE, Validators.NONE)) {
      case FetchOutcome.Fetched fetched -> read(fetched.response());
      case FetchOutcome.NotModified _ -> new Read.Nothing("not modified");
      case FetchOutcome.Stopped(Stop stop) ->
          new Read.Nothing(stop.kind().word().replace('-', ' ') + ": " + stop.text());
    };
  }

  /** A day that has not come yet is a mistake of the file, and would hide every later table. */
  private Read read(Response response) {
    try {
      List<RateTable> found = Rates.read(new ByteArrayInputStream(response.body())).tables();
      LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
      if (found.getLast().day().isAfter(tomorrow))
        return new Read.Nothing("the table is of " + found.getLast().day() + ", which is to come");
      return new Read.Tables(found);
    } catch (IllegalArgumentException e) {
      return new Read.Nothing(e.getMessage());
    }
  }

  private static final SourceDefinition SOURCE =
      SourceDefinitionBuilder.builder()
          .id("exchange-rates")
          .name("Reference rates of the European Central Bank")
          .platform("european-central-bank")
          .emits(Emits.JOB_POSTING)
          .homepage(Optional.of("https://www.ecb.europa.eu/"))
          .about(
              AboutBuilder.builder()
                  .operator(Optional.of("European Central Bank"))
                  .terms(
                      Optional.of(
                          "https://www.ecb.europa.eu/services/using-our-site/disclaimer/html/index.en.html"))
                  .access(Access.PUBLIC)
                  .governedBy(About.GovernedBy.ROBOTS)
                  .build())
          .secrets(List.of())
          .locale(Locale.ROOT)
          .timezone(ZoneOffset.UTC)
          .fetch(
              new FetchRules(
                  EVERY,
                  EVERY,
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(30),
                  5_000_000,
                  Map.of(),
                  Optional.empty(),
                  Optional.empty()))
          .listing(new PageRules())
          .contract(new Contract(1, 1, List.of(), Optional.empty(), 1))
          .file("")
          .build();
}
