package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.List;
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
record Requirement(List<Cue> all, List<Cue> any, int most, List<Cue> none, int within) {
  Requirement {
    all = List.copyOf(all);
    any = List.copyOf(any);
    none = List.copyOf(none);
    if (all.isEmpty() && any.isEmpty())
      throw new IllegalArgumentException("a combination needs something that must be there");
  }

  /**
   * What fulfils it, the most important first, and of several the one that stands closest together;
   * absent if something is lacking.
   */
  Optional<List<Sign>> in(TextSigns signs) {
    for (Cue each : all) if (!signs.has(each)) return Optional.empty();
    for (Cue each : none) if (signs.has(each)) return Optional.empty();
    if (all.isEmpty()) return with(signs, null);
    List<Sign> closest = null;
    for (Sign first : signs.of(all.getFirst())) {
      List<Sign> together = with(signs, first).orElse(null);
      if (together != null && (closest == null || span(together) < span(closest)))
        closest = together;
    }
    return Optional.ofNullable(closest);
  }

  private Optional<List<Sign>> with(TextSigns signs, @Nullable Sign first) {
    List<Sign> together = new ArrayList<>();
    if (first != null) together.add(first);
    for (int i = 1; i < all.size(); i++) {
      Optional<Sign> near = near(signs, all.get(i), first);
      if (near.isEmpty()) return Optional.empty();
      together.add(near.get());
    }
    int lacking = most;
    for (int i = 0; i < any.size() && lacking > 0; i++) {
      Optional<Sign> near = near(signs, any.get(i), first);
      near.ifPresent(together::add);
      if (near.isPresent()) lacking--;
    }
    return any.isEmpty() || lacking <= 0 ? Optional.of(together) : Optional.empty();
  }

  private Optional<Sign> near(TextSigns signs, Cue cue, @Nullable Sign first) {
    List<Sign> some = signs.of(cue);
    if (first == null) return some.isEmpty() ? Optional.empty() : Optional.of(some.getFirst());
    Sign nearest = null;
    for (Sign sign : some)
      if (isNear(sign, first)
          && (nearest == null || between(sign, first) < between(nearest, first))) nearest = sign;
    return Optional.ofNullable(nearest);
  }

  /** Characters between two signs; 0 where they touch. */
  private static int between(Sign one, Sign other) {
    return Math.max(0, Math.max(one.start() - other.end(), other.start() - one.end()));
  }

  /** Characters from the first of these that stands in the text to the last. */
  private static int span(List<Sign> together) {
    int start = Integer.MAX_VALUE;
    int end = 0;
    for (Sign sign : together)
      if (sign.end() > sign.start()) {
        start = Math.min(start, sign.start());
        end = Math.max(end, sign.end());
      }
    return Math.max(0, end - start);
  }

  private boolean isNear(Sign sign, Sign first) {
    if (within == 0) return true;
    return sign.start() <= first.end() + within && sign.end() >= first.start() - within;
  }
}
