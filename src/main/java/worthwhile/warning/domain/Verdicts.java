package worthwhile.warning.domain;

import java.util.List;
import java.util.Optional;
import worthwhile.warning.domain.LabelWords.Sort;
import worthwhile.warning.domain.LookAlike.Kind;
import worthwhile.warning.domain.LookAlike.Trick;

/** What a host's name pretends to be. */
final class Verdicts {
  private static final List<String> ENDINGS = List.of("com", "co", "net", "org", "ai", "io");

  private final KnownNames known;

  Verdicts(KnownNames known) {
    this.known = known;
  }

  /** Whom a host pretends to be, and how; nothing if nobody. */
  Optional<LookAlike> of(HostName host) {
    Optional<KnownName> listed = known.imitated(host);
    if (listed.isPresent()) return Optional.of(alike(host, listed.get(), Trick.LISTED));
    if (known.innocent(host)) return Optional.empty();
    return registered(host).or(() -> below(host)).or(() -> lure(host));
  }

  private static LookAlike alike(HostName host, KnownName name, Trick trick) {
    return new LookAlike(
        host.text(),
        Optional.of(name.name()),
        Optional.of(name.domain()).filter(domain -> !domain.isEmpty()),
        name.kind(),
        trick,
        0,
        host.text());
  }

  private Optional<LookAlike> registered(HostName host) {
    String label = host.label();
    Optional<KnownName> exact = known.exact(label);
    if (exact.isPresent())
      return exact
          .filter(name -> wrongEnding(name, host.ending()))
          .map(name -> alike(host, name, Trick.ENDING));
    return known
        .alike(label)
        .filter(name -> name.rarity() != KnownName.Rarity.COMMON)
        .map(name -> alike(host, name, Trick.LETTERS))
        .or(() -> hyphens(host))
        .or(() -> known.misspelled(label).map(name -> alike(host, name, Trick.SPELLING)))
        .or(() -> added(host));
  }

  private static boolean wrongEnding(KnownName name, Ending ending) {
    if (ending.reservedFor(name.label())) return false;
    if (ending.cheap()) return true;
    return name.owned() && name.distinct() && !ending.national() && !ending.institutional();
  }

  private Optional<LookAlike> hyphens(HostName host) {
    String label = host.label();
    if (label.indexOf('-') < 0) return Optional.empty();
    return known
        .exact(label.replace("-", ""))
        .filter(name -> host.ending().cheap() || (name.distinct() && !KnownNames.phrase(label)))
        .map(name -> alike(host, name, Trick.SPELLING));
  }

  private Optional<LookAlike> added(HostName host) {
    LabelWords words = LabelWords.of(host.label(), known);
    return words
        .name()
        .filter(name -> borrows(name, words, host.ending().cheap()))
        .map(name -> alike(host, name, Trick.ADDED_WORDS));
  }

  /** Whether the words around a name make it a borrowed one. */
  private static boolean borrows(KnownName name, LabelWords words, boolean cheap) {
    int job = words.count(Sort.JOB);
    int lure = words.count(Sort.LURE);
    int other = words.count(Sort.OTHER);
    if (words.count(Sort.INNOCENT) > 0) return false;
    boolean recruits = job + lure > 0;
    if (words.slip() && !name.distinct()) return false;
    if (words.slip()) return other == 0 && recruits;
    return switch (name.rarity()) {
      case COMMON -> cheap && other == 0 && recruits;
      case ORDINARY -> other == 0 && recruits && (words.whole() || cheap);
      case DISTINCT -> {
        if (!words.whole()) yield other == 0 && (job > 0 || words.names().size() > 1 || cheap);
        if (name.platform()) yield true;
        yield other <= 1 && (job > 0 || (recruits && (cheap || lure > 1)));
      }
    };
  }

  private Optional<LookAlike> below(HostName host) {
    for (int i = 0; i < host.below().size(); i++) {
      Optional<KnownName> found = label(host, i);
      if (found.isPresent()) return Optional.of(alike(host, found.get(), Trick.SUB_DOMAIN));
    }
    return Optional.empty();
  }

  private Optional<KnownName> label(HostName host, int at) {
    String label = host.below().get(at);
    Optional<KnownName> exact = known.exact(label);
    if (exact.isPresent()) return exact.filter(name -> placed(name, host, at));
    LabelWords words = LabelWords.of(label, known);
    return words
        .name()
        .filter(name -> !words.slip() && words.count(Sort.JOB) > 0)
        .filter(name -> borrows(name, words, host.ending().cheap()));
  }

  /** Whether a name that is a label of its own is put in front of a stranger's domain. */
  private boolean placed(KnownName name, HostName host, int at) {
    if (host.ending().institutional()) return false;
    String next = at + 1 < host.below().size() ? host.below().get(at + 1) : host.label();
    boolean inFront = at + 1 < host.below().size();
    String word = next.indexOf('-') < 0 ? next : next.substring(0, next.indexOf('-'));
    if (name.owned() && ENDINGS.contains(word) && (inFront || !word.equals(next))) return true;
    if (name.rarity() == KnownName.Rarity.COMMON) return false;
    if (name.platform() && name.owned() && name.distinct()) return true;
    return recruits(next) || (at > 0 && recruits(host.below().get(at - 1)));
  }

  private boolean recruits(String label) {
    LabelWords words = LabelWords.of(label, known);
    return words.count(Sort.JOB) > 0
        && words.count(Sort.OTHER) == 0
        && words.count(Sort.INNOCENT) == 0;
  }

  private Optional<LookAlike> lure(HostName host) {
    boolean lures =
        Lures.named(host.label(), host.ending(), known)
            || host.below().stream().anyMatch(label -> Lures.named(label, host.ending(), known));
    return lures
        ? Optional.of(
            new LookAlike(
                host.text(),
                Optional.empty(),
                Optional.empty(),
                Kind.JOB_LURE,
                Trick.LURE_WORDS,
                0,
                host.text()))
        : Optional.empty();
  }
}
