package worthwhile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.search.lucene.SearchIndex;

/** A search accepts exactly the postings that the index finds for it. */
class PostingMatcherTest {
  private static final Clock CLOCK = Clock.fixed(InventedPostings.NOW, ZoneOffset.UTC);

  @TempDir Path folder;
  private final RandomSearches world = new RandomSearches(11);
  private SearchIndex index;

  @BeforeEach
  void open() {
    index =
        SearchIndex.open(
            folder,
            CLOCK,
            PostingFacts::statedReward,
            () -> RandomSearches.NAMES,
            InventedCards::of);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void acceptsWhatTheIndexFinds() {
    List<Posting> postings =
        InventedCards.withCopies(IntStream.range(0, 99).mapToObj(world::posting).toList());
    Map<String, String> tasks =
        postings.stream().collect(Collectors.toMap(Posting::id, InventedCards::task));
    index.put(postings, 1);
    index.refresh();
    List<PostingFacts> facts = postings.stream().map(index::facts).toList();
    long some = 0;
    for (int i = 0; i < 1_200; i++) {
      SearchQuery query = world.query().withSort(Sort.NEWEST).withSize(100);
      Set<String> found = new TreeSet<>();
      index.search(query).hits().forEach(hit -> found.add(hit.posting().id()));
      Set<String> accepted = accepted(query, facts);
      assertThat(accepted).as("%s", query.toParameters()).containsAll(found);
      assertThat(found.stream().map(tasks::get).toList())
          .as("one row for each task of %s", query.toParameters())
          .containsExactlyInAnyOrderElementsOf(
              accepted.stream().map(tasks::get).collect(Collectors.toSet()));
      some += found.isEmpty() || found.size() == 99 ? 0 : 1;
    }
    assertThat(some).isGreaterThan(500);
  }

  @Test
  void neverWidensToAnyWord() {
    PostingFacts facts = index.facts(FlatPosting.builder("s", "p", "1").title("red apple").build());
    assertThat(accepts("red apple", facts)).isTrue();
    assertThat(accepts("red pear", facts)).isFalse();
    assertThat(accepts("red apple ripe", facts)).isFalse();
    assertThat(accepts("red apple apple pear", facts)).isTrue();
  }

  private boolean accepts(String words, PostingFacts facts) {
    SearchQuery query = SearchQuery.everything().withWords(Optional.of(words));
    return query.matcher(index.vocabulary()).accepts(facts, InventedPostings.NOW);
  }

  private Set<String> accepted(SearchQuery query, List<PostingFacts> facts) {
    PostingMatcher matcher = query.matcher(index.vocabulary());
    Set<String> accepted = new TreeSet<>();
    for (PostingFacts one : facts)
      if (matcher.accepts(one, InventedPostings.NOW)) accepted.add(one.id());
    return accepted;
  }
}
