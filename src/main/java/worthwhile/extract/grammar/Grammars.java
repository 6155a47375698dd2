package worthwhile.extract.grammar;

import java.util.List;
import worthwhile.extract.rule.Draft;
import worthwhile.extract.rule.RowReader;
import worthwhile.source.SourceDefinition;
import worthwhile.source.TextExtractor;

/** The text grammars that definitions may name. */
public final class Grammars {
  private Grammars() {}

  /** What a grammar makes of a row. */
  public sealed interface Read {}

  /** One or more offers or posts. */
  public record Drafts(List<Draft> drafts) implements Read {}

  /** Not an offer, by the grammar's own rules. */
  public record LeftOut() implements Read {}

  /** Reads a row's draft further. */
  public static Read read(
      TextExtractor extractor, SourceDefinition source, Draft draft, RowReader reader) {
    return switch (extractor) {
      case HIT_TITLE -> HitTitle.read(draft, reader.texts("title").stream().findFirst().orElse(""));
      case HIT_EXPORT -> HitExport.read(source, draft);
      case HN_COMMENT -> HnComment.read(source, draft);
      case JOB_POSTING -> new Drafts(List.of(draft));
    };
  }
}
