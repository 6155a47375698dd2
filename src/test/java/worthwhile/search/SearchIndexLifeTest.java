package worthwhile.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import worthwhile.posting.FlatPosting;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingState;
import worthwhile.search.lucene.IndexInUse;
import worthwhile.search.lucene.SearchIndex;

/** Writing, crashing, coming back and being rebuilt. */
class SearchIndexLifeTest {
  private static final Clock CLOCK = Clock.fixed(InventedPostings.NOW, ZoneOffset.UTC);
  @TempDir Path folder;

  @Test
  void whatIsPutIsVisibleWithinASecondWithoutAnyCall() {
    try (SearchIndex index = open()) {
      index.put(List.of(titled("1", "apple")), 3);
      assertThat(index.revision()).isEqualTo(3);
      assertThat(total(index, "apple")).isEqualTo(1);
      index.put(List.of(titled("2", "apple")), 4);
      await().atMost(Duration.ofSeconds(1)).until(() -> total(index, "apple") == 2);
      index.put(List.of(titled("3", "apple")), 5);
      index.show();
      assertThat(total(index, "apple")).isEqualTo(3);
    }
  }

  @Test
  void whatWasPutWhileNobodySearchedIsCountedAtOnce() {
    try (SearchIndex index = open()) {
      index.put(List.of(titled("1", "apple"), titled("2", "plum")), 1);
      assertThat(index.size()).isEqualTo(2);
    }
    try (SearchIndex index = open()) {
      index.put(List.of(), Set.of("s:1"), 2);
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void aPostingIsReplacedAndTakenOutWhenItCloses() {
    try (SearchIndex index = open()) {
      index.put(List.of(titled("1", "apple"), titled("2", "plum")), 1);
      index.put(List.of(titled("1", "pear")), 2);
      index.refresh();
      assertThat(total(index, "apple")).isZero();
      assertThat(total(index, "pear")).isEqualTo(1);
      Posting closed = FlatPosting.of(titled("2", "plum")).state(PostingState.CLOSED).build();
      index.put(List.of(closed), 3);
      index.refresh();
      assertThat(total(index, "plum")).isZero();
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void openPostingsAreCountedByPlatformAndAnewWhenOneCloses() {
    try (SearchIndex index = open()) {
      index.put(
          List.of(
              titled("1", "apple"),
              titled("2", "pear"),
              FlatPosting.builder("s", "q", "3").title("plum").build()),
          1);
      index.refresh();
      assertThat(index.openByPlatform()).isEqualTo(Map.of("p", 2L, "q", 1L));
      FlatPosting closed = FlatPosting.of(titled("2", "pear")).state(PostingState.CLOSED);
      index.put(List.of(closed.lastSeen(InventedPostings.NOW).build()), 2);
      index.refresh();
      assertThat(index.openByPlatform()).isEqualTo(Map.of("p", 1L, "q", 1L));
    }
  }

  @Test
  void whatIsRememberedOfASearchEndsWithTheNextChange() {
    try (SearchIndex index = open()) {
      for (int n = 1; n <= 3; n++) {
        index.put(List.of(titled(Integer.toString(n), "apple")), n);
        index.refresh();
        SearchResult first = index.search(SearchQuery.everything());
        SearchResult again = index.search(SearchQuery.everything());
        assertThat(first.total()).isEqualTo(n);
        assertThat(again.hits()).hasSize(n);
        assertThat(again.hits())
            .extracting(SearchResult.Hit::posting)
            .isEqualTo(first.hits().stream().map(SearchResult.Hit::posting).toList());
        assertThat(again.facets()).isEqualTo(first.facets());
      }
    }
  }

  @Test
  void theWholePostingComesBack() {
    Posting posting = new InventedPostings(3).posting(1);
    try (SearchIndex index = open()) {
      index.put(List.of(posting), 1);
      index.refresh();
      assertThat(
              index
                  .search(SearchQueryBuilder.builder(SearchQuery.everything()).all(true).build())
                  .hits())
          .singleElement()
          .satisfies(hit -> assertThat(hit.posting()).isEqualTo(posting));
    }
  }

  @Test
  void afterACrashTheLastCommitIsThereAndSaysFromWhereToCatchUp() throws IOException {
    SearchIndex index = open();
    index.put(List.of(titled("1", "apple")), 5);
    index.commit();
    index.put(List.of(titled("2", "plum")), 6);
    index.refresh();
    index.crash();
    try (SearchIndex again = open()) {
      assertThat(again.revision()).isEqualTo(5);
      assertThat(total(again, "apple")).isEqualTo(1);
      assertThat(total(again, "plum")).isZero();
    }
  }

  @Test
  void closingCommits() {
    SearchIndex index = open();
    index.put(List.of(titled("1", "apple")), 7);
    index.close();
    try (SearchIndex again = open()) {
      assertThat(again.revision()).isEqualTo(7);
      assertThat(total(again, "apple")).isEqualTo(1);
    }
  }

  @Test
  void anIndexOfAnotherVersionIsEmptied() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder.resolve("1"));
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      writer.addDocument(new org.apache.lucene.document.Document());
      writer.setLiveCommitData(java.util.Map.of("version", "0-old", "revision", "99").entrySet());
    }
    try (SearchIndex index = open()) {
      assertThat(index.revision()).isZero();
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void aBrokenIndexIsEmptied() throws IOException {
    for (String damaged : List.of("segments_", ".cfs", ".si", ".cfe")) {
      SearchIndex index = open();
      index.put(List.of(titled("1", "apple")), 9);
      index.close();
      damage(damaged);
      try (SearchIndex again = open()) {
        assertThat(again.revision()).as(damaged).isZero();
        assertThat(again.size()).as(damaged).isZero();
        again.put(List.of(titled("2", "plum")), 1);
        again.refresh();
        assertThat(total(again, "plum")).isEqualTo(1);
      }
    }
  }

  @Test
  void aFolderInUseIsRefusedWithTheReason() {
    try (SearchIndex index = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(IndexInUse.class)
          .hasMessageContaining("in use by another process");
      assertThat(index.size()).isZero();
    }
    open().close();
  }

  @Test
  void aRebuildServesMeanwhileAndKeepsWhatIsPutMeanwhile() throws Exception {
    try (SearchIndex index = open();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Posting> old = numbered(500, "apple");
      index.put(old, 1);
      index.refresh();
      AtomicBoolean done = new AtomicBoolean();
      List<Future<Long>> searchers =
          IntStream.range(0, 3)
              .mapToObj(i -> threads.submit(() -> searchUntil(done, index)))
              .toList();
      Stream<Posting> slow =
          numbered(500, "apple").stream()
              .peek(
                  posting -> {
                    if (posting.job().identifier().equals("250")) putMeanwhile(index);
                  });
      index.rebuild(slow, 1);
      index.rebuild(numbered(500, "apple").stream(), 8);
      done.set(true);
      for (Future<Long> searcher : searchers) assertThat(searcher.get()).isPositive();
      assertThat(index.revision()).isEqualTo(8);
    }
    try (SearchIndex again = open()) {
      assertThat(again.revision()).isEqualTo(8);
      assertThat(total(again, "apple")).isEqualTo(500);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("3", "current", "in-use.lock");
    }
  }

  @Test
  void whatIsPutDuringARebuildWinsOverWhatTheRebuildRead() {
    try (SearchIndex index = open()) {
      index.put(numbered(10, "apple"), 1);
      Stream<Posting> postings =
          numbered(10, "apple").stream()
              .peek(
                  posting -> {
                    if (!posting.job().identifier().equals("3")) return;
                    Posting closed =
                        FlatPosting.of(titled("5", "apple")).state(PostingState.CLOSED).build();
                    index.put(List.of(titled("1", "pear"), closed, titled("new", "pear")), 2);
                  });
      index.rebuild(postings, 1);
      assertThat(index.revision()).isEqualTo(2);
      assertThat(total(index, "pear")).isEqualTo(2);
      assertThat(total(index, "apple")).isEqualTo(8);
    }
  }

  @Test
  void aRebuildThatFailsLeavesTheOldIndexInUse() {
    try (SearchIndex index = open()) {
      index.put(numbered(10, "apple"), 4);
      index.refresh();
      Stream<Posting> broken =
          numbered(10, "plum").stream()
              .peek(
                  posting -> {
                    if (posting.job().identifier().equals("6"))
                      throw new IllegalStateException("gone");
                  });
      assertThatThrownBy(() -> index.rebuild(broken, 5)).hasMessage("gone");
      assertThat(index.revision()).isEqualTo(4);
      assertThat(total(index, "apple")).isEqualTo(10);
      index.put(List.of(titled("x", "apple")), 6);
      index.refresh();
      assertThat(total(index, "apple")).isEqualTo(11);
    }
  }

  @Test
  void leftoversOfAKilledRebuildGo() throws IOException {
    SearchIndex index = open();
    index.put(numbered(3, "apple"), 4);
    index.close();
    Files.createDirectories(folder.resolve("2"));
    Files.writeString(folder.resolve("2").resolve("_0.cfs"), "half");
    Files.writeString(folder.resolve("current.new"), "2");
    try (SearchIndex again = open()) {
      assertThat(total(again, "apple")).isEqualTo(3);
      assertThat(folder.resolve("2")).doesNotExist();
      again.rebuild(numbered(2, "plum").stream(), 5);
      assertThat(total(again, "plum")).isEqualTo(2);
    }
  }

  private static long searchUntil(AtomicBoolean done, SearchIndex index) {
    long searches = 0;
    for (; !done.get() || searches == 0; searches++)
      assertThat(total(index, "apple")).isEqualTo(500);
    return searches;
  }

  @Test
  void aCopyShowsWhatWasCommittedAndLeavesTheOriginalAlone(@TempDir Path elsewhere) {
    try (SearchIndex index = open()) {
      index.put(numbered(3, "plum"), 1);
      index.commit();
      SearchIndex.copy(folder, elsewhere);
      try (SearchIndex copy = SearchIndex.open(elsewhere, CLOCK)) {
        assertThat(copy.revision()).isEqualTo(1);
        copy.put(List.of(titled("later", "plum")), 2);
        copy.refresh();
        assertThat(total(copy, "plum")).isEqualTo(4);
      }
      index.refresh();
      assertThat(total(index, "plum")).isEqualTo(3);
      assertThat(index.revision()).isEqualTo(1);
    }
  }

  private static void putMeanwhile(SearchIndex index) {
    index.put(List.of(titled("meanwhile", "plum")), 2);
  }

  private void damage(String name) throws IOException {
    Path generation = folder.resolve("1");
    try (Stream<Path> files = Files.list(generation)) {
      for (Path file : files.filter(f -> f.getFileName().toString().contains(name)).toList())
        Files.write(file, new byte[] {1, 2, 3});
    }
  }

  private SearchIndex open() {
    return SearchIndex.open(folder, CLOCK);
  }

  private static List<Posting> numbered(int n, String title) {
    return IntStream.range(0, n).mapToObj(i -> titled(Integer.toString(i), title)).toList();
  }

  private static Posting titled(String identifier, String title) {
    return FlatPosting.builder("s", "p", identifier).title(title).build();
  }

  private static long total(SearchIndex index, String words) {
    return index.search(SearchQuery.everything().withWords(Optional.of(words))).total();
  }
}
