package worthwhile.warning.domain;

import java.util.List;
import java.util.Set;
import worthwhile.warning.domain.LabelWords.Sort;

/** Names of domains that are registered by the hundred to lure, and name nobody. */
final class Lures {
  private static final Set<String> MONEY =
      Set.of("crypto", "usdt", "bitcoin", "btc", "forex", "trading");
  private static final Set<String> CALLS = Set.of("join", "get", "start", "earn", "apply", "my");
  private static final int LONGEST_RANDOM = 4;

  private Lures() {}

  /**
   * Whether a label is such a name: words of recruiting and a long number under a cheap ending; a
   * call to a job that pays in crypto-currency; or a "shopmall" with a few letters behind it.
   */
  static boolean named(String label, Ending ending, KnownNames known) {
    if (label.indexOf('-') < 0) return false;
    List<String> parts = List.of(label.split("-+"));
    return numbered(label, ending, known) || called(parts) || mall(parts);
  }

  private static boolean numbered(String label, Ending ending, KnownNames known) {
    LabelWords words = LabelWords.of(label, known);
    return ending.cheap()
        && words.count(Sort.JOB) > 0
        && words.count(Sort.NUMBER) > 0
        && words.count(Sort.INNOCENT) == 0;
  }

  private static boolean called(List<String> parts) {
    return parts.size() > 2
        && CALLS.contains(parts.getFirst())
        && parts.stream().anyMatch(MONEY::contains)
        && parts.stream().skip(1).anyMatch(Lures::recruits);
  }

  private static boolean recruits(String part) {
    return LabelWords.sort(part).filter(Sort.JOB::equals).isPresent();
  }

  private static boolean mall(List<String> parts) {
    return parts.size() == 2
        && parts.stream().anyMatch(Set.of("shopmall", "mallshop", "vipmall", "mallvip")::contains)
        && parts.stream().anyMatch(part -> part.length() <= LONGEST_RANDOM);
  }
}
