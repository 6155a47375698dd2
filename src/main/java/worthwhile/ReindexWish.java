package worthwhile;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import worthwhile.store.sql.Meta;

/**
 * The wish for a new index, handed through the store from the process that was asked to the one
 * that has the index open.
 */
public final class ReindexWish {
  private static final String ASKED = "reindex-asked";
  private static final String DONE = "reindex-done";
  private static final String OUTCOME = "reindex-outcome";

  private final Meta meta;

  public ReindexWish(Meta meta) {
    this.meta = meta;
  }

  /** Asks; answers the name of this wish. */
  public String ask() {
    String wish = UUID.randomUUID().toString();
    meta.put(ASKED, wish);
    return wish;
  }

  /** What became of a wish. */
  public sealed interface Outcome {
    /** The index is new. */
    record Done(long postings) implements Outcome {}

    /** It could not be built; it is tried again. */
    record Failed(String why) implements Outcome {}
  }

  /** What became of this wish; absent while nobody has granted it. */
  public Optional<Outcome> outcome(String wish) {
    return meta.get(OUTCOME)
        .filter(outcome -> outcome.startsWith(wish + " "))
        .map(outcome -> outcome.substring(wish.length() + 1))
        .map(ReindexWish::read);
  }

  private static Outcome read(String text) {
    return text.matches("\\d+") ? new Outcome.Done(Long.parseLong(text)) : new Outcome.Failed(text);
  }

  /**
   * Rebuilds if somebody asked for it since the last time; one that fails is tried again.
   *
   * @param rebuild answers how many postings are indexed then
   */
  void grant(LongSupplier rebuild) {
    Optional<String> asked = meta.get(ASKED);
    if (asked.isEmpty() || asked.equals(meta.get(DONE))) return;
    try {
      long postings = rebuild.getAsLong();
      meta.put(OUTCOME, asked.get() + " " + postings);
      meta.put(DONE, asked.get());
    } catch (CancellationException e) {
      throw e; // Stopped on the way: the next start does it.
    } catch (RuntimeException e) {
      meta.put(OUTCOME, asked.get() + " failed: " + e.getMessage());
      throw e;
    }
  }
}
