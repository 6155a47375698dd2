package worthwhile.extract;

import java.util.List;
import worthwhile.source.SourceDefinition;
import worthwhile.source.TextExtractor;

/** The text grammars that definitions may name. */
final class Grammars {
  private Grammars() {}

  /** What a grammar makes of a row. */
  sealed interface Read {}

  /** One or more offers or posts. */
  record Drafts(List<Draft> drafts) implements Read {}

  /** Not an offer, by the grammar's own rules. */
  record LeftOut() implements Read {}

  /** Reads a row's draft further. */
  static Read read(
      TextExtractor extractor, SourceDefinition source, Draft draft, RowReader reader) {
    return switch (extractor) {
      case HIT_TITLE -> HitTitle.read(draft, reader.texts("title").stream().findFirst().orElse(""));
      case HIT_EXPORT -> HitExport.read(source, draft);
      case HN_COMMENT -> HnComment.read(source, draft);
      case JOB_POSTING -> new Drafts(List.of(draft));
    };
  }
}
