package worthwhile.site.view;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import worthwhile.account.Account;
import worthwhile.search.Fit;
import worthwhile.store.Store;

/** The platforms that a visitor has joined, as far as is known. */
public final class JoinedPlatforms {
  private final Store store;

  public JoinedPlatforms(Store store) {
    this.store = store;
  }

  /**
   * Ids of those that her browser says she has joined, and of those of which she has noted, timed
   * or imported work.
   */
  public Set<String> of(Optional<Account> visitor, Remembered browser) {
    Set<String> joined = new HashSet<>(browser.platforms());
    visitor.ifPresent(account -> joined.addAll(store.work().platforms(account.id())));
    return joined;
  }

  /**
   * What she brings along. That she is on no other platform is known only where she has said on
   * which she is.
   */
  public Fit fit(Optional<Account> visitor, Remembered browser) {
    Fit said = browser.fit();
    return said.platforms().isEmpty()
        ? said
        : new Fit(said.languages(), of(visitor, browser), said.devices(), said.time());
  }
}
