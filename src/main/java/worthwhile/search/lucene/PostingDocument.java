package worthwhile.search.lucene;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import worthwhile.posting.Posting;
import worthwhile.posting.PostingJson;
import worthwhile.posting.RequesterId;
import worthwhile.search.Dimension;
import worthwhile.search.NumberFact;
import worthwhile.search.PostingFacts;
import worthwhile.search.lucene.text.Analysis;

/** A posting as the index holds it, and back. */
final class PostingDocument {
  /** Characters; a search can name none that is longer. */
  private static final int LONGEST_BY = 1_000;

  private PostingDocument() {}

  /** What is stored of the posting is the whole of it; what is searched are its facts. */
  static Document of(Posting posting, PostingFacts facts) {
    Document document = new Document();
    document.add(new StringField(IndexFields.ID, facts.id(), Field.Store.NO));
    document.add(new BinaryDocValuesField(IndexFields.ID, new BytesRef(facts.id())));
    document.add(new StoredField(IndexFields.JSON, utf8(PostingJson.stored(posting))));
    document.add(new Text(IndexFields.TITLE, facts.text().title()));
    for (String text : facts.text().texts()) document.add(new Text(IndexFields.TEXT, text));
    facts
        .requester()
        .ifPresent(by -> document.add(new StringField(IndexFields.BY, by(by), Field.Store.NO)));
    for (Dimension dimension : Dimension.values()) addValues(document, dimension, facts);
    for (NumberFact fact : NumberFact.values())
      fact.of(facts)
          .ifPresent(value -> document.add(new NumericDocValuesField(fact.field(), value)));
    document.add(new NumericDocValuesField(IndexFields.BOOST, Boost.packed(facts)));
    int flags = Flags.of(facts);
    if (flags != 0) document.add(new NumericDocValuesField(IndexFields.FLAGS, flags));
    facts.seen().ifPresent(seen -> document.add(new NumericDocValuesField(IndexFields.SEEN, seen)));
    if (facts.task() != 0) document.add(new NumericDocValuesField(IndexFields.TASK, facts.task()));
    for (String country : facts.limit().ineligible())
      document.add(new SortedSetDocValuesField(IndexFields.INELIGIBLE, new BytesRef(country)));
    if (facts.closed())
      document.add(new LongPoint(IndexFields.CLOSED, lastSeen(posting).orElse(Long.MIN_VALUE)));
    return document;
  }

  /** A text whose letters say how it becomes terms. */
  private static final class Text extends Field {
    private final String text;

    Text(String field, String text) {
      super(field, text, TextField.TYPE_NOT_STORED);
      this.text = text;
    }

    @Override
    public TokenStream tokenStream(Analyzer forAll, TokenStream reuse) {
      return Analysis.of(text).tokenStream(name(), text);
    }
  }

  /** A requester as the index knows her: an index holds no term of any length. */
  static String by(RequesterId requester) {
    String text = requester.toString();
    return text.length() <= LONGEST_BY ? text : text.substring(0, LONGEST_BY);
  }

  /** When it was last seen, in milliseconds since 1970; empty if that is not known. */
  static OptionalLong lastSeen(Posting posting) {
    Instant seen = posting.standing().lastSeen();
    return seen == null ? OptionalLong.empty() : OptionalLong.of(PostingFacts.millis(seen));
  }

  static Posting posting(BytesRef json) {
    return PostingJson.read(
        new String(json.bytes, json.offset, json.length, StandardCharsets.UTF_8));
  }

  private static void addValues(Document document, Dimension dimension, PostingFacts facts) {
    facts
        .spelled(dimension)
        .forEach(
            (key, spelled) -> {
              document.add(new StringField(dimension.field(), key, Field.Store.NO));
              document.add(new SortedSetDocValuesField(dimension.field(), new BytesRef(key)));
              if (dimension.spelled())
                document.add(
                    new BinaryDocValuesField(
                        IndexFields.spelling(dimension), new BytesRef(spelled)));
            });
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
