package worthwhile.source.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import worthwhile.source.read.Sources.Problem;
import worthwhile.text.Nearest;

/** Collects what is wrong while a file is read, so that one mistake does not hide the next. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Place place, String message) {
    found.add(new Problem(place.file(), place.line(), message));
  }

  void addAll(Problems others) {
    found.addAll(others.found);
  }

  boolean any() {
    return !found.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(found);
  }

  /** " (did you mean x?)", or what is allowed where nothing is near. */
  static String hint(String wrong, Collection<String> allowed) {
    return Nearest.to(wrong, allowed)
        .map(nearest -> "; did you mean '" + nearest + "'?")
        .orElseGet(() -> "; allowed: " + String.join(", ", allowed));
  }
}
