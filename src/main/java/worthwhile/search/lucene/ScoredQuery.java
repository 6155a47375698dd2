package worthwhile.search.lucene;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import worthwhile.search.TextCondition;
import worthwhile.search.TextCondition.AtLeast;
import worthwhile.search.TextCondition.Phrase;
import worthwhile.search.Vocabulary;
import worthwhile.search.WordQuery;
import worthwhile.search.lucene.text.ConditionQuery;

/**
 * The words of a search as Lucene's query, which finds what they ask for and scores it: a title
 * that says the typed words weighs more than one that says the like.
 */
final class ScoredQuery {
  private static final float TYPED_TITLE_BOOST = 2;
  private static final float TYPED_PHRASE_BOOST = 3;
  private static final int PHRASE_SLOP = 2;

  private ScoredQuery() {}

  /** Matches every posting where no word restricts it. */
  static Query of(WordQuery words, Vocabulary vocabulary) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.words().ifPresent(condition -> addWords(query, condition, words.typed(), vocabulary));
    addAll(query, words.phrases(), Occur.MUST);
    if (!words.marks()) query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    for (WordQuery.Narrowing one : words.narrowings())
      query.add(new TermQuery(new Term(one.dimension().field(), one.key())), Occur.FILTER);
    addAll(query, words.without(), Occur.MUST_NOT);
    BooleanQuery complete = query.build();
    return !words.marks() && complete.clauses().size() == 1 ? MatchAllDocsQuery.INSTANCE : complete;
  }

  private static void addAll(
      BooleanQuery.Builder query, List<TextCondition> conditions, Occur occur) {
    conditions.forEach(one -> query.add(ConditionQuery.of(one, IndexFields.TEXT), occur));
  }

  private static void addWords(
      BooleanQuery.Builder query, TextCondition words, String typed, Vocabulary vocabulary) {
    query.add(ConditionQuery.of(words, IndexFields.TEXT), Occur.MUST);
    query.add(title(words), Occur.SHOULD);
    Optional<Query> plain = vocabulary.typed(typed).map(ScoredQuery::title);
    plain.ifPresent(title -> query.add(new BoostQuery(title, TYPED_TITLE_BOOST), Occur.SHOULD));
    if (vocabulary.phrase(typed).orElse(null) instanceof Phrase phrase)
      query.add(
          new BoostQuery(
              ConditionQuery.phrase(phrase, IndexFields.TITLE, PHRASE_SLOP), TYPED_PHRASE_BOOST),
          Occur.SHOULD);
  }

  /** A title with any of the words; the more of them, the better. */
  private static Query title(TextCondition words) {
    return ConditionQuery.of(
        words instanceof AtLeast(int ignored, List<TextCondition> all)
            ? new AtLeast(1, all)
            : words,
        IndexFields.TITLE);
  }
}
