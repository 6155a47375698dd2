package worthwhile.site.view;

import java.util.Optional;
import java.util.Set;
import worthwhile.account.Account;
import worthwhile.store.Store;

/** The platforms that a visitor has joined, as far as is known. */
public final class JoinedPlatforms {
  private final Store store;

  public JoinedPlatforms(Store store) {
    this.store = store;
  }

  /** Ids of those of which she has noted, timed or imported work; none if nobody is signed in. */
  public Set<String> of(Optional<Account> visitor) {
    return visitor.map(account -> store.work().platforms(account.id())).orElse(Set.of());
  }
}
