package worthwhile.alert.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.flow.Assessor;
import worthwhile.flow.Batch;
import worthwhile.flow.RunOutcome;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Posting;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

class StandingPostingsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Set<String> IDS = Set.of("mill:1", "mill:2", "mill:3");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsKeptIsAsItStandsWhenAsked(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), CLOCK)) {
      StandingPostings standing = new StandingPostings();
      come(store, task("1"), task("2"));
      Map<String, Posting> first = standing.byIds(store.postings(), IDS);
      assertThat(first).containsOnlyKeys("mill:1", "mill:2");
      assertThat(standing.byIds(store.postings(), IDS).get("mill:1"))
          .as("is not read anew while nothing changed")
          .isSameAs(first.get("mill:1"));

      come(store, task("1").totalJobOpenings(0), task("3"));
      Map<String, Posting> now = standing.byIds(store.postings(), IDS);
      assertThat(now).containsOnlyKeys("mill:1", "mill:2", "mill:3");
      assertThat(now.get("mill:1").job().totalJobOpenings()).isZero();

      Instant later = NOW.plus(Duration.ofDays(3));
      store.postings().forget("mill", later, later);
      assertThat(standing.byIds(store.postings(), IDS)).isEmpty();
    }
  }

  private static void come(Store store, JobPostingBuilder... rows) {
    new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            CLOCK)
        .take(
            Batch.Rows.of("mill", NOW)
                .outcome(RunOutcome.Read.PARTIAL)
                .items(Arrays.stream(rows).<Item>map(JobPostingBuilder::build).toList())
                .build());
  }

  private static JobPostingBuilder task(String identifier) {
    return JobPosting.builder("mill", "mill", identifier)
        .title("Match shapes " + identifier)
        .url("https://mill.test/" + identifier);
  }
}
