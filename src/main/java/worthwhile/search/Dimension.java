package worthwhile.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What results are counted by and can be narrowed to. */
public enum Dimension {
  PLATFORM(Integer.MAX_VALUE),
  CATEGORY(Integer.MAX_VALUE),
  REQUESTER(30),
  COUNTRY(30);

  private final int shown;

  Dimension(int shown) {
    this.shown = shown;
  }

  /** Most values shown as a facet. */
  public int shown() {
    return shown;
  }

  /** Name of the parameter, the facet and the field that holds what values are compared by. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a value is shown as a posting spells it, not as it is compared; one value each. */
  public boolean spelled() {
    return this == CATEGORY || this == REQUESTER;
  }

  /** Whether a posting without a value passes every choice: no country rule means everybody. */
  public boolean emptyMeansAny() {
    return this == COUNTRY;
  }

  /** What the search asks for, in the form that is compared; empty means any. */
  public List<String> chosen(SearchQuery query) {
    return switch (this) {
      case PLATFORM -> keys(query.platform());
      case CATEGORY -> keys(query.category());
      case REQUESTER -> keys(query.requester());
      case COUNTRY -> keys(query.country());
    };
  }

  /** Whether a posting with these keys passes this choice, which is not empty. */
  boolean passes(List<String> chosen, Set<String> keys) {
    if (keys.isEmpty()) return emptyMeansAny();
    for (String key : chosen) if (keys.contains(key)) return true;
    return false;
  }

  /** A value in the form that is compared: letter case and white space do not count. */
  public String key(String value) {
    String text = Normalizer.normalize(value, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    if (text.length() > 1000) text = text.substring(0, 1000);
    return this == COUNTRY ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
  }

  private List<String> keys(Collection<String> values) {
    return values.stream().map(this::key).distinct().toList();
  }
}
