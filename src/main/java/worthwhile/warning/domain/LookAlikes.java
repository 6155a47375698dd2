package worthwhile.warning.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.source.Platform;

/**
 * Finds hosts whose names pretend to be a platform's or a well-known firm's. Nothing is asked of
 * the net: only the name is looked at. Such a name alone is a reason to be careful, not a proof:
 * somebody may bear a like name honestly.
 */
public final class LookAlikes {
  /** How many hosts of one text are looked at, so that no text can keep it busy for long. */
  public static final int MOST_HOSTS = 100;

  private final Verdicts verdicts;

  private LookAlikes(KnownNames known) {
    verdicts = new Verdicts(known);
  }

  /** Of these platforms, by the domains and names on their cards, and of well-known firms. */
  public static LookAlikes of(Collection<Platform> platforms) {
    return new LookAlikes(new KnownNames(platforms));
  }

  /**
   * The hosts of a text that look like somebody's, each once, in their order.
   *
   * @param text in which addresses may be disguised: {@code hxxp}, {@code name (dot) com}
   */
  public List<LookAlike> find(String text) {
    Map<String, LookAlike> found = new LinkedHashMap<>();
    for (HostsInText.Mention mention : HostsInText.in(text, MOST_HOSTS))
      host(mention.plain()).ifPresent(alike -> found.putIfAbsent(alike.host(), alike.in(mention)));
    return List.copyOf(found.values());
  }

  /** What a single host pretends to be; nothing if it pretends nothing, or is no host. */
  public Optional<LookAlike> host(String name) {
    return HostName.of(name).flatMap(verdicts::of);
  }
}
