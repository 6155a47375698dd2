package worthwhile.warning.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which cues a text has to hold together.
 *
 * @param all each of these
 * @param any of these at least {@code most}
 * @param most how many of {@code any}
 * @param none not one of these
 * @param within so many characters from the first of {@code all}; 0: anywhere
 */
record Requirement(List<String> all, List<String> any, int most, List<String> none, int within) {
  Requirement {
    all = List.copyOf(all);
    any = List.copyOf(any);
    none = List.copyOf(none);
    if (all.isEmpty() && any.isEmpty())
      throw new IllegalArgumentException("a combination needs something that must be there");
  }

  /** What fulfils it, the most important first; absent if something is lacking. */
  Optional<List<Sign>> in(Map<String, List<Sign>> signs) {
    for (String each : none) if (isThere(signs, each)) return Optional.empty();
    if (all.isEmpty()) return with(signs, null);
    for (Sign first : signs.getOrDefault(all.getFirst(), List.of())) {
      Optional<List<Sign>> together = with(signs, first);
      if (together.isPresent()) return together;
    }
    return Optional.empty();
  }

  private static boolean isThere(Map<String, List<Sign>> signs, String cue) {
    return !signs.getOrDefault(cue, List.of()).isEmpty();
  }

  private Optional<List<Sign>> with(Map<String, List<Sign>> signs, @Nullable Sign first) {
    List<Sign> together = new java.util.ArrayList<>();
    if (first != null) together.add(first);
    for (int i = 1; i < all.size(); i++) {
      Optional<Sign> near = near(signs, all.get(i), first);
      if (near.isEmpty()) return Optional.empty();
      together.add(near.get());
    }
    List<Sign> some =
        any.stream().flatMap(cue -> near(signs, cue, first).stream()).limit(most).toList();
    if (!any.isEmpty() && some.size() < most) return Optional.empty();
    together.addAll(some);
    return Optional.of(together);
  }

  private Optional<Sign> near(Map<String, List<Sign>> signs, String cue, @Nullable Sign first) {
    List<Sign> all = signs.getOrDefault(cue, List.of());
    if (first == null || within == 0) return all.stream().findFirst();
    return all.stream()
        .filter(
            sign -> sign.start() <= first.end() + within && sign.end() >= first.start() - within)
        .findFirst();
  }
}
