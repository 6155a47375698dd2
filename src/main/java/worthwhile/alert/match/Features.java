package worthwhile.alert.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import worthwhile.search.Dimension;
import worthwhile.search.PostingFacts;

/**
 * What a posting has that a search may require, as plain strings: its terms, its values, and one
 * that every posting has. Where two of them read alike, a search is looked at once too often, no
 * more.
 */
final class Features {
  /** What every posting has. */
  static final String EVERY = "";

  private Features() {}

  static List<String> of(PostingFacts facts) {
    List<String> features = new ArrayList<>(facts.text().terms());
    features.add(EVERY);
    for (Dimension dimension : Dimension.values()) {
      Set<String> keys = facts.keys(dimension);
      for (String key : keys) features.add(value(dimension, key));
      if (keys.isEmpty()) features.add(none(dimension));
    }
    return features;
  }

  static String value(Dimension dimension, String key) {
    return dimension.field() + ':' + key;
  }

  /** What a posting has that says nothing there. */
  static String none(Dimension dimension) {
    return dimension.field() + ':';
  }
}
