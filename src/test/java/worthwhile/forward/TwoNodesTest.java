package worthwhile.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.flow.Assessor;
import worthwhile.flow.Tail;
import worthwhile.intake.Normalise;
import worthwhile.pay.HourlyPay;
import worthwhile.pay.money.Rates;
import worthwhile.source.SourceDefinition;
import worthwhile.source.read.Sources;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.account.AccountRows;
import worthwhile.store.posting.Changes;

/** Two workers whose pages come at the same moment, to two processes on one store. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TwoNodesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Instant OLD = NOW.minus(Duration.ofDays(10));
  private static final int PAIRS = 40;
  private static final SourceDefinition PROLIFIC =
      Sources.load(Path.of("scrapers")).byId("prolific").orElseThrow();

  @Parameter TestDatabase kind;
  @TempDir Path folder;

  private static Forwards node(Store store) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Tail tail =
        new Tail(
            store,
            Normalise.plain(),
            Assessor.with(() -> HourlyPay.at(Rates.shipped())),
            () -> {},
            clock);
    return new Forwards(store, tail, Rates::shipped, 500, clock);
  }

  /** One listing of three studies with ids of their own. */
  private static String studies(int pair) throws IOException {
    return Files.readString(Path.of("scrapers/prolific/fixtures/prolific/listing.json"))
        .replace("66f0a1b2c3d4e5f6a7", "66f0a1b2c3d4e5f6%02d".formatted(pair));
  }

  private static ForwardResult.Rows forward(Forwards node, String account, String body) {
    URI url = URI.create("https://internal-api.prolific.com/api/v1/participant/studies/");
    Forwarded page = new Forwarded.Page(url, 200, "application/json", body, NOW);
    return (ForwardResult.Rows)
        node.take(PROLIFIC, page, new Sender(account, OLD, Optional.empty(), false));
  }

  @Test
  void everyPairAgreesAndEveryPostingIsBornOnce() throws IOException {
    String address = kind.fresh(folder);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    try (Store one = Store.open(address, clock);
        Store other = Store.open(address, clock);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String name : List.of("ada", "ben"))
        one.accounts()
            .add(
                new AccountRows.Row(
                    name, name, name, Set.of(), Optional.empty(), Optional.empty(), OLD));
      Forwards here = node(one);
      Forwards there = node(other);
      List<CompletableFuture<ForwardResult.Rows>> all = new ArrayList<>();
      for (int pair = 0; pair < PAIRS; pair++) {
        String body = studies(pair);
        all.add(CompletableFuture.supplyAsync(() -> forward(here, "ada", body), workers));
        all.add(CompletableFuture.supplyAsync(() -> forward(there, "ben", body), workers));
      }
      List<ForwardResult.Rows> results = all.stream().map(CompletableFuture::join).toList();
      assertThat(results.stream().mapToInt(ForwardResult.Rows::added).sum()).isEqualTo(3 * PAIRS);
      assertThat(results.stream().mapToInt(ForwardResult.Rows::held).sum()).isEqualTo(3 * PAIRS);
      assertThat(
              one.changes().after(0, 10_000).stream()
                  .filter(each -> each.what().equals("new"))
                  .map(Changes.Entry::posting))
          .hasSize(3 * PAIRS)
          .doesNotHaveDuplicates();
      for (String name : List.of("ada", "ben"))
        assertThat(one.sightings().shownTo(name)).as(name).isEmpty();
    }
  }
}
