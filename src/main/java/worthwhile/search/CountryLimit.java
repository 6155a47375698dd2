package worthwhile.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.source.card.OpenTo;

/**
 * From where a task cannot be done, whatever else is stated.
 *
 * @param card where its platform is open; absent if that is not known
 * @param ineligible countries that the posting excludes
 */
public record CountryLimit(Optional<OpenTo> card, Set<String> ineligible) {
  /** Excludes nobody. */
  public static final CountryLimit NONE = new CountryLimit(Optional.empty(), Set.of());

  public CountryLimit {
    card = card.filter(OpenTo::excludesAny);
    ineligible = Set.copyOf(ineligible);
  }

  /** Whether nothing can be done from this country. */
  public boolean excludes(String country) {
    return ineligible.contains(country) || card.filter(open -> open.excludes(country)).isPresent();
  }

  /** Those of some countries that are not excluded. */
  public List<String> left(Collection<String> countries) {
    return countries.stream().filter(country -> !excludes(country)).toList();
  }
}
