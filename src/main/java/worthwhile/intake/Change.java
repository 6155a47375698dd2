package worthwhile.intake;

import java.util.Set;
import worthwhile.posting.Assessment;
import worthwhile.posting.Posting;

/** What one posting of a batch means; {@code posting} is what is to be stored, dates and all. */
public sealed interface Change {
  /** The posting as it is to be stored; its assessment is the one from before. */
  Posting posting();

  /** Never seen before. */
  record New(Posting posting) implements Change {}

  /** Known, and something a reader would notice is different. */
  record Changed(Posting posting, Posting before, Set<String> fields) implements Change {}

  /** Known and the same; only {@code lastSeen} moves. */
  record Unchanged(Posting posting) implements Change {}

  /** Was missing or had no place left, and can be done again. */
  record Reopened(Posting posting, Posting before, Set<String> fields) implements Change {}

  /** Had closed (or came under another identifier) and is back. */
  record Reposted(Posting posting, Posting before) implements Change {}

  /** The same work as a posting of another source; both name each other. */
  record Duplicate(Posting posting, Posting of) implements Change {}

  /** Not in a complete run for the first time. */
  record Missing(Posting posting) implements Change {}

  /**
   * Closed, for the reason that the posting carries.
   *
   * @param before how it stood until now
   */
  record Closed(Posting posting, Posting before) implements Change {}

  /** The same with what we make of the posting now. */
  default Change with(Assessment assessment) {
    return switch (this) {
      case New(Posting posting) -> new New(posting.with(assessment));
      case Changed(Posting posting, Posting before, Set<String> fields) ->
          new Changed(posting.with(assessment), before, fields);
      case Unchanged(Posting posting) -> new Unchanged(posting.with(assessment));
      case Reopened(Posting posting, Posting before, Set<String> fields) ->
          new Reopened(posting.with(assessment), before, fields);
      case Reposted(Posting posting, Posting before) ->
          new Reposted(posting.with(assessment), before);
      case Duplicate(Posting posting, Posting of) -> new Duplicate(posting.with(assessment), of);
      case Missing(Posting posting) -> new Missing(posting.with(assessment));
      case Closed(Posting posting, Posting before) -> new Closed(posting.with(assessment), before);
    };
  }

  /** Whether a row of the batch stands for it. */
  default boolean isListed() {
    return switch (this) {
      case New _, Changed _, Unchanged _, Reopened _, Reposted _, Duplicate _ -> true;
      case Missing _, Closed _ -> false;
    };
  }
}
