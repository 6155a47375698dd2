package worthwhile.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.HandClock;
import worthwhile.fetch.FetchOutcome;
import worthwhile.posting.Warning;
import worthwhile.source.Stop;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.BlockLists;
import worthwhile.warning.Circumstances;
import worthwhile.warning.ListedHost;
import worthwhile.warning.Observations;
import worthwhile.warning.Warnings;

/** Lists of reported hosts: read, dated, expired, found wrong. */
class BlockListReadingTest {
  private static final Web NO_WEB =
      (_, _, _) -> new FetchOutcome.Stopped(new Stop(Stop.Kind.UNAVAILABLE, "no network in tests"));

  @TempDir private Path folder;
  private final HandClock time = new HandClock(Instant.parse("2026-11-20T12:00:00Z"));

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("list.txt"), text, UTF_8);
  }

  private BlockListReading reading(Store store, Path... files) {
    return new BlockListReading(
        NO_WEB,
        store.blockLists(),
        List.of(files).stream()
            .map(file -> new BlockListReading.Wanted("Traps", "CC0", file.toString()))
            .toList(),
        time);
  }

  private static Observations check(Store store, String text, Instant now) {
    BlockLists.Asked lists = store.blockLists().at(now);
    return Warnings.knowing(List.of())
        .of(text, Circumstances.listing(lists.hits(Warnings.hosts(text)), lists.notAsked()));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aHitIsADatedNoteWithItsSourceAndNothingMore(TestDatabase kind) throws IOException {
    try (Store store = Store.open(kind.fresh(folder), time)) {
      Path file = write("trap.example\nother.example\n");
      reading(store, file).refreshIfDue();
      time.move(Duration.ofDays(2));
      write("trap.example\nnext.example\n");
      reading(store, file).refreshIfDue();
      Observations seen = check(store, "Sign up at https://pay.trap.example/now", time.instant());
      Warning hit = seen.warnings().getFirst();
      assertThat(hit.code()).isEqualTo(ListedHost.CODE);
      assertThat(hit.severity()).isEqualTo(Warning.Severity.NOTE);
      assertThat(hit.by()).isEqualTo(Warning.By.LIST);
      assertThat(hit.since()).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
      assertThat(hit.text())
          .contains("trap.example on Traps")
          .contains("since 2026-11-20")
          .contains("list of 2026-11-22")
          .contains(file.toString())
          .contains("CC0");
      assertThat(check(store, "https://other.example", time.instant()).warnings())
          .as("no longer listed")
          .isEmpty();
      assertThat(check(store, "see https://trap.example.org", time.instant()).warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aListThatIsNotReadAnyMoreIsNotAskedAndThatIsSaid(TestDatabase kind) throws IOException {
    try (Store store = Store.open(kind.fresh(folder), time)) {
      Path file = write("trap.example\n");
      reading(store, file).refreshIfDue();
      write("<html>Sorry, we moved</html>");
      time.move(Duration.ofDays(20));
      reading(store, file).refreshIfDue();
      assertThat(store.blockLists().all().getFirst().trouble().orElseThrow())
          .contains("no line of it names a host");
      assertThat(check(store, "https://trap.example", time.instant()).warnings()).hasSize(1);
      time.move(Duration.ofDays(11));
      reading(store, file).refreshIfDue();
      Observations late = check(store, "https://trap.example", time.instant());
      assertThat(late.warnings()).isEmpty();
      assertThat(late.notChecked().getFirst().text())
          .contains("Traps")
          .contains(file.toString())
          .contains("2026-11-20");
    }
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatPeopleFoundWrongAndWhatIsSwitchedOffIsNotSaid(TestDatabase kind) throws IOException {
    try (Store store = Store.open(kind.fresh(folder), time)) {
      Path file = write("trap.example\nmill.example\n");
      reading(store, file).refreshIfDue();
      store.write(
          writing -> {
            writing
                .statements()
                .withdrawn()
                .add(
                    "host:mill.example",
                    Set.of("on-a-list"),
                    Optional.empty(),
                    "c",
                    time.instant());
            return 1;
          });
      assertThat(check(store, "https://mill.example/", time.instant()).warnings()).isEmpty();
      assertThat(check(store, "https://trap.example/", time.instant()).warnings()).hasSize(1);
      reading(store).refreshIfDue();
      assertThat(check(store, "https://trap.example/", time.instant()).warnings()).isEmpty();
      assertThat(store.blockLists().all()).isEmpty();
    }
  }
}
