package worthwhile.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;

/** A name server of our own. */
record StubNames(Map<String, String> addresses) implements DnsResolver {
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String address = addresses.get(host);
    if (address == null) throw new UnknownHostException(host);
    return new InetAddress[] {InetAddress.getByName(address)};
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
