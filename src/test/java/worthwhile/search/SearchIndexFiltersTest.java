package worthwhile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.Posting;
import worthwhile.search.SearchResult.FacetCount;
import worthwhile.search.lucene.SearchIndex;

/** Filters, facets, orders and pages say exactly what a plain look at every posting says. */
class SearchIndexFiltersTest {
  private static final Clock CLOCK = Clock.fixed(InventedPostings.NOW, ZoneOffset.UTC);
  private static final List<Posting> POSTINGS =
      InventedCards.withCopies(new InventedPostings(7).list(2_000));
  private static final PlainFilter PLAIN = new PlainFilter(POSTINGS, InventedPostings.NOW);

  @TempDir static Path folder;
  private static SearchIndex index;

  @BeforeAll
  static void fill() {
    index =
        SearchIndex.open(folder, CLOCK, PostingFacts::statedReward, List::of, InventedCards::of);
    for (int from = 0; from < POSTINGS.size(); from += 450) {
      index.put(POSTINGS.subList(from, Math.min(POSTINGS.size(), from + 450)), from);
      index.refresh();
    }
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void everySearchFindsAndCountsWhatAPlainLookFinds() {
    Random random = new Random(42);
    int found = 0;
    for (int i = 0; i < 400; i++) {
      SearchQuery query = query(random);
      List<Posting> expected = PLAIN.matches(query);
      SearchResult result = index.search(query);
      found += expected.isEmpty() ? 0 : 1;
      assertThat(result.total()).as("%s", query).isEqualTo(expected.size());
      assertThat(result.groups()).as("%s", query).isEqualTo(PLAIN.groups(query));
      for (String facet : List.of("platform", "category", "kind", "requester", "country"))
        assertThat(result.facets().get(facet).stream().map(SearchIndexFiltersTest::lower))
            .as("%s of %s", facet, query)
            .containsExactlyElementsOf(PLAIN.facet(query, facet, 30));
    }
    assertThat(found).isGreaterThan(150);
  }

  @Test
  void pagesFollowEachOtherInOrderWithoutOverlapOrGap() {
    Random random = new Random(43);
    for (Sort sort : List.of(Sort.HOURLY, Sort.NEWEST, Sort.REWARD, Sort.ENDING, Sort.BEST)) {
      SearchQuery query = query(random).withSize(37).withSort(sort).withWords(Optional.empty());
      List<String> expected =
          PLAIN.matches(query).stream().sorted(PLAIN.order(query)).map(Posting::id).toList();
      assertThat(pages(query)).as("%s", query).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void theBestForOneReaderFollowsWhatSheBringsAlongAndNobodyElsesList() {
    Fit fit =
        new Fit(
            Set.of("en"),
            Set.of("mturk", "prolific"),
            Set.of("phone"),
            Optional.of(Duration.ofMinutes(20)));
    PostingIndex.Viewer viewer =
        new PostingIndex.Viewer(Optional.empty(), Set.of(), fit, Optional.empty());
    SearchQuery query = SearchQuery.everything().withSort(Sort.BEST).withSize(100);
    Comparator<Posting> best =
        Comparator.comparingLong((Posting p) -> -PlainWorth.of(p, fit)).thenComparing(Posting::id);
    List<String> expected = PLAIN.matches(query).stream().sorted(best).map(Posting::id).toList();
    List<String> before = pages(query);
    List<String> hers = new ArrayList<>();
    for (int page = 1; hers.size() < expected.size(); page++)
      index
          .searchFor(query.withPage(page), viewer)
          .hits()
          .forEach(hit -> hers.add(hit.posting().id()));
    assertThat(hers).containsExactlyElementsOf(expected);
    assertThat(pages(query)).isEqualTo(before).isNotEqualTo(hers);
  }

  @Test
  void whatIsNewIsWhatWasFirstSeenLater() {
    Instant moment = InventedPostings.NOW.minus(Duration.ofDays(5));
    SearchQuery query = SearchQuery.everything().withSize(100);
    long expected =
        POSTINGS.stream()
            .filter(
                copy ->
                    !new PlainFilter(List.of(copy), InventedPostings.NOW).matches(query).isEmpty())
            .collect(Collectors.groupingBy(InventedCards::task))
            .values()
            .stream()
            .filter(
                copies -> copies.stream().allMatch(p -> p.standing().firstSeen().isAfter(moment)))
            .count();
    SearchResult found = index.searchFor(query, PostingIndex.Viewer.ANYBODY.seenAfter(moment));
    assertThat(found.total()).isEqualTo(expected).isBetween(10L, 1_500L);
    assertThat(found.hits()).allMatch(hit -> hit.posting().standing().firstSeen().isAfter(moment));
    assertThat(index.search(query).total()).isGreaterThan(expected);
  }

  @Test
  void pagesByRelevanceHoldEveryResultOnce() {
    SearchQuery query = SearchQuery.everything().withWords(Optional.of("apple")).withSize(50);
    List<String> ids = pages(query);
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            PLAIN.matches(query).stream().map(Posting::id).toList());
  }

  @Test
  void choosingAFacetValueGivesAsManyResultsAsItSaid() {
    SearchQuery query = SearchQuery.everything().toggled("platform", "mturk");
    SearchResult result = index.search(query);
    for (FacetCount value : result.facets().get("country"))
      assertThat(index.search(query.toggled("country", value.value())).total())
          .isEqualTo(value.count());
    for (FacetCount value : result.facets().get("requester"))
      assertThat(index.search(query.toggled("requester", value.value())).total())
          .isEqualTo(value.count());
  }

  private static List<String> pages(SearchQuery query) {
    List<String> ids = new ArrayList<>();
    for (int page = 1; ; page++) {
      SearchResult result = index.search(query.withPage(page));
      if (result.hits().isEmpty()) return ids;
      result.hits().forEach(hit -> ids.add(hit.posting().id()));
    }
  }

  private static FacetCount lower(FacetCount count) {
    return new FacetCount(count.value().toLowerCase(Locale.ROOT), count.count());
  }

  private static SearchQuery query(Random random) {
    return new SearchQuery(
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(String.join(" ", some(random, InventedPostings.WORDS, 6))),
        Map.of(
            Dimension.PLATFORM, some(random, InventedPostings.PLATFORMS, 4),
            Dimension.CATEGORY, some(random, List.of("SURVEY", "data entry", "annotation"), 4),
            Dimension.REQUESTER,
                some(random, List.of("requester 1", "Requester 2", "REQUESTER 3", "nobody"), 4),
            Dimension.KIND, some(random, List.of("job", "MICRO-TASK", "project"), 4),
            Dimension.COUNTRY, some(random, InventedPostings.COUNTRIES, 4),
            Dimension.DEVICE, some(random, List.of("phone", "desktop", "webcam"), 4),
            Dimension.LANGUAGE, some(random, List.of("en", "DE", "fr"), 4)),
        maybe(random, BigDecimal.valueOf(random.nextInt(3000), 2)),
        random.nextInt(3) == 0
            ? maybe(random, BigDecimal.valueOf(random.nextInt(3000), 2))
            : Optional.empty(),
        maybe(random, 1 + random.nextInt(60)),
        maybe(random, BigDecimal.valueOf(random.nextInt(500), 2)),
        random.nextInt(4) == 0 ? Optional.of(1 + random.nextInt(3)) : Optional.empty(),
        maybe(random, Duration.ofHours(1 + random.nextInt(900))),
        random.nextInt(3) != 0,
        random.nextInt(3) == 0,
        random.nextInt(3) == 0,
        maybe(random, new BigDecimal("0.5")),
        random.nextInt(6) == 0
            ? Optional.of(BigDecimal.valueOf(random.nextInt(90), 2))
            : Optional.empty(),
        random.nextInt(6) == 0
            ? Optional.of(SeverityLimit.values()[random.nextInt(3)])
            : Optional.empty(),
        List.copyOf(some(random, List.of("dune", "\"ember flint\"", "ivory"), 8)),
        RandomSearches.requesters(some(random, InventedPostings.BLOCKABLE, 4)),
        Sort.values()[random.nextInt(Sort.values().length)],
        1,
        5);
  }

  private static Set<String> some(Random random, List<String> values, int oneIn) {
    Set<String> some = new HashSet<>();
    for (String value : values) if (random.nextInt(oneIn * 2) == 0) some.add(value);
    return some;
  }

  private static <T> Optional<T> maybe(Random random, T value) {
    return random.nextInt(4) == 0 ? Optional.of(value) : Optional.empty();
  }
}
