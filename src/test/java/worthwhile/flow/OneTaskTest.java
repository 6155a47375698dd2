package worthwhile.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import worthwhile.intake.Intake;
import worthwhile.posting.Duplicate;
import worthwhile.posting.JobPosting;
import worthwhile.posting.JobPostingBuilder;
import worthwhile.posting.Organization;
import worthwhile.posting.Posting;
import worthwhile.search.Apart;
import worthwhile.search.PostingFacts;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.lucene.SearchIndex;
import worthwhile.source.Platform;
import worthwhile.source.PlatformBuilder;
import worthwhile.source.card.OpenTo;
import worthwhile.store.Store;
import worthwhile.store.TestDatabase;
import worthwhile.store.source.Runs;

/** Copies of one task on several boards, from their sources through the database to the search. */
class OneTaskTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Map<String, Platform> CARDS =
      Map.of(
          "lab", card("research", OpenTo.How.CLOSED_TO, Set.of("NG")),
          "north", card("board", OpenTo.How.EVERYWHERE, Set.of()),
          "south", card("board", OpenTo.How.EVERYWHERE, Set.of()));

  @TempDir private Path folder;
  private int runs;

  private static Platform card(String kind, OpenTo.How how, Set<String> countries) {
    return PlatformBuilder.builder()
        .kind(kind)
        .openTo(
            Optional.of(
                new OpenTo(how, countries, LocalDate.of(2026, 11, 1), "https://example.org/")))
        .build();
  }

  private static JobPostingBuilder row(String source, String identifier) {
    return JobPosting.builder(source, source, identifier)
        .title("Sort pictures of old bridges")
        .description("Say of each picture whether the bridge in it is of stone or of wood.")
        .hiringOrganization(Organization.named("Bridge Society"))
        .url("https://" + source + ".example/" + identifier);
  }

  /** A complete reading of one source an hour after the last one. */
  private void read(Store store, String source, JobPostingBuilder... rows) {
    Instant at = NOON.minus(Duration.ofHours(20)).plus(Duration.ofHours(runs++));
    List<JobPosting> all = Stream.of(rows).map(JobPostingBuilder::build).toList();
    var judged = Intake.judge(new Intake.Rows(source, all, true, at), store.postings());
    store
        .postings()
        .apply(
            judged.changes(),
            new Runs.Run(
                "r" + runs,
                source,
                at,
                "items",
                Optional.empty(),
                1,
                all.size(),
                0,
                0,
                0,
                0,
                Duration.ZERO));
  }

  private static List<String> copies(Store store, String id) {
    return store.postings().byId(id).orElseThrow().standing().duplicates().stream()
        .map(Duplicate::id)
        .sorted()
        .toList();
  }

  private SearchResult search(Store store, Map<String, List<String>> parameters) {
    SearchQuery query = ((SearchQuery.Parsed.Valid) SearchQuery.parse(parameters)).query();
    try (SearchIndex index =
        SearchIndex.open(
            folder.resolve("index" + runs++),
            CLOCK,
            PostingFacts::statedReward,
            List::of,
            id -> Optional.ofNullable(CARDS.get(id)))) {
      index.rebuild(store.postings().notClosedBefore(NOON.minus(Duration.ofDays(30))), 1);
      return index.search(query);
    }
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.posting().id()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyCopyNamesAllOthersAndOneRowStandsForThem(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), CLOCK)) {
      read(store, "north", row("north", "1"));
      read(store, "south", row("south", "7").applicantLocationRequirements(List.of("KE", "NG")));
      read(store, "lab", row("lab", "x").totalJobOpenings(3));
      assertThat(copies(store, "north:1")).containsExactly("lab:x", "south:7");
      assertThat(copies(store, "south:7")).containsExactly("lab:x", "north:1");
      assertThat(copies(store, "lab:x")).containsExactly("north:1", "south:7");
      SearchResult all = search(store, Map.of());
      assertThat(all.total()).isEqualTo(1);
      assertThat(ids(all)).as("the direct source").containsExactly("lab:x");
      assertThat(all.facets().get("platform")).extracting(f -> f.count()).containsOnly(1L);
      assertThat(ids(search(store, Map.of("platform", List.of("south")))))
          .as("platform fits any copy, and the copy that fits stands for all")
          .containsExactly("south:7");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOneCopyStatesHoldsForAll(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), CLOCK)) {
      read(store, "north", row("north", "1"));
      read(store, "lab", row("lab", "x").qualifications(List.of("Native speaker")));
      assertThat(search(store, Map.of("country", List.of("GB"))).groups())
          .containsEntry(Apart.COUNTRY_NOT_STATED, 1L);
      read(store, "south", row("south", "7").applicantLocationRequirements(List.of("KE", "NG")));
      Posting north = store.postings().byId("north:1").orElseThrow();
      assertThat(north.job().applicantLocationRequirements()).as("its own words").isEmpty();
      assertThat(north.offered().job().applicantLocationRequirements()).containsExactly("KE", "NG");
      assertThat(north.offered().job().qualifications()).containsExactly("Native speaker");
      assertThat(search(store, Map.of("country", List.of("GB"))).total()).isZero();
      assertThat(search(store, Map.of("country", List.of("KE"))).groups())
          .containsEntry(Apart.COUNTRY_NOT_STATED, 0L);
      assertThat(ids(search(store, Map.of("country", List.of("NG")))))
          .as("the platform of the direct source is not open there")
          .containsExactly("north:1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatARequesterPutsUpAgainTakesThePlaceOfWhatHadClosed(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), CLOCK)) {
      read(store, "lab", row("lab", "old"));
      read(store, "north", row("north", "1"));
      read(store, "lab", row("lab", "new"));
      assertThat(copies(store, "lab:new")).containsExactly("north:1");
      assertThat(copies(store, "north:1")).containsExactly("lab:new");
      assertThat(copies(store, "lab:old")).isEmpty();
      read(store, "lab", row("lab", "new"), row("lab", "second"));
      assertThat(copies(store, "lab:second")).as("another task of the same source").isEmpty();
      assertThat(search(store, Map.of()).total()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fullEndedAndClosedOnesAreFoundByThoseWhoAsk(TestDatabase kind) {
    try (Store store = Store.open(kind.fresh(folder), CLOCK)) {
      read(store, "north", named("north", "closing", "Cut out leaves"));
      read(
          store,
          "north",
          named("north", "full", "Count ships").totalJobOpenings(0),
          named("north", "over", "Name stars").validThrough(NOON.minusSeconds(60)),
          named("north", "open", "Weigh stones").datePosted(NOON.plus(Duration.ofDays(3))));
      read(
          store,
          "north",
          named("north", "full", "Count ships").totalJobOpenings(0),
          named("north", "over", "Name stars").validThrough(NOON.minusSeconds(60)),
          named("north", "open", "Weigh stones").datePosted(NOON.plus(Duration.ofDays(3))));
      SearchResult usual = search(store, Map.of());
      assertThat(ids(usual)).containsExactly("north:open");
      assertThat(usual.groups()).containsEntry(Apart.FULL, 1L).containsEntry(Apart.ENDED, 1L);
      SearchResult all = search(store, Map.of("open", List.of("all")));
      assertThat(ids(all))
          .containsExactly("north:open", "north:full", "north:over", "north:closing");
      List<Optional<Apart>> groups = new ArrayList<>();
      all.hits().forEach(hit -> groups.add(hit.group()));
      assertThat(groups)
          .containsExactly(
              Optional.empty(),
              Optional.of(Apart.FULL),
              Optional.of(Apart.ENDED),
              Optional.of(Apart.CLOSED));
      Posting open = store.postings().byId("north:open").orElseThrow();
      assertThat(open.job().datePosted())
          .as("dated in the future: the day it was first seen")
          .isEqualTo(open.standing().firstSeen());
    }
  }

  private static JobPostingBuilder named(String source, String identifier, String title) {
    return row(source, identifier).title(title);
  }
}
