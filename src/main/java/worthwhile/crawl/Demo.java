package worthwhile.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.Extraction;
import worthwhile.extract.Extractor;
import worthwhile.extract.fixture.Fixture;
import worthwhile.extract.fixture.FixtureCheck;
import worthwhile.flow.Stored;
import worthwhile.posting.AggregateRating;
import worthwhile.posting.DiscussionForumPosting;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.source.SourceStates;

/**
 * Replays the fixtures of all sources through the real stages, as if they had been read over the
 * last days: a first look needs no internet, and every page has something to show.
 *
 * <p>Fixtures are invented and years old by the time somebody looks, so their dates are moved to
 * end now. Which postings come and go on which day follows from their ids alone, so that two starts
 * show the same.
 */
public final class Demo {
  private static final int DAYS = 9;

  /** One posting in this many has gone again before today. */
  private static final int SHORT_LIVED = 9;

  private final Crawl crawl;
  private final Sources sources;
  private final SourceStates states;
  private final Runnable dayOver;
  private final Clock clock;

  /**
   * A demonstration through this crawl.
   *
   * @param dayOver what is to happen after each replayed day: the index catches up
   */
  public Demo(Crawl crawl, Sources sources, SourceStates states, Runnable dayOver, Clock clock) {
    this.crawl = crawl;
    this.sources = sources;
    this.states = states;
    this.dayOver = dayOver;
    this.clock = clock;
  }

  /** Replays everything; answers the number of postings on offer at the end. */
  public int replay() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Map<SourceDefinition, List<Item>> all = new HashMap<>();
    for (SourceDefinition source : sources.all())
      if (source.status().isEmpty()) all.put(source, items(source, now));
    all.values().removeIf(List::isEmpty);
    for (int day = DAYS; day >= 0; day--) {
      Instant at = now.minus(Duration.ofDays(day)).minusSeconds(day == 0 ? 0 : 60);
      for (Map.Entry<SourceDefinition, List<Item>> each : all.entrySet())
        read(each.getKey(), shown(each.getValue(), at, day), at);
      dayOver.run();
    }
    return all.values().stream().mapToInt(List::size).sum();
  }

  private void read(SourceDefinition source, List<Item> items, Instant at) {
    if (items.isEmpty()) return;
    Stored result = crawl.believe(source, items, at);
    states.put(
        new SourceStates.State(
            source.id(),
            "ok",
            Optional.empty(),
            at,
            Optional.of(at),
            Optional.of(result.run().at()),
            Optional.empty(), // It is not read again.
            Optional.empty(),
            0));
  }

  private List<Item> items(SourceDefinition source, Instant now) {
    List<Item> items = new ArrayList<>();
    for (Fixture fixture : FixtureCheck.listings(sources, source)) {
      if (extract(source, fixture) instanceof Extraction.Items found) {
        Duration moved = Duration.between(fixture.given().at(), now);
        found.items().forEach(item -> items.add(moved(item, moved)));
      }
    }
    return items;
  }

  private static Extraction extract(SourceDefinition source, Fixture fixture) {
    try {
      return Extractor.extract(source, fixture.given().page(), fixture.page());
    } catch (IOException e) {
      throw new UncheckedIOException(fixture.body() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Item moved(Item item, Duration by) {
    return switch (item) {
      case JobPosting job ->
          job.toBuilder()
              .datePosted(moved(job.datePosted(), by))
              .validThrough(moved(job.validThrough(), by))
              .build();
      case DiscussionForumPosting post -> post;
      case AggregateRating rating -> rating.at(rating.dateModified().plus(by));
    };
  }

  private static @Nullable Instant moved(@Nullable Instant date, Duration by) {
    return date == null ? null : date.plus(by);
  }

  /** What the source shows on a day: nothing before its time, some things not to the end. */
  private static List<Item> shown(List<Item> items, Instant at, int day) {
    return items.stream().filter(item -> isShown(item, at, day)).toList();
  }

  private static boolean isShown(Item item, Instant at, int day) {
    int fate = Math.floorMod(item.id().hashCode(), 1_000);
    boolean over = fate % SHORT_LIVED == 0 && day < 2 + fate % 3;
    if (over) return false;
    Instant posted = item instanceof JobPosting job ? job.datePosted() : null;
    return posted == null ? day <= fate % DAYS : !posted.isAfter(at);
  }
}
