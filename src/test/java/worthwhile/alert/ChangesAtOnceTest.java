package worthwhile.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.alert.AlertScene.ANNA;
import static worthwhile.alert.AlertScene.wanted;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.store.TestDatabase;

/** Two who change one saved search at the same time. */
class ChangesAtOnceTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void noneOfTwoChangesIsLost(TestDatabase kind) throws Exception {
    try (AlertScene scene = new AlertScene(kind.fresh(folder), folder)) {
      SavedSearch search = scene.save(wanted(Map.of("q", List.of("shapes"))));
      AtomicInteger asked = new AtomicInteger();
      scene.searches.change(
          ANNA,
          search.id(),
          before -> {
            if (asked.getAndIncrement() == 0)
              scene.searches.change(
                  ANNA,
                  search.id(),
                  other ->
                      WantedBuilder.builder(scene.searches.wanted(other)).paused(true).build());
            return WantedBuilder.builder(scene.searches.wanted(before)).name("Renamed").build();
          });
      SavedSearch now = scene.searches.of(ANNA, search.id()).orElseThrow();
      assertThat(now.name()).isEqualTo("Renamed");
      assertThat(now.paused()).isTrue();
      assertThat(asked).hasValue(2);
    }
  }
}
