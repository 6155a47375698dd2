package worthwhile.site.search;

import java.util.Locale;
import worthwhile.posting.Reason;
import worthwhile.posting.TaskKind;
import worthwhile.posting.word.Worded;
import worthwhile.search.Dimension;
import worthwhile.site.view.Labels;
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
      case CATEGORY -> Labels.category(value);
      case KIND -> Worded.of(TaskKind.class, value).map(Labels::kind).orElse(value);
      case COUNTRY -> Show.country(value);
      case LANGUAGE -> Show.language(value);
      default -> value;
    };
  }

  /** The same where it stands alone, as a filter that is set. */
  static String filter(Dimension dimension, String value, SiteInstance instance) {
    String name = value(dimension, value, instance);
    return switch (dimension) {
      case PLATFORM, CATEGORY, KIND -> name;
      case REQUESTER -> Labels.part("search.by", "name", name);
      case COUNTRY -> Labels.part("search.for-workers-in-2", "country", name);
      case LANGUAGE -> Reason.of("fit-language").with("language", name).said();
      default -> Labels.field(dimension.field()).toLowerCase(Locale.ROOT) + ": " + name;
    };
  }
}
