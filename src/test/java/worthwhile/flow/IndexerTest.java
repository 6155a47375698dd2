package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.posting.Item;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Pay;
import worthwhile.posting.UnitText;
import worthwhile.posting.WorkReport;
import worthwhile.search.PostingIndex;
import worthwhile.search.SearchQuery;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.store.Store;

class IndexerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path folder;

  @Test
  void anIndexThatSleptPastTheEndOfTheLogStartsAnew() {
    try (Store store = Store.open("jdbc:sqlite:" + folder.resolve("x.db"), CLOCK);
        PostingIndex index = SearchIndex.open(folder.resolve("index"), CLOCK)) {
      Assessor assessor = Assessor.with(() -> HourlyPay.at(Rates.shipped()));
      Tail tail = new Tail(store, Normalise.plain(), assessor, () -> {}, CLOCK);
      Indexer indexer = new Indexer("index", store, index, CLOCK);
      tail.take(batch(task("1"), task("2")));
      indexer.catchUp();
      Pay before = found(index, "1");
      WorkReport nine =
          new WorkReport("a", new BigDecimal("9"), NOW, WorkReport.Outcome.PAID, "forum");
      tail.take(batch(task("2").reports(List.of(nine))));
      Pay stored = store.postings().byId("mill:1").orElseThrow().pay();
      assertThat(stored).as("task 1 was assessed anew").isNotEqualTo(before);

      store.changes().thin(NOW.plus(Duration.ofDays(60)));
      indexer.catchUp();
      assertThat(found(index, "1")).isEqualTo(stored);
      assertThat(index.size()).isEqualTo(2);
    }
  }

  private static JobPostingBuilder task(String identifier) {
    return JobPosting.builder("mill", "mill", identifier)
        .title("Match shapes")
        .hiringOrganization(Organization.named("Stone Lab"))
        .baseSalary(MonetaryAmount.of("USD", new BigDecimal("0.2"), UnitText.TASK));
  }

  private static Batch.Rows batch(JobPostingBuilder... rows) {
    return Batch.Rows.of("mill", NOW)
        .outcome(RunOutcome.Read.PARTIAL)
        .items(Stream.of(rows).<Item>map(JobPostingBuilder::build).toList())
        .build();
  }

  private static Pay found(PostingIndex index, String identifier) {
    return index.search(SearchQuery.everything()).hits().stream()
        .map(hit -> hit.posting())
        .filter(posting -> posting.id().equals("mill:" + identifier))
        .findFirst()
        .orElseThrow()
        .pay();
  }
}
