package worthwhile.site.task;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import worthwhile.extract.Canonical;

/** A web address in what somebody shares. */
record SharedAddress(URI uri) {
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"]{1,2000}");
  private static final Pattern PARTS = Pattern.compile("[/&?=;]");

  /** More parts than any task's address has. */
  private static final int MOST_WORDS = 10;

  private static final int LONGEST_WORD = 100;

  /** The first one in a text; absent if there is none. */
  static Optional<SharedAddress> in(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .flatMap(found -> uri(found.group().replaceAll("[.,;:!?)\\]]+$", "")).stream())
        .filter(uri -> uri.getHost() != null)
        .map(SharedAddress::new)
        .findFirst();
  }

  /** Absent for what only looks like an address: perhaps another one stands behind it. */
  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }

  /** A line without the addresses in it. */
  static String without(String line) {
    return ADDRESS.matcher(line).replaceAll(" ");
  }

  /** Parts of path and query, the last ones first: what a platform calls its task is among them. */
  List<String> words() {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    List<String> parts = Arrays.asList(PARTS.split(uri.getRawPath() + query));
    return parts.reversed().stream()
        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
        .filter(word -> !word.isBlank() && word.length() <= LONGEST_WORD)
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  /** Whether another address leads to the same page. */
  boolean isOf(@Nullable String url) {
    String other = Canonical.url(url);
    return other != null && bare(other).equals(bare(String.valueOf(Canonical.url(uri.toString()))));
  }

  private static String bare(String url) {
    return url.replaceFirst("^https?://(?:www\\.)?", "");
  }

  /** Whether its host is that of a homepage, or lies below it. */
  boolean isBelow(String homepage) {
    String own = uri.getHost().toLowerCase(Locale.ROOT);
    return uri(homepage)
        .map(URI::getHost)
        .map(host -> host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""))
        .filter(host -> own.equals(host) || own.endsWith("." + host))
        .isPresent();
  }
}
