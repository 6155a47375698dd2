package worthwhile.store.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
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
import worthwhile.posting.Pay;
import worthwhile.posting.Posting;
import worthwhile.posting.Reason;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

/** What is missing for saying what a posting pays is kept, until its pay is known. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class NotKnownTest {
  private static final List<Reason> MISSING =
      List.of(Reason.of("rate-not-known").with("currency", "QQQ"), Reason.of("time-not-known"));

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
  void isKeptUntilThePayIsKnown() {
    Posting posting =
        FlatPosting.builder("tasks", "tasks", "1")
            .title("Sort leaves")
            .firstSeen(NOON)
            .lastSeen(NOON)
            .state(worthwhile.posting.PostingState.OPEN)
            .build()
            .with(Assessment.NONE.lacking(MISSING));
    store.postings().apply(List.of(new Change.New(posting)), run("r1"));
    assertThat(stored(posting).notKnown()).isEqualTo(MISSING);

    BigDecimal ten = BigDecimal.TEN;
    Pay pay = new Pay("USD", ten, ten, ten, Pay.Basis.STATED, 1, null, List.of(), null, List.of());
    store.write(
        writing -> {
          writing.reassess(List.of(posting.with(Assessment.NONE.with(pay))), NOON);
          return 1;
        });
    assertThat(stored(posting).notKnown()).isEmpty();
    assertThat(stored(posting).pay().net()).isEqualByComparingTo("10");
  }

  private Posting stored(Posting posting) {
    return store.postings().byIds(List.of(posting.id())).get(posting.id());
  }
}
