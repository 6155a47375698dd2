package worthwhile.site.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import worthwhile.site.view.SiteInstance;
import worthwhile.source.Platform;
import worthwhile.store.source.Announced;

/**
 * A platform that the words of a search name, so that the page can lead to its card and say what
 * became of it.
 *
 * @param called the name that was searched for
 * @param former whether the platform no longer bears that name
 * @param successor the platform that took its place; absent if none did
 * @param instead platforms that offer such work now
 * @param lineage what became of what, see {@link Lineage}
 * @param announced what it announced of its own end; absent if a crawl met no such thing
 * @param open tasks open here, of the successor's if there is one
 */
public record NamedPlatform(
    Platform platform,
    String called,
    boolean former,
    Optional<Platform> successor,
    List<Platform> instead,
    List<List<Lineage.Step>> lineage,
    Optional<Announced.Entry> announced,
    long open) {
  private static final int MOST = 2;
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 5;
  private static final int SHORTEST_WITHIN = 5;

  /** What people add to a name without meaning anything else. */
  private static final Set<String> FILLERS =
      Set.of(
          "a",
          "at",
          "for",
          "from",
          "gig",
          "gigs",
          "hit",
          "hits",
          "is",
          "job",
          "jobs",
          "like",
          "login",
          "of",
          "on",
          "platform",
          "review",
          "reviews",
          "site",
          "studies",
          "study",
          "surveys",
          "task",
          "tasks",
          "the",
          "what",
          "work");

  /** The platforms that the words name; at most two. */
  public static List<NamedPlatform> in(Optional<String> q, SiteInstance instance) {
    if (q.isEmpty() || q.get().length() > LONGEST) return List.of();
    List<String> words = List.of(Platform.slug(q.get()).split("-"));
    String bare =
        words.stream().filter(word -> !FILLERS.contains(word)).collect(Collectors.joining());
    Map<String, NamedPlatform> named = new LinkedHashMap<>();
    for (String whole : List.of(bare, String.join("", words)))
      if (!whole.isEmpty()) put(whole, false, named, instance);
    for (int from = 0; from < words.size(); from++)
      for (int to = from + 1; to <= Math.min(words.size(), from + MOST_WORDS); to++)
        put(String.join("-", words.subList(from, to)), true, named, instance);
    return named.values().stream().limit(MOST).toList();
  }

  private static void put(
      String slug, boolean within, Map<String, NamedPlatform> named, SiteInstance instance) {
    Optional<Platform> platform = instance.sources().platform(slug);
    if (platform.isEmpty() || named.containsKey(platform.get().id())) return;
    String name = name(platform.get(), slug);
    if (within && !(slug.length() >= SHORTEST_WITHIN && telling(platform.get(), name, slug)))
      return;
    named.put(platform.get().id(), of(platform.get(), name, instance));
  }

  /** The name that was spelled so, in one word or several; else the platform's own. */
  private static String name(Platform platform, String slug) {
    return platform.names().stream()
        .filter(name -> squeezed(Platform.slug(name)).equals(squeezed(slug)))
        .findFirst()
        .orElse(platform.name());
  }

  private static String squeezed(String slug) {
    return slug.replace("-", "");
  }

  /**
   * Whether a name counts among other words. Those of one word may be ordinary ones (outlier,
   * prolific), unless people look for it who do not know what became of it.
   */
  private static boolean telling(Platform platform, String name, String slug) {
    return slug.contains("-") || !platform.alive() || isFormer(platform, name);
  }

  private static boolean isFormer(Platform platform, String name) {
    return platform.formerly().stream().anyMatch(old -> old.name().equals(name));
  }

  private static NamedPlatform of(Platform platform, String name, SiteInstance instance) {
    Optional<Platform> successor = platform.successor().flatMap(instance.sources()::platform);
    List<Platform> instead =
        platform.instead().stream()
            .flatMap(other -> instance.sources().platform(other).stream())
            .toList();
    Map<String, Long> open = instance.index().openByPlatform();
    return new NamedPlatform(
        platform,
        name,
        isFormer(platform, name),
        successor,
        instead,
        Lineage.of(platform, instance.sources()),
        instance.store().announced().of(platform.id()),
        open.getOrDefault(successor.orElse(platform).id(), 0L));
  }

  /** The platform whose tasks can be found here. */
  Platform now() {
    return successor.orElse(platform);
  }
}
