package worthwhile.search.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import worthwhile.search.Apart;
import worthwhile.search.Fit;
import worthwhile.search.PostingFacts;
import worthwhile.search.PostingIndex.Viewer;
import worthwhile.search.SearchQuery;
import worthwhile.search.SearchResult;
import worthwhile.search.SearchResult.Hit;
import worthwhile.search.SearchResult.Relaxed;
import worthwhile.search.Sort;
import worthwhile.search.Vocabulary;
import worthwhile.search.WordQuery;
import worthwhile.search.lucene.best.Best;
import worthwhile.search.lucene.text.Spelling;

/** One search on one snapshot of the index. */
final class Searching {
  /** Fewer results than this make another spelling worth a look. */
  private static final int FEW = 3;

  private final Snapshot snapshot;
  private final SearchQuery search;
  private final Viewer viewer;
  private final Instant now;
  private final Vocabulary vocabulary;

  /** A search, for whoever asks. */
  Searching(
      Snapshot snapshot, SearchQuery search, Viewer viewer, Instant now, Vocabulary vocabulary) {
    this.snapshot = snapshot;
    this.search = search;
    this.viewer = viewer;
    this.now = now;
    this.vocabulary = vocabulary;
  }

  private record Attempt(WordQuery words, Query query, Found found, Optional<Relaxed> relaxed) {}

  /**
   * Runs the search.
   *
   * @param relax whether words that are spelled nearly so, else any of the words, suffice where no
   *     posting has them
   */
  SearchResult run(boolean relax, long started) throws IOException {
    WordQuery words = WordQuery.of(search, vocabulary);
    Query query = ScoredQuery.of(words, vocabulary);
    Attempt made = new Attempt(words, query, find(query), Optional.empty());
    Optional<String> spelling = spelling(made.found().total());
    if (relax && made.found().isNothing()) made = relaxed(made, spelling);
    return new SearchResult(
        made.found().total(),
        hits(made.query(), words.marks(), made.found().page()),
        made.found().facets(),
        made.found().groups(),
        spelling,
        made.relaxed(),
        System.nanoTime() - started);
  }

  private Attempt relaxed(Attempt strict, Optional<String> spelling) throws IOException {
    Optional<Attempt> respelled = respelled(spelling);
    return respelled.isPresent() ? respelled.get() : any(strict.words()).orElse(strict);
  }

  /** What one reader passes over, or what is new to her, is not kept for others. */
  private Found find(Query words) throws IOException {
    if (!viewer.without().isEmpty() || viewer.seenAfter().isPresent()) return pass(words);
    Optional<Found> before = snapshot.memory().of(search, fit(), PostingFacts.millis(now));
    if (before.isPresent()) return before.get();
    Found found = pass(words);
    snapshot.memory().keep(search, fit(), found);
    return found;
  }

  /** What the order goes by: most orders go by nothing of who asks. */
  private Fit fit() {
    return search.sort() == Sort.BEST ? viewer.fit() : Fit.NONE;
  }

  private Found pass(Query words) throws IOException {
    return Found.of(
        snapshot,
        snapshot.search(
            allowed(words), new Counting(snapshot, search, fit(), viewer.seenAfter(), now)),
        search);
  }

  /**
   * What the words find, but for requesters that the search leaves out, what is passed over and
   * what is not new.
   */
  private Query allowed(Query words) {
    Set<String> without = viewer.without();
    if (search.withoutRequester().isEmpty() && without.isEmpty() && viewer.seenAfter().isEmpty())
      return words;
    List<BytesRef> left =
        search.withoutRequester().stream().map(id -> new BytesRef(PostingDocument.by(id))).toList();
    BooleanQuery.Builder allowed =
        new BooleanQuery.Builder()
            .add(words, Occur.MUST)
            .add(new TermInSetQuery(IndexFields.BY, left), Occur.MUST_NOT)
            .add(
                new TermInSetQuery(IndexFields.ID, without.stream().map(BytesRef::new).toList()),
                Occur.MUST_NOT);
    viewer.seenAfter().ifPresent(moment -> allowed.add(seenAfter(moment), Occur.FILTER));
    return allowed.build();
  }

  /** Whether a task that has copies is new shows when all of them are met. */
  private static Query seenAfter(Instant moment) {
    long first = PostingFacts.millis(moment) + 1;
    return new BooleanQuery.Builder()
        .add(
            NumericDocValuesField.newSlowRangeQuery(IndexFields.SEEN, first, Long.MAX_VALUE),
            Occur.SHOULD)
        .add(new FieldExistsQuery(IndexFields.TASK), Occur.SHOULD)
        .build();
  }

  private List<Hit> hits(Query query, boolean marks, List<Best.Ranked> page) throws IOException {
    StoredFields stored = snapshot.storedFields();
    Highlights highlights = new Highlights(query, marks);
    List<Hit> hits = new ArrayList<>();
    for (Best.Ranked ranked : page)
      hits.add(
          new Hit(snapshot.posting(stored, ranked.doc()), Apart.of(ranked.apart()), highlights));
    return hits;
  }

  private Optional<String> spelling(long total) throws IOException {
    if (search.q().isEmpty() || total >= FEW) return Optional.empty();
    return new Spelling(snapshot.getIndexReader()).of(search.q().get()).filter(search::allows);
  }

  /** What other words find; absent if nothing. */
  private Optional<Attempt> respelled(Optional<String> spelling) throws IOException {
    if (spelling.isEmpty()) return Optional.empty();
    WordQuery words = WordQuery.of(search.withWords(spelling), vocabulary);
    Attempt made = attempt(words, new Relaxed.Respelled(spelling.get()));
    return made.found().isNothing() ? Optional.empty() : Optional.of(made);
  }

  /** What any of the words finds; absent if that cannot be more. */
  private Optional<Attempt> any(WordQuery words) throws IOException {
    Optional<WordQuery> any = words.anyWord();
    return any.isEmpty()
        ? Optional.empty()
        : Optional.of(attempt(any.get(), new Relaxed.AnyWord()));
  }

  private Attempt attempt(WordQuery words, Relaxed relaxed) throws IOException {
    Query query = ScoredQuery.of(words, vocabulary);
    return new Attempt(words, query, pass(query), Optional.of(relaxed));
  }
}
