package worthwhile.flow;

import java.util.Map;
import java.util.TreeMap;
import worthwhile.reputation.Prior;
import worthwhile.store.Store;
import worthwhile.store.posting.Writing;

/** What is assumed of the requesters of a platform, as it was last learned from its reviews. */
public final class Priors {
  private static final String NAME = "prior of ";

  private Priors() {}

  static Prior noted(Writing writing, String platform) {
    return writing.noted(NAME + platform).map(Priors::read).orElse(Prior.NEUTRAL);
  }

  static void note(Writing writing, String platform, Prior prior) {
    writing.note(NAME + platform, prior.mean() + " " + prior.weight());
  }

  /** What is assumed on a platform; the neutral one where nothing was learned. */
  public static Prior of(Store store, String platform) {
    return store.meta().get(NAME + platform).map(Priors::read).orElse(Prior.NEUTRAL);
  }

  /** What was learned, by the platform's id. */
  public static Map<String, Prior> learned(Store store) {
    Map<String, Prior> all = new TreeMap<>();
    store
        .meta()
        .beginningWith(NAME)
        .forEach((name, text) -> all.put(name.substring(NAME.length()), read(text)));
    return all;
  }

  private static Prior read(String text) {
    String[] parts = text.split(" ", -1);
    return new Prior(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
  }
}
