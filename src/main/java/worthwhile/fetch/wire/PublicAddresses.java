package worthwhile.fetch.wire;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to public addresses only, at the moment of connecting, so that neither a redirect
 * nor a name that changes its address leads into the operator's own network.
 */
final class PublicAddresses implements DnsResolver {
  /** A name that leads only to addresses that no source has. */
  static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublic(String host) {
      super(host);
    }
  }

  private static final int[][] IPV4 = {
    {0x00000000, 8},
    {0x0A000000, 8},
    {0x64400000, 10},
    {0x7F000000, 8},
    {0xA9FE0000, 16},
    {0xAC100000, 12},
    {0xC0000000, 24},
    {0xC0000200, 24},
    {0xC0586300, 24},
    {0xC0A80000, 16},
    {0xC6120000, 15},
    {0xC6336400, 24},
    {0xCB007100, 24},
    {0xE0000000, 4},
    {0xF0000000, 4},
  };

  private final DnsResolver names;

  PublicAddresses(DnsResolver names) {
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = names.resolve(host);
    InetAddress[] open =
        Arrays.stream(all).filter(PublicAddresses::isPublic).toArray(InetAddress[]::new);
    if (open.length == 0) throw new NotPublic(host);
    return open;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }

  /** Whether an address is globally reachable by IANA's special-purpose registries. */
  static boolean isPublic(InetAddress address) {
    return switch (address) {
      case Inet4Address four -> isPublic4(toInt(four.getAddress(), 0));
      case Inet6Address six -> isPublic6(six.getAddress());
      case InetAddress _ -> false;
    };
  }

  private static boolean isPublic4(int address) {
    for (int[] range : IPV4) if ((address ^ range[0]) >>> (32 - range[1]) == 0) return false;
    return true;
  }

  /** Global unicast is 2000::/3; the tunnels inside it are as public as the IPv4 they carry. */
  private static boolean isPublic6(byte[] six) {
    int first = toInt(six, 0);
    if (first == 0x0064FF9B) return toInt(six, 4) == 0 && isPublic4(toInt(six, 12));
    if (first >>> 16 == 0x2002) return isPublic4(toInt(six, 2));
    boolean teredoOrOrchid = first >>> 9 == 0x20010000 >>> 9;
    boolean documentation = first == 0x20010DB8 || first >>> 20 == 0x3FF;
    return first >>> 29 == 1 && !teredoOrOrchid && !documentation;
  }

  private static int toInt(byte[] bytes, int from) {
    return (bytes[from] & 255) << 24
        | (bytes[from + 1] & 255) << 16
        | (bytes[from + 2] & 255) << 8
        | (bytes[from + 3] & 255);
  }
}
