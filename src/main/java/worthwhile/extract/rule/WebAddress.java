package worthwhile.extract.rule;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import worthwhile.text.Escaped;

/**
 * Resolves addresses of the web as browsers do (WHATWG URL): line ends and tabs inside go,
 * backslashes are slashes, dots above the top go, hosts of any script get their ASCII name (one in
 * ASCII keeps its spelling), and a stray percent sign stands for itself.
 */
final class WebAddress {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?s)(?:([A-Za-z][A-Za-z0-9+.-]*+):)?+([^?#]*+)(?:\\?([^#]*+))?+(?:#(.*+))?+");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?s)(.*@)?(\\[[0-9a-fA-F:.]++]|[^:@\\[\\]]++)(?::([0-9]{0,5}+))?+");
  private static final Pattern HOST = Pattern.compile("(?=[._-]*+[A-Za-z0-9])[A-Za-z0-9._-]++");

  /** What stands in no legal address as it is (RFC 3986). */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\s\\p{Z}\\p{C}\"<>\\\\^`{|}\\[\\]#]|%(?![0-9A-Fa-f]{2})");

  /** What browsers take out of addresses, wherever it stands. */
  private static final Pattern INSIDE = Pattern.compile("[\\t\\r\\n]");

  private static final Pattern DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);
  private static final int LAST_PORT = 65_535;

  private WebAddress() {}

  /** An absolute http or https address; absent if the text is none, or leads nowhere. */
  static Optional<String> resolve(URI base, String text) {
    Matcher parts = REFERENCE.matcher(cleaned(text));
    if (!parts.matches()) return Optional.empty();
    String here = base.getScheme().toLowerCase(Locale.ROOT);
    String scheme = parts.group(1) == null ? here : parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) return Optional.empty();
    String way = parts.group(2).replace('\\', '/');
    boolean elsewhere = way.startsWith("//") || !scheme.equals(here);
    return (elsewhere ? elsewhere(scheme, way) : Optional.of(beside(base, way, parts.group(3))))
        .map(address -> address + further("?", parts.group(3)) + further("#", parts.group(4)))
        .flatMap(WebAddress::legal);
  }

  private static String further(String mark, String text) {
    return text == null ? "" : mark + encoded(text);
  }

  /** An address that names its host. */
  private static Optional<String> elsewhere(String scheme, String way) {
    int start = 0;
    while (start < way.length() && way.charAt(start) == '/') start++;
    String rest = way.substring(start);
    int path = rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/');
    return authority(scheme, rest.substring(0, path))
        .map(host -> scheme + "://" + host + undotted(rest.substring(path)));
  }

  /**
   * An address on the page's own host: from the top, or beside the page; without either, itself.
   */
  private static String beside(URI base, String way, String query) {
    String raw = base.getRawPath();
    String here = raw == null || raw.isEmpty() ? "/" : raw;
    String path = way.startsWith("/") ? way : here.substring(0, here.lastIndexOf('/') + 1) + way;
    String host = base.getScheme().toLowerCase(Locale.ROOT) + "://" + base.getRawAuthority();
    if (!way.isEmpty()) return host + undotted(path);
    boolean same = query == null && base.getRawQuery() != null;
    return host + undotted(here) + (same ? "?" + base.getRawQuery() : "");
  }

  private static Optional<String> legal(String address) {
    try {
      return Optional.of(new URI(address).toString());
    } catch (URISyntaxException e) {
      // No spelling of it makes an address.
      return Optional.empty();
    }
  }

  private static String cleaned(String text) {
    return INSIDE.matcher(text.trim().strip()).replaceAll("");
  }

  /** A path, encoded, without steps to itself or upwards. */
  private static String undotted(String path) {
    if (path.isEmpty()) return "";
    List<String> steps = new ArrayList<>();
    String[] pieces = path.substring(1).split("/", -1);
    for (int i = 0; i < pieces.length; i++) {
      String dots = DOT.matcher(pieces[i]).replaceAll(".");
      boolean up = dots.equals("..");
      if (up && !steps.isEmpty()) steps.removeLast();
      if (!up && !dots.equals(".")) steps.add(encoded(pieces[i]));
      else if (i == pieces.length - 1) steps.add("");
    }
    return "/" + String.join("/", steps);
  }

  private static Optional<String> authority(String scheme, String text) {
    Matcher parts = AUTHORITY.matcher(text);
    if (!parts.matches()) return Optional.empty();
    String port = parts.group(3) == null ? "" : parts.group(3).replaceFirst("^0+(?=.)", "");
    if (!port.isEmpty() && Integer.parseInt(port) > LAST_PORT) return Optional.empty();
    boolean usual = port.isEmpty() || port.equals(scheme.equals("https") ? "443" : "80");
    String user = parts.group(1) == null ? "" : encoded(parts.group(1));
    return host(parts.group(2)).map(host -> user + host + (usual ? "" : ":" + port));
  }

  private static Optional<String> host(String text) {
    if (text.startsWith("[")) return Optional.of(text);
    try {
      String plain = text.contains("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
      boolean ascii = plain.chars().allMatch(c -> c < 0x80);
      String host = ascii ? plain : IDN.toASCII(plain).toLowerCase(Locale.ROOT);
      return Optional.of(host).filter(name -> HOST.matcher(name).matches());
    } catch (IllegalArgumentException e) {
      // Neither a name nor an encoded one.
      return Optional.empty();
    }
  }

  private static String encoded(String text) {
    return UNSAFE
        .matcher(text)
        .replaceAll(found -> found.group().equals("%") ? "%25" : Escaped.inAddress(found.group()));
  }
}
