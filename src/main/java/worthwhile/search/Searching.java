package worthwhile.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import worthwhile.posting.JobPosting;
import worthwhile.search.SearchResult.Hit;

/** One search on one snapshot of the index. */
final class Searching {
  /** Fewer results than this make another spelling worth a look. */
  private static final int FEW = 3;

  private static final Set<String> ONLY_JSON = Set.of(Fields.JSON);

  private final Snapshot snapshot;
  private final SearchQuery search;
  private final Instant now;
  private final Words words;

  Searching(Snapshot snapshot, SearchQuery search, Instant now) {
    this.snapshot = snapshot;
    this.search = search;
    this.now = now;
    this.words = new Words(search.q(), search.exclude());
  }

  SearchResult run(long started) throws IOException {
    Query query = words.strict();
    Counting.Counted counted = count(query);
    Optional<Query> lenient = counted.total() == 0 ? words.lenient() : Optional.empty();
    if (lenient.isPresent()) {
      query = lenient.get();
      counted = count(query);
    }
    return new SearchResult(
        counted.total(),
        hits(query, counted.best().scoreDocs),
        Facets.of(snapshot, counted.counts()),
        suggestion(counted.total(), lenient.isPresent()),
        System.nanoTime() - started);
  }

  private Counting.Counted count(Query words) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder().add(words, Occur.MUST);
    Filters.add(query, search, now);
    Map<Dimension, List<String>> chosen = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) chosen.put(dimension, dimension.chosen(search));
    TopFieldCollectorManager best =
        new TopFieldCollectorManager(
            Orders.of(search.sort(), now),
            Math.max(
                1, Math.min(search.page() * search.size(), snapshot.getIndexReader().maxDoc())),
            Integer.MAX_VALUE);
    return snapshot.search(
        query.build(), new Counting(snapshot, chosen, best, search.sort() == Sort.RELEVANCE, now));
  }

  private List<Hit> hits(Query query, ScoreDoc[] best) throws IOException {
    int from = (search.page() - 1) * search.size();
    StoredFields stored = snapshot.storedFields();
    Highlights highlights = new Highlights(query, words.any());
    List<Hit> hits = new ArrayList<>();
    for (int i = from; i < Math.min(best.length, from + search.size()); i++) {
      JobPosting posting =
          PostingDocument.posting(
              stored.document(best[i].doc, ONLY_JSON).getBinaryValue(Fields.JSON));
      hits.add(highlights.mark(posting));
    }
    return hits;
  }

  private Optional<String> suggestion(long total, boolean lenient) throws IOException {
    if (search.q().isEmpty() || total >= FEW && !lenient) return Optional.empty();
    return new Spelling(snapshot.getIndexReader()).of(search.q().get());
  }
}
