package worthwhile.store.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import worthwhile.posting.FlatPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.posting.RequesterId;
import worthwhile.posting.UnitText;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;

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
    Posting posting =
        FlatPosting.of(posting("alpha", identifier))
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
    Map<String, Requesters.Known> known = store.requesters().known("tasks", List.of("r1", "r2"));
    assertThat(known).containsOnlyKeys("r1");
    assertThat(known.get("r1").names())
        .extracting(Requesters.Name::name)
        .containsExactlyInAnyOrder("New Name", "Old Name");
    assertThat(known.get("r1").open()).isEqualTo(2);
    RequesterId id = RequesterId.identified("tasks", "r1");
    assertThat(store.requesters().named("tasks", "old  NAME")).containsExactly(id);
    assertThat(store.postings().openOfRequesters(List.of(id), 10)).hasSize(2);
  }

  @Test
  void requestersAreMergedAndSeparatedAgain() {
    add("1", "r1", "One", PostingState.OPEN);
    add("2", "r2", "Two", PostingState.OPEN);
    add("3", null, "Three", PostingState.OPEN);
    RequesterId one = RequesterId.identified("tasks", "r1");
    RequesterId two = RequesterId.identified("tasks", "r2");
    RequesterId three = RequesterId.named("tasks", "Three");
    long first = store.write(writing -> writing.merge(two, one, "mod", "same address", NOON));
    long second = store.write(writing -> writing.merge(one, three, "mod", "same site", NOON));
    for (RequesterId each : List.of(one, two, three))
      assertThat(store.requesters().members(each)).containsExactly(three, one, two);
    add("4", "r4", "Four", PostingState.OPEN);
    RequesterId four = RequesterId.identified("tasks", "r4");
    RequesterId nobody = RequesterId.identified("tasks", "r5");
    assertThat(store.requesters().members(List.of(two, four, nobody, three)))
        .isEqualTo(
            Map.of(
                two, List.of(three, one, two),
                three, List.of(three, one, two),
                four, List.of(four)));
    assertThat(store.requesters().known(two).orElseThrow().open()).isEqualTo(3);
    assertThatThrownBy(() -> store.write(writing -> writing.merge(one, two, "mod", "again", NOON)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are one already");
    assertThat((boolean) store.write(writing -> writing.separate(first, "mod", NOON))).isTrue();
    assertThat((boolean) store.write(writing -> writing.separate(first, "mod", NOON)))
        .as("undone once")
        .isFalse();
    assertThat(store.requesters().members(two)).containsExactly(two);
    assertThat(store.requesters().members(one)).containsExactly(three, one);
    assertThat((boolean) store.write(writing -> writing.separate(second, "mod", NOON))).isTrue();
    assertThat(store.requesters().members(one)).containsExactly(one);
  }
}
