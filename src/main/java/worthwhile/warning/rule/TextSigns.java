package worthwhile.warning.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text holds, by the cue. */
final class TextSigns {
  private final @Nullable List<Sign>[] byCue;

  /** None yet, of so many cues. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  TextSigns(int cues) {
    byCue = new List[cues];
  }

  /** The signs of a cue in their order; empty if there are none. */
  List<Sign> of(Cue cue) {
    List<Sign> known = byCue[cue.number()];
    return known == null ? List.of() : known;
  }

  boolean has(Cue cue) {
    return byCue[cue.number()] != null;
  }

  /** Drops the signs of a cue that one of another touches or overlaps. */
  void takeBack(Cue cue, Cue by) {
    List<Sign> known = byCue[cue.number()];
    if (known == null || !has(by)) return;
    List<Sign> left = new ArrayList<>(known);
    left.removeIf(sign -> of(by).stream().anyMatch(other -> isBeside(sign, other)));
    byCue[cue.number()] = left.isEmpty() ? null : left;
  }

  /** Whether no more than a blank stands between them. */
  private static boolean isBeside(Sign one, Sign other) {
    return other.start() <= one.end() + 1 && one.start() <= other.end() + 1;
  }

  void add(Cue cue, Sign sign) {
    List<Sign> known = byCue[cue.number()];
    if (known == null) byCue[cue.number()] = known = new ArrayList<>();
    known.add(sign);
  }
}
