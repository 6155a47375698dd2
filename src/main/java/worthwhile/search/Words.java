package worthwhile.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * The words of a search as a query. Up to three words must all occur, of more at least three
 * quarters; where that finds nothing, the search asks again for any of them.
 */
final class Words {
  /** A title that says the typed words weighs more than one that says the like. */
  private static final float TITLE_BOOST = 1;

  private static final float TYPED_TITLE_BOOST = 2;
  private static final float TYPED_PHRASE_BOOST = 3;
  private static final int PHRASE_SLOP = 2;
  private static final float SHARE_OF_MANY = 0.75f;
  private static final int ALL_UP_TO = 3;
  private static final QueryBuilder PLAIN = new QueryBuilder(Analysis.PLAIN);

  private final UserWords typed;
  private final List<String> exclude;
  private final QueryBuilder widened;

  Words(Optional<String> q, List<String> exclude, Vocabulary vocabulary) {
    this.widened = new QueryBuilder(vocabulary.widened());
    this.typed = UserWords.of(q.orElse(""));
    this.exclude = exclude;
  }

  /** Whether anything is searched for that can be marked in a text. */
  boolean any() {
    return !positive(Occur.MUST).build().clauses().isEmpty();
  }

  /** Matches every posting where no word restricts it. */
  Query strict() {
    return complete(positive(Occur.MUST));
  }

  /** Any word suffices; absent if that would find the same. */
  Optional<Query> lenient() {
    Query words = query(widened, Fields.TEXT, typed.words(), Occur.MUST);
    return words instanceof BooleanQuery several && several.clauses().size() > 1
        ? Optional.of(complete(positive(Occur.SHOULD)))
        : Optional.empty();
  }

  private Query complete(BooleanQuery.Builder query) {
    boolean all = query.build().clauses().isEmpty();
    if (all) query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    for (UserWords.Narrowing narrowing : typed.narrowings())
      query.add(
          new TermQuery(
              new Term(
                  narrowing.dimension().field(), narrowing.dimension().key(narrowing.value()))),
          Occur.FILTER);
    typed.without().forEach(text -> exclude(query, text));
    exclude.forEach(text -> exclude(query, text.replace('"', ' ')));
    Query complete = query.build();
    return all && query.build().clauses().size() == 1 ? MatchAllDocsQuery.INSTANCE : complete;
  }

  private BooleanQuery.Builder positive(Occur occur) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Query words = required(occur);
    if (words != null) {
      query.add(words, Occur.MUST);
      Query title = query(widened, Fields.TITLE, typed.words(), Occur.SHOULD);
      query.add(new BoostQuery(title, TITLE_BOOST), Occur.SHOULD);
      typedTitle(query);
    }
    for (String phrase : typed.phrases()) {
      Query text = PLAIN.createPhraseQuery(Fields.TEXT, phrase);
      if (text != null) query.add(text, Occur.MUST);
    }
    return query;
  }

  private void typedTitle(BooleanQuery.Builder query) {
    Query words = query(PLAIN, Fields.TITLE, typed.words(), Occur.SHOULD);
    if (words == null) return;
    query.add(new BoostQuery(words, TYPED_TITLE_BOOST), Occur.SHOULD);
    Query phrase = PLAIN.createPhraseQuery(Fields.TITLE, typed.words(), PHRASE_SLOP);
    if (phrase instanceof PhraseQuery)
      query.add(new BoostQuery(phrase, TYPED_PHRASE_BOOST), Occur.SHOULD);
  }

  private Query required(Occur occur) {
    Query words = query(widened, Fields.TEXT, typed.words(), occur);
    if (words == null || occur == Occur.SHOULD) return words;
    if (words instanceof BooleanQuery several && several.clauses().size() > ALL_UP_TO)
      return mostOf(several);
    return hasPhrase(words)
        ? either(words, query(PLAIN, Fields.TEXT, typed.words(), occur))
        : words;
  }

  private static Query mostOf(BooleanQuery several) {
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    for (BooleanClause clause : several.clauses()) most.add(clause.query(), Occur.SHOULD);
    return most.setMinimumNumberShouldMatch(
            (int) Math.ceil(several.clauses().size() * SHARE_OF_MANY))
        .build();
  }

  /** A synonym of several words is a phrase; typed words need not stand together. */
  private static Query either(Query widened, Query plain) {
    return new BooleanQuery.Builder().add(widened, Occur.SHOULD).add(plain, Occur.SHOULD).build();
  }

  private static boolean hasPhrase(Query query) {
    return query instanceof PhraseQuery
        || query instanceof BooleanQuery several
            && several.clauses().stream().anyMatch(clause -> hasPhrase(clause.query()));
  }

  private static void exclude(BooleanQuery.Builder query, String text) {
    Query unwanted = PLAIN.createPhraseQuery(Fields.TEXT, text);
    if (unwanted != null) query.add(unwanted, Occur.MUST_NOT);
  }

  private static Query query(QueryBuilder builder, String field, String text, Occur occur) {
    return text.isEmpty() ? null : builder.createBooleanQuery(field, text, occur);
  }
}
