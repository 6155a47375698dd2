package worthwhile.warning.rule;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks for, such as a contact or pay by the day.
 *
 * @param name that the files give it
 * @param number its own, so that it is looked up without its name
 */
record Cue(String name, int number) {
  /** All cues of some rules, each once. */
  static final class All {
    private final Map<String, Cue> byName = new HashMap<>();

    /** The cue of this name, a new one where nobody named it before. */
    Cue named(String name) {
      return byName.computeIfAbsent(name, _ -> new Cue(name, byName.size()));
    }

    /** The cue of this name; null where no rule asks for it. */
    @Nullable Cue known(String name) {
      return byName.get(name);
    }

    int size() {
      return byName.size();
    }
  }
}
