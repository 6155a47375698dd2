package worthwhile;

import java.util.Optional;
import java.util.UUID;
import worthwhile.store.sql.Meta;

/**
 * The wish for a new index, handed through the store from the process that was asked to the one
 * that has the index open.
 */
public final class ReindexWish {
  private static final String ASKED = "reindex-asked";
  private static final String DONE = "reindex-done";

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

  public boolean isDone(String wish) {
    return meta.get(DONE).equals(Optional.of(wish));
  }

  /** Rebuilds if somebody asked for it since the last time; one that fails is tried again. */
  void grant(Runnable rebuild) {
    Optional<String> asked = meta.get(ASKED);
    if (asked.isEmpty() || asked.equals(meta.get(DONE))) return;
    rebuild.run();
    meta.put(DONE, asked.get());
  }
}
