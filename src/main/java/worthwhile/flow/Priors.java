package worthwhile.flow;

import java.util.Optional;
import worthwhile.reputation.Prior;
import worthwhile.store.posting.Writing;

/** What is assumed of the requesters of a platform, as it was last learned from its reviews. */
final class Priors {
  private static final String NAME = "prior of ";

  private Priors() {}

  static Prior noted(Writing writing, String platform) {
    return writing.noted(NAME + platform).flatMap(Priors::read).orElse(Prior.NEUTRAL);
  }

  static void note(Writing writing, String platform, Prior prior) {
    writing.note(NAME + platform, prior.mean() + " " + prior.weight());
  }

  private static Optional<Prior> read(String text) {
    String[] parts = text.split(" ", -1);
    return Optional.of(new Prior(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
  }
}
