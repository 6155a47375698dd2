package worthwhile.warning.domain;

import java.util.ArrayList;
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
   * The hosts of a text and of addresses that look like somebody's, each once, in their order.
   *
   * @param text in which addresses may be disguised: {@code hxxp}, {@code name (dot) com}
   * @param addresses of the posting, with or without a scheme
   */
  public List<LookAlike> find(String text, List<String> addresses) {
    List<HostsInText.Mention> mentions = new ArrayList<>(HostsInText.in(text, MOST_HOSTS));
    for (String address : addresses) mentions.addAll(HostsInText.in(authority(address), 1));
    Map<String, LookAlike> found = new LinkedHashMap<>();
    for (HostsInText.Mention mention : mentions)
      host(mention.plain())
          .ifPresent(alike -> found.putIfAbsent(alike.host(), alike.quoted(mention.written())));
    return List.copyOf(found.values());
  }

  /** What a single host pretends to be; nothing if it pretends nothing, or is no host. */
  public Optional<LookAlike> host(String name) {
    return HostName.of(name).flatMap(verdicts::of);
  }

  /** The part of an address that names the host; who is named before an @ is not asked. */
  private static String authority(String address) {
    int scheme = address.indexOf("://");
    String rest = scheme < 0 ? address : address.substring(scheme + 3);
    int end = 0;
    while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) end++;
    return rest.substring(rest.lastIndexOf('@', end) + 1, end);
  }
}
