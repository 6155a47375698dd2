package worthwhile.source.card;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where workers may live whom a platform takes.
 *
 * @param how what is known
 * @param countries ISO 3166-1 codes: those it is open in, or those it is closed to
 * @param date when that was so
 * @param source where it was read
 */
public record OpenTo(How how, Set<String> countries, LocalDate date, String source) {
  /** The codes of all countries. */
  public static final Set<String> CODES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /** What may be known. */
  public enum How {
    /** It takes workers of every country; single tasks may not. */
    EVERYWHERE,
    /** It takes workers of these countries and of no other. */
    ONLY,
    /** It takes workers of these countries; of others it is not known. */
    AMONG_OTHERS,
    /** It takes no workers of these countries; of others it is not known. */
    CLOSED_TO
  }

  public OpenTo {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(source, "source");
    countries = Set.copyOf(countries);
    if ((how == How.EVERYWHERE) != countries.isEmpty())
      throw new IllegalArgumentException(how + " with " + countries);
  }

  /** Whether it is known to take workers of this country. */
  public boolean includes(String country) {
    return switch (how) {
      case EVERYWHERE -> true;
      case ONLY, AMONG_OTHERS -> countries.contains(country);
      case CLOSED_TO -> false;
    };
  }

  /** Whether it is known to take no workers of this country. */
  public boolean excludes(String country) {
    return switch (how) {
      case EVERYWHERE, AMONG_OTHERS -> false;
      case ONLY -> !countries.contains(country);
      case CLOSED_TO -> countries.contains(country);
    };
  }

  /** Whether it is known to take no workers of some country. */
  public boolean excludesAny() {
    return how == How.ONLY || how == How.CLOSED_TO;
  }
}
