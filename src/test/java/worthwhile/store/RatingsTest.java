package worthwhile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static worthwhile.store.Examples.NOON;
import static worthwhile.store.Examples.posting;
import static worthwhile.store.Examples.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import worthwhile.posting.AggregateRating;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.PostingState;
import worthwhile.posting.UnitText;

/** Ratings of requesters, and whom to ask about, through the real databases. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RatingsTest {
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

  private static AggregateRating rating(String site, String requester, String pay, Instant at) {
    return new AggregateRating(
        site + ":" + requester,
        site,
        site,
        requester,
        new AggregateRating.Reviewed("Shelf Lab", "tasks", requester),
        Map.of("pay", new BigDecimal(pay)),
        Map.of("speed", "Good"),
        new BigDecimal("5"),
        new BigDecimal("1"),
        12,
        MonetaryAmount.of("USD", new BigDecimal("9.40"), UnitText.HOUR),
        List.of(new AggregateRating.Bucket("$15+", 2)),
        1,
        0,
        null,
        "The Site",
        "https://site.example/" + requester,
        at);
  }

  @Test
  void comeBackAsTheyWereAndTellOnlyNews() {
    AggregateRating first = rating("site", "r17", "3.40", NOON);
    assertThat(store.ratings().put(List.of(first, rating("other", "r17", "2.00", NOON))))
        .isEqualTo(2);
    assertThat(store.ratings().of("tasks", List.of("r17", "r99")))
        .isEqualTo(Map.of("r17", List.of(rating("other", "r17", "2.00", NOON), first)));
    Instant later = NOON.plus(Duration.ofDays(7));
    assertThat(store.ratings().put(List.of(first.at(later)))).as("nothing new").isZero();
    assertThat(store.ratings().of("tasks", List.of("r17")).get("r17").getLast())
        .isEqualTo(first.at(later));
    assertThat(store.ratings().put(List.of(rating("site", "r17", "3.50", later)))).isEqualTo(1);
    assertThat(store.ratings().of("elsewhere", List.of("r17"))).isEmpty();
  }

  private void add(String identifier, String requester, String name, PostingState state) {
    JobPosting posting =
        posting("alpha", identifier).toBuilder()
            .hiringOrganization(new Organization(name, requester, null))
            .state(state)
            .build();
    store.postings().apply(List.of(new Change.New(posting)), run("run-" + identifier));
  }

  @Test
  void whoWasAskedAboutLongestAgoComesFirst() {
    add("1", "r1", "One", PostingState.OPEN);
    add("2", "r2", "Two", PostingState.OPEN);
    add("3", "r3", "Three", PostingState.CLOSED);
    add("4", null, "Nameless", PostingState.OPEN);
    store.ratings().asked("site", "tasks", List.of("r1", "r2"), NOON);
    store.ratings().asked("site", "tasks", List.of("r1"), NOON.plusSeconds(60));
    assertThat(store.requesters().toAsk("site", "tasks", 10)).containsExactly("r3", "r2", "r1");
    assertThat(store.requesters().toAsk("site", "tasks", 1)).containsExactly("r3");
    assertThat(store.requesters().toAsk("other", "tasks", 10)).hasSize(3);
    assertThat(store.requesters().toAsk("site", "elsewhere", 10)).isEmpty();
  }

  @Test
  void aRequesterKeepsItsIdThroughItsNames() {
    add("1", "r1", "Old Name", PostingState.OPEN);
    add("2", "r1", "New Name", PostingState.OPEN);
    add("3", "r1", "New Name", PostingState.CLOSED);
    assertThat(store.requesters().known("tasks", List.of("r1", "r2")))
        .isEqualTo(Map.of("r1", new Requesters.Known("r1", List.of("New Name", "Old Name"), 2)));
    assertThat(store.requesters().ids("tasks", "Old Name")).containsExactly("r1");
    assertThat(store.postings().openOfRequesterId("tasks", "r1", 10)).hasSize(2);
  }
}
