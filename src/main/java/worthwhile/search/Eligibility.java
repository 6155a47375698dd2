package worthwhile.search;

import java.util.Collection;
import java.util.Set;
import worthwhile.posting.word.Worded;

/** What is known of whether workers in some countries may do a task. */
public enum Eligibility implements Worded {
  /** One of the countries is named, or the whole world is. */
  NAMED,
  /** Nobody says. */
  NOT_STATED,
  /** The posting names others or excludes these, or its platform is not open there. */
  EXCLUDED;

  /** What a posting and its platform say of these countries, of which there is at least one. */
  public static Eligibility of(Collection<String> countries, PostingFacts facts) {
    Set<String> named = facts.keys(Dimension.COUNTRY);
    boolean isLeft = false;
    for (String country : countries) {
      if (facts.limit().excludes(country)) continue;
      if (named.contains(country)) return NAMED;
      isLeft = true;
    }
    if (!isLeft || !named.isEmpty()) return EXCLUDED;
    return facts.worldwide() ? NAMED : NOT_STATED;
  }
}
