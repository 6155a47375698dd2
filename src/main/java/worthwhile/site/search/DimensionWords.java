package worthwhile.site.search;

import worthwhile.posting.Reason;
import worthwhile.posting.TaskKind;
import worthwhile.search.Dimension;
import worthwhile.site.view.Show;
import worthwhile.site.view.SiteInstance;

/**
 * How pages call what results can be narrowed to. A dimension without words of its own has some.
 */
final class DimensionWords {
  private DimensionWords() {}

  /** A value among others of its dimension. */
  static String value(Dimension dimension, String value, SiteInstance instance) {
    return switch (dimension) {
      case PLATFORM -> instance.platformName(value);
      case CATEGORY -> Show.words(value);
      case COUNTRY -> Show.country(value);
      case KIND -> kind(value);
      default -> value;
    };
  }

  /** What a kind of work is called. */
  static String kind(String word) {
    return TaskKind.of(word).map(kind -> Reason.of("kind-" + kind.word()).text()).orElse(word);
  }

  /** The same where it stands alone, as a filter that is set. */
  static String filter(Dimension dimension, String value, SiteInstance instance) {
    String name = value(dimension, value, instance);
    return switch (dimension) {
      case PLATFORM, CATEGORY, KIND -> name;
      case REQUESTER -> "by " + name;
      case COUNTRY -> "open to " + name;
      default -> dimension.field() + ": " + name;
    };
  }
}
