package worthwhile.alert.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.Rhythm;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.SavedSearchBuilder;
import worthwhile.alert.saved.Timetable;
import worthwhile.alert.saved.Watched;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

class StandingSearchesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsKeptIsAsItStandsWhenAsked(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), Clock.fixed(NOW, ZoneOffset.UTC))) {
      StandingSearches standing = new StandingSearches();
      SavedSearch first = store.changeAlerts(alerts -> alerts.searches().add(search("first")));
      store.changeAlerts(alerts -> alerts.searches().add(search("second")));
      assertThat(ask(store, standing)).containsOnlyKeys("first", "second");
      assertThat(ask(store, standing).get("first"))
          .isSameAs(ask(store, standing).get("first"))
          .isEqualTo(first);

      SavedSearch paused = SavedSearchBuilder.builder(first).paused(true).build();
      store.changeAlerts(alerts -> alerts.searches().replace(paused));
      store.changeAlerts(alerts -> alerts.searches().delete("somebody", "second", NOW));
      Map<String, SavedSearch> now = ask(store, standing);
      assertThat(now).containsOnlyKeys("first");
      assertThat(now.get("first").paused()).isTrue();

      store.accounts().delete("somebody");
      assertThat(ask(store, standing)).isEmpty();
    }
  }

  private static Map<String, SavedSearch> ask(Store store, StandingSearches standing) {
    return store.alerts(
        alerts -> standing.byIds(alerts.searches(), Set.of("first", "second", "none")));
  }

  private static SavedSearch search(String id) {
    return new SavedSearch(
        id,
        "somebody",
        "About it",
        Map.of("q", List.of("it")),
        Watched.POSTINGS,
        new Timetable(new Rhythm.Instantly(), Optional.empty(), ZoneOffset.UTC),
        List.of(7L),
        SavedSearch.MOST_PER_DAY,
        false,
        0,
        0,
        Optional.empty(),
        NOW,
        NOW);
  }
}
