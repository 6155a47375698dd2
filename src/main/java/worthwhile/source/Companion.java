package worthwhile.source;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a worker's own browser may forward of a platform that shows its tasks only after login. The
 * script in the browser is made from this, and the server refuses whatever does not keep to it.
 *
 * @param on pages of the platform on which the companion is at work
 * @param responses answers to the page's own requests that may be forwarded
 * @param pages pages of which the elements {@code take} may be forwarded
 * @param take plain CSS selectors; of a page nothing else leaves the browser
 * @param drop what depends on who looks at the page
 * @param query parameters of an address that mean the same for everybody; others are cut off
 * @param task finds a task's identifier, its first group, in the address of the task's own page
 * @param links hosts beside those above that links of its tasks may lead to
 * @param keep how long a task counts as open after a browser showed it last
 * @param saveTask whether a worker may note a task by hand
 */
public record Companion(
    List<UrlPattern> on,
    List<UrlPattern> responses,
    List<UrlPattern> pages,
    List<Css> take,
    Drop drop,
    List<String> query,
    Optional<Pattern> task,
    List<String> links,
    Duration keep,
    boolean saveTask) {
  /**
   * What depends on who looks.
   *
   * @param keys names of JSON values, at any depth
   * @param elements elements of a page
   */
  public record Drop(List<String> keys, List<Css> elements) {
    public Drop {
      keys = List.copyOf(keys);
      elements = List.copyOf(elements);
    }
  }

  public Companion {
    on = List.copyOf(on);
    responses = List.copyOf(responses);
    pages = List.copyOf(pages);
    take = List.copyOf(take);
    query = List.copyOf(query);
    links = List.copyOf(links);
  }

  /** Whether a page or an answer at this address may be forwarded. */
  public boolean allows(URI address) {
    return Stream.concat(responses.stream(), pages.stream())
        .anyMatch(pattern -> pattern.matches(address));
  }

  /** Whether this is an address of the platform itself: where its tasks may be said to stand. */
  public boolean isOfPlatform(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        && address.getUserInfo() == null
        && address.getHost() != null
        && hosts().contains(address.getHost().toLowerCase(java.util.Locale.ROOT));
  }

  private Set<String> hosts() {
    Set<String> hosts =
        Stream.of(on, responses, pages)
            .flatMap(List::stream)
            .map(UrlPattern::host)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    hosts.addAll(links);
    return hosts;
  }

  /** The identifier that stands in the address of a task's own page. */
  public Optional<String> identifier(URI address) {
    return task.map(pattern -> pattern.matcher(address.toString()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }

  /** The address without fragment and without parameters that may depend on who looks. */
  public URI bare(URI address) {
    String kept =
        Optional.ofNullable(address.getRawQuery()).stream()
            .flatMap(text -> Stream.of(text.split("&")))
            .filter(pair -> query.contains(pair.replaceFirst("(?s)=.*", "")))
            .collect(Collectors.joining("&"));
    String text = address.toString().replaceFirst("(?s)[?#].*", "");
    return uri(kept.isEmpty() ? text : text + "?" + kept).orElse(address);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
