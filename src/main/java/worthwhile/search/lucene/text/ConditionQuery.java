package worthwhile.search.lucene.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import worthwhile.search.TextCondition;
import worthwhile.search.TextCondition.AnyTerm;
import worthwhile.search.TextCondition.AtLeast;
import worthwhile.search.TextCondition.Phrase;

/** A condition of a text as Lucene's query, and back from what Lucene makes of words. */
public final class ConditionQuery {
  static final Occur ALL = Occur.MUST;

  private ConditionQuery() {}

  /** The query that finds in a field what meets the condition. */
  public static Query of(TextCondition condition, String field) {
    return switch (condition) {
      case AnyTerm(List<String> terms) when terms.size() == 1 ->
          new TermQuery(new Term(field, terms.getFirst()));
      case AnyTerm(List<String> terms) -> {
        SynonymQuery.Builder query = new SynonymQuery.Builder(field);
        terms.forEach(term -> query.addTerm(new Term(field, term)));
        yield query.build();
      }
      case Phrase phrase -> phrase(phrase, field, 0);
      case AtLeast(int least, List<TextCondition> parts) -> {
        boolean all = least == parts.size();
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        parts.forEach(part -> query.add(of(part, field), all ? Occur.MUST : Occur.SHOULD));
        yield query.setMinimumNumberShouldMatch(all ? 0 : least).build();
      }
    };
  }

  /**
   * @param slop how far the terms may be moved
   */
  public static Query phrase(Phrase phrase, String field, int slop) {
    PhraseQuery.Builder query = new PhraseQuery.Builder().setSlop(slop);
    for (int i = 0; i < phrase.terms().size(); i++)
      query.add(new Term(field, phrase.terms().get(i)), phrase.offsets().get(i));
    return query.build();
  }

  /** The condition that a query made from words stands for; absent if it is null. */
  static Optional<TextCondition> read(Query query) {
    return Optional.ofNullable(query).map(ConditionQuery::condition);
  }

  private static TextCondition condition(Query query) {
    return switch (query) {
      case TermQuery one -> new AnyTerm(List.of(one.getTerm().text()));
      case SynonymQuery any -> new AnyTerm(any.getTerms().stream().map(Term::text).toList());
      case PhraseQuery phrase ->
          new Phrase(
              Arrays.stream(phrase.getTerms()).map(Term::text).toList(),
              Arrays.stream(phrase.getPositions()).boxed().toList());
      case BooleanQuery several ->
          new AtLeast(
              several.clauses().getFirst().occur() == ALL ? several.clauses().size() : 1,
              several.clauses().stream()
                  .map(BooleanClause::query)
                  .map(ConditionQuery::condition)
                  .toList());
      default -> throw new IllegalArgumentException("not made from words: " + query);
    };
  }
}
