package worthwhile.site.view;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import worthwhile.posting.Reason;
import worthwhile.store.sql.StoreException;

/**
 * What one page asks of the database and can do without: where that does not answer, the page
 * stands on the index alone and says so.
 */
public final class Dispensable {
  /** What the page says then. */
  public static final Reason AWAY = Reason.of("database-away");

  private static final Logger LOG = LoggerFactory.getLogger(Dispensable.class);

  private boolean missed;

  /** What is asked, or what stands for it where the database does not answer. */
  public <T> T ask(Supplier<T> what, T instead) {
    try {
      return what.get();
    } catch (StoreException e) {
      if (!e.isAway()) LOG.error("A page does without the database: {}", e.getMessage());
      missed = true;
      return instead;
    }
  }

  /** Whether the database did not answer. */
  public boolean isMissed() {
    return missed;
  }

  /** The same layout, saying so if anything is left out. */
  public Layout said(Layout layout) {
    return missed ? layout.withNotice(AWAY) : layout;
  }
}
