package worthwhile.warning.domain;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The hosts that a text names, as the network writes them. */
public final class NamedHosts {
  private static final int MOST = 50;

  private NamedHosts() {}

  /** In small letters, those of other scripts in their form of plain letters; at most 50. */
  public static Set<String> in(String text) {
    Set<String> hosts = new LinkedHashSet<>();
    for (HostsInText.Mention mention : HostsInText.in(text, MOST)) {
      String host = ascii(mention.plain());
      if (!host.isEmpty()) hosts.add(host);
    }
    return hosts;
  }

  /** Empty for what no network would take as a host. */
  private static String ascii(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
