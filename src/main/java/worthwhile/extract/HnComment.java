package worthwhile.extract;

import java.util.List;
import worthwhile.source.SourceDefinition;

/** Reads the row as it stands. */
final class HnComment {
  private HnComment() {}

  static Grammars.Read read(SourceDefinition source, Draft draft) {
    return new Grammars.Drafts(List.of(draft));
  }
}
