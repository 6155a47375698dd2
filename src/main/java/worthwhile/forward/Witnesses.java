package worthwhile.forward;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import worthwhile.store.Store;
import worthwhile.store.posting.Sightings.Witness;

/**
 * Whose word counts beside a sender's: accounts that have been there for a while, from other
 * networks as far as networks are known. A network is kept as a hash with a secret of this
 * instance, which is another one for every posting.
 */
final class Witnesses {
  /** Accounts that are younger change nothing for others: whoever makes many must wait. */
  static final Duration AGE = Duration.ofDays(3);

  private static final String SALT = "sighting-salt";
  private static final int BYTES = 32;

  private final Sender sender;
  private final String salt;
  private final Instant since;

  Witnesses(Store store, Sender sender, Instant now) {
    this.sender = sender;
    salt = salt(store);
    since = now.minus(AGE);
  }

  /** Whether the sender's own word counts for others. */
  boolean senderCounts() {
    return sender.trusted() || !sender.created().isAfter(since);
  }

  /** Those whose word counts beside the sender's. */
  List<Witness> beside(String posting, Collection<Witness> all) {
    Optional<String> own = network(posting);
    return all.stream()
        .filter(witness -> !witness.account().equals(sender.account()))
        .filter(witness -> witness.created().filter(at -> !at.isAfter(since)).isPresent())
        .filter(witness -> own.isEmpty() || !own.equals(witness.network()))
        .toList();
  }

  /**
   * How many agree with the sender in it, the sender among them; several in one network are one.
   */
  static int count(Collection<Witness> beside) {
    Set<String> networks = new HashSet<>();
    int count = 1;
    for (Witness witness : beside)
      if (witness.network().isEmpty() || networks.add(witness.network().get())) count++;
    return count;
  }

  /** What stands for the sender's network; absent if it is not known. */
  Optional<String> network(String posting) {
    return sender.network().map(network -> hash(posting + "\n" + network));
  }

  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES / 2);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static String salt(Store store) {
    return store
        .meta()
        .get(SALT)
        .orElseGet(() -> store.meta().putIfAbsent(SALT, HexFormat.of().formatHex(random())));
  }

  private static byte[] random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
