package worthwhile.warning.domain;

import java.util.LinkedHashSet;
import java.util.Set;

/** The hosts that a text names, as the network writes them. */
public final class NamedHosts {
  private static final int MOST = 50;

  private NamedHosts() {}

  /** In small letters, those of other scripts in their form of plain letters; at most 50. */
  public static Set<String> in(String text) {
    Set<String> hosts = new LinkedHashSet<>();
    for (HostsInText.Mention mention : HostsInText.in(text, MOST)) {
      HostName.ascii(mention.plain()).ifPresent(hosts::add);
    }
    return hosts;
  }
}
