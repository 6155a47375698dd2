package worthwhile.extract.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * How deep elements that one selector finds stand in each other: deep where tags are not closed.
 */
final class Nesting {
  private Nesting() {}

  /** Those within which another of them stands. */
  static Set<Element> around(List<Element> found) {
    Set<Element> all = Collections.newSetFromMap(new IdentityHashMap<>());
    all.addAll(found);
    Set<Element> around = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element element : found) {
      Element outer = element.parent();
      while (outer != null && !all.contains(outer)) outer = outer.parent();
      if (outer != null) around.add(outer);
    }
    return around;
  }

  /** Those that stand in at most so many of them, itself counted; in document order. */
  static List<Element> upTo(int deepest, List<Element> found) {
    if (found.size() <= deepest) return found;
    IdentityHashMap<Element, Integer> depths = new IdentityHashMap<>();
    List<Element> kept = new ArrayList<>();
    for (Element element : found) {
      Element around = element.parent();
      while (around != null && !depths.containsKey(around)) around = around.parent();
      int depth = around == null ? 1 : depths.getOrDefault(around, 0) + 1;
      depths.put(element, depth);
      if (depth <= deepest) kept.add(element);
    }
    return kept;
  }
}
