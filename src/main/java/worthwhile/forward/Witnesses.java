package worthwhile.forward;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import worthwhile.extract.rule.Digest;
import worthwhile.posting.JobPosting;
import worthwhile.posting.MonetaryAmount;
import worthwhile.posting.Posting;
import worthwhile.store.Store;
import worthwhile.store.posting.Sightings;
import worthwhile.store.posting.Writing;

/**
 * Tells whether two different workers saw the same. Accounts are not stored for it: a worker stands
 * there as a hash of account and posting, made with a secret of this instance, which is another one
 * for every posting.
 */
final class Witnesses {
  private static final String SALT = "sighting-salt";
  private static final String GONE = "gone";
  private static final int BYTES = 32;

  private final String salt;
  private final String account;

  Witnesses(Store store, String account) {
    this.salt = salt(store);
    this.account = account;
  }

  /** What makes two sightings the same: title, pay and description, not the places left. */
  static String print(JobPosting posting) {
    MonetaryAmount pay = posting.baseSalary();
    String amount =
        pay == null
            ? ""
            : "%s %s %s %s"
                .formatted(pay.currency(), pay.minValue(), pay.maxValue(), pay.unitText());
    return Digest.of(String.join("\n", posting.title(), amount, text(posting.description())));
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }

  /** The worker saw these; answers the ids that two workers have seen alike. */
  Set<String> saw(Collection<JobPosting> postings, Instant at, Writing writing) {
    List<Sightings.Sighting> sightings =
        postings.stream().map(posting -> sighting(posting.id(), print(posting), at)).toList();
    Set<String> agreed = writing.sightings(sightings);
    writing.forgetSightings(agreed);
    return agreed;
  }

  /** The worker saw that it is gone; whether that is enough to close it. */
  boolean sawGone(Posting posting, Instant at, Writing writing) {
    boolean two = !writing.sightings(List.of(sighting(posting.id(), GONE, at))).isEmpty();
    boolean enough = two || !Boolean.TRUE.equals(posting.standing().confirmed());
    if (enough) writing.forgetSightings(List.of(posting.id()));
    return enough;
  }

  /** These are there: who said that they were gone was wrong, or they came back. */
  static void areThere(Collection<String> ids, Writing writing) {
    writing.forgetSightings(ids, GONE);
  }

  private Sightings.Sighting sighting(String posting, String print, Instant at) {
    return new Sightings.Sighting(posting, print, worker(posting), at);
  }

  private String worker(String posting) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
      byte[] hash = mac.doFinal((posting + "\n" + account).getBytes(StandardCharsets.UTF_8));
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
