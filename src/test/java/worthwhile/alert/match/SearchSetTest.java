package worthwhile.alert.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingMatcher;
import worthwhile.search.RandomSearches;
import worthwhile.search.SearchQuery;
import worthwhile.search.Sort;

/** A set of searches finds for a posting exactly the searches that find it. */
class SearchSetTest {
  private static final int SEARCHES = 600;
  private static final Instant NOW = RandomSearches.NOW;
  private final RandomSearches world = new RandomSearches(14);
  private final List<PostingFacts> postings =
      IntStream.range(0, 400).mapToObj(world::facts).toList();
  private final SearchSet set = new SearchSet(RandomSearches.VOCABULARY);
  private final Map<String, SearchQuery> searches = new HashMap<>();

  @Test
  void findsWhatEachSearchAloneFinds() {
    fill();
    assertThat(matchesOfAll()).isBetween(2_000, 100_000);
  }

  @Test
  void findsTheSameAfterChangesAndRemovals() {
    fill();
    for (int i = 0; i < 3_000; i++) change();
    assertThat(set.size()).isEqualTo(searches.size());
    assertThat(matchesOfAll()).isGreaterThan(1_000);
  }

  @Test
  void findsTheSameWhenFiledByWhatIsCommon() {
    postings.forEach(set::learn);
    fill();
    assertThat(matchesOfAll()).isGreaterThan(2_000);
    for (int i = 0; i < 1_000; i++) change();
    assertThat(matchesOfAll()).isGreaterThan(1_000);
  }

  @Test
  void looksOnlyAtSearchesThatThePostingMayFit() {
    put("words", "q=ukulele");
    put("platform", "platform=nowhere");
    put("pay", "min_hourly=1000000");
    assertThat(set.match(postings.getFirst(), NOW).asked()).isZero();
  }

  @Test
  void asksOnceForSearchesThatDifferInPayOrOrderAlone() {
    for (int i = 0; i < 100; i++)
      searches.put("a" + i, query("open=all", "min_hourly=" + i % 20, "page=" + (1 + i % 3)));
    searches.put("unasked", query("open=all").withSort(Sort.RELEVANCE));
    searches.forEach(set::put);
    for (PostingFacts posting : postings) assertThat(checked(posting).asked()).isEqualTo(1);
    assertThat(searches).hasSize(101);
  }

  @Test
  void tellsOfASearchThatBreaksAndMatchesTheRest() {
    put("broken", "posted_within=1h");
    put("whole", "open=all");
    Matches matches = set.match(postings.getFirst(), Instant.MIN);
    assertThat(matches.ids()).containsExactly("whole");
    assertThat(matches.failed()).containsOnlyKeys("broken");
    assertThat(matches.failed().get("broken")).isNotBlank();
  }

  @Test
  void tellsOfASearchThatCannotBeRead() {
    SearchSet strict = new SearchSet(new BrokenVocabulary());
    assertThat(strict.put("a", query("q=good"))).isEqualTo(new Filing.Filed());
    assertThat(strict.put("a", query("q=bad"))).isEqualTo(new Filing.Broken("no such word: bad"));
    assertThat(strict.put("b", query("open=all"))).isEqualTo(new Filing.Filed());
    assertThat(strict.size()).isEqualTo(1);
    assertThat(strict.match(postings.getFirst(), NOW).ids()).containsExactly("b");
  }

  @Test
  void neverLosesASearchThatChangesMeanwhile() throws Exception {
    PostingFacts posting = open();
    List<SearchQuery> either =
        List.of(
            query("open=all"),
            query("open=all", "min_hourly=0"),
            query("open=all", "eligibility=named"),
            query("open=all", "size=50"));
    set.put("moving", either.getFirst());
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> readers =
          IntStream.range(0, 3).mapToObj(_ -> threads.submit(() -> read(posting, done))).toList();
      for (int i = 0; i < 2_000; i++) set.put("moving", either.get(i % either.size()));
      done.set(true);
      for (Future<Integer> reader : readers) assertThat(reader.get()).isPositive();
    }
  }

  private int read(PostingFacts posting, AtomicBoolean done) {
    int times = 0;
    do {
      assertThat(set.match(posting, NOW).ids()).containsOnlyOnce("moving").doesNotHaveDuplicates();
      times++;
    } while (!done.get());
    return times;
  }

  private PostingFacts open() {
    return postings.stream()
        .filter(posting -> posting.hourly().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private void fill() {
    for (int i = 0; i < SEARCHES; i++) searches.put("s" + i, world.query());
    searches.forEach((id, query) -> assertThat(set.put(id, query)).isEqualTo(new Filing.Filed()));
  }

  private void change() {
    String id = "s" + world.below(SEARCHES);
    switch (world.below(4)) {
      case 0 -> {
        set.remove(id);
        searches.remove(id);
      }
      case 1 -> put(id, searches.getOrDefault(id, world.query()).withWords(Optional.empty()));
      default -> put(id, world.query());
    }
  }

  private void put(String id, String... parameters) {
    put(id, query(parameters));
  }

  private void put(String id, SearchQuery query) {
    set.put(id, query);
    searches.put(id, query);
  }

  private int matchesOfAll() {
    return postings.stream().mapToInt(posting -> checked(posting).ids().size()).sum();
  }

  private Matches checked(PostingFacts posting) {
    Matches matches = set.match(posting, NOW);
    assertThat(matches.failed()).isEmpty();
    assertThat(matches.ids()).containsExactlyInAnyOrderElementsOf(alone(posting));
    return matches;
  }

  private final Map<SearchQuery, PostingMatcher> matchers = new HashMap<>();

  private List<String> alone(PostingFacts posting) {
    return searches.entrySet().stream()
        .filter(
            one ->
                matchers
                    .computeIfAbsent(one.getValue(), q -> q.matcher(RandomSearches.VOCABULARY))
                    .accepts(posting, NOW))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static SearchQuery query(String... parameters) {
    SearchQuery query = SearchQuery.everything();
    for (String parameter : parameters) {
      String[] parts = parameter.split("=", 2);
      query = query.changed(parts[0], List.of(parts[1]));
    }
    return query;
  }
}
