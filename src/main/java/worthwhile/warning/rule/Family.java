package worthwhile.warning.rule;

import java.util.List;
import worthwhile.posting.Warning;

/**
 * A kind of scam.
 *
 * @param code of its warning
 * @param beside whether it rests on what is known beside a text, so that no text alone shows it
 * @param combinations what makes a posting or a message one; each is tried
 * @param statements what makes a text one that a member wrote; no {@code loweredBy} applies to it
 * @param loweredBy cues of an innocent reading: where a text holds one, no more than a note is said
 * @param examples texts that must be told, with the least severity
 * @param innocents texts of which nothing above a note may be said
 */
public record Family(
    String code,
    boolean beside,
    List<Combination> combinations,
    List<Combination> statements,
    List<Cue> loweredBy,
    List<Example> examples,
    List<String> innocents) {
  public Family {
    combinations = List.copyOf(combinations);
    statements = List.copyOf(statements);
    loweredBy = List.copyOf(loweredBy);
    examples = List.copyOf(examples);
    innocents = List.copyOf(innocents);
  }

  /** Cues that mean something together, and how grave that is. */
  record Combination(Warning.Severity severity, Requirement condition) {}

  /** A text that must be told with this severity at least. */
  public record Example(Warning.Severity least, String text) {}
}
