package worthwhile.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import java.util.Optional;

/** What the owner of a host registered, by the public suffix list. */
public final class RegisteredDomain {
  private RegisteredDomain() {}

  /** {@code acme.co.uk} of {@code jobs.acme.co.uk}; absent for an address or a mere ending. */
  public static Optional<String> of(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.isBlank() || name.endsWith(".") || name.matches("[0-9.]+|.*:.*"))
      return Optional.empty();
    return Optional.ofNullable(EffectiveTldFinder.getAssignedDomain(name, false, false))
        .filter(domain -> domain.indexOf('.') > 0);
  }
}
