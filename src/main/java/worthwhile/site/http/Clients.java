package worthwhile.site.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From where a request comes, as far as it can be believed. */
public final class Clients {
  private final Set<String> proxies;

  /**
   * @param proxies addresses whose {@code X-Forwarded-For} is believed
   */
  public Clients(Set<String> proxies) {
    this.proxies = proxies;
  }

  /** The client's address; of IPv6 the network, since one client has a whole /64. */
  public String of(Context ctx) {
    return network(address(ctx));
  }

  private String address(Context ctx) {
    String address = ctx.ip();
    String forwarded = ctx.header("X-Forwarded-For");
    if (forwarded == null || !proxies.contains(address)) return address;
    List<String> hops = Arrays.stream(forwarded.split(",")).map(String::strip).toList();
    // What stands left of the last proxy of ours was written by the client itself.
    return hops.reversed().stream()
        .filter(hop -> !proxies.contains(hop))
        .findFirst()
        .orElse(address);
  }

  /**
   * The network in which the client is, so wide that one person hardly has two: /24 of IPv4, /48 of
   * IPv6. Absent for addresses that many share, such as those of a proxy that is not known.
   */
  public Optional<String> neighbourhood(Context ctx) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address(ctx));
      byte[] bytes = parsed.getAddress();
      boolean isLocal =
          parsed.isLoopbackAddress()
              || parsed.isSiteLocalAddress()
              || parsed.isLinkLocalAddress()
              || (bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc);
      if (isLocal) return Optional.empty();
      return Optional.of(Arrays.toString(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 6)));
    } catch (IllegalArgumentException notLiteral) {
      return Optional.empty();
    }
  }

  /** The address; of IPv6 the network, as all addresses in it are one client's. */
  public static String network(String address) {
    if (address.indexOf(':') < 0) return address;
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address v6
          ? Arrays.toString(Arrays.copyOf(v6.getAddress(), 8))
          : address;
    } catch (IllegalArgumentException notLiteral) {
      return address;
    }
  }
}
