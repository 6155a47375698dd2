package worthwhile.warning.domain;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads lists of reported hosts in the forms in which they are published: a host in each line, the
 * lines of a hosts file, those of an advertisement blocker ({@code ||host^}), or addresses.
 */
public final class HostList {
  private static final int LONGEST_LINE = 1_000;
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  private HostList() {}

  /** The hosts of a list, in plain small letters; empty if no line names one. */
  public static Set<String> read(String text) {
    Set<String> hosts = new LinkedHashSet<>();
    text.lines()
        .filter(line -> line.length() <= LONGEST_LINE)
        .forEach(line -> host(line).ifPresent(hosts::add));
    return hosts;
  }

  private static Optional<String> host(String line) {
    String text = line.strip();
    if (text.isEmpty() || "#!;[".indexOf(text.charAt(0)) >= 0) return Optional.empty();
    // An exception from the rules of a blocker.
    if (text.startsWith("@@")) return Optional.empty();
    String[] words = text.split("[\\s,]+");
    boolean isOfHostsFile =
        words.length > 1 && words[0].matches("0\\.0\\.0\\.0|127\\.0\\.0\\.1|::1?");
    return plain(isOfHostsFile ? words[1] : words[0]);
  }

  private static Optional<String> plain(String word) {
    String bare = word.replaceFirst("^\\|\\|", "").replaceFirst("^[a-z]+://", "");
    int end = 0;
    while (end < bare.length() && "/^:?#$".indexOf(bare.charAt(end)) < 0) end++;
    String host = bare.substring(0, end).replaceFirst("^\\*\\.", "").replaceFirst("\\.$", "");
    return HostName.ascii(host).filter(each -> HOST.matcher(each).matches());
  }
}
