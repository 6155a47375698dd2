package worthwhile.warning.domain;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import worthwhile.source.Platform;
import worthwhile.source.card.Domain;

/** The names that may be borrowed, of the platforms' cards and of well-known firms. */
final class KnownNames {
  private static final Map<String, Set<String>> WORDS = WordTable.byHead("ordinary.txt");
  private static final Set<String> SHARED =
      WordTable.words(WordTable.byHead("hosts.txt"), "shared");
  private static final int SHORTEST_LABEL = 3;
  private static final int SHORTEST_WORD = 5;

  private final Map<String, KnownName> byLabel = new HashMap<>();
  private final Map<String, KnownName> byLooks = new HashMap<>();
  private final Map<Character, List<KnownName>> byFirstLetter = new HashMap<>();
  private final Set<String> own = new HashSet<>();
  private final Map<String, KnownName> listed = new HashMap<>();

  KnownNames(Collection<Platform> platforms) {
    platforms.forEach(this::addCard);
    for (String line : WordTable.lines("firms.csv")) addFirm(line.split(","));
    for (KnownName name : byLabel.values()) {
      byLooks.putIfAbsent(Likeness.looks(name.label()), name);
      byFirstLetter.computeIfAbsent(name.label().charAt(0), _ -> new ArrayList<>()).add(name);
    }
  }

  private void addCard(Platform platform) {
    List<String> domains = new ArrayList<>();
    for (Domain domain : platform.particulars().domains(Domain.Use.OWN))
      domains.add(host(domain.name()));
    platform.homepage().map(KnownNames::hostOf).filter(h -> !h.isEmpty()).ifPresent(own::add);
    for (Domain domain : platform.particulars().domains(Domain.Use.RECRUITING))
      own.add(host(domain.name()));
    add(platform.name(), LookAlike.Kind.PLATFORM, domains);
    String domain = domains.isEmpty() ? "" : domains.getFirst();
    List<String> names = new ArrayList<>(platform.aliases());
    names.addFirst(platform.name());
    for (String alias : names) addLabel(glued(alias), platform.name(), domain);
    KnownName of = known("", platform.name(), domain, LookAlike.Kind.PLATFORM, false);
    for (Domain alike : platform.particulars().domains(Domain.Use.LOOK_ALIKE))
      listed.put(host(alike.name()), of);
  }

  private void addLabel(String label, String name, String domain) {
    if (label.length() >= SHORTEST_WORD && label.matches("[a-z0-9]+"))
      byLabel.putIfAbsent(label, known(label, name, domain, LookAlike.Kind.PLATFORM, false));
  }

  private static String glued(String alias) {
    boolean phrase = alias.contains(" ") && alias.length() < 10;
    return phrase || alias.contains(".")
        ? ""
        : alias.toLowerCase(Locale.ROOT).replaceAll("[ -]", "");
  }

  private void addFirm(String[] cells) {
    add(
        cells[0],
        LookAlike.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
        WordTable.words(cells[2]));
  }

  private void add(String name, LookAlike.Kind kind, List<String> domains) {
    for (String domain : domains) {
      Optional<HostName> host = HostName.of(domain);
      own.add(domain);
      if (host.isEmpty()) continue;
      own.add(host.get().domain());
      String label = host.get().label();
      if (!host.get().below().isEmpty() || label.length() < SHORTEST_LABEL) continue;
      KnownName known = known(label, name, domains.getFirst(), kind, true);
      byLabel.merge(label, known, (old, fresh) -> old.owned() ? old : fresh);
    }
  }

  private static KnownName known(
      String label, String name, String domain, LookAlike.Kind kind, boolean owned) {
    return new KnownName(label, name, domain, kind, owned, rarity(label));
  }

  private static KnownName.Rarity rarity(String label) {
    if (WordTable.words(WORDS, "common").contains(label)) return KnownName.Rarity.COMMON;
    boolean tooShort = label.length() < SHORTEST_WORD && !label.equals("ebay");
    return tooShort || WordTable.words(WORDS, "ordinary").contains(label)
        ? KnownName.Rarity.ORDINARY
        : KnownName.Rarity.DISTINCT;
  }

  private static String host(String domain) {
    int slash = domain.indexOf('/');
    return (slash < 0 ? domain : domain.substring(0, slash)).toLowerCase(Locale.ROOT);
  }

  private static String hostOf(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException _) {
      return ""; // the card's reader tells of it
    }
  }

  /** Whether a host is known to be a platform's or a firm's, or lets each customer have a name. */
  boolean innocent(HostName host) {
    return SHARED.contains(host.domain())
        || SHARED.contains(host.ending().text())
        || own.contains(host.domain())
        || above(host).stream().anyMatch(own::contains);
  }

  /** Who is told of on a card as being imitated by a host. */
  Optional<KnownName> imitated(HostName host) {
    return above(host).stream().filter(listed::containsKey).map(listed::get).findFirst();
  }

  /** The host itself and the domains it lies below. */
  private static List<String> above(HostName host) {
    List<String> all = new ArrayList<>();
    String text = host.text();
    for (int at = 0; at >= 0 && text.length() - at >= host.domain().length(); ) {
      all.add(text.substring(at));
      int dot = text.indexOf('.', at);
      at = dot < 0 ? -1 : dot + 1;
    }
    return all;
  }

  Optional<KnownName> exact(String label) {
    return Optional.ofNullable(byLabel.get(label));
  }

  /** Whose name is written with letters that look alike. */
  Optional<KnownName> alike(String label) {
    if (label.length() < SHORTEST_WORD - 1 || byLabel.containsKey(label)) return Optional.empty();
    return Optional.ofNullable(byLooks.get(Likeness.looks(label)))
        .filter(name -> name.label().length() >= SHORTEST_WORD - 1);
  }

  /** Whose name is one slip away. */
  Optional<KnownName> misspelled(String label) {
    if (label.isEmpty()
        || byLabel.containsKey(label)
        || WordTable.words(WORDS, "other").contains(label)) return Optional.empty();
    return byFirstLetter.getOrDefault(label.charAt(0), List.of()).stream()
        .filter(name -> Likeness.slips(label, name))
        .findFirst();
  }

  /** Whether somebody else may write two words with a hyphen that are one name. */
  static boolean phrase(String label) {
    return WordTable.words(WORDS, "phrase").contains(label);
  }
}
