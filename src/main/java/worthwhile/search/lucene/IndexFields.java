package worthwhile.search.lucene;

import worthwhile.posting.RequesterId;
import worthwhile.search.Dimension;
import worthwhile.search.NumberFact;
import worthwhile.search.lucene.text.Analysis;

/**
 * Names of the fields in the index beside those of {@link NumberFact} and {@link Dimension};
 * index/README.md says what each is for. A change of meaning needs a new {@link Analysis#FORMAT}.
 */
final class IndexFields {
  static final String ID = "id";
  static final String JSON = "json";

  /** Everything a word may be found in: title, description, skills, requester, platform, place. */
  static final String TEXT = Analysis.FIELD;

  static final String TITLE = "title";

  /** What {@link Boost} needs, in one number. */
  static final String BOOST = "boost";

  /** What {@link Flags} says; absent where that is nothing. */
  static final String FLAGS = "flags";

  /** The number that all copies of a task share; absent where it has no copies. */
  static final String TASK = "task";

  /** When it was first seen. */
  static final String SEEN = "seen";

  /** Countries that it excludes. */
  static final String INELIGIBLE = "ineligible";

  /** When a closed one was last seen. */
  static final String CLOSED = "closed";

  /** Who offers it, as {@link RequesterId} writes it; absent where the source names nobody. */
  static final String BY = "by";

  private IndexFields() {}

  /** Field with the spelling of a value. */
  static String spelling(Dimension dimension) {
    return dimension.field() + "Name";
  }
}
