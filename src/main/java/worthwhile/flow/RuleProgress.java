package worthwhile.flow;

import java.util.Optional;
import worthwhile.store.Store;
import worthwhile.store.posting.Writing;

/**
 * How far work that follows from some rules has come through all postings, as a text that the store
 * keeps: the id up to which it is done.
 */
final class RuleProgress {
  /** No id of a posting is without a colon. */
  private static final String DONE = "done";

  private final String rules;
  private boolean begun;

  /**
   * Work that follows from these rules.
   *
   * @param rules a word that is another one where they say something else
   */
  RuleProgress(String rules) {
    this.rules = rules;
  }

  /** Done, or taken over by a process with other rules: the two must not undo each other's work. */
  boolean isOver(Optional<String> noted) {
    return noted.filter(now -> isOurs(now) ? last(now).equals(DONE) : begun).isPresent();
  }

  /** Begins with what is next: the id after which to go on. */
  String begin(Optional<String> noted) {
    begun = true;
    return noted.filter(this::isOurs).map(this::last).orElse("");
  }

  /**
   * What is to be noted after a step.
   *
   * @param last id that it came to; absent if there is nothing more
   */
  String noted(Optional<String> last) {
    return rules + " " + last.orElse(DONE);
  }

  /**
   * Notes that nothing is to be done where the store is empty and nothing is noted under this name:
   * all that comes is judged by these rules as it comes.
   */
  void beginEmpty(Store store, String name) {
    if (store.meta().get(name).isEmpty()) store.write(writing -> noteIfEmpty(writing, name));
  }

  private boolean noteIfEmpty(Writing writing, String name) {
    boolean empty = writing.noted(name).isEmpty() && writing.after("", 1).isEmpty();
    if (empty) writing.note(name, noted(Optional.empty()));
    return empty;
  }

  private boolean isOurs(String noted) {
    return noted.startsWith(rules + " ");
  }

  private String last(String noted) {
    return noted.substring(rules.length() + 1);
  }
}
