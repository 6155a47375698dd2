package worthwhile.extract;

import java.util.List;

/** Reads the row as it stands. */
final class HitTitle {
  private HitTitle() {}

  static Grammars.Read read(Draft draft) {
    return new Grammars.Drafts(List.of(draft));
  }
}
