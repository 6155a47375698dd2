package worthwhile.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.Hit;
import worthwhile.search.Vocabulary;
import worthwhile.search.WordQuery;

/** One search on one snapshot of the index. */
final class Searching {
  /** Fewer results than this make another spelling worth a look. */
  private static final int FEW = 3;

  private static final Set<String> ONLY_JSON = Set.of(IndexFields.JSON);

  private final Snapshot snapshot;
  private final SearchQuery search;
  private final Instant now;
  private final Vocabulary vocabulary;

  Searching(Snapshot snapshot, SearchQuery search, Instant now, Vocabulary vocabulary) {
    this.snapshot = snapshot;
    this.search = search;
    this.now = now;
    this.vocabulary = vocabulary;
  }

  /**
   * Runs the search.
   *
   * @param relax whether any of the words suffices where no posting has them
   */
  SearchResult run(boolean relax, long started) throws IOException {
    WordQuery words = WordQuery.of(search, vocabulary);
    Query query = ScoredQuery.of(words, vocabulary);
    Found found = find(query);
    Optional<WordQuery> any = relax && found.total() == 0 ? words.anyWord() : Optional.empty();
    if (any.isPresent()) {
      query = ScoredQuery.of(any.get(), vocabulary);
      found = pass(query);
    }
    return new SearchResult(
        found.total(),
        hits(query, words.marks(), found.page()),
        found.facets(),
        suggestion(found.total(), any.isPresent()),
        any.isPresent(),
        System.nanoTime() - started);
  }

  private Found find(Query words) throws IOException {
    Optional<Found> before = snapshot.memory().of(search);
    if (before.isPresent()) return before.get();
    Found found = pass(words);
    snapshot.memory().keep(search, found);
    return found;
  }

  private Found pass(Query words) throws IOException {
    return Found.of(snapshot, snapshot.search(words, new Counting(snapshot, search, now)));
  }

  private List<Hit> hits(Query query, boolean marks, List<Best.Ranked> page) throws IOException {
    StoredFields stored = snapshot.storedFields();
    Highlights highlights = new Highlights(query, marks);
    List<Hit> hits = new ArrayList<>();
    for (Best.Ranked ranked : page)
      hits.add(
          highlights.mark(
              PostingDocument.posting(
                  stored.document(ranked.doc(), ONLY_JSON).getBinaryValue(IndexFields.JSON))));
    return hits;
  }

  private Optional<String> suggestion(long total, boolean relaxed) throws IOException {
    if (search.q().isEmpty() || (total >= FEW && !relaxed)) return Optional.empty();
    return new Spelling(snapshot.getIndexReader()).of(search.q().get()).filter(search::allows);
  }
}
