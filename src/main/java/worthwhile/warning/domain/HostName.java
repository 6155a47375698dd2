package worthwhile.warning.domain;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A host taken apart by the public suffix list.
 *
 * @param text in lower case, {@code xn--} where it has other letters
 * @param domain what its owner registered, or was given by a host of many
 * @param label the domain without its ending, in letters as they are shown
 * @param below the labels in front of the domain, from left to right
 */
record HostName(String text, String domain, String label, Ending ending, List<String> below) {
  private static final int LONGEST = 253;

  /** Takes a host apart; nothing if it is none, or only an ending. */
  static Optional<HostName> of(String written) {
    if (written.length() > LONGEST) return Optional.empty();
    return ascii(written).flatMap(HostName::split);
  }

  /** A host as networks know it, in lower case; nothing for what none would take as a host. */
  static Optional<String> ascii(String written) {
    try {
      String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
      return Optional.of(IDN.toASCII(plain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // no host has such a name
    }
  }

  private static Optional<HostName> split(String text) {
    String domain = EffectiveTldFinder.getAssignedDomain(text, true, false);
    if (domain == null || domain.indexOf('.') <= 0) return Optional.empty();
    int dot = domain.indexOf('.');
    List<String> below =
        text.length() == domain.length()
            ? List.of()
            : List.of(text.substring(0, text.length() - domain.length() - 1).split("\\."));
    return Optional.of(
        new HostName(
            text,
            domain,
            shown(domain.substring(0, dot)),
            new Ending(domain.substring(dot + 1)),
            below.stream().map(HostName::shown).toList()));
  }

  private static String shown(String label) {
    return IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
  }
}
