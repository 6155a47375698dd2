package worthwhile.site.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import worthwhile.source.Platform;
import worthwhile.source.read.Sources;

/** What became of what: the names under which one platform was and is known. */
final class Lineage {
  /**
   * One name.
   *
   * @param id of its card; absent for a name that has none of its own
   * @param until when it ended, as precisely as known; absent if not known or not ended
   * @param what how it ended; absent if not known or not ended
   */
  record Step(String name, Optional<String> id, Optional<String> until, Optional<String> what) {}

  private Lineage() {}

  /**
   * The chains of names that the platform stands in, the oldest name first; one for each platform
   * that it took over, none if it never had another name and none came before or after it.
   */
  static List<List<Step>> of(Platform platform, Sources sources) {
    Set<String> seen = new HashSet<>(Set.of(platform.id()));
    List<Step> onwards = new ArrayList<>(own(platform));
    for (Optional<Platform> next = successor(platform, sources);
        next.isPresent() && seen.add(next.get().id());
        next = successor(next.get(), sources)) onwards.add(named(next.get()));
    List<List<Step>> chains = new ArrayList<>();
    for (List<Step> before : before(platform, sources, seen)) {
      before.addAll(onwards);
      chains.add(before);
    }
    if (chains.isEmpty() && onwards.size() > 1) chains.add(onwards);
    return chains;
  }

  private static Optional<Platform> successor(Platform platform, Sources sources) {
    return platform.successor().flatMap(sources::platform);
  }

  private static List<List<Step>> before(Platform platform, Sources sources, Set<String> seen) {
    List<List<Step>> chains = new ArrayList<>();
    for (Platform earlier : sources.platforms()) {
      if (!earlier.successor().equals(Optional.of(platform.id()))) continue;
      if (!seen.add(earlier.id())) continue;
      List<List<Step>> older = before(earlier, sources, seen);
      if (older.isEmpty()) older.add(new ArrayList<>());
      for (List<Step> chain : older) {
        chain.addAll(own(earlier));
        chains.add(chain);
      }
    }
    return chains;
  }

  private static List<Step> own(Platform platform) {
    List<Step> steps = new ArrayList<>();
    for (Platform.Former former : platform.formerly())
      steps.add(new Step(former.name(), Optional.empty(), former.until(), former.what()));
    steps.add(named(platform));
    return steps;
  }

  private static Step named(Platform platform) {
    return new Step(
        platform.name(),
        Optional.of(platform.id()),
        platform.statusSince().filter(day -> !platform.alive()).map(Object::toString),
        Optional.of(platform.status()).filter(status -> !platform.alive()));
  }
}
