package worthwhile.search;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What is known of whether workers in some countries may do a task. */
public enum Eligibility {
  /** One of the countries is named, or the whole world is. */
  NAMED,
  /** Nobody says. */
  NOT_STATED,
  /** The posting names others or excludes these, or its platform is not open there. */
  EXCLUDED;

  /** The word in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a posting and its platform say of these countries, of which there is at least one. */
  public static Eligibility of(Collection<String> countries, PostingFacts facts) {
    List<String> left = facts.limit().left(countries);
    if (left.isEmpty()) return EXCLUDED;
    if (facts.keys(Dimension.COUNTRY).isEmpty()) return facts.worldwide() ? NAMED : NOT_STATED;
    return left.stream().anyMatch(facts.keys(Dimension.COUNTRY)::contains) ? NAMED : EXCLUDED;
  }
}
