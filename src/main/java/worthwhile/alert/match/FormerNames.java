package worthwhile.alert.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import worthwhile.alert.saved.SavedSearch;
import worthwhile.alert.saved.SavedSearchBuilder;
import worthwhile.posting.RequesterId;
import worthwhile.search.BlockedRequesters;
import worthwhile.store.Store;

/** Carries over saved searches that left requesters out by name, as one release did. */
public final class FormerNames {
  /** Of so many or more of one name, the store tells only some. */
  private static final int MOST = 50;

  private final Store store;

  public FormerNames(Store store) {
    this.store = store;
  }

  /**
   * Has them leave out all requesters that are or were known by these names; how many that is. One
   * with a name that nobody here has, or that would leave out too many, stays as it is: it cannot
   * be asked, and its owner reads why.
   */
  public int carryOver() {
    int carried = 0;
    for (SavedSearch search :
        store.alerts(alerts -> alerts.searches().asking(BlockedRequesters.FORMER)))
      if (carry(search)) carried++;
    return carried;
  }

  private boolean carry(SavedSearch search) {
    Map<String, List<String>> query = new LinkedHashMap<>(search.query());
    Optional<BlockedRequesters> ids = ids(query.getOrDefault(BlockedRequesters.FORMER, List.of()));
    if (ids.isEmpty()) return false;
    query.remove(BlockedRequesters.FORMER);
    if (!ids.get().isEmpty()) query.put(BlockedRequesters.PARAMETER, ids.get().words());
    SavedSearch now =
        SavedSearchBuilder.builder(search).query(query).trouble(Optional.empty()).build();
    return store.changeAlerts(alerts -> alerts.searches().replace(now)).isPresent();
  }

  private Optional<BlockedRequesters> ids(List<String> names) {
    List<RequesterId> all = new ArrayList<>();
    for (String name : names) {
      List<RequesterId> known = store.requesters().named(name);
      if (known.isEmpty() || known.size() >= MOST) return Optional.empty();
      all.addAll(known);
    }
    List<RequesterId> each = all.stream().distinct().toList();
    return BlockedRequesters.fit(each)
        ? Optional.of(new BlockedRequesters(each))
        : Optional.empty();
  }
}
