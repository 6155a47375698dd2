package worthwhile.store.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Change;
import worthwhile.posting.Assessment;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.Reason;
import worthwhile.posting.Warning;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** Warnings are kept beside a posting, with what was not looked at, and can be taken back. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class WarningsKeptTest {
  private static final Warning FEE =
      new Warning(
          "upfront-fee",
          Warning.Severity.DANGER,
          "pay a fee of $20 \0 \"now\"",
          Warning.By.RULE,
          NOON,
          Map.of("host", "prolfic.example"));

  private static final List<Reason> LEFT =
      List.of(Reason.of("rest-not-read").with("characters", 20_000));

  @Parameter TestDatabase kind;
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(kind.fresh(folder), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void areKeptUntilTheyAreTakenBack() {
    Posting posting =
        FlatPosting.builder("tasks", "tasks", "1")
            .title("Sort leaves")
            .firstSeen(NOON)
            .lastSeen(NOON)
            .state(PostingState.OPEN)
            .build()
            .with(Assessment.NONE.warned(new BigDecimal("0.070"), List.of(FEE), LEFT));
    store.postings().apply(List.of(new Change.New(posting)), run("r1"));
    Assessment kept = stored(posting).assessment();
    assertThat(kept.risk()).isEqualByComparingTo("0.07");
    assertThat(kept.warnings()).hasSize(1);
    assertThat(kept.warnings().getFirst())
        .usingRecursiveComparison()
        .ignoringFields("quote")
        .isEqualTo(FEE);
    assertThat(kept.warnings().getFirst().quote()).contains("pay a fee of $20", "\"now\"");
    assertThat(kept.notChecked()).isEqualTo(LEFT);

    store.write(
        writing -> {
          writing.reassess(List.of(posting.with(Assessment.NONE)), NOON);
          return 1;
        });
    assertThat(stored(posting).assessment()).isEqualTo(Assessment.NONE);
  }

  private Posting stored(Posting posting) {
    return store.postings().byIds(List.of(posting.id())).get(posting.id());
  }
}
